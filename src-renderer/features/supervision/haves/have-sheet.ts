/** The coverage as a file: one line for each neighbourhood and have. */
import { useTranslation } from 'react-i18next'
import type { HaveRow } from '#app/services/desk-types.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'

export function useHaveSheet(): (rows: readonly HaveRow[]) => SheetToWrite {
  const { t } = useTranslation('haves')
  return (rows) => ({
    name: t('title'),
    columns: [
      { title: t('sheet.place'), kind: 'text', width: 22 },
      { title: t('sheet.have'), kind: 'text', width: 14 },
      { title: t('sheet.state'), kind: 'text', width: 10 },
      { title: t('sheet.checkedOn'), kind: 'date' },
      { title: t('sheet.recheckOn'), kind: 'date' },
      { title: t('sheet.carrier'), kind: 'text', width: 14 },
      { title: t('sheet.carrierName'), kind: 'text', width: 24 },
      { title: t('sheet.authority'), kind: 'text', width: 20 },
      { title: t('sheet.present'), kind: 'number' },
      { title: t('sheet.partly'), kind: 'number' },
      { title: t('sheet.absent'), kind: 'number' },
      { title: t('sheet.open'), kind: 'number' },
      { title: t('sheet.persons'), kind: 'number' },
    ],
    rows: rows.flatMap((row) =>
      row.cells.map((cell) => [
        row.name,
        t(`have.${cell.have}`),
        t(`state.${cell.state}`),
        cell.checkedOn || null,
        cell.dueOn || null,
        cell.checkedOn ? t(`carrier.${cell.carrier}`) : '',
        cell.carrierName,
        cell.authority,
        cell.counts.present,
        cell.counts.partly,
        cell.counts.absent,
        cell.open,
        cell.persons,
      ]),
    ),
  })
}

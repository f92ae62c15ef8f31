/** Minutes as a spreadsheet: a row for each service, a column for each 小区; what nobody typed stays empty. */
import { useTranslation } from 'react-i18next'
import type { MinutesTable } from '#app/services/desk-types.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'

export function useMinutesSheet(): (table: MinutesTable) => SheetToWrite {
  const { t } = useTranslation('routing')
  return ({ places, services }) => ({
    name: t('minutes.title'),
    columns: [
      { title: t('minutes.provider'), width: 28, kind: 'text' },
      { title: t('minutes.service'), width: 28, kind: 'text' },
      ...places.map(({ name }) => ({ title: name, width: 14, kind: 'text' as const })),
    ],
    rows: services.map(({ name, provider, cells }) => [
      provider,
      name,
      ...cells.map((cell) => (cell ? `${cell.minutes} ${t(`minutes.${cell.how}`)}` : null)),
    ]),
  })
}

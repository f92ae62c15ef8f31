/** Gaps as rows of a spreadsheet: one by one, or counted. What residents said stays on the page of the case. */
import { useTranslation } from 'react-i18next'
import type { GapRow } from '#app/services/desk-types.ts'
import { gapCounts } from '#core/routing/gaps.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'
import { useGapWords } from './gap-words.ts'

export type GapSheetKind = 'list' | 'counts'

export function useGapSheet(): (kind: GapSheetKind, gaps: readonly GapRow[]) => SheetToWrite {
  const { t } = useTranslation(['routing', 'codes'])
  const words = useGapWords()
  const text = (title: string, width: number) => ({ title, width, kind: 'text' as const })
  const number = (title: string) => ({ title, width: 10, kind: 'number' as const })
  const minute = (moment: string | null): string | null => moment && moment.slice(0, 16).replace('T', ' ')
  return (kind, gaps) => {
    const names = new Map(gaps.map((gap) => [gap.category, gap.categoryName]))
    const name = t('routing:gaps.title')
    if (kind === 'counts')
      return {
        name,
        columns: [
          text(t('routing:gaps.type'), 14),
          text(t('routing:gaps.category'), 28),
          text(t('routing:gaps.place'), 24),
          number(t('routing:gaps.open')),
          number(t('routing:gaps.all')),
        ],
        rows: gapCounts(gaps).map(({ category, serviceType, place, open, all }) => [
          t(`codes:serviceType.${serviceType}`),
          words.category({ category, categoryName: names.get(category) ?? null }),
          words.place(place),
          open,
          all,
        ]),
      }
    return {
      name,
      columns: [
        text(t('routing:gaps.type'), 14),
        text(t('routing:gaps.category'), 28),
        text(t('routing:gaps.place'), 24),
        text(t('routing:gaps.wantedBy'), 18),
        text(t('routing:gaps.recorded'), 18),
        text(t('routing:gaps.case'), 22),
        text(t('routing:gaps.state'), 30),
      ],
      rows: gaps.map((gap) => [
        t(`codes:serviceType.${gap.serviceType}`),
        words.category(gap),
        words.place(gap.place),
        minute(gap.wantedBy),
        minute(gap.at),
        gap.number,
        words.state(gap),
      ]),
    }
  }
}

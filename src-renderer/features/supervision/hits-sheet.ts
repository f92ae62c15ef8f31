import type { TFunction } from 'i18next'
import type { HitRow } from '#app/services/desk-types.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'
import { minuteOf, textColumn } from './use-sheet.ts'

/** What a rule found, one line each; what residents said stays on the page of the case. */
export const hitsSheet = (
  hits: readonly HitRow[],
  says: (hit: HitRow) => string,
  t: TFunction<'supervision'>,
): SheetToWrite => ({
  name: t('tabs.rules'),
  columns: [
    textColumn(t('rules.list'), 18),
    textColumn(t('rules.on'), 24),
    textColumn(t('rules.found'), 50),
    textColumn(t('rules.since'), 18),
    textColumn(t('order.case'), 40),
  ],
  rows: hits.map((hit) => [
    t(`rule.${hit.rule}.name`),
    hit.name,
    says(hit),
    minuteOf(hit.since),
    hit.cases.map(({ number }) => number).join(' '),
  ]),
})

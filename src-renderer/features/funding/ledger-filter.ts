/** What the ledger shows, kept while the window is open; names and filters never stand in the address. */
import { create } from 'zustand'
import { addDays, isDay, type Day } from '#core/lib/time.ts'

export type Span = 'month' | 'last-month' | 'year' | 'all' | 'days'
export type LedgerFilter = {
  readonly provider: string
  readonly account: string
  readonly span: Span
  /** Of 'days' alone. */
  readonly from: Day | ''
  readonly to: Day | ''
}

const START: LedgerFilter = { provider: '', account: '', span: 'month', from: '', to: '' }
const useStore = create<{ readonly filter: LedgerFilter }>(() => ({ filter: START }))

export const useLedgerFilter = (): LedgerFilter => useStore((state) => state.filter)
export const setLedgerFilter = (change: Partial<LedgerFilter>): void =>
  useStore.setState(({ filter }) => ({ filter: { ...filter, ...change } }))

/** First and last day of what is shown; '' for no limit. */
export function daysOf(
  { span, from, to }: LedgerFilter,
  today: Day,
): { readonly from: Day | ''; readonly to: Day | '' } {
  const month = `${today.slice(0, 7)}-01`
  switch (span) {
    case 'month':
      return { from: month, to: today }
    case 'last-month': {
      const last = addDays(month, -1)
      return { from: `${last.slice(0, 7)}-01`, to: last }
    }
    case 'year':
      return { from: `${today.slice(0, 4)}-01-01`, to: today }
    case 'all':
      return { from: '', to: '' }
    case 'days':
      return { from: isDay(from) ? from : '', to: isDay(to) ? to : '' }
  }
}

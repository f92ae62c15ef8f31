/** 批量办理: what is done to many cases of a list at once, and which of them it does not fit. */
import type { Status } from '../case-file/codes.ts'
import { isOpen } from '../case-file/status.ts'
import type { RefusalCode } from '../case-file/decision.ts'

/** 交办 · 催办 · 打印. To add one: here, in `leftOut`, its command in the screen, its words in both texts (cases.many). */
export const MANY_ACTIONS = ['assign', 'urge', 'print'] as const
export type ManyAction = (typeof MANY_ACTIONS)[number]

/** More at once nobody reads through; the list is narrowed first. */
export const MOST_AT_ONCE = 200

type Row = { readonly status: Status; readonly provider: string | null; readonly handler: string | null }

/** Why the case would be left out, as its command would say it; null when it fits. `to`: who gets it, where that is asked. */
export function leftOut(action: ManyAction, row: Row, to = ''): RefusalCode | null {
  if (action === 'print') return null
  if (!isOpen(row.status)) return 'case-closed'
  if (action === 'urge') return row.provider === null ? 'no-such-referral' : null
  return row.handler === to ? 'nothing-changed' : null
}

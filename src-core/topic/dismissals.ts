/** 不再提示: cases of a hotspot that somebody looked at and set aside, and why. New ones that come after it surface again. */
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'

/** 已在办 · 不是一件事 · 年年如此 · 其他. To add one: at the end, with its words (topics.dismissal). */
export const DISMISSAL_REASONS = ['in-hand', 'not-one-matter', 'every-year', 'other'] as const

export const DISMISSAL = z.object({
  cases: z.array(entityId('case')).min(1).max(2_000),
  /** As it was read: 槐树里 · 路灯 · 5 件. */
  line: someWords(300),
  reason: z.enum(DISMISSAL_REASONS),
  note: words(300),
  at: moment,
  by: entityId('user'),
})
export type Dismissal = { readonly id: string; readonly restored?: boolean } & Readonly<z.infer<typeof DISMISSAL>>

export const dismissal = (id: string, fields: Readonly<Record<string, unknown>>): Dismissal => ({
  ...({ cases: [], line: '', reason: 'other', note: '', at: '', by: '', ...fields } as unknown as Dismissal),
  id,
})

/** Cases that count no more; whichever PC set them aside. */
export const setAside = (dismissals: Iterable<Dismissal>): ReadonlySet<string> =>
  new Set([...dismissals].flatMap(({ cases, restored }) => (restored ? [] : cases)))

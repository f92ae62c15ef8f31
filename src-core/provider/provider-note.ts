/** 动态 (DOMAIN §10): contact, difficulty, help given, change of leader. Only ever added to; what was wrong is withdrawn. */
import type { Scope } from '../kernel/event.ts'
import { entityId, someWords, z } from '../lib/schema.ts'
import { isDay, type Day } from '../lib/time.ts'

/** 联系 · 遇到困难 · 给予帮助 · 负责人变更 · 其他. To add one: at the end, with its words. */
export const PROVIDER_NOTE_KINDS = ['contact', 'difficulty', 'help', 'leader-change', 'other'] as const
export type ProviderNoteKind = (typeof PROVIDER_NOTE_KINDS)[number]

export const PROVIDER_NOTE = z.object({
  provider: entityId('provider'),
  kind: z.enum(PROVIDER_NOTE_KINDS),
  /** When it happened. */
  day: z.string().max(10),
  words: someWords(500),
})
export type ProviderNoteInput = z.infer<typeof PROVIDER_NOTE>
export type ProviderNoteFields = ProviderNoteInput & {
  readonly at: string
  readonly by: string
  readonly withdrawn?: boolean
}

/** People are named in such notes: they stay at the station. */
export const PROVIDER_NOTE_SCOPES: Readonly<Record<keyof ProviderNoteFields, Scope>> = {
  provider: 'private',
  kind: 'private',
  day: 'private',
  words: 'private',
  at: 'private',
  by: 'private',
  withdrawn: 'private',
}

/** Stale after six months (DOMAIN §10): from this day on. 2026-08-31 → 2027-02-28. */
export function staleFrom(last: Day): Day {
  const month = Number(last.slice(5, 7)) + 6
  const year = Number(last.slice(0, 4)) + (month > 12 ? 1 : 0)
  const first = `${String(year).padStart(4, '0')}-${String(month > 12 ? month - 12 : month).padStart(2, '0')}`
  for (let day = Number(last.slice(8)); ; day--) {
    const same = `${first}-${String(day).padStart(2, '0')}`
    if (isDay(same)) return same
  }
}

/** `last`: day of the newest note; null when there is none, which is said as such and not as stale. */
export const isStale = (last: Day | null, today: Day): boolean => last !== null && staleFrom(last) <= today

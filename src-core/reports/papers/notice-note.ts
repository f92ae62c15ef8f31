/**
 * 一次性告知 as it is recorded: a contact with the resident whose note lists what is missing, one numbered line each, so
 * that the timeline, a search and a later paper all read the same words.
 */
import type { Day } from '#core/lib/time.ts'
import type { PaperWords } from './paper-words.ts'

/** `until`: '' when no day was named. */
export type Notice = { readonly items: readonly string[]; readonly until: Day | '' }

/** To add a language: how its first line begins. */
const TOLD = /^(?:一次性告知|One-time notice)[：:]/
const ITEM = /^\d+\. (.+)$/

export function noticeNote({ items, until }: Notice, words: PaperWords): string {
  const lines = items.map((item, i) => `${i + 1}. ${item.replace(/\s+/g, ' ').trim()}`)
  return [
    words.notice.told(items.length),
    ...lines,
    ...(until ? [`${words.notice.toldUntil(until)} (${until})`] : []),
  ].join('\n')
}

/** Null for every other note. */
export function noticeOf(note: string): Notice | null {
  if (!TOLD.test(note)) return null
  const lines = note.split('\n').slice(1)
  const items = lines.flatMap((line) => ITEM.exec(line)?.[1] ?? [])
  return items.length === 0 ? null : { items, until: /\((\d{4}-\d\d-\d\d)\)$/.exec(lines.at(-1)!)?.[1] ?? '' }
}

/** 工作人员 and what is done to many cases at once. */
import { entitiesOf, readEntity } from '#core/book/book.ts'
import type { Command } from '#core/commands.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { presenceOf, type Colleague, type Presence } from '#core/station/colleagues.ts'
import type { Refusal } from '#core/case-file/decision.ts'
import type { Asking } from './asking.ts'
import { countRows } from './case-query.ts'
import type { PageQuery, RunCode } from './shapes.ts'
import { matchingCases } from './views.ts'

/** `open`: cases in their hands. */
export type ColleagueRow = Colleague & { readonly presence: Presence; readonly open: number }

export type ManyDone = {
  readonly done: number
  /** Place in the list of commands, and why that one was left out. */
  readonly refused: readonly { readonly index: number; readonly refusal: Refusal }[]
}

export type StaffQuestions = {
  /** Everybody, those who left at the end. */
  colleagues(): Promise<readonly ColleagueRow[]>
  /** Ids of every case that a list shows, in its order. */
  matching(query: Omit<PageQuery, 'offset' | 'limit'>): Promise<readonly string[]>
  /** Up to 500 commands are one append: all of them or none. Refused ones are named and left out. */
  runMany(commands: readonly Command[]): Promise<Result<ManyDone, RunCode>>
}

/** One append with its commit frame; a save at the counter goes between two of them. */
const BATCH = 500
const ORDER: readonly Presence[] = ['here', 'away', 'left']

export const staffQuestions = ({ ready, parts }: Asking): StaffQuestions => ({
  async colleagues() {
    const { book, table } = (await ready()).state
    const now = parts.clock()
    const today = dayOf(momentOf(now))
    return [...entitiesOf(book, 'user')]
      .map((id): ColleagueRow => {
        const colleague: Colleague = { ...readEntity(book, id), id }
        const open = countRows(table, { open: true, handler: id }, null, now)
        return { ...colleague, presence: presenceOf(colleague, today), open }
      })
      .toSorted(
        (a, b) =>
          ORDER.indexOf(a.presence) - ORDER.indexOf(b.presence) ||
          (a.name ?? '').localeCompare(b.name ?? '', 'zh-CN') ||
          (a.id < b.id ? -1 : 1),
      )
  },
  matching: async (query) => matchingCases((await ready()).state, query, parts.clock()),
  async runMany(commands) {
    const { keeper } = await ready()
    let done = 0
    const refused: { index: number; refusal: Refusal }[] = []
    for (let at = 0; at < commands.length; at += BATCH) {
      const saved = await keeper.runBatch(commands.slice(at, at + BATCH))
      if (!saved.ok) return saved
      done += saved.value.saved
      for (const one of saved.value.refused) refused.push({ ...one, index: at + one.index })
    }
    return ok({ done, refused })
  },
})

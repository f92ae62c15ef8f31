/** 已回访: the newest revisits, and those that two people made without knowing of each other. */
import { readCase, userName } from '#core/book/book.ts'
import { accountsOf } from '#core/book/accounts-of.ts'
import { everyAct } from '#core/case-file/case-file.ts'
import type { InvalidReason, Way } from '#core/case-file/codes.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { ratingNumber } from '#core/revisit/hidden-rating.ts'
import { isRated, SMALL_STATION_ACCOUNTS } from '#core/revisit/rated.ts'
import { countingRevisit, roundsOf, supersededRevisits } from '#core/revisit/rounds.ts'
import type { CaseTable } from './case-table.ts'
import type { DeskState } from './state.ts'
import { viewerOf } from './viewer.ts'

/** As many as somebody scrolls through; figures over a period stand in 数据看板. */
const NEWEST = 200

export type RecentRevisit = {
  readonly id: string
  readonly case: string
  readonly number: string
  readonly title: string
  readonly at: string
  readonly by: string
  readonly way: Way
  readonly valid: boolean
  readonly reason: InvalidReason | null
  /** Null for whoever was rated, and for invalid ones. */
  readonly said: {
    readonly solved: boolean
    readonly scale: string
    readonly grade: string
    readonly words: string
  } | null
  readonly hidden: boolean
  readonly self: boolean
  readonly overrideReason: string
  readonly paper: boolean
  /** Taken back, or an objection to it was upheld: it no longer counts. */
  readonly gone: 'withdrawn' | 'superseded' | null
  /** 同时回访: another one of the same round was made on another PC. */
  readonly tie: 'counts' | 'counts-not' | null
}

const kept = new WeakMap<CaseTable, { readonly revision: number; readonly rows: readonly RecentRevisit[] }>()

export function recentRevisits(state: DeskState): readonly RecentRevisit[] {
  const { table, book } = state
  const before = kept.get(table)
  if (before?.revision === table.revision) return before.rows
  const newest = new Map(newestOf(state).map((one) => [one.revisit, one.case]))
  const rows: RecentRevisit[] = []
  for (const id of new Set(newest.values())) {
    const file = readCase(book, id)
    if (!file) continue
    const superseded = supersededRevisits(file)
    const withdrawn = new Set(file.withdrawn.map(({ act }) => act.id))
    const rounds = roundsOf({ acts: everyAct(file) })
    for (const round of rounds) {
      const counting = countingRevisit(
        round.filter((act) => !withdrawn.has(act.id)),
        superseded,
      )
      const hidden = accountsOf(book) > SMALL_STATION_ACCOUNTS && isRated(file, viewerOf(book), round)
      for (const act of round) {
        if (act.type !== 'revisit' || !newest.has(act.id)) continue
        const isTied = (counting?.ties.length ?? 0) > 0
        rows.push({
          id: act.id,
          case: id,
          number: hidden ? ratingNumber(act.id) : (file.fields.number ?? ''),
          title: hidden ? '' : (file.fields.title ?? ''),
          at: act.at,
          by: userName(book, act.by),
          way: act.way,
          valid: act.valid,
          reason: act.valid ? null : (act.invalidReason ?? 'no-answer'),
          said:
            act.valid && !hidden
              ? { solved: act.solved ?? false, scale: act.scale ?? '', grade: act.grade ?? '', words: act.words }
              : null,
          hidden,
          self: act.selfRevisit,
          overrideReason: act.overrideReason ?? '',
          paper: act.paper ?? false,
          gone: withdrawn.has(act.id) ? 'withdrawn' : superseded.has(act.id) ? 'superseded' : null,
          tie: !isTied ? null : act.id === counting?.revisit.id ? 'counts' : counting!.ties.includes(act.id) ? 'counts-not' : null, // prettier-ignore
        })
      }
    }
  }
  rows.sort((a, b) => b.at.localeCompare(a.at) || (a.id < b.id ? 1 : -1))
  kept.set(table, { revision: table.revision, rows })
  return rows
}

type Found = { readonly revisit: EntityId; readonly case: EntityId }

/**
 * Ids are UUIDs of version 7: their order is the order of writing, so the newest are found without reading an act. 100,000
 * cases with some eight acts each: about 15 ms.
 */
function newestOf({ table, book }: DeskState): readonly Found[] {
  let found: Found[] = []
  const newestFirst = (a: Found, b: Found): number => (a.revisit < b.revisit ? 1 : a.revisit > b.revisit ? -1 : 0)
  let least = ''
  for (let row = 0; row < table.count; row++) {
    for (const child of book.children.get(table.id[row]!) ?? []) {
      if (!child.startsWith('revisit:') || child < least) continue
      found.push({ revisit: child, case: table.id[row]! })
    }
    if (found.length < 8 * NEWEST) continue
    found = found.sort(newestFirst).slice(0, NEWEST)
    least = found.at(-1)!.revisit
  }
  return found.sort(newestFirst).slice(0, NEWEST)
}

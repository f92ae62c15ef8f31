/**
 * 抽样说明 (DOMAIN §7.5): which closings of a month were up for the draw, by which rate and seed, and what came out: so that
 * anybody can draw again. What was written on the closing is shown; what it comes to is worked out anew beside it.
 */
import { readCase } from '#core/book/book.ts'
import { value } from '#core/kernel/entity.ts'
import { roundsOf } from '#core/revisit/rounds.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { drawDigits, drawPercent, isDrawn } from '#core/revisit/draw.ts'
import type { DeskState } from './state.ts'
import { FIRST_CLOSED } from './case-table.ts'

export type DrawnRow = {
  readonly case: string
  readonly number: string
  readonly round: number
  readonly at: string
  readonly rate: number
  readonly seed: string
  readonly digits: string
  readonly percent: number
  readonly drawn: boolean
  /** What the closing says and what the draw comes to are not the same: somebody changed something by hand. */
  readonly differs: boolean
}
export type DrawGroup = { readonly rate: number; readonly seed: string; readonly of: number; readonly drawn: number }
export type DrawView = {
  /** Closings of the period: all · always asked · nobody to ask · drawn by lot · of before there was a plan. */
  readonly closings: number
  readonly always: number
  readonly nobody: number
  readonly byLot: number
  readonly unplanned: number
  readonly groups: readonly DrawGroup[]
  readonly rows: readonly DrawnRow[]
}

/** Read at once; between two portions a save may go. About 5 ms. */
const AT_ONCE = 400
const breath = (): Promise<void> => new Promise((done) => setTimeout(done))

/** `from` included, `until` excluded. */
export async function drawOf(state: DeskState, from: string, until: string): Promise<DrawView> {
  const { table, book } = state
  const rows: DrawnRow[] = []
  const groups = new Map<string, { rate: number; seed: string; of: number; drawn: number }>()
  let [closings, always, nobody, unplanned, read] = [0, 0, 0, 0, 0]
  for (let row = 0; row < table.count; row++) {
    const id = table.id[row]!
    // A reopened one is open again, and its first round was closed all the same.
    if (!hasClosingIn(state, id, from, until)) continue
    if (++read % AT_ONCE === 0) await breath()
    const file = readCase(book, id)
    if (!file) continue
    for (const [i, acts] of roundsOf(file).entries()) {
      const closing = actsOf(acts, 'closing').at(-1)
      if (!closing || closing.at < from || closing.at >= until) continue
      closings += 1
      const { revisitPlan, drawRate, drawSeed } = closing
      if (revisitPlan === 'always') always += 1
      else if (revisitPlan === undefined) unplanned += 1
      else if (drawRate === undefined || drawSeed === undefined) nobody += 1
      else {
        const digits = drawDigits(drawSeed, id, i + 1)
        const drawn = revisitPlan === 'sampled'
        rows.push({ case: id, number: table.number[row]!, round: i + 1, at: closing.at, rate: drawRate, seed: drawSeed, digits, percent: drawPercent(digits), drawn, differs: drawn !== isDrawn(digits, drawRate) }) // prettier-ignore
        const key = `${drawRate}/${drawSeed}`
        const group = groups.get(key) ?? { rate: drawRate, seed: drawSeed, of: 0, drawn: 0 }
        group.of += 1
        if (drawn) group.drawn += 1
        groups.set(key, group)
      }
    }
  }
  rows.sort((a, b) => a.at.localeCompare(b.at) || a.number.localeCompare(b.number))
  const sorted = [...groups.values()].toSorted((a, b) => b.rate - a.rate || a.seed.localeCompare(b.seed))
  return { closings, always, nobody, byLot: rows.length, unplanned, groups: sorted, rows }
}

function hasClosingIn({ book, table }: DeskState, id: string, from: string, until: string): boolean {
  if (table.status[table.rowOf.get(id)!]! < FIRST_CLOSED && !book.children.get(id)?.some((child) => child.startsWith('reopening:'))) return false // prettier-ignore
  return (book.children.get(id) ?? []).some((child) => {
    if (!child.startsWith('closing:')) return false
    const at = value(book.replica.entities.get(child)!, 'at')
    return typeof at === 'string' && at >= from && at < until
  })
}

/** Two PCs of one station that worked apart, and the list that either of them sees. */
import { readingOf } from '#core/book/reading.ts'
import { actDifferences } from '#core/exchange/conflicts/act-differences.ts'
import type { Difference, DifferenceKind, FieldDifference } from '#core/exchange/conflicts/difference.ts'
import { fieldDifferences } from '#core/exchange/conflicts/field-differences.ts'
import { settledKeys } from '#core/exchange/conflicts/settle-double.ts'
import type { Command } from '#core/commands.ts'
import { INTAKE, newStation, type Station } from '../../commands/station.ts'

export const reading = (pc: Station) => readingOf(pc.book, '')

/** Everything that this PC would show, in no special order. */
export function differences(pc: Station): Difference[] {
  const of = reading(pc)
  const settled = settledKeys(of)
  const out: Difference[] = []
  for (const entity of pc.book.replica.entities.values()) {
    out.push(...fieldDifferences(entity))
    if (entity.id.startsWith('case:')) out.push(...actDifferences(of, entity.id))
  }
  return out.filter(({ key }) => !settled.has(key))
}

export const only = <K extends DifferenceKind>(pc: Station, kind: K): Difference & { readonly kind: K } => {
  const found = differences(pc).filter((one): one is Difference & { readonly kind: K } => one.kind === kind)
  if (found.length !== 1) throw new Error(`${found.length} of ${kind}`)
  return found[0]!
}

/** Two PCs with one case; the second has read all of the first. */
export async function twoPcs(more: Partial<typeof INTAKE> = {}) {
  const a = newStation(1, 'user:front')
  await a.done({ name: 'set-up-station', input: { id: 'station:1', name: '槐树里社区服务站', code: '110101001001', short: 'S0012', userName: '受理员甲' } }) // prettier-ignore
  const id = await a.done({ name: 'receive-case', input: { ...INTAKE, ...more } })
  const b = newStation(2, 'user:back')
  b.take(a.events)
  return { a, b, id }
}

/** Files went both ways. */
export function meet(...pcs: readonly Station[]): void {
  for (const to of pcs) for (const from of pcs) if (from !== to) to.take(from.events)
}

export const correct = (id: string, more: object): Command => ({
  name: 'correct-request',
  input: { case: id, ...more },
})

type Choice = { readonly pc: string } | { readonly typed: Record<string, unknown> }

/** The command that a screen would send for what it shows now. */
export function resolve(of: FieldDifference, choice: Choice, note = ''): Command {
  const keep = 'pc' in choice ? of.versions.flatMap(({ writers }) => writers).find(({ pc }) => pc === choice.pc)!.write : undefined // prettier-ignore
  return {
    name: 'resolve-conflict',
    input: {
      entity: of.entity,
      fields: [...of.fields],
      heads: [...of.heads],
      ...(keep && { keep }),
      ...('typed' in choice && { typed: choice.typed }),
      ...(note && { note }),
    },
  }
}

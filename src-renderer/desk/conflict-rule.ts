/** 按规则处理: what a rule would choose for every field that stands in two ways, before it is done. */
import type { FieldDifference, Version } from '#core/exchange/conflicts/difference.ts'
import type { ResolveConflict } from '#core/exchange/conflicts/resolve-conflict.ts'
import { listDifferences, shower, type DifferenceShown, type Viewing } from './conflict-list.ts'

/** The later one by the writers' clocks; or whatever a certain PC wrote. To add one: here, in `chosenBy`, its words. */
export type ConflictRule = { readonly by: 'later' } | { readonly by: 'pc'; readonly pc: string }

export type RulePreview = {
  /** What would change on the screens and on paper, the first `SHOWN` of them. */
  readonly rows: readonly { readonly of: DifferenceShown; readonly keep: number }[]
  readonly changed: number
  /** Settled as they are shown now: nothing looks different afterwards. */
  readonly same: number
  /** The rule says nothing of them. */
  readonly left: number
  /** Everything it would do, one write each. */
  readonly inputs: readonly ResolveConflict[]
}
const SHOWN = 200

export async function previewRule(viewing: Viewing, rule: ConflictRule): Promise<RulePreview> {
  const all = (await listDifferences(viewing)).filter((one): one is FieldDifference => one.kind === 'field')
  const show = shower(viewing)
  const rows: { of: DifferenceShown; keep: number }[] = []
  const inputs: ResolveConflict[] = []
  let [changed, same] = [0, 0]
  for (const one of all) {
    const chosen = chosenBy(rule, one.versions)
    if (!chosen) continue
    inputs.push({ entity: one.entity, fields: [...one.fields], heads: [...one.heads], keep: chosen.writers[0]!.write })
    if (chosen.shown) same += 1
    else if (++changed <= SHOWN) rows.push({ of: show.difference(one), keep: one.versions.indexOf(chosen) })
  }
  return { rows, changed, same, left: all.length - inputs.length, inputs }
}

/** Null where the rule does not decide: that PC wrote none of them, or two. */
function chosenBy(rule: ConflictRule, versions: readonly Version[]): Version | null {
  if (rule.by === 'later') {
    const newest = versions.flatMap((version) => version.writers.map((writer) => ({ version, writer })))
    newest.sort((a, b) => (a.writer.at !== b.writer.at ? (a.writer.at < b.writer.at ? 1 : -1) : b.writer.lamport - a.writer.lamport)) // prettier-ignore
    return newest[0]?.version ?? null
  }
  const mine = versions.filter(({ writers }) => writers.some(({ pc }) => pc === rule.pc))
  return mine.length === 1 ? mine[0]! : null
}

/** So that nobody is recognised by a count: what a public notice may tell of small groups. */

/** A group of fewer is not shown by itself. */
export const LEAST = 3

export type Counted = { readonly name: string; readonly count: number }

/**
 * Groups of fewer than `least` become one, called `others`; while that one is itself too small, the smallest of the shown
 * groups goes into it, because the sum would give it away. Empty when all together are too few. Sums stay the same; the
 * fullest first, ties by name, others last.
 */
export function withoutSmall(groups: readonly Counted[], others: string, least: number = LEAST): readonly Counted[] {
  const shown = groups
    .filter(({ name, count }) => count >= least && name !== others)
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
  const sum = (of: readonly Counted[]): number => of.reduce((all, { count }) => all + count, 0)
  let rest = sum(groups) - sum(shown)
  while (rest > 0 && rest < least && shown.length > 0) rest += shown.pop()!.count
  if (rest > 0 && rest < least) return []
  return rest > 0 ? [...shown, { name: others, count: rest }] : shown
}

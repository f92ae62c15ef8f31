/** The catalogue as it is in force on a day: the built-in leaves, with the station's changes over them. */
import type { Day, Moment } from '../lib/time.ts'
import { BUILT_IN_LEAVES } from './catalogue-leaves.ts'
import type { Category, CategoryCode, TwoNames } from './category.ts'
import type { CategoryChangeFields } from './fields.ts'

/** One change as it stands in the records. */
export type CategoryChange = CategoryChangeFields & { readonly id: string }

export type Catalogue = {
  /** In the order of their codes, retired ones too. */
  readonly leaves: readonly Category[]
  readonly leaf: (code: CategoryCode) => Category | undefined
}

export type Group = { readonly code: string; readonly level1: TwoNames; readonly level2: TwoNames }

/** Group code ('0101') → its names. */
const GROUPS: ReadonlyMap<string, Group> = new Map(
  BUILT_IN_LEAVES.map(({ code, level1, level2 }) => [code.slice(1, 5), { code: code.slice(1, 5), level1, level2 }]),
)
export const groupOf = (code: CategoryCode): Group | undefined => GROUPS.get(code.slice(1, 5))
export const groups = (): readonly Group[] => [...GROUPS.values()]

/** Entities `category` out of the records; one that a newer version wrote in another shape is left out. */
export function readChanges(
  records: Iterable<readonly [id: string, fields: Readonly<Record<string, unknown>> | null]>,
): CategoryChange[] {
  const changes: CategoryChange[] = []
  for (const [id, fields] of records)
    if (typeof fields?.['code'] === 'string' && typeof fields['inForce'] === 'string' && groupOf(fields['code']))
      changes.push({ ...(fields as CategoryChangeFields), id })
  return changes
}

/** Of two changes of a leaf the one that counts longer: later in force, then later written; the id settles the rest. */
const order = (a: CategoryChange, b: CategoryChange): number =>
  compare(a.inForce, b.inForce) || compare(a.at, b.at) || compare(a.id, b.id)
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** `day`: changes with a later date do not count yet. */
export function currentCatalogue(changes: readonly CategoryChange[], day: Day): Catalogue {
  const leaves = new Map(BUILT_IN_LEAVES.map((leaf) => [leaf.code, leaf]))
  for (const change of changes.toSorted(order)) if (change.inForce <= day) leaves.set(change.code, leafOf(change))
  const sorted = [...leaves.values()].toSorted((a, b) => compare(a.code, b.code))
  return { leaves: sorted, leaf: (code) => leaves.get(code) }
}

/** All that was ever decided about a leaf, the newest first; the built-in one, if there is one, last. */
export function versionsOf(changes: readonly CategoryChange[], code: CategoryCode): readonly CategoryVersion[] {
  const own = changes.filter((change) => change.code === code).toSorted((a, b) => order(b, a))
  const builtIn = BUILT_IN_LEAVES.find((leaf) => leaf.code === code)
  return [
    ...own.map((change) => ({ leaf: leafOf(change), at: change.at, by: change.by })),
    ...(builtIn ? [{ leaf: builtIn, at: null, by: null }] : []),
  ]
}
/** `at`, `by`: null for what came with the program. */
export type CategoryVersion = { readonly leaf: Category; readonly at: Moment | null; readonly by: string | null }

export function leafOf(change: CategoryChange): Category {
  const { code, nameZh, nameEn, serviceType, duty, limit, chain, basis, author, inForce, way, words, retired } = change
  const { level1, level2 } = groupOf(code)!
  const name = { zh: nameZh, en: nameEn || nameZh }
  return { code, level1, level2, name, serviceType, duty, limit, chain, basis, author, inForce, way, words, retired }
}

/** 'L010101' → its name; older records and imports hold words of their own: they are shown as they are. */
export const categoryName = (catalogue: Catalogue, category: string, language: keyof TwoNames): string =>
  catalogue.leaf(category)?.name[language] ?? category

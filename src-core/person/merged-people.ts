/**
 * Which entries are one person, and what the one shows. A merge writes nothing on the two entries: it is an entity of its
 * own, and whoever reads takes the union. So un-merging has nothing to put back, and both stand exactly as they stood.
 */
import type { PersonCard } from './fields.ts'

export type Merge = { readonly id: string; readonly keep: string; readonly drop: string; readonly undoneAt?: string | undefined } // prettier-ignore

export type PersonGroups = {
  /** The entry that stands for the person: itself when nothing was merged. */
  readonly rootOf: (person: string) => string
  /** The root first, then the others by id. */
  readonly membersOf: (person: string) => readonly string[]
  /** Merges in force among a person's entries. */
  readonly mergesOf: (person: string) => readonly string[]
}

/**
 * Merges of merges are one group. Its root is whoever was never the one dropped; where two PCs merged the same two in both
 * directions, the smallest id: the order in which merges arrive changes nothing.
 */
export function personGroups(merges: Iterable<Merge>): PersonGroups {
  const above = new Map<string, string>()
  const find = (id: string): string => {
    let at = id
    for (let up = above.get(at); up !== undefined && up !== at; up = above.get(at)) at = up
    return at
  }
  const inForce: Merge[] = []
  for (const merge of merges) {
    if (merge.undoneAt || merge.keep === merge.drop) continue
    inForce.push(merge)
    const [a, b] = [find(merge.keep), find(merge.drop)]
    if (a !== b) above.set(b, a)
    if (!above.has(a)) above.set(a, a)
  }
  const groups = new Map<string, { members: Set<string>; dropped: Set<string>; merges: string[] }>()
  for (const { id, keep, drop } of inForce) {
    const top = find(keep)
    let group = groups.get(top)
    if (!group) groups.set(top, (group = { members: new Set(), dropped: new Set(), merges: [] }))
    group.members.add(keep).add(drop)
    group.dropped.add(drop)
    group.merges.push(id)
  }
  const lists = new Map<string, readonly string[]>()
  const mergesOf = new Map<string, readonly string[]>()
  for (const { members, dropped, merges: ids } of groups.values()) {
    const sorted = [...members].toSorted()
    const root = sorted.find((id) => !dropped.has(id)) ?? sorted[0]!
    const list = [root, ...sorted.filter((id) => id !== root)]
    const told = ids.toSorted()
    for (const id of list) {
      lists.set(id, list)
      mergesOf.set(id, told)
    }
  }
  return {
    rootOf: (person) => lists.get(person)?.[0] ?? person,
    membersOf: (person) => lists.get(person) ?? [person],
    mergesOf: (person) => mergesOf.get(person) ?? [],
  }
}

/** Compared value by value; marks and needs are sets, so their union shows and nothing differs. */
const SINGLE = [
  'name',
  'phone',
  'otherPhone',
  'idNumber',
  'birthDate',
  'gender',
  'place',
  'placeWords',
  'household',
  'tier',
  'residence',
  'guardian',
  'guardianPhone',
  'note',
  'left',
] as const satisfies readonly (keyof PersonCard)[]
export type SingleField = (typeof SINGLE)[number]

export type MergedPerson = {
  /** Under the root's id: its own value, or where it has none the first other's. */
  readonly card: PersonCard
  /** Fields in which two entries say different things, with every value: nothing is hidden by a merge. */
  readonly differ: readonly { readonly field: SingleField; readonly values: readonly string[] }[]
}

/** `members`: the root first, as `membersOf` gives them. At least one. */
export function mergedPerson(members: readonly PersonCard[]): MergedPerson {
  const [root, ...others] = members as readonly [PersonCard, ...PersonCard[]]
  if (others.length === 0) return { card: root, differ: [] }
  const card: Record<string, unknown> = { ...root }
  const differ: { field: SingleField; values: string[] }[] = []
  for (const field of SINGLE) {
    const values = [...new Set(members.map((member) => member[field] ?? '').filter((value) => value !== ''))]
    if (values.length > 0) card[field] = values[0]
    if (values.length > 1) differ.push({ field, values })
  }
  card['marks'] = [...new Set(members.flatMap((member) => member.marks))]
  // What was said last counts, to whichever entry, and in one second the no: a withdrawal is never undone by a merge.
  const said = members
    .flatMap(({ notifyConsent }) => notifyConsent ?? [])
    .toSorted((a, b) => compare(a.at, b.at) || Number(b.given) - Number(a.given))
  if (said.length > 0) card['notifyConsent'] = said.at(-1)
  card['needs'] = [...new Set(members.flatMap((member) => member.needs ?? []))]
  return { card: card as unknown as PersonCard, differ }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

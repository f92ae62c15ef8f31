/**
 * What a register's rows change in the tree: places that are missing, and leaders, grids and groups that are said otherwise.
 * What is there already stays, so the same file twice changes nothing. Blank cells change nothing either.
 */
import { isAddress, type PlaceCard, type PlaceFields, type PlaceKind } from './fields.ts'
import { plainPlace } from './place-words.ts'

/** '' is not given. A leader belongs to the narrowest of neighbourhood, building and unit that the row names. */
export type PlaceRow = {
  readonly neighbourhood: string
  readonly building: string
  readonly unit: string
  readonly door: string
  readonly grid: string
  readonly residentGroup: string
  readonly leader: string
  readonly leaderPhone: string
  readonly worker: string
  readonly workerPhone: string
}

export type PlaceChange = {
  readonly id: string
  readonly isNew: boolean
  /** All of a new place; of a known one what changes. */
  readonly fields: Partial<PlaceFields>
}

type Node = { id: string; isNew: boolean; before: PlaceCard | null; fields: Record<string, unknown>; children: Map<string, Node>; grids: Set<string>; groups: Set<string> } // prettier-ignore

/** `community`: named and numbered as the station; made when there is none. `newId` gives a fresh place id. */
export function placesFromRows(
  rows: readonly PlaceRow[],
  known: readonly PlaceCard[],
  community: { readonly name: string; readonly code: string },
  newId: () => string,
): PlaceChange[] {
  const byParent = new Map<string, Map<string, PlaceCard>>()
  for (const place of known) {
    if (place.retired) continue
    const key = place.parent ?? ''
    const siblings = byParent.get(key) ?? new Map<string, PlaceCard>()
    siblings.set(`${place.kind}\n${plainPlace(place.name)}`, place)
    byParent.set(key, siblings)
  }
  const nodes: Node[] = []
  const make = (
    kind: PlaceKind,
    name: string,
    parent: string,
    before: PlaceCard | undefined,
    more: Partial<PlaceFields> = {},
  ): Node => {
    // prettier-ignore
    const node: Node = {
      id: before?.id ?? newId(),
      isNew: !before,
      before: before ?? null,
      fields: before ? {} : { kind, name, parent, leader: '', leaderPhone: '', ...more },
      children: new Map(),
      grids: new Set(),
      groups: new Set(),
    }
    nodes.push(node)
    return node
  }
  const communities = known.filter((place) => place.kind === 'community' && !place.retired)
  const above =
    communities.find((place) => place.code === community.code) ??
    communities.find((place) => plainPlace(place.name) === plainPlace(community.name)) ??
    (communities.length === 1 ? communities[0] : undefined)
  const root = make(
    'community',
    community.name,
    '',
    above,
    community.code.length === 12 ? { code: community.code } : {},
  )
  const child = (parent: Node, kind: PlaceKind, name: string): Node => {
    const key = `${kind}\n${plainPlace(name)}`
    let node = parent.children.get(key)
    if (!node) {
      // A neighbourhood that was typed in without a community, or under another one, is still the same.
      const before = byParent.get(parent.id)?.get(key) ?? (parent === root ? byParent.get('')?.get(key) : undefined)
      parent.children.set(key, (node = make(kind, name, parent.id, before)))
    }
    return node
  }
  const say = (node: Node, fields: Readonly<Record<string, string>>): void => {
    for (const [field, text] of Object.entries(fields))
      if (text !== '' && ((node.before as Record<string, unknown> | null)?.[field] ?? '') !== text)
        node.fields[field] = text
  }
  for (const row of rows) {
    const path = [child(root, 'neighbourhood', row.neighbourhood)]
    if (row.building !== '') path.push(child(path.at(-1)!, 'building', row.building))
    if (row.unit !== '') path.push(child(path.at(-1)!, 'unit', row.unit))
    say(path.at(-1)!, { leader: row.leader, leaderPhone: row.leader === '' ? '' : row.leaderPhone })
    if (row.door !== '') path.push(child(path.at(-1)!, 'door', row.door))
    if (row.grid !== '') {
      const grid = child(root, 'grid', row.grid)
      say(grid, { leader: row.worker, leaderPhone: row.worker === '' ? '' : row.workerPhone })
      // From the building on: a neighbourhood may lie in two grids although this file shows one of them.
      for (const node of path.slice(path.length > 1 ? 1 : 0)) node.grids.add(grid.id)
    }
    if (row.residentGroup !== '') {
      const group = child(root, 'resident-group', row.residentGroup)
      for (const node of path.slice(path.length > 1 ? 1 : 0)) node.groups.add(group.id)
    }
  }
  // On the widest place below which all rows agree; a neighbourhood only when a row names nothing narrower.
  const settle = (node: Node, of: 'grids' | 'groups', field: 'grid' | 'residentGroup'): void => {
    if (node[of].size === 1) return say(node, { [field]: [...node[of]][0]! })
    for (const below of node.children.values()) settle(below, of, field)
  }
  for (const neighbourhood of root.children.values()) {
    settle(neighbourhood, 'grids', 'grid')
    settle(neighbourhood, 'groups', 'residentGroup')
    // Its own grid says nothing of buildings that name others.
    for (const building of neighbourhood.children.values()) {
      if (neighbourhood.grids.size === 1) settle(building, 'grids', 'grid')
      if (neighbourhood.groups.size === 1) settle(building, 'groups', 'residentGroup')
    }
  }
  return nodes
    .filter((node) => Object.keys(node.fields).length > 0)
    .map(({ id, isNew, before, fields }) => ({
      id,
      isNew,
      // The kind decides who may see the rest (isAddress).
      fields: (before && isAddress(before.kind) ? { kind: before.kind, ...fields } : fields) as Partial<PlaceFields>,
    }))
}

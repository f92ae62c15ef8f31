/**
 * The tree of places, made from the entities whenever it is asked for. Whatever a merge left there (a circle, a parent that
 * has not arrived) gives a tree: a place without a known way up stands at the top.
 */
import { BugError } from '../lib/assert.ts'
import { PLACE_KINDS, type PlaceCard, type PlaceKind } from './fields.ts'
import { numberOf, plainPlace } from './place-words.ts'

export type PlaceTree = {
  readonly get: (id: string) => PlaceCard | undefined
  /** '' for the topmost. By level, then by name with numbers as numbers: 2号楼 before 10号楼. */
  readonly childrenOf: (id: string) => readonly PlaceCard[]
  /** From the top down to the place itself; empty for an unknown one. */
  readonly pathOf: (id: string) => readonly PlaceCard[]
  /** 槐树里小区3号楼2单元101: the address from the neighbourhood on, as people say it; of wider places their own name. */
  readonly pathWords: (id: string) => string
  /** The place is `area`, lies below it, or lies in it when it is a grid or 居民小组. */
  readonly within: (id: string, area: string) => boolean
  /** Grid and 居民小组 of the place: its own, else the nearest above. */
  readonly acrossOf: (id: string) => { readonly grid: PlaceCard | null; readonly residentGroup: PlaceCard | null }
  /** Whom to ask on the spot: leaders of the place and of what it lies in, the nearest first, then the grid's. */
  readonly leadersOf: (id: string) => readonly PlaceCard[]
  /** The narrowest place in use that a typed address names, null for none. Needs the neighbourhood's name in it. */
  readonly findByWords: (text: string) => string | null
  readonly all: readonly PlaceCard[]
}

const ADDRESS: ReadonlySet<PlaceKind> = new Set(['neighbourhood', 'building', 'unit', 'door'])
/**
 * Text that sorts 2号楼 before 10号楼 and 第二网格 before 第十网格: without the collation tables of a locale, so the same on
 * every machine. 一 and 1 are one number.
 */
export const sortKey = (name: string): string =>
  name
    .replace(/[〇零一二三四五六七八九十百]+/g, (words) => String(numberOf(words)))
    .replace(/\d+/g, (digits) => digits.padStart(8, '0'))

/** 60,000 places: about 100 ms once, then nothing worth measuring. */
export function placeTree(places: Iterable<PlaceCard>): PlaceTree {
  const byId = new Map<string, PlaceCard>()
  // By id, so that of two places of one name every PC of the station finds the same one.
  for (const place of [...places].toSorted((a, b) => (a.id < b.id ? -1 : 1))) byId.set(place.id, place)
  const paths = new Map<string, readonly PlaceCard[]>()

  const pathOf = (id: string): readonly PlaceCard[] => {
    const made = paths.get(id)
    if (made) return made
    const path: PlaceCard[] = []
    const seen = new Set<string>()
    for (let at = byId.get(id); at && !seen.has(at.id); at = byId.get(at.parent ?? '')) {
      seen.add(at.id)
      path.unshift(at)
    }
    paths.set(id, path)
    return path
  }
  /** '' for whatever has no known parent, or lies in a circle of parents. */
  const parentOf = (place: PlaceCard): string => pathOf(place.id).at(-2)?.id ?? ''

  const children = new Map<string, PlaceCard[]>()
  for (const place of byId.values()) {
    const parent = isInCircle(place) ? '' : parentOf(place)
    const list = children.get(parent)
    if (list) list.push(place)
    else children.set(parent, [place])
  }
  const keys = new Map<string, string>()
  for (const { id, kind, name } of byId.values()) keys.set(id, `${PLACE_KINDS.indexOf(kind)}${sortKey(name)}\n${id}`)
  for (const list of children.values()) list.sort((a, b) => (keys.get(a.id)! < keys.get(b.id)! ? -1 : 1))

  function isInCircle(place: PlaceCard): boolean {
    const top = pathOf(place.id)[0]
    return top !== undefined && byId.has(top.parent ?? '')
  }

  const acrossOf: PlaceTree['acrossOf'] = (id) => {
    const nearest = (field: 'grid' | 'residentGroup'): PlaceCard | null => {
      for (const place of pathOf(id).toReversed()) {
        const named = place[field] && byId.get(place[field])
        if (named) return named
      }
      return null
    }
    return { grid: nearest('grid'), residentGroup: nearest('residentGroup') }
  }

  const within: PlaceTree['within'] = (id, area) => {
    if (id === area) return true
    const kind = byId.get(area)?.kind
    if (kind === undefined) return false
    if (kind === 'grid') return acrossOf(id).grid?.id === area
    if (kind === 'resident-group') return acrossOf(id).residentGroup?.id === area
    return pathOf(id).some((place) => place.id === area)
  }

  const childrenOf = (id: string): readonly PlaceCard[] => children.get(id) ?? []
  const plain = new Map<string, string>()
  const plainName = (place: PlaceCard): string => {
    let name = plain.get(place.id)
    if (name === undefined) plain.set(place.id, (name = plainPlace(place.name)))
    return name
  }

  // Some dozens among 60,000 doors.
  const neighbourhoods = [...byId.values()].filter(({ kind, retired }) => kind === 'neighbourhood' && !retired)

  const findByWords: PlaceTree['findByWords'] = (text) => {
    const typed = plainPlace(text)
    let best: PlaceCard | null = null
    let rest = ''
    for (const place of neighbourhoods) {
      const name = plainName(place)
      const short = name.replace(/(?:小区|社区|家属院)$/, '')
      for (const form of short.length >= 2 && short !== name ? [name, short] : [name]) {
        const at = typed.indexOf(form)
        // The longest name that is found: 桂花园东区 is not 桂花园.
        if (at < 0 || (best && plainName(best).length >= name.length)) continue
        best = place
        rest = typed.slice(at + form.length)
        break
      }
    }
    while (best) {
      const next = childrenOf(best.id)
        .filter((child) => !child.retired && startsWith(rest, child))
        .toSorted((a, b) => plainName(b).length - plainName(a).length)[0]
      if (!next) return best.id
      rest = rest.slice(spelling(rest, next)!.length)
      best = next
    }
    return null
  }
  /** 3号楼101 may leave out the unit of a building that has one only; a unit may be written 2 or 2单元. */
  const spelling = (rest: string, { name, kind }: PlaceCard): string | null => {
    const whole = plainPlace(kind === 'unit' ? `1号楼${name}` : name).replace(kind === 'unit' ? /^1号楼/ : /^$/, '')
    if (whole === '' || !rest.startsWith(whole)) return null
    // 10 does not begin 101.
    return /\d$/.test(whole) && /^\d/.test(rest.slice(whole.length)) ? null : whole
  }
  const startsWith = (rest: string, child: PlaceCard): boolean => spelling(rest, child) !== null

  return {
    get: (id) => byId.get(id),
    childrenOf,
    pathOf,
    pathWords(id) {
      const path = pathOf(id)
      const address = path.filter((place) => ADDRESS.has(place.kind)).map((place) => place.name)
      return address.length > 0 ? address.join('') : (path.at(-1)?.name ?? '')
    },
    within,
    acrossOf,
    leadersOf(id) {
      const { grid, residentGroup } = acrossOf(id)
      const named = [...pathOf(id).toReversed(), residentGroup, grid]
      return named.filter((place) => place !== null && place.leader !== '') as PlaceCard[]
    },
    findByWords,
    all: [...byId.values()],
  }
}

/** Which kinds may stand directly below a kind. Streets of small towns have no district above; a community may be the top. */
export function mayStandBelow(kind: PlaceKind, parent: PlaceKind | null): boolean {
  if (parent === null) return kind !== 'unit' && kind !== 'door'
  if (kind === 'grid' || kind === 'resident-group') return parent === 'community' || parent === 'neighbourhood'
  if (parent === 'grid' || parent === 'resident-group') return false
  const [at, above] = [PLACE_KINDS.indexOf(kind), PLACE_KINDS.indexOf(parent)]
  if (at < 0 || above < 0) throw new BugError('a kind of place that is not in the list')
  // 平房 have doors without units and buildings; nothing else leaves out more than one level.
  return kind === 'door' ? above >= PLACE_KINDS.indexOf('neighbourhood') && above < at : above < at && at - above <= 2
}

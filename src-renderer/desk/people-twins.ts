/** 疑似同一人 among the registered residents: at entry, and as a list to go through. Kept by key; only what changed is read. */
import type { Book } from '#core/book/book.ts'
import { entitiesOf } from '#core/book/book.ts'
import { described, twinKeys, twinLikeness, type Described, type Likeness, type Typed } from '#core/person/twins.ts'
import type { MergedPerson } from '#core/person/merged-people.ts'
import { pairKey, registerOf, type Register } from './people-register.ts'
import { placeWordsOf } from './people.ts'

type Twins = {
  readonly byKey: Map<string, Set<string>>
  readonly keysOf: Map<string, { readonly of: MergedPerson; readonly keys: readonly string[]; readonly described: Described }> // prettier-ignore
  /** Version of the people that it knows. */
  seen: number
}
const kept = new WeakMap<Book, Twins>()

/** Equal sounds, one key: every character by the first of its readings. Read once each; pinyin-pro is fetched late. */
const sounds = new Map<string, string>()
let pinyin: Promise<(sign: string) => string> | null = null
const loadSounds = (): Promise<(sign: string) => string> =>
  (pinyin ??= import('pinyin-pro').then((module) => (sign) => {
    const readings = module.pinyin(sign, { toneType: 'none', type: 'array', multiple: true })
    return readings.toSorted()[0] ?? sign
  }))

async function soundOf(): Promise<(name: string) => string> {
  const read = await loadSounds()
  return (name) => {
    let sound = ''
    for (const sign of name.replace(/\s+/g, '')) {
      let known = sounds.get(sign)
      if (known === undefined) sounds.set(sign, (known = read(sign)))
      sound += `${known} `
    }
    return sound
  }
}

/** Read at once before a save may go between: about 10 ms. */
const PORTION = 1_000
const breath = (): Promise<void> => new Promise((done) => setTimeout(done))
let last: Promise<unknown> = Promise.resolve()

type Ready = { readonly twins: Twins; readonly register: Register; readonly sound: (name: string) => string }

/** One after the other: two forms do not build it twice. */
const twinsOf = (book: Book): Promise<Ready> => {
  const mine = last.then(() => brought(book))
  last = mine.catch(() => undefined)
  return mine
}

/** 60,000 residents: about a second in portions the first time, a few ms after a save. */
async function brought(book: Book): Promise<Ready> {
  const sound = await soundOf()
  let twins = kept.get(book)
  if (!twins) kept.set(book, (twins = { byKey: new Map(), keysOf: new Map(), seen: -1 }))
  let register = registerOf(book)
  while (twins.seen !== register.people) {
    const { people, merged } = register
    for (const [root, { of, keys }] of twins.keysOf) {
      if (merged.get(root) === of) continue
      for (const key of keys) twins.byKey.get(key)?.delete(root)
      twins.keysOf.delete(root)
    }
    let read = 0
    for (const root of merged.keys()) {
      const of = merged.get(root)
      if (!of || twins.keysOf.has(root)) continue
      note(twins, root, of, described(typedOf(register, of), sound(of.card.name)))
      if (++read % PORTION === 0) await breath()
    }
    twins.seen = people
    // Somebody may have been saved meanwhile.
    register = registerOf(book)
  }
  return { twins, register, sound }
}

function note(twins: Twins, root: string, of: MergedPerson, mine: Described): void {
  const keys = twinKeys(mine)
  twins.keysOf.set(root, { of, keys, described: mine })
  for (const key of keys) {
    const list = twins.byKey.get(key)
    if (list) list.add(root)
    else twins.byKey.set(key, new Set([root]))
  }
}

const typedOf = (register: Register, { card }: MergedPerson): Typed => ({
  name: card.name,
  phones: [card.phone, card.otherPhone ?? ''],
  idNumber: card.idNumber ?? '',
  birthDate: card.birthDate ?? '',
  gender: card.gender ?? '',
  placeWords: placeWordsOf(register, card),
})

export type Found = { readonly root: string; readonly likeness: Likeness }
const SHOWN = 3

/** What is typed at entry. `except`: the entry being corrected, which is no twin of itself. */
export async function twinsFor(book: Book, typed: Typed, except: string | null): Promise<readonly Found[]> {
  const { twins, register, sound } = await twinsOf(book)
  const mine = described(typed, sound(typed.name))
  const own = except === null ? null : register.groups.rootOf(except)
  const roots = new Set(twinKeys(mine).flatMap((key) => [...(twins.byKey.get(key) ?? [])]))
  return [...roots]
    .flatMap((root): Found[] => {
      if (root === own || (own !== null && register.apart.has(pairKey(own, root)))) return []
      const like = twinLikeness(mine, twins.keysOf.get(root)!.described)
      return like ? [{ root, likeness: like }] : []
    })
    .toSorted((a, b) => b.likeness.score - a.likeness.score)
    .slice(0, SHOWN)
}

export type Pair = { readonly one: string; readonly other: string; readonly likeness: Likeness }

/** A key that more share than this says nothing: an institution's one phone, a house of one name. */
const MOST_OF_ONE_KEY = 60

/** Every pair that may be one person, the likeliest first; those set apart are left out. */
export async function allTwins(book: Book): Promise<readonly Pair[]> {
  if (entitiesOf(book, 'person').size < 2) return []
  const { twins, register } = await twinsOf(book)
  const pairs = new Map<string, Pair | null>()
  for (const list of twins.byKey.values()) {
    if (list.size < 2 || list.size > MOST_OF_ONE_KEY) continue
    const roots = [...list]
    roots.forEach((one, i) => {
      for (const other of roots.slice(i + 1)) {
        const key = pairKey(one, other)
        if (pairs.has(key)) continue
        const likeness = isApart(register, one, other) ? null : twinLikeness(twins.keysOf.get(one)!.described, twins.keysOf.get(other)!.described) // prettier-ignore
        pairs.set(key, likeness && { one, other, likeness })
      }
    })
  }
  return [...pairs.values()].filter((pair) => pair !== null).toSorted((a, b) => b.likeness.score - a.likeness.score)
}

/** Said of any two of their entries. */
const isApart = ({ apart, groups }: Register, one: string, other: string): boolean =>
  apart.size > 0 && groups.membersOf(one).some((a) => groups.membersOf(other).some((b) => apart.has(pairKey(a, b))))

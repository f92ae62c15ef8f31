/** In which 小区 a case is wanted: by its place in the tree, else by the address as it was typed. */
import { placeTreeOf } from '#core/book/place-tree-of.ts'
import type { PlaceTree } from '#core/place/place-tree.ts'
import { value } from '#core/kernel/entity.ts'
import { wordAt } from './coded-words.ts'
import type { DeskState } from './state.ts'

/** id '' and name '' where the tree does not know it. */
export type Neighbourhood = { readonly id: string; readonly name: string }
const NONE: Neighbourhood = { id: '', name: '' }

/** Addresses repeat: a tree is asked once for each. Gone with the tree. */
const known = new WeakMap<PlaceTree, Map<string, Neighbourhood>>()

export function neighbourhoodFinder({ book, table }: DeskState): (row: number) => Neighbourhood {
  const tree = placeTreeOf(book)
  let found = known.get(tree)
  if (!found) known.set(tree, (found = new Map()))
  const cache = found
  const lookUp = (key: string, id: () => string | null): Neighbourhood => {
    const before = cache.get(key)
    if (before) return before
    const place = id()
    const here = place ? tree.pathOf(place).find(({ kind }) => kind === 'neighbourhood') : undefined
    const made = here ? { id: here.id, name: here.name } : NONE
    cache.set(key, made)
    return made
  }
  return (row) => {
    const placeId = wordAt(table.words.placeId, row)
    if (placeId) return lookUp(placeId, () => placeId)
    const typed = value(book.replica.entities.get(table.id[row]!)!, 'place')
    return typeof typed === 'string' && typed !== '' ? lookUp(typed, () => tree.findByWords(typed)) : NONE
  }
}

/** The same for two cases of one person: registered, else name and number. Nobody's, and a reporter's, is their own. */
export function personKeyOf({ book, table }: DeskState, row: number): string {
  const registered = wordAt(table.words.person, row)
  if (registered) return registered
  const entity = book.replica.entities.get(table.id[row]!)!
  const text = (field: string): string => (value(entity, field) as string | undefined) ?? ''
  const name = text('requesterName').replace(/\s/g, '')
  if (name === '' || value(entity, 'anonymous') === true || value(entity, 'requestKind') === 'report') return table.id[row]! // prettier-ignore
  return `${name} ${text('requesterPhone').replace(/\D/g, '')}`
}

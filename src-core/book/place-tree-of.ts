import type { PlaceCard } from '../place/fields.ts'
import { placeTree } from '../place/place-tree.ts'
import { madeOf } from './made-of.ts'

/** The station's tree of places. */
export const placeTreeOf = madeOf('place', (all) => placeTree(all as unknown as readonly PlaceCard[]))

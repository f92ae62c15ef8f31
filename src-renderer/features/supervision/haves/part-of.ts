import type { HaveCell, HaveRow } from '#app/services/desk-types.ts'
import type { Have } from '#core/have/codes.ts'

/** What stands behind `#/haves/` for one of the four in one neighbourhood. */
export const partOf = (place: string, have: Have): string => `${place}~${have}`

/** A cell with where it stands. */
export type Standing = { readonly row: HaveRow; readonly cell: HaveCell }

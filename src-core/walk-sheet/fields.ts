/** 入户走访单: a numbered paper for one building, six doors a page, and what was typed in from it. */
import type { Scope } from '../kernel/event.ts'
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'

/** What a walker can write on within one A4 page. */
export const DOORS_A_PAGE = 6
/** Sixty pages: no building is larger, and no walker carries more. */
export const MOST_DOORS = 60 * DOORS_A_PAGE

export const walkSheetId = entityId('walk-sheet')

/** One row of the paper. Only ids of the household: names change, and the paper in the drawer is not the record. */
export const WALK_DOOR = z.object({
  /** 2单元501; '' for a row left empty. */
  words: words(120),
  place: entityId('place').optional(),
  /** Whom the row names. */
  person: entityId('person').optional(),
})
export type WalkDoor = z.infer<typeof WALK_DOOR>

export const WALK_SHEET = z.object({
  /** 2026-0007. Two PCs may give the same one; then both are found, each with its building and day. */
  number: someWords(20),
  building: entityId('place').optional(),
  /** The building in words, as it stands on the paper. */
  name: someWords(200),
  /** Row 1 is the first; whole pages. */
  doors: z.array(WALK_DOOR).min(1).max(MOST_DOORS),
  printedAt: moment,
  by: entityId('user'),
})
export type WalkSheetFields = z.infer<typeof WALK_SHEET>

/** One request that was typed in from a row; a door that has two gives two of them. */
export const WALK_ENTRY = z.object({
  sheet: walkSheetId,
  row: z.number().int().min(1).max(MOST_DOORS),
  case: entityId('case'),
})

export const WALK_TYPES: Readonly<Record<'walk-sheet' | 'walk-entry', Readonly<Record<string, Scope>>>> = {
  'walk-sheet': {
    number: 'private',
    building: 'private',
    name: 'private',
    doors: 'private',
    printedAt: 'private',
    by: 'private',
  },
  'walk-entry': { sheet: 'private', row: 'private', case: 'private' },
}

export type WalkSheetCard = { readonly id: string } & WalkSheetFields
/** As it is read back: a value that has not arrived leaves a hole. */
export const walkSheetCard = (id: string, fields: Readonly<Record<string, unknown>>): WalkSheetCard => ({
  ...({ number: '', name: '', doors: [], printedAt: '', by: '', ...fields } as WalkSheetFields),
  id,
})

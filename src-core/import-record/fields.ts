/**
 * 导入: one file that was taken in, who did it and how their words became ours. Its cases name it, so that all of them can be
 * taken out again. Private: a file's name and its headings may be anything.
 */
import type { Scope } from '../kernel/event.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES } from '../case-file/codes.ts'
import { entityId, someWords, words, z } from '../lib/schema.ts'

const count = z.number().int().nonnegative()
/** Their word → what it is here. Only what somebody chose; anything else is guessed from the word. */
const choices = <T extends z.core.SomeType>(choice: T) => z.record(z.string().max(400), choice).optional()

export const VALUE_MAP = z.strictObject({
  /** `serviceType` null: not decided. `category`: our heading, if it is not theirs. */
  category: choices(
    z.strictObject({ serviceType: z.enum(SERVICE_TYPES).nullable().optional(), category: words(80).optional() }),
  ),
  serviceType: choices(z.enum(SERVICE_TYPES).nullable()),
  requestKind: choices(z.enum(REQUEST_KINDS)),
  channel: choices(z.enum(CHANNELS)),
})
export type ValueMap = z.infer<typeof VALUE_MAP>

/** What is known when it begins. */
export const IMPORT_BEGUN = z.object({
  file: someWords(200),
  /** Of the file's bytes, 64 hex digits. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Rows below the header that are not blank. */
  rows: count,
  /** The header row: the next file with the same one is mapped in the same way. */
  header: z.array(z.string().max(400)).max(2_000),
  /** Field → column or columns (intake/column-map.ts). */
  map: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  values: VALUE_MAP,
})
export type ImportBegun = z.infer<typeof IMPORT_BEGUN>

/** What came of it; absent when the program was closed on the way. */
export const IMPORT_FINISHED = z.object({
  imported: count,
  repeated: count,
  refused: count,
  /** A person stopped it before the end of the file. */
  stopped: z.boolean(),
})
export type ImportFinished = z.infer<typeof IMPORT_FINISHED>

export const IMPORT_UNDONE = z.object({ erased: count, kept: count })
export type ImportUndone = z.infer<typeof IMPORT_UNDONE>

export const importId = entityId('import')

/** All of it as it may be read back: an event that was damaged or has not arrived leaves holes. */
export type ImportFields = Partial<
  ImportBegun &
    ImportFinished &
    ImportUndone & {
      readonly at: string
      readonly by: string
      readonly finishedAt: string
      readonly undoBegunAt: string
      readonly undoneAt: string
      readonly undoneBy: string
      /** Highest case number of each year when the undoing began: [year, number]. Those are never given again. */
      readonly numbers: readonly (readonly [number, number])[]
    }
>

export const IMPORT_SCOPES: Readonly<Record<keyof ImportFields, Scope>> = {
  file: 'private',
  sha256: 'private',
  rows: 'private',
  header: 'private',
  map: 'private',
  values: 'private',
  at: 'private',
  by: 'private',
  imported: 'private',
  repeated: 'private',
  refused: 'private',
  stopped: 'private',
  finishedAt: 'private',
  erased: 'private',
  kept: 'private',
  undoBegunAt: 'private',
  undoneAt: 'private',
  undoneBy: 'private',
  numbers: 'private',
}

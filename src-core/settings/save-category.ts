/**
 * 改分类目录: every change is an entry of its own with the day from which it holds; nothing that was decided before is
 * touched, for a case keeps the code, the kind of service and the deadline that were decided with it.
 */
import { checked, refuse, type Asked, type Decision, type Reading, type Refusal } from '../case-file/decision.ts'
import { PRESET_IDS } from '../case-file/time-limit.ts'
import { isOwnLeaf } from '../category/category.ts'
import {
  currentCatalogue,
  groupOf,
  readChanges,
  type Catalogue,
  type CategoryChange,
} from '../category/current-catalogue.ts'
import { chainTrouble } from '../category/fallback-chain.ts'
import { LEAF, sameLeaf, type LeafFields } from '../category/fields.ts'
import { ok, err, type Result } from '../lib/result.ts'
import type { Draft } from '../kernel/command.ts'
import { z } from '../lib/schema.ts'
import type { Day } from '../lib/time.ts'

export type SaveCategory = LeafFields

/** To add one: here, and its sentence in both languages (categories:problem). */
export type LeafTrouble =
  | 'unknown-group' // the first four digits name no group
  | 'code-reserved' // new leaves of a station end in 80 to 99
  | 'unknown-limit'
  | 'chain-start'
  | 'chain-circle'

/** What is wrong with a leaf that its shape cannot say; null when nothing is. `known`: the code stands in the catalogue. */
export function leafTrouble(
  leaf: Pick<LeafFields, 'code' | 'limit' | 'chain' | 'serviceType'>,
  known: boolean,
): { readonly field: 'code' | 'limit' | 'chain'; readonly trouble: LeafTrouble } | null {
  if (!groupOf(leaf.code)) return { field: 'code', trouble: 'unknown-group' }
  if (!known && !isOwnLeaf(leaf.code)) return { field: 'code', trouble: 'code-reserved' }
  if (!PRESET_IDS.some((id) => id === leaf.limit)) return { field: 'limit', trouble: 'unknown-limit' }
  const trouble = chainTrouble(leaf.chain, leaf.serviceType)
  return trouble && { field: 'chain', trouble }
}

export function saveCategory(reading: Reading, input: SaveCategory, asked: Asked): Decision {
  const form = checked(LEAF, input)
  if (!form.ok) return form
  const draft = changeDraft(before(changesIn(reading)), form.value, asked)
  if (!draft.ok) return draft
  return draft.value ? ok([draft.value]) : refuse('nothing-changed')
}

/** A catalogue has some hundreds of leaves; a file beyond this is a mistake. */
export const MOST_LEAVES = 2_000
const IMPORT_CATEGORIES = z.object({ leaves: z.array(LEAF).min(1).max(MOST_LEAVES) })
export type ImportCategories = z.infer<typeof IMPORT_CATEGORIES>

/** All of a file in one command: in, or not at all. Lines that change nothing are left out; twice is 'nothing-changed'. */
export function importCategories(reading: Reading, input: ImportCategories, asked: Asked): Decision {
  const form = checked(IMPORT_CATEGORIES, input)
  if (!form.ok) return form
  const known = before(changesIn(reading))
  const drafts: Draft[] = []
  const codes = new Set<string>()
  for (const [n, leaf] of form.value.leaves.entries()) {
    if (codes.has(leaf.code)) return refuse('invalid-input', [`leaves.${n}.code`])
    codes.add(leaf.code)
    const draft = changeDraft(known, leaf, asked)
    if (!draft.ok)
      return refuse(
        draft.error.code,
        draft.error.fields?.map((field) => `leaves.${n}.${field}`),
      )
    if (draft.value) drafts.push(draft.value)
  }
  return drafts.length > 0 ? ok(drafts) : refuse('nothing-changed')
}

const changesIn = (reading: Pick<Reading, 'ids' | 'read'>): CategoryChange[] =>
  readChanges([...reading.ids('category')].map((id) => [id, reading.read(id)] as const))

type Before = { readonly on: (day: Day) => Catalogue; readonly codes: ReadonlySet<string> }

/** The catalogue before the change, made once a day in force: a file has one day and up to 2,000 leaves. */
function before(changes: readonly CategoryChange[]): Before {
  const made = new Map<Day, Catalogue>()
  return {
    codes: new Set(changes.map(({ code }) => code)),
    on(day) {
      const known = made.get(day) ?? currentCatalogue(changes, day)
      made.set(day, known)
      return known
    },
  }
}

/** Null when the leaf is already so on that day. */
function changeDraft({ on, codes }: Before, leaf: LeafFields, asked: Asked): Result<Draft | null, Refusal> {
  const was = on(leaf.inForce).leaf(leaf.code)
  const trouble = leafTrouble(leaf, was !== undefined || codes.has(leaf.code))
  if (trouble) return err({ code: 'invalid-input', fields: [trouble.field] })
  if (was && sameLeaf(was, leaf)) return ok(null)
  return ok({
    entity: asked.newId('category'),
    kind: was ? 'category-changed' : 'category-entered',
    fields: { ...leaf, at: asked.now, by: asked.user },
  })
}

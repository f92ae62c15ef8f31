/** What the book knows of imports: their records, their cases, and which of these nobody has touched since. */
import type { ImportFields } from '../import-record/fields.ts'
import type { ImportedCase } from '../intake/undo-import.ts'
import { value, values, type Entity } from '../kernel/entity.ts'
import { deviceOfLog, scopeOfLog, type EntityId } from '../kernel/event.ts'
import { entitiesOf, type Book } from './book.ts'

/**
 * Every event of one command has one Lamport number of one device, and no other command has it: that tells what the import
 * wrote from whatever came after it, by whomever. The time stands beside it, should a foreign event ever have pushed the
 * numbers to their end, where they stay equal.
 */
export function importedCase(book: Book, id: EntityId): ImportedCase | null {
  const entity = book.caseSet.has(id) ? book.replica.entities.get(id) : undefined
  const of = entity && value(entity, 'import')
  const first = entity?.writes.find((write) => write.k === 'case-imported')
  if (!entity || !first || typeof of !== 'string') return null
  const parts = [entity]
  for (const child of book.children.get(id) ?? []) {
    const part = book.replica.entities.get(child)
    if (part) parts.push(part)
  }
  const device = deviceOfLog(first.log)
  const isFirst = ({ l, t, log }: Entity['writes'][number]): boolean =>
    l === first.l && t === first.t && deviceOfLog(log) === device
  return {
    import: of,
    touched: parts.some((part) => !part.writes.every(isFirst)),
    parts: parts.map((part) => ({
      entity: part.id,
      scopes: [...new Set(part.writes.map((write) => scopeOfLog(write.log)))].toSorted(),
    })),
  }
}

/** Import → its cases that are still there, in their order. */
export function casesByImport(book: Book): Map<EntityId, EntityId[]> {
  const out = new Map<EntityId, EntityId[]>()
  for (const id of book.cases) {
    const of = value(book.replica.entities.get(id)!, 'import')
    if (typeof of !== 'string') continue
    const list = out.get(of)
    if (list) list.push(id)
    else out.set(of, [id])
  }
  return out
}

export type ImportRecord = { readonly id: EntityId } & ImportFields

/** Newest first. */
export const importRecords = (book: Book): ImportRecord[] =>
  [...entitiesOf(book, 'import')]
    .map((id): ImportRecord => ({ ...(values(book.replica.entities.get(id)!) as ImportFields), id }))
    .toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : -1))

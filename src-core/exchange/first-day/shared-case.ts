/**
 * A case as the upper office may know it: only what the field table calls `shared`. Whatever is printed of it afterwards, no name,
 * telephone number, address or story can be in it, a field added later included.
 */
import type { Act, CaseFile } from '#core/case-file/case-file.ts'
import { isConfidential } from '#core/case-file/confidential.ts'
import { ACT_SCOPES, CASE_SCOPES } from '#core/case-file/scopes.ts'
import { CATEGORY_CODE } from '#core/category/category.ts'
import type { Scope } from '#core/kernel/event.ts'

/** Of an act, beside its fields: what every act has. */
const FRAME = new Set(['id', 'type', 'written', 'enteredAt'])

export function sharedCase(file: CaseFile): CaseFile {
  // Of a report (举报) not even what it is about. Asked before the reason that opened it falls away.
  const isReport = isConfidential(file.fields)
  const act = (one: Act): Act => {
    const known = { ...shared(one, ACT_SCOPES[one.type]) } as Record<string, unknown>
    // Words of older records and of imports stay here: only the catalogue's own codes are told.
    if ('category' in known && (isReport || !CATEGORY_CODE.test(String(known['category'])))) known['category'] = ''
    return known as Act
  }
  return {
    id: file.id,
    pc: file.pc,
    fields: shared(file.fields, CASE_SCOPES),
    acts: file.acts.map(act),
    withdrawn: [],
    conflicts: [],
  }
}

const shared = <T extends object>(fields: T, scopes: Readonly<Record<string, Scope>>): T =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => scopes[field] === 'shared' || FRAME.has(field))) as T

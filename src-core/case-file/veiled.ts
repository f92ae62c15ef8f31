/**
 * What a case looks like on a screen that residents can see (柜台模式): every private word is replaced, by the scopes of
 * the field table, so that a field added later is hidden without anybody thinking of it.
 */
import type { Scope } from '../kernel/event.ts'
import type { Act, CaseFile } from './case-file.ts'
import { ACT_SCOPES, CASE_SCOPES } from './scopes.ts'

export const VEIL = '**'

/** 王素兰 → 王**: staff still sees which of two rows is meant. */
export const veiledName = (name: string): string => (name === '' ? '' : `${[...name][0]!}${VEIL}`)
export const veiledWords = (words: string): string => (words === '' ? '' : VEIL)

/** Private, but ids, times and kinds of file: nobody is told by them. To add one: a field whose value is never words. */
const TELLS_NOTHING: ReadonlySet<string> = new Set([
  'receivedBy',
  'by',
  'case',
  'at',
  'nextAt',
  'externalId',
  'externalSource',
  'person',
  'forPerson',
  'placeId',
  'relation',
  'orderForm',
  'blob',
  'sha256',
])
const NAMES: ReadonlySet<string> = new Set(['requesterName', 'reporterName', 'forWhom', 'answeredBy'])

export const veiledCase = (file: CaseFile): CaseFile => ({
  ...file,
  fields: veiled(file.fields, CASE_SCOPES),
  acts: file.acts.map(veiledAct),
  withdrawn: file.withdrawn.map((one) => ({ ...one, act: veiledAct(one.act) })),
})

const veiledAct = (act: Act): Act => veiled(act, ACT_SCOPES[act.type]) as Act

/** Words wherever they stand: a correction (更正) holds pairs of them. */
function hidden(value: unknown): unknown {
  if (typeof value === 'string') return veiledWords(value)
  if (Array.isArray(value)) return value.map(hidden)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, hidden(part)]))
}

/** A file without its kind shows no picture. */
const NO_KIND = 'application/octet-stream'

function veiled<T extends object>(fields: T, scopes: Readonly<Record<string, Scope>>): T {
  const shown = Object.entries(fields).map(([field, value]: [string, unknown]) => {
    const isHidden = (scopes[field] === 'private' || scopes[field] === 'confidential') && !TELLS_NOTHING.has(field)
    // 交办 names a colleague by id; elsewhere `to` is words.
    if (!isHidden || (field === 'to' && String(value).startsWith('user:'))) return [field, value]
    if (field === 'media') return [field, NO_KIND]
    return [field, NAMES.has(field) && typeof value === 'string' ? veiledName(value) : hidden(value)]
  })
  return Object.fromEntries(shown) as T
}

/** The text that a model case begins with: what the records say, with everybody taken out. Somebody reads and rewrites it. */
import { actsOf, type CaseFile } from '../case-file/case-file.ts'
import type { Outcome, ServiceType } from '../case-file/codes.ts'
import { categoryOf, serviceTypeOf } from '../case-file/status.ts'
import type { ProviderKind } from '../provider/fields.ts'
import { deidentified, type Known } from './deidentify.ts'
import { MODEL_TEXT_MOST } from './fields.ts'

export type ModelProposal = {
  readonly title: string
  readonly situation: string
  readonly done: string
  readonly helpers: readonly ProviderKind[]
  readonly result: string
  readonly outcome: Outcome | null
  readonly category: string
  readonly serviceType: ServiceType | ''
}

/** `providers`: names are taken out too, their kind stays. */
export function modelProposal(
  file: CaseFile,
  known: Known,
  providers: (id: string) => { readonly name: string; readonly kind: ProviderKind } | null,
): ModelProposal {
  const { fields, acts } = file
  const orders = actsOf(acts, 'referral')
  const helped = orders.flatMap(({ provider }) => providers(provider) ?? [])
  const all: Known = { ...known, names: [...known.names, ...helped.map(({ name }) => name)] }
  const plain = (text: string): string => deidentified(text.trim(), all).slice(0, MODEL_TEXT_MOST)
  const { title = '', text = '' } = fields
  const notes = [
    ...actsOf(acts, 'contact').map(({ at, note }) => [at, note] as const),
    ...actsOf(acts, 'referral-step').map(({ at, note }) => [at, note] as const),
  ]
    .filter(([, note]) => note.trim() !== '')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, note]) => note.trim())
  return {
    title: plain(title).slice(0, 80),
    situation: plain(text.trim() === '' ? title : text),
    done: plain([...new Set(notes)].join('\n')),
    helpers: [...new Set(helped.map(({ kind }) => kind))],
    result: plain(actsOf(acts, 'answer').at(-1)?.content ?? ''),
    outcome: actsOf(acts, 'closing').at(-1)?.outcome ?? null,
    category: categoryOf(file),
    serviceType: serviceTypeOf(file) ?? '',
  }
}

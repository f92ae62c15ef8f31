/** Whom transfers (个案转报) that came from below name: all that an upper office knows of a resident. */
import type { EntityId } from '../kernel/event.ts'
import { madeOf } from './made-of.ts'

export type TransferPeople = { readonly names: readonly string[]; readonly phones: readonly string[] }

/** By case; '' for those whose case is not here. Letters of one case stand together. */
export const transferPeople = madeOf('letter', (all) => {
  const byCase = new Map<EntityId | '', { names: string[]; phones: string[] }>()
  for (const { kind, direction, case: about, body } of all as readonly Partial<Told>[]) {
    if (kind !== 'transfer' || direction !== 'in') continue
    const told = { names: words(body?.fields, 'name', 'for-whom'), phones: words(body?.fields, 'phone') }
    const of = typeof about === 'string' ? about : ''
    const before = byCase.get(of)
    byCase.set(of, { names: [...(before?.names ?? []), ...told.names], phones: [...(before?.phones ?? []), ...told.phones] }) // prettier-ignore
  }
  return byCase as ReadonlyMap<EntityId | '', TransferPeople>
})

type Told = { kind: unknown; direction: unknown; case: unknown; body: { fields?: unknown } | null }

function words(fields: unknown, ...names: readonly string[]): string[] {
  if (typeof fields !== 'object' || fields === null) return []
  return names.flatMap((name) => {
    const value: unknown = (fields as Record<string, unknown>)[name]
    return typeof value === 'string' && value !== '' ? [value] : []
  })
}

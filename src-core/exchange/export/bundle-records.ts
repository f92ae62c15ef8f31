/** The records of bundles that went out and came in: all that exchange knows of what others have. */
import type { Signer } from '#core/keys/identity.ts'
import { LOG_PATTERN, pcOfLog, type EntityId, type LogId } from '#core/kernel/event.ts'
import { tipsOf } from '#core/kernel/log-index.ts'
import { headText } from '#core/kernel/parcel.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import type { HeadSet, LogHead } from '#core/kernel/head-set.ts'
import { bundleOf, type BundleFields, type KeptHead } from '#core/peer/fields.ts'
import type { Holding } from './holding.ts'

export type BundleRecord = Partial<BundleFields> &
  Pick<BundleFields, 'direction' | 'peer' | 'pc' | 'at'> & {
    /** 32 hex digits. */
    readonly bundle: string
    readonly id: EntityId
    /** When it was written down here, as a Lamport number: no clock is asked which of two came later. */
    readonly l: number
  }

/** Oldest first, in the order in which they were written down. */
export function bundleRecords(holding: Holding): BundleRecord[] {
  const out: BundleRecord[] = []
  for (const id of holding.ids('bundle')) {
    const fields = holding.read(id)
    const entity = holding.replica.entities.get(id)
    if (!fields || !entity) continue
    const { direction, peer, pc, at } = fields
    if ((direction !== 'in' && direction !== 'out') || typeof peer !== 'string' || typeof pc !== 'string') continue
    const l = Math.min(...entity.writes.map((write) => write.l))
    out.push({
      ...(fields as Partial<BundleFields>),
      direction,
      peer,
      pc,
      at: String(at),
      id,
      bundle: bundleOf(id),
      l,
    })
  }
  return out.toSorted((a, b) => a.l - b.l || (a.id < b.id ? -1 : 1))
}

/** By the other house: a list of 200 houses looks at each record once. */
export function recordsByPeer(records: readonly BundleRecord[]): ReadonlyMap<string, readonly BundleRecord[]> {
  const out = new Map<string, BundleRecord[]>()
  for (const one of records) {
    const list = out.get(one.peer)
    if (list) list.push(one)
    else out.set(one.peer, [one])
  }
  return out
}

/** Signed heads under which events of other PCs, and of this one's retired names, may be passed on: those whose event is here. */
export function keptHeads(holding: Holding, records: readonly BundleRecord[]): KeptHead[] {
  const out = new Map<string, KeptHead>()
  const keep = (heads: unknown): void => {
    for (const head of Array.isArray(heads) ? (heads as KeptHead[]) : [])
      if (isHere(holding, head)) out.set(head.id, head)
  }
  for (const { heads } of records) keep(heads)
  // Every live value: two copies of one PC each signed their own end.
  for (const id of holding.ids('device'))
    for (const { f } of holding.replica.entities.get(id)?.writes ?? []) keep(f['heads'])
  return [...out.values()]
}

/** This PC's word for the ends of its logs, addressed ones included: what is stored when its keys are retired. */
export function lastHeads({ replica }: Pick<Holding, 'replica'>, signer: Signer & { readonly pc: string }): KeptHead[] {
  const out: KeptHead[] = []
  for (const [log, index] of replica.logs) {
    if (pcOfLog(log) !== signer.pc) continue
    for (const { n, id } of tipsOf(index))
      if (n > 0) out.push({ log, n, id, sig: toBase64url(signer.sign(headText({ log, n, id }))) })
  }
  return out
}

function isHere({ replica }: Holding, { log, n, id }: KeptHead): boolean {
  const index = replica.logs.get(log)
  return index !== undefined && (index.ids[n] === id || (index.branches?.forks.get(n)?.includes(id) ?? false))
}

/** A `have` from outside, without what is none. Logs come as keys of JSON: only the ones that can be logs are kept. */
export function readHave(have: unknown): HeadSet {
  const out: Record<LogId, LogHead> = {}
  if (typeof have !== 'object' || have === null) return out
  for (const [log, head] of Object.entries(have)) {
    const { n, id, forks, gap } = (head ?? {}) as Partial<LogHead>
    if (!LOG_PATTERN.test(log) || !isHead({ n, id })) continue
    const more = Array.isArray(forks) ? forks.filter(isHead).map((fork) => ({ n: fork.n, id: fork.id })) : []
    out[log] = { n: n!, id: id!, ...(more.length > 0 && { forks: more }), ...(gap === true && { gap }) }
  }
  return out
}

const isHead = (head: unknown): head is { readonly n: number; readonly id: string } =>
  typeof head === 'object' &&
  head !== null &&
  Number.isSafeInteger((head as LogHead).n) &&
  (head as LogHead).n >= 0 &&
  typeof (head as LogHead).id === 'string'

/**
 * One file: opened, checked, tried, and taken in as one batch of the journal, its record first. Killed at any moment, the bundle
 * is in or it is not; one that is in is known by its SHA-256 and is not even opened again.
 */
import { holdingOf } from '#core/book/holding-of.ts'
import type { Command } from '#core/commands.ts'
import { blobsNamed, blobsOfEvents } from '#core/exchange/blobs-named.ts'
import type { BundleCode } from '#core/exchange/bundle/bundle-code.ts'
import { BUNDLE_LIMITS } from '#core/exchange/bundle/manifest.ts'
import { unseal } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle, type Verified } from '#core/exchange/bundle/verify-bundle.ts'
import type { GuardVerdict } from '#core/exchange/import/guard.ts'
import { checkRoutes } from '#core/exchange/letters/route.ts'
import { tryIn, type TriedIn } from '#core/exchange/import/try-in.ts'
import { admits } from '#core/exchange/trust/admits.ts'
import type { Trust, Verdict } from '#core/exchange/trust/trust.ts'
import type { HostCode } from '#core/host/host.ts'
import { sealBox } from '#core/journal/sealed-box.ts'
import { secretsOf } from '#core/keys/identity.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import type { BundleFields } from '#core/peer/fields.ts'
import type { Statements } from '#core/peer/statements.ts'
import { random } from '../clock.ts'
import type { OpenStation } from '../open-station.ts'

/** Why nothing of a file went in. To add one: its words in src-cli/problems/bundle-lines.ts. */
export type StopCode = BundleCode | Exclude<Verdict, 'known'> | 'not-admitted' | 'mass-change'

export type Taken = {
  /** 'known': all of it was here. 'waiting': taken in but for `parked` events, whose predecessors are missing. */
  readonly state: 'taken' | 'known' | 'waiting'
  readonly bundle: string
  readonly from: string
  readonly new: number
  readonly known: number
  readonly parked: number
  readonly conflicts: number
}
export type Stopped = { readonly code: StopCode; readonly guard?: GuardVerdict }

type Content = { readonly verified: Verified; readonly tried: TriedIn; readonly news: Statements }

/** SHA-256 of files that are in with all their events → how many they had. */
export function filesTakenIn({ book }: OpenStation): Map<string, number> {
  const { ids, read } = holdingOf(book)
  const out = new Map<string, number>()
  for (const id of ids('bundle')) {
    const { direction, sha256, counts } = (read(id) ?? {}) as Partial<BundleFields>
    if (direction === 'in' && sha256 && counts?.held === 0) out.set(sha256, counts.events)
  }
  return out
}

/** `confirmed`: so many entities may be erased, reopened or taken back by this one file. */
export async function takeBundle(
  station: OpenStation,
  trust: Trust,
  file: { readonly name: string; readonly bytes: Uint8Array; readonly sha256: string },
  confirmed: number | null,
): Promise<Result<Taken, { readonly stop: Stopped } | { readonly host: HostCode }>> {
  const looked = await look(station, trust, file.bytes)
  if (!looked.ok) return err({ stop: { code: looked.error } })
  const { verified, tried, news } = looked.value
  const { manifest, letters } = verified
  const { guard } = tried
  if (guard.asks && confirmed !== guard.entities) return err({ stop: { code: 'mass-change', guard } })

  const stored = await storeBlobs(station, looked.value)
  if (!stored.ok) return err({ host: stored.error })
  const commands: Command[] = []
  if (news.grants.length + news.revocations.length + news.houses.length > 0)
    commands.push({ name: 'store-grants', input: news as Extract<Command, { name: 'store-grants' }>['input'] })
  if (letters.length > 0 && manifest.from.house !== trust.house)
    commands.push({ name: 'take-letters', input: { from: manifest.from.house, letters: [...letters] } })
  const { bundle, profile, logs, heads, have, got, want } = manifest
  const saved = await station.keeper.takeIn({
    bundle,
    record: {
      peer: manifest.from.house,
      pc: manifest.from.pc,
      profile,
      logs,
      heads,
      have,
      got,
      ...(want && { want }),
      file: file.name.slice(0, 200),
      sha256: file.sha256,
      bytes: file.bytes.length,
      letters: letters.map(({ id }) => id),
    },
    events: tried.events,
    marks: tried.marks,
    tried,
    commands,
  })
  if (!saved.ok) return err({ host: saved.error.kind === 'not-saved' ? saved.error.code : 'io-failed' })
  const { counts, already } = saved.value
  return ok({
    state: counts.held > 0 ? 'waiting' : already ? 'known' : 'taken',
    bundle,
    from: manifest.from.short,
    new: counts.fresh,
    known: counts.known,
    parked: counts.held,
    conflicts: counts.conflicts,
  })
}

async function look(
  { identity, book }: OpenStation,
  trust: Trust,
  bytes: Uint8Array,
): Promise<Result<Content, StopCode>> {
  if (bytes.length > BUNDLE_LIMITS.fileBytes) return err('too-big')
  const unsealed = await unseal(bytes, secretsOf(identity))
  if (!unsealed.ok) return unsealed
  const { manifest } = unsealed.value
  const learned = trust.learn(manifest)
  const verdict = learned.verdict(manifest)
  if (verdict !== 'known') return err(verdict)
  const verified = verifyBundle(unsealed.value, learned.keyOf)
  if (!verified.ok) return verified
  if (!verified.value.events.every((event) => admits(learned, event))) return err('not-admitted')
  const unrouted = checkRoutes(learned, verified.value.letters, manifest)
  if (unrouted) return err(unrouted)
  const tried = tryIn(holdingOf(book), learned, verified.value.events)
  return ok({ verified: verified.value, tried, news: trust.news(manifest) })
}

/** On disk before the events that name them. */
async function storeBlobs(
  { host, cipher, book, dry }: OpenStation,
  { verified: { blobs, manifest }, tried }: Content,
): Promise<Result<null, HostCode>> {
  if (blobs.size === 0 || dry) return ok(null)
  const named = new Map([...blobsNamed(book.replica), ...blobsOfEvents(tried.events, book.replica)])
  const there = await host.listBlobs()
  if (!there.ok) return there
  const here = new Set(there.value)
  for (const { id, sha256 } of manifest.blobs) {
    const blob = named.get(id)
    const plain = blobs.get(sha256)
    if (blob?.sha256 !== sha256 || !plain || here.has(id) || cipher.keyFor(blob.scope) === undefined) continue
    const put = await host.putBlob(id, await sealBox(`blob:${id}`, plain, blob.scope, cipher, random))
    if (!put.ok) return put
  }
  return ok(null)
}

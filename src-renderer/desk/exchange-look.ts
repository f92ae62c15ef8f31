/**
 * Looking through a file that arrived, step by step and without changing anything but where it lies:
 *
 *   size → kept → open → contents → known → trust → events → dry-run
 *
 * A broken one goes aside, one of an unknown house or PC into quarantine, each with its reason; nothing blocks anything else.
 */
import type { BundleCode } from '#core/exchange/bundle/bundle-code.ts'
import { unseal } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle, type Verified } from '#core/exchange/bundle/verify-bundle.ts'
import { boxFor } from '#core/exchange/import/box-for.ts'
import { checkRoutes } from '#core/exchange/letters/route.ts'
import { tryIn, type TriedIn } from '#core/exchange/import/try-in.ts'
import { admits } from '#core/exchange/trust/admits.ts'
import type { InboxFile } from '#core/host/host.ts'
import { entityType } from '#core/kernel/event.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { secretsOf } from '#core/keys/identity.ts'
import { epochOf } from '#core/lib/time.ts'
import { arrivalId } from '#core/peer/fields.ts'
import type { Statements } from '#core/peer/statements.ts'
import { houseNamed, type ExchangeNow } from './exchange-now.ts'
import type { DryRun, GuardWord, ImportStep, Received, StopCode } from './exchange-shapes.ts'

export type Looked = {
  readonly received: Received
  readonly sha256: string
  /** Null when it stopped before. */
  readonly content: { readonly verified: Verified; readonly tried: TriedIn; readonly news: Statements } | null
}

/** What the contents themselves show: zip, table of contents, hashes. */
const IN_CONTENTS: ReadonlySet<BundleCode> = new Set(['newer-version', 'bad-manifest', 'file-missing', 'file-unlisted', 'file-changed']) // prettier-ignore

/** A day, for a lone user who does not type the count (ms). */
const GUARD_WAIT = 86_400_000

export async function lookThrough(
  now: ExchangeNow,
  file: InboxFile,
  bytes: Uint8Array,
  hasSecond: boolean,
): Promise<Looked> {
  const { trust, identity, source } = now
  const sha256 = sha256Hex(bytes)
  let received: Received = { ...unread(file), step: 'kept' }
  const stop = (code: StopCode): Looked => ({
    received: { ...received, stop: code, box: boxFor(code) },
    sha256,
    content: null,
  })
  const step = (done: ImportStep, more: Partial<Received> = {}): void =>
    void (received = { ...received, step: done, ...more })

  // The disk, not the sender: what is in the inbox was checked when it came.
  if (!sha256.startsWith(file.id)) return stop('damaged')
  const unsealed = await unseal(bytes, secretsOf(identity))
  if (!unsealed.ok) {
    if (IN_CONTENTS.has(unsealed.error)) step('open')
    return stop(unsealed.error)
  }
  const { manifest } = unsealed.value
  const { from, to, bundle, profile, at, part } = manifest
  const known = houseNamed(now, from.house)
  step('contents', {
    from: { house: from.house, name: known?.name ?? from.name, pc: from.pc, known: known !== null },
    bundle,
    profile,
    at,
    part,
  })

  const learned = trust.learn(manifest)
  const verdict = learned.verdict({ from, to })
  if (verdict !== 'known') return stop(verdict)
  step('trust')
  const verified = verifyBundle(unsealed.value, learned.keyOf)
  if (!verified.ok) return stop(verified.error)
  if (!verified.value.events.every((event) => admits(learned, event))) return stop('not-admitted')
  const unrouted = checkRoutes(learned, verified.value.letters, manifest)
  if (unrouted) return stop(unrouted)
  step('events')

  const tried = tryIn(source, learned, verified.value.events)
  const news = trust.news(manifest)
  const { fresh, held } = tried.counts
  // Also what another PC of this house took in and handed over. A receipt has no events, and is new all the same.
  const cameIn = [identity.pc, ...trust.pcsOf(trust.house)].some((pc) => source.read(arrivalId(bundle, pc)) !== null)
  const isKnown = source.read(`bundle:${bundle}`) !== null || (cameIn && fresh === 0 && held === 0)
  step('dry-run', { known: isKnown, dryRun: dryRunOf(now, file, verified.value, tried, news, hasSecond) })
  return { received, sha256, content: { verified: verified.value, tried, news } }
}

export const unread = ({ id, name, bytes, box }: InboxFile): Received => ({
  inbox: id,
  name,
  bytes,
  box,
  step: '',
  stop: null,
  from: null,
  bundle: '',
  profile: null,
  at: '',
  part: null,
  dryRun: null,
  known: false,
})

function dryRunOf(
  now: ExchangeNow,
  file: InboxFile,
  { letters, blobs }: Verified,
  tried: TriedIn,
  news: Statements,
  hasSecond: boolean,
): DryRun {
  const { trial, counts, newCases, changedCases, guard, revoked } = tried
  return {
    counts,
    newCases,
    changedCases,
    letters: letters.filter(({ id }) => now.source.read(id) === null).length,
    blobs: blobs.size,
    grants: news.grants.length + news.houses.length,
    revoked,
    providers: [...trial.newEntities].filter((id) => entityType(id) === 'provider').length,
    undone: guard.entities,
    of: guard.of,
    guard: guard.asks,
    ways: waysFor(now, file, guard.asks, hasSecond),
    forks: trial.forks.length,
    missing: trial.missing,
  }
}

/** The day goes by while the file lies there: to be asked anew each time. `hasSecond`: somebody else signs in on this PC. */
export function waysFor(
  { now }: Pick<ExchangeNow, 'now'>,
  file: InboxFile,
  asks: boolean,
  hasSecond: boolean,
): readonly GuardWord['kind'][] {
  if (!asks) return ['none']
  if (hasSecond) return ['second']
  return epochOf(now) - epochOf(file.at) >= GUARD_WAIT ? ['count', 'waited'] : ['count']
}

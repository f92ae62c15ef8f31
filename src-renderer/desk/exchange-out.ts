/** Export: what would leave (a preview in numbers), and the files themselves: planned, collected, packed, written, read back, recorded. */
import { leaksOf } from '#core/book/leaks-of.ts'
import { bundleName } from '#core/exchange/bundle/bundle-name.ts'
import type { Letter, Manifest } from '#core/exchange/bundle/manifest.ts'
import { packBundle } from '#core/exchange/bundle/pack-bundle.ts'
import { splitParts, type Part, type SizedBlob } from '#core/exchange/bundle/split-parts.ts'
import { bundleRecords, keptHeads } from '#core/exchange/export/bundle-records.ts'
import { collectEvents } from '#core/exchange/export/collect-events.ts'
import { planExport, type ExportPlan } from '#core/exchange/export/plan-export.ts'
import { kindOf, PROFILES_FOR, PROFILE_SCOPES } from '#core/exchange/export/profile-contents.ts'
import { statementsWith } from '#core/exchange/export/statements-with.ts'
import { lettersToSend } from '#core/exchange/letters/letter-states.ts'
import { sealRoutes } from '#core/exchange/letters/route.ts'
import { entityType, scopeOfLog, type Scope, type StoredEvent } from '#core/kernel/event.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { toHex } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { LETTER_KINDS, type LetterKind, type Profile } from '#core/peer/codes.ts'
import type { DeskParts } from './parts.ts'
import { blobsNamed, blobsOfEvents } from '#core/exchange/blobs-named.ts'
import { missingBlobs, readBlob } from './exchange-blobs.ts'
import type { ExchangeFiles } from './exchange-files.ts'
import { houseNamed, shortOf, type ExchangeNow } from './exchange-now.ts'
import type { ExportCode, ExportedFile, ExportFailure, ExportMade, ExportPreview } from './exchange-shapes.ts'

/** Range of one read of the journal, as desk/beyond.ts. */
const PIECE_BYTES = 512 * 1024
/** The manifest of a bundle takes so many. */
const WANTED = 1_000

export type Prepared = {
  readonly plan: ExportPlan
  readonly letters: readonly Letter[]
  readonly parts: readonly Part[]
  readonly want: readonly string[]
  readonly preview: ExportPreview
}

const refused = (code: ExportCode): Result<never, ExportCode> => err(code)

/** `profile` 'receipt' carries no events: it says what is here and asks for the rest. */
export async function prepareExport(
  parts: DeskParts,
  now: ExchangeNow,
  peer: string,
  profile: Profile,
  goOn: () => boolean,
): Promise<Result<Prepared, ExportCode>> {
  const { trust, source, identity, station, ready } = now
  const { replica } = source
  const kind = kindOf(trust, peer)
  const to = houseNamed(now, peer)
  if (kind === null || to === null) return refused('no-such-peer')
  if (!PROFILES_FOR[kind].includes(profile)) return refused('profile-not-for-peer')
  if (!trust.isGranted) return refused('no-grant')
  const readers = trust.pcsOf(peer).filter((pc) => pc !== identity.pc)
  if (readers.length === 0) return refused('nobody-to-open-it')

  const plan = planExport(source, trust, peer, profile)
  const folder = await parts.host.state()
  if (!folder.ok) return folder
  const collected = await collectEvents(
    {
      readSegment: parts.host.readSegment,
      segments: folder.value.segments,
      chunk: PIECE_BYTES,
      cipher: station.cipher,
      goOn,
    },
    replica,
    plan,
  )
  if (!collected.ok) return collected
  const { events, missing } = collected.value
  const records = bundleRecords(source)
  const letters = profile === 'hand-over' || profile === 'receipt' ? [] : sealRoutes(lettersToSend(source, peer), { trust, signer: identity }) // prettier-ignore
  const blobs = profile === 'hand-over' ? blobsToSend(now, events) : []
  const { parts: split, unsigned } = splitParts(events, blobs, identity, keptHeads(source, records))
  const filled = split.filter((part) => part.events.length > 0 || part.blobs.length > 0)
  const isEmpty = filled.length === 0 && letters.length === 0 && profile !== 'receipt'
  const sent = filled.length > 0 ? filled : isEmpty ? [] : [{ events: [], heads: [], blobs: [] }]
  const want = kind === 'own' ? (await missingBlobs(parts.host, replica)).slice(0, WANTED) : []
  const leaving = sent.flatMap((part) => part.events)
  const preview: ExportPreview = {
    peer,
    profile,
    toName: to.name,
    parts: sent.length,
    events: leaving.length,
    stays: missing + unsigned.length,
    ...countsOf(leaving),
    identities: profile === 'hand-over' || letters.some((one) => one.kind === 'transfer'),
    blobs: blobs.length,
    blobBytes: blobs.reduce((sum, blob) => sum + blob.bytes, 0),
    letters: letters.flatMap((one) =>
      isLetterKind(one.kind) ? [{ id: one.id, kind: one.kind, case: one.case ?? '' }] : [],
    ),
    readers: [...new Set([...readers, ...trust.pcsOf(now.own.house)])].map((pc) => ({
      pc,
      name: trust.nameOf(pc),
      house: trust.houseOf(pc) ?? '',
    })),
    leaks: profile === 'hand-over' ? [] : leaksOf(ready.state.book, new Set(leaving.map(({ header }) => header.e))),
  }
  return ok({ plan, letters, parts: sent, want, preview })
}

const isLetterKind = (kind: string): kind is LetterKind => (LETTER_KINDS as readonly string[]).includes(kind)

function countsOf(events: readonly StoredEvent[]): Pick<ExportPreview, 'cases' | 'byType' | 'byScope'> {
  const cases = new Set<string>()
  const entities = new Map<string, Set<string>>()
  const byScope: Partial<Record<Scope, number>> = {}
  for (const { header, fields } of events) {
    const type = entityType(header.e)
    const scope = scopeOfLog(header.log)
    byScope[scope] = (byScope[scope] ?? 0) + 1
    const known = entities.get(type)
    if (known) known.add(header.e)
    else entities.set(type, new Set([header.e]))
    const about = type === 'case' ? header.e : fields?.['case']
    if (typeof about === 'string') cases.add(about)
  }
  return {
    cases: cases.size,
    byType: Object.fromEntries([...entities].map(([type, ids]) => [type, ids.size])),
    byScope,
  }
}

/** What the events name, and what other PCs of this house said that they miss. */
function blobsToSend({ source, trust, identity }: ExchangeNow, events: readonly StoredEvent[]): SizedBlob[] {
  const out = blobsOfEvents(events, source.replica)
  const last = new Map<string, readonly string[]>()
  for (const { direction, pc, want } of bundleRecords(source))
    if (direction === 'in' && pc !== identity.pc && trust.houseOf(pc) === trust.house)
      last.set(pc, Array.isArray(want) ? want : [])
  const wanted = new Set([...last.values()].flat())
  if (wanted.size > 0) for (const [id, blob] of blobsNamed(source.replica)) if (wanted.has(id)) out.set(id, blob)
  return [...out.values()]
}

/** One file after the other; each counts once it was read back from its target and written down. */
export async function makeExport(
  parts: DeskParts,
  files: ExchangeFiles,
  now: ExchangeNow,
  { plan, letters, parts: split, want, preview }: Prepared,
  folder: string,
  goOn: () => boolean,
  progress: (done: number, of: number) => void,
): Promise<Result<ExportMade, ExportFailure>> {
  const { trust, identity, source, own, station, ready } = now
  const made: ExportedFile[] = []
  const stopped = (code: ExportCode): Result<never, ExportFailure> => err({ kind: 'code', code, made })
  const to = houseNamed(now, plan.house)
  if (!to) return stopped('no-such-peer')
  if (split.length === 0) return stopped('nothing-new')
  const recipients = [...trust.recipientsOf(plan.house), ...trust.recipientsOf(own.house)]
  const before = bundleRecords(source).filter((one) => one.direction === 'out' && one.peer === plan.house).length
  for (const [i, part] of split.entries()) {
    if (!goOn()) return stopped('gone')
    progress(i, split.length)
    const blobs: { sha256: string; bytes: Uint8Array }[] = []
    const listed: Manifest['blobs'][number][] = []
    for (const { bytes: _, ...blob } of part.blobs) {
      const bytes = await readBlob(parts.host, station, { ...blob, bytes: 0 })
      // One that is lost here too is asked for in `want`.
      if (!bytes) continue
      listed.push(blob)
      blobs.push({ sha256: blob.sha256, bytes })
    }
    const bundle = toHex(parts.random(16))
    const carried = i === 0 ? letters : []
    const packed = await packBundle(
      {
        manifest: {
          bundle,
          part: { of: split.length, number: i + 1 },
          profile: plan.profile,
          from: { ...own, pc: identity.pc },
          to,
          at: now.now,
          scopes: PROFILE_SCOPES[plan.profile],
          have: plan.have,
          got: plan.got,
          heads: part.heads,
          ...statementsWith(trust, to.house, { events: part.events, letters: carried }),
          blobs: listed,
          want,
        },
        events: part.events,
        letters: carried,
        blobs,
      },
      recipients,
      identity,
    )
    const name = bundleName({ ...own, letter: station.card.letter }, to, now.now, before + i + 1)
    const written = await files.write(folder, name, packed.bytes)
    if (!written.ok) return stopped(written.error)
    const file = written.value.path.split(/[\\/]/).at(-1) ?? name
    const sha256 = sha256Hex(packed.bytes)
    const { logs } = packed.manifest
    const saved = await ready.keeper.run({
      name: 'record-export',
      input: {
        bundle,
        peer: plan.house,
        pc: identity.pc,
        profile: plan.profile,
        file,
        sha256,
        bytes: packed.bytes.length,
        logs: logs as Record<string, [number, number]>,
        letters: carried.map(({ id }) => id),
      },
    })
    if (!saved.ok) {
      if (saved.error.kind === 'not-saved') return stopped(saved.error.code)
      return err({ kind: 'refused', refusal: saved.error.refusal, made })
    }
    made.push({
      bundle,
      short: shortOf(bundle),
      name: file,
      path: written.value.path,
      bytes: packed.bytes.length,
      sha256,
      events: part.events.length,
    })
  }
  progress(split.length, split.length)
  return ok({ files: made, preview })
}

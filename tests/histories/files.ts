/** Files between the PCs, through the real export and import, step by step as the hosts do it. */
import { sealAge } from '#core/exchange/bundle/age.ts'
import type { PART_LIMITS } from '#core/exchange/bundle/manifest.ts'
import { bundleFiles } from '#core/exchange/bundle/pack-bundle.ts'
import { splitParts, type SizedBlob } from '#core/exchange/bundle/split-parts.ts'
import { readFiles, unseal } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle } from '#core/exchange/bundle/verify-bundle.ts'
import { writeZip } from '#core/exchange/bundle/write-zip.ts'
import { blobsNamed, blobsOfEvents } from '#core/exchange/blobs-named.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { collectEvents } from '#core/exchange/export/collect-events.ts'
import { bundleRecords, keptHeads } from '#core/exchange/export/bundle-records.ts'
import { planExport } from '#core/exchange/export/plan-export.ts'
import { PROFILE_SCOPES } from '#core/exchange/export/profile-contents.ts'
import { statementsWith } from '#core/exchange/export/statements-with.ts'
import { tryIn } from '#core/exchange/import/try-in.ts'
import { lettersToSend } from '#core/exchange/letters/letter-states.ts'
import { checkRoutes, sealRoutes } from '#core/exchange/letters/route.ts'
import { admits } from '#core/exchange/trust/admits.ts'
import { secretsOf } from '#core/keys/identity.ts'
import type { Command } from '#core/commands.ts'
import type { TakenIn } from '#core/book/take-in.ts'
import { pcOfLog, type StoredEvent } from '#core/kernel/event.ts'
import { toHex } from '#core/lib/bytes.ts'
import { momentOf } from '#core/lib/time.ts'
import type { Profile } from '#core/peer/codes.ts'
import type { House } from './houses.ts'
import { asDecisions, clockOf, sourceOf, trustIn, type Pc } from './pc.ts'

/** A file on its way. `sealed`: in its age envelope; most go without, which is the same ZIP and far quicker. */
export type File = {
  readonly to: House
  readonly sealed: boolean
  readonly bytes: Uint8Array
  readonly events: number
  readonly letters: readonly string[]
  readonly blobs: readonly string[]
}

/** Small, so that parts, cuts between them and kept heads come up all the time. */
type Limits = Readonly<Record<keyof typeof PART_LIMITS, number>>
const LIMITS: Limits = { events: 5, characters: 1 << 20, blobs: 2, blobBytes: 1 << 20 }

export const profileTo = (from: House, to: House): Profile =>
  from === to ? 'hand-over' : UPWARDS.has(`${from.name}${to.name}`) ? 'report' : 'directory'
const UPWARDS = new Set(['AJ', 'BJ', 'JQ'])
const PAIRS = ['AA', 'AJ', 'BB', 'BJ', 'JJ', 'JA', 'JB', 'JQ', 'QQ', 'QJ'] as const

/** Houses to which that PC sends: its neighbours, and its own where there is another PC in it. */
export const addressees = (pc: Pc, pcs: readonly Pc[], houses: readonly House[]): House[] =>
  PAIRS.filter((pair) => pair[0] === pc.house.name)
    .map((pair) => houses.find(({ name }) => name === pair[1])!)
    .filter((house) => pcs.some((other) => other !== pc && other.house === house))

/** The parts of one export, written down as exported. Nothing new is still a file: it acknowledges. */
export async function exportTo(pc: Pc, to: House, limits: Limits = LIMITS): Promise<File[]> {
  const source = sourceOf(pc)
  const trust = trustIn(pc)
  const profile = profileTo(pc.house, to)
  const plan = planExport(source, trust, to.id, profile)
  const journal = {
    readSegment: pc.journal.readSegment,
    segments: pc.journal.segments(),
    chunk: 1 << 20,
    cipher: pc.cipher,
  }
  const collected = await collectEvents(journal, pc.book.replica, plan)
  if (!collected.ok || collected.value.missing > 0) throw new Error('the journal lost something')
  const kept = keptHeads(source, bundleRecords(source))
  const { events } = collected.value
  const isOwn = to === pc.house
  const letters = isOwn ? [] : sealRoutes(lettersToSend(asDecisions(source), to.id), { trust, signer: pc.identity })
  const blobs = isOwn ? blobsToSend(pc, events) : []
  const { parts, unsigned } = splitParts(events, blobs, pc.identity, kept, limits as typeof PART_LIMITS)
  const stuck = unsigned.find(({ header }) => !trust.isRevoked(pcOfLog(header.log)))
  if (stuck) throw new Error(`${pc.name} cannot pass on ${stuck.header.log} ${stuck.header.n}`)
  const files: File[] = []
  for (const [i, part] of parts.entries()) {
    const bundle = toHex(pc.dice.bytes(16))
    const carried = i === 0 ? letters : []
    const inside = part.blobs.filter(({ id }) => pc.blobs.has(id))
    const card = ({ id, name, code, short }: House) => ({ house: id, name, code, short })
    const content = {
      manifest: {
        bundle,
        part: { of: parts.length, number: i + 1 },
        profile,
        from: { ...card(pc.house), pc: pc.identity.pc },
        to: card(to),
        at: momentOf(clockOf(pc)),
        scopes: PROFILE_SCOPES[profile],
        have: plan.have,
        got: plan.got,
        heads: part.heads,
        ...statementsWith(trust, to.id, { events: part.events, letters: carried }),
        blobs: inside.map(({ id, sha256, scope }) => ({ id, sha256, scope })),
        want: isOwn ? blobsMissing(pc) : [],
      },
      events: part.events,
      letters: carried,
      blobs: inside.map(({ id, sha256 }) => ({ sha256, bytes: pc.blobs.get(id)! })),
    }
    const { files: named, manifest } = bundleFiles(content, pc.identity)
    const zip = await writeZip(named)
    const sealed = pc.dice.rarely(20)
    const recipients = [...trust.recipientsOf(to.id), ...trust.recipientsOf(pc.house.id)]
    const letterIds = carried.map(({ id }) => id)
    const bytes = sealed ? await sealAge(zip, recipients) : zip
    files.push({ to, sealed, bytes, events: part.events.length, letters: letterIds, blobs: inside.map(({ id }) => id) })
    const { logs } = manifest
    const recorded = await pc.keeper.run({
      name: 'record-export',
      input: {
        bundle,
        peer: to.id,
        pc: pc.identity.pc,
        profile,
        file: `${bundle}.zip.age`,
        sha256: bundle.repeat(2),
        bytes: zip.length,
        logs: logs as Record<string, [number, number]>,
        letters: letterIds,
      },
    })
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.error))
  }
  return files
}

/** What the events name, and what other PCs of this house said last that they miss; as src-cli/exchange/send-bundles.ts. */
function blobsToSend(pc: Pc, events: readonly StoredEvent[]): SizedBlob[] {
  const out = blobsOfEvents(events, pc.book.replica)
  const last = new Map<string, readonly string[]>()
  for (const { direction, peer, pc: from, want } of bundleRecords(sourceOf(pc)))
    if (direction === 'in' && peer === pc.house.id && from !== pc.identity.pc) last.set(from, Array.isArray(want) ? want : []) // prettier-ignore
  const wanted = new Set([...last.values()].flat())
  if (wanted.size > 0) for (const [id, blob] of blobsNamed(pc.book.replica)) if (wanted.has(id)) out.set(id, blob)
  return [...out.values()]
}

export const blobsMissing = (pc: Pc): string[] => [...blobsNamed(pc.book.replica).keys()].filter((id) => !pc.blobs.has(id)) // prettier-ignore

export type Arrived =
  | { readonly kind: 'in'; readonly taken: TakenIn }
  | { readonly kind: 'refused' | 'quarantine'; readonly code: string }
  | { readonly kind: 'died' }

/** One file, to the end of the steps or to the first that refuses it. */
export async function importFile(pc: Pc, { bytes, sealed }: Pick<File, 'bytes' | 'sealed'>): Promise<Arrived> {
  const unsealed = sealed ? await unseal(bytes, secretsOf(pc.identity)) : await readFiles(bytes)
  if (!unsealed.ok) return { kind: 'refused', code: unsealed.error }
  const { manifest } = unsealed.value
  const trust = trustIn(pc)
  const learned = trust.learn(manifest)
  const verdict = learned.verdict({ from: manifest.from, to: manifest.to })
  if (verdict !== 'known') return { kind: 'quarantine', code: verdict }
  const verified = verifyBundle(unsealed.value, learned.keyOf)
  if (!verified.ok) return { kind: 'refused', code: verified.error }
  const { events, letters, blobs } = verified.value
  if (!events.every((event) => admits(learned, event))) return { kind: 'refused', code: 'not-admitted' }
  const unrouted = checkRoutes(learned, letters, manifest)
  if (unrouted) return { kind: 'refused', code: unrouted }
  const tried = tryIn(sourceOf(pc), learned, events)
  const news = trust.news(manifest)
  const isNews = news.grants.length + news.revocations.length + news.houses.length > 0
  const commands = isNews ? [{ name: 'store-grants', input: news } as unknown as Command] : []
  if (letters.length > 0 && manifest.from.house !== pc.house.id)
    commands.push({ name: 'take-letters', input: { from: manifest.from.house, letters } } as unknown as Command)
  // As the hosts do: attachments first, then the events that name them.
  const named = blobsOfEvents(tried.events, pc.book.replica)
  for (const [id, blob] of blobsNamed(pc.book.replica)) named.set(id, blob)
  for (const { id, sha256 } of manifest.blobs) {
    const plain = blobs.get(sha256)
    if (plain && named.get(id)?.sha256 === sha256 && sha256Hex(plain) === sha256) pc.blobs.set(id, plain)
  }
  const saved = await pc.keeper.takeIn({
    bundle: manifest.bundle,
    record: {
      peer: manifest.from.house,
      pc: manifest.from.pc,
      profile: manifest.profile,
      file: 'file',
      sha256: manifest.bundle.repeat(2),
      bytes: bytes.length,
      logs: manifest.logs,
      ...(manifest.want && { want: manifest.want }),
      letters: letters.map(({ id }) => id),
      heads: manifest.heads,
      have: manifest.have,
      got: manifest.got,
    },
    events: tried.events,
    marks: tried.marks,
    tried,
    commands,
  })
  if (!saved.ok) {
    if (saved.error.kind === 'not-saved') return { kind: 'died' }
    throw new Error(JSON.stringify(saved.error))
  }
  // Letters that are known already.
  const refused = saved.value.refused.filter(({ refusal }) => refusal.code !== 'nothing-changed')
  if (refused.length > 0) throw new Error(JSON.stringify(refused))
  return { kind: 'in', taken: saved.value }
}

/** Files between the PCs, through the real export and import, step by step as the hosts do it. */
import { sealAge } from '#core/exchange/bundle/age.ts'
import { writeZip } from '#core/exchange/bundle/bundle-files.ts'
import type { PART_LIMITS } from '#core/exchange/bundle/manifest.ts'
import { bundleFiles } from '#core/exchange/bundle/pack-bundle.ts'
import { splitParts } from '#core/exchange/bundle/split-parts.ts'
import { readFiles, unseal } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle } from '#core/exchange/bundle/verify-bundle.ts'
import { collectEvents } from '#core/exchange/export/collect-events.ts'
import { bundleRecords, keptHeads } from '#core/exchange/export/bundle-records.ts'
import { planExport } from '#core/exchange/export/plan-export.ts'
import { PROFILE_SCOPES } from '#core/exchange/export/profile-contents.ts'
import { tryIn } from '#core/exchange/import/try-in.ts'
import { admits } from '#core/exchange/trust/admits.ts'
import type { Command } from '#core/commands.ts'
import type { TakenIn } from '#core/book/take-in.ts'
import { pcOfLog } from '#core/kernel/event.ts'
import { toHex } from '#core/lib/bytes.ts'
import { momentOf } from '#core/lib/time.ts'
import type { Profile } from '#core/peer/codes.ts'
import type { House } from './houses.ts'
import { clockOf, sourceOf, trustIn, type Pc } from './pc.ts'

/** A file on its way. `sealed`: in its age envelope; most go without, which is the same ZIP and far quicker. */
export type File = { readonly to: House; readonly sealed: boolean; readonly bytes: Uint8Array; readonly events: number }

/** Small, so that parts, cuts between them and kept heads come up all the time. */
type Limits = Readonly<Record<keyof typeof PART_LIMITS, number>>
const LIMITS: Limits = { events: 12, characters: 1 << 20, blobs: 10, blobBytes: 1 << 20 }

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
  const { parts, unsigned } = splitParts(collected.value.events, [], pc.identity, kept, limits as typeof PART_LIMITS)
  if (unsigned.length > 0)
    throw new Error(`${pc.name} cannot pass on ${unsigned[0]!.header.log} ${unsigned[0]!.header.n}`)
  const files: File[] = []
  for (const [i, part] of parts.entries()) {
    const bundle = toHex(pc.dice.bytes(16))
    const pcs = [...new Set([...part.events.map(({ header }) => pcOfLog(header.log)), ...trust.pcsOf(pc.house.id)])]
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
        ...trust.statementsFor(pcs),
        blobs: [],
      },
      events: part.events,
      letters: [],
      blobs: [],
    }
    const { files: named, manifest } = bundleFiles(content, pc.identity)
    const zip = writeZip(named)
    const sealed = pc.dice.rarely(20)
    const recipients = [...trust.recipientsOf(to.id), ...trust.recipientsOf(pc.house.id)]
    files.push({ to, sealed, bytes: sealed ? await sealAge(zip, recipients) : zip, events: part.events.length })
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
        letters: [],
      },
    })
    if (!recorded.ok) throw new Error(JSON.stringify(recorded.error))
  }
  return files
}

export type Arrived =
  | { readonly kind: 'in'; readonly taken: TakenIn }
  | { readonly kind: 'refused' | 'quarantine'; readonly code: string }
  | { readonly kind: 'died' }

/** One file, to the end of the steps or to the first that refuses it. */
export async function importFile(pc: Pc, { bytes, sealed }: Pick<File, 'bytes' | 'sealed'>): Promise<Arrived> {
  const unsealed = sealed ? await unseal(bytes, pc.secrets) : readFiles(bytes)
  if (!unsealed.ok) return { kind: 'refused', code: unsealed.error }
  const { manifest } = unsealed.value
  const trust = trustIn(pc)
  const learned = trust.learn(manifest)
  const verdict = learned.verdict({ from: manifest.from, to: manifest.to })
  if (verdict !== 'known') return { kind: 'quarantine', code: verdict }
  const verified = verifyBundle(unsealed.value, learned.keyOf)
  if (!verified.ok) return { kind: 'refused', code: verified.error }
  const { events } = verified.value
  if (!events.every((event) => admits(learned, event))) return { kind: 'refused', code: 'not-admitted' }
  const tried = tryIn(sourceOf(pc), learned, events)
  const news = trust.news(manifest)
  const isNews = news.grants.length + news.revocations.length + news.houses.length > 0
  const commands = isNews ? [{ name: 'store-grants', input: news } as unknown as Command] : []
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
      letters: [],
      heads: manifest.heads,
      have: manifest.have,
      got: manifest.got,
    },
    events: tried.events,
    marks: tried.marks,
    commands,
  })
  if (!saved.ok) {
    if (saved.error.kind === 'not-saved') return { kind: 'died' }
    throw new Error(JSON.stringify(saved.error))
  }
  if (saved.value.refused.length > 0) throw new Error(JSON.stringify(saved.value.refused))
  return { kind: 'in', taken: saved.value }
}

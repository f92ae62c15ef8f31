/** One export to one house: planned, collected, packed, written, read back, and only then written down as exported. */
import { basename, dirname, extname, resolve } from 'node:path'
import { holdingOf } from '#core/book/holding-of.ts'
import { blobsNamed, blobsOfEvents } from '#core/exchange/blobs-named.ts'
import { bundleName } from '#core/exchange/bundle/bundle-name.ts'
import type { House, Manifest } from '#core/exchange/bundle/manifest.ts'
import { packBundle } from '#core/exchange/bundle/pack-bundle.ts'
import { splitParts, type SizedBlob } from '#core/exchange/bundle/split-parts.ts'
import { bundleRecords, keptHeads } from '#core/exchange/export/bundle-records.ts'
import { collectEvents } from '#core/exchange/export/collect-events.ts'
import { planExport } from '#core/exchange/export/plan-export.ts'
import { kindOf, PROFILES_FOR, PROFILE_SCOPES } from '#core/exchange/export/profile-contents.ts'
import { statementsWith } from '#core/exchange/export/statements-with.ts'
import { lettersToSend } from '#core/exchange/letters/letter-states.ts'
import { sealRoutes } from '#core/exchange/letters/route.ts'
import { READ_BYTES } from '#core/host/host.ts'
import { openBox } from '#core/journal/sealed-box.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { toHex } from '#core/lib/bytes.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { momentOf } from '#core/lib/time.ts'
import type { Profile } from '#core/peer/codes.ts'
import { ensureFolder } from '#host/atomic-files.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { hostCode } from '#host/host-error.ts'
import { clock, random } from '../clock.ts'
import { refused, type Failed } from '../command.ts'
import type { OpenStation } from '../open-station.ts'
import { findHouse, foundHouse, ownHouse } from './houses.ts'
import { writeFile } from './write-file.ts'

/** The manifest of a bundle takes so many. */
const WANTED = 1_000

export type SentFile = {
  readonly file: string
  readonly bundle: string
  readonly bytes: number
  readonly sha256: string
  readonly events: number
  readonly letters: number
  readonly blobs: number
}
export type Sent = { readonly to: House; readonly profile: Profile; readonly files: readonly SentFile[]; readonly stays: number } // prettier-ignore

/** `out`: the file; of several parts the second is called `…-2.zip.age`. A folder: files get their usual names in it. */
export async function sendBundles(
  station: OpenStation,
  word: string,
  asked: Profile | null,
  out: string,
): Promise<Result<Sent, Failed>> {
  const founded = await foundHouse(station)
  if (!founded.ok) return founded
  const { book, host, identity, cipher, keeper } = station
  const trust = station.trust()
  const found = findHouse(station, trust, word)
  if (!found.ok) return found
  const to = found.value
  const allowed = PROFILES_FOR[kindOf(trust, to.house)!]
  const profile = asked ?? allowed[0]!
  if (!allowed.includes(profile))
    return refused({ code: 'wrong-value', words: { word: 'profile', value: profile, allowed: allowed.join(', ') } })
  if (!trust.isGranted) return refused({ code: 'no-grant' })
  if (trust.pcsOf(to.house).every((pc) => pc === identity.pc)) return refused({ code: 'nobody-to-open-it' })

  const holding = holdingOf(book)
  const plan = planExport(holding, trust, to.house, profile)
  const state = await host.state()
  if (!state.ok) return refused({ code: state.error })
  const journal = {
    readSegment: host.readSegment,
    segments: state.value.segments,
    chunk: READ_BYTES,
    cipher,
  }
  const collected = await collectEvents(journal, book.replica, plan)
  if (!collected.ok) return refused({ code: collected.error })
  const { events, missing } = collected.value
  const records = bundleRecords(holding)
  const source = { ...holding, ids: (type: string) => new Set(holding.ids(type)) }
  const letters = profile === 'hand-over' || profile === 'receipt' ? [] : sealRoutes(lettersToSend(source, to.house), { trust, signer: identity }) // prettier-ignore
  const blobs = profile === 'hand-over' ? blobsToSend(station, events) : []
  const split = splitParts(events, blobs, identity, keptHeads(holding, records))
  const filled = split.parts.filter((part) => part.events.length > 0 || part.blobs.length > 0)
  if (filled.length === 0 && letters.length === 0 && profile !== 'receipt') return refused({ code: 'nothing-new' })
  const parts = filled.length > 0 ? filled : [{ events: [], heads: [], blobs: [] }]

  const target = await targetOf(out)
  if (!target.ok) return target
  const own = ownHouse(station)
  const at = momentOf(clock())
  const want = to.house === own.house ? await missingBlobs(station) : []
  const recipients = [...trust.recipientsOf(to.house), ...trust.recipientsOf(own.house)]
  const before = records.filter(({ direction, peer }) => direction === 'out' && peer === to.house).length
  const files: SentFile[] = []
  for (const [i, part] of parts.entries()) {
    const listed: Manifest['blobs'][number][] = []
    const contents: { sha256: string; bytes: Uint8Array }[] = []
    for (const { bytes: _, ...blob } of part.blobs) {
      const bytes = await readBlob(station, blob)
      // One that is lost here too is asked for in `want`.
      if (!bytes) continue
      listed.push(blob)
      contents.push({ sha256: blob.sha256, bytes })
    }
    const bundle = toHex(random(16))
    const carried = i === 0 ? letters : []
    const draft = {
      bundle,
      part: { of: parts.length, number: i + 1 },
      profile,
      from: { ...own, pc: identity.pc },
      to,
      at,
      scopes: PROFILE_SCOPES[profile],
      have: plan.have,
      got: plan.got,
      heads: part.heads,
      blobs: listed,
      want,
      ...statementsWith(trust, to.house, { events: part.events, letters: carried }),
    }
    const content = { manifest: draft, events: part.events, letters: carried, blobs: contents }
    const packed = await packBundle(content, recipients, identity)
    const from = { ...own, letter: station.card.letter }
    const name = target.value.name === null ? bundleName(from, to, at, before + i + 1) : numbered(target.value.name, i)
    const written = await writeFile(host, target.value.folder, name, packed.bytes)
    if (!written.ok) return refused({ code: written.error })
    const { path: file, sha256 } = written.value
    const saved = await keeper.run({
      name: 'record-export',
      input: {
        bundle,
        peer: to.house,
        pc: identity.pc,
        profile,
        file: basename(file).slice(0, 200),
        sha256,
        bytes: packed.bytes.length,
        logs: packed.manifest.logs as Record<string, [number, number]>,
        letters: carried.map(({ id }) => id),
      },
    })
    if (!saved.ok) return refused({ code: saved.error.kind === 'not-saved' ? saved.error.code : 'invalid-input' })
    const counts = { events: part.events.length, letters: carried.length, blobs: listed.length }
    files.push({ file, bundle, bytes: packed.bytes.length, sha256, ...counts })
  }
  await station.mark()
  return ok({ to, profile, files, stays: missing + split.unsigned.length })
}

async function targetOf(out: string): Promise<Result<{ folder: string; name: string | null }, Failed>> {
  const path = resolve(out)
  try {
    const isFolder = /[\\/]$/.test(out) || (await nodeFileSystem.stat(path))?.kind === 'folder'
    const folder = isFolder ? path : dirname(path)
    if (!isFolder && (await nodeFileSystem.stat(path)) !== null)
      return refused({ code: 'file-there', words: { file: path } })
    await ensureFolder(nodeFileSystem, folder)
    return ok({ folder, name: isFolder ? null : basename(path) })
  } catch (error) {
    return refused({ code: hostCode(error) })
  }
}

function numbered(name: string, i: number): string {
  if (i === 0) return name
  const end = name.endsWith('.zip.age') ? '.zip.age' : extname(name)
  return `${name.slice(0, name.length - end.length)}-${i + 1}${end}`
}

/** What the events name, and what other PCs of this house said last that they miss. */
function blobsToSend({ book, trust, identity }: OpenStation, events: readonly StoredEvent[]): SizedBlob[] {
  const out = blobsOfEvents(events, book.replica)
  const { house, houseOf } = trust()
  const last = new Map<string, readonly string[]>()
  for (const { direction, pc, want } of bundleRecords(holdingOf(book)))
    if (direction === 'in' && pc !== identity.pc && houseOf(pc) === house) last.set(pc, Array.isArray(want) ? want : [])
  const wanted = new Set([...last.values()].flat())
  if (wanted.size > 0) for (const [id, blob] of blobsNamed(book.replica)) if (wanted.has(id)) out.set(id, blob)
  return [...out.values()]
}

async function missingBlobs({ book, host }: OpenStation): Promise<readonly string[]> {
  const named = blobsNamed(book.replica)
  const listed = named.size > 0 ? await host.listBlobs() : null
  if (!listed?.ok) return []
  const here = new Set(listed.value)
  return [...named.keys()].filter((id) => !here.has(id)).slice(0, WANTED)
}

async function readBlob({ host, cipher }: OpenStation, { id, sha256 }: Omit<SizedBlob, 'bytes'>) {
  const box = await host.getBlob(id)
  const plain = box.ok ? await openBox(`blob:${id}`, box.value, cipher) : null
  return plain && sha256Hex(plain) === sha256 ? plain : null
}

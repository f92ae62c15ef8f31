/** A bundle from its content: files → bundle.json → signature → ZIP → age. docs/formats.md has the picture. */
import { lineBytesOf } from '#core/journal/lines.ts'
import type { LogId, StoredEvent } from '#core/kernel/event.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import type { Signer } from '#core/keys/identity.ts'
import { assert } from '#core/lib/assert.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { sealAge } from './age.ts'
import { MANIFEST_FILE, README_FILE, SIGNATURE_FILE } from './bundle-files.ts'
import { BUNDLE_LIMITS, FORMAT, READER, SUITE, type Letter, type Manifest } from './manifest.ts'
import { minisign } from './minisign.ts'
import { letterFile } from './read-letter.ts'
import { readmeText } from './readme-text.ts'
import { writeZip, type NamedFile } from './write-zip.ts'

/** What the packer finds out by itself is left out. `logs` follows from the events. */
export type ManifestDraft = Omit<Manifest, 'format' | 'v' | 'minReader' | 'suite' | 'logs' | 'files'>

export type BundleContent = {
  readonly manifest: ManifestDraft
  /** In the order in which they are to be read, none twice; an erased payload goes as `-`. One part of splitParts. */
  readonly events: readonly StoredEvent[]
  readonly letters: readonly Letter[]
  /** Plain content of every blob that `manifest.blobs` names. */
  readonly blobs: readonly { readonly sha256: string; readonly bytes: Uint8Array }[]
}

export type Packed = {
  /** The file to write. */
  readonly bytes: Uint8Array
  readonly manifest: Manifest
}

/** `recipients`: `age1…` of every PC that may open it. `signer`: the key of `manifest.from.pc`. */
export async function packBundle(
  content: BundleContent,
  recipients: readonly string[],
  signer: Signer,
): Promise<Packed> {
  const { files, manifest } = bundleFiles(content, signer)
  return { bytes: await sealAge(await writeZip(files), recipients), manifest }
}

/** The files of the ZIP; all of the packing but ZIP and age. */
export function bundleFiles(
  { manifest: draft, events, letters, blobs }: BundleContent,
  signer: Signer,
): { files: readonly NamedFile[]; manifest: Manifest } {
  assert(events.length <= BUNDLE_LIMITS.events, `${events.length} events in one part`)
  const bySha = new Map(blobs.map(({ sha256, bytes }) => [sha256, bytes]))
  const listed: NamedFile[] = [
    [README_FILE, utf8(readmeText(draft, signer.open))],
    ...(events.length > 0 ? [['events/0001.ndjson', lineBytesOf(events)] as const] : []),
    ...letters.map((letter): NamedFile => [letterFile(letter.id), utf8(`${JSON.stringify(letter)}\n`)]),
    ...[...bySha].map(([sha256, bytes]): NamedFile => [`blobs/${sha256}`, bytes]),
  ]
  const manifest: Manifest = {
    format: FORMAT,
    v: READER,
    minReader: READER,
    suite: SUITE,
    ...draft,
    logs: rangesOf(events),
    files: listed.map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes) })),
  }
  const json = utf8(`${JSON.stringify(manifest)}\n`)
  assert(json.length <= BUNDLE_LIMITS.manifestBytes, `bundle.json of ${json.length} bytes`)
  const signature = utf8(minisign(json, `linwu-bundle ${draft.bundle} ${draft.at}`, signer))
  return { files: [[MANIFEST_FILE, json], [SIGNATURE_FILE, signature], ...listed], manifest }
}

/** Log → lowest and highest number among the events. */
export function rangesOf(events: Iterable<StoredEvent>): Record<LogId, [from: number, to: number]> {
  const ranges: Record<LogId, [number, number]> = {}
  for (const { header } of events) {
    const range = (ranges[header.log] ??= [header.n, header.n])
    range[0] = Math.min(range[0], header.n)
    range[1] = Math.max(range[1], header.n)
  }
  return ranges
}

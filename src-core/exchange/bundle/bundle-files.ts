/** The ZIP inside: which names there may be, writing it, and reading it without believing it. */
import { zipSync, type Zippable } from 'fflate'
import { err, ok, type Result } from '#core/lib/result.ts'
import { checkZip, type ZipCode } from '#core/sheet/check-zip.ts'
import { unpackEntry } from '#core/sheet/unpack-entry.ts'
import { BUNDLE_LIMITS } from './manifest.ts'

export const MANIFEST_FILE = 'bundle.json'
export const SIGNATURE_FILE = 'bundle.json.minisig'
export const README_FILE = 'README.txt'

/** Of the files that bundle.json lists. To add one: here, what reads it in verify-bundle.ts, docs/formats.md. */
const LISTED = /^(?:README\.txt|events\/\d{4}\.ndjson|letters\/[0-9a-z-]{1,80}\.json|blobs\/[0-9a-f]{64})$/
export const isListedName = (name: string): boolean => LISTED.test(name)

export type NamedFile = readonly [name: string, bytes: Uint8Array]

/**
 * Level 1: the lines of events pack to a quarter at any level, and level 6 takes half as long again. Attachments are packed
 * already. One fixed time for all: a bundle says when it was made in bundle.json, where it is signed.
 */
export function writeZip(files: readonly NamedFile[]): Uint8Array {
  const zip: Zippable = {}
  for (const [name, bytes] of files) {
    zip[name] = [bytes, { level: name.startsWith('blobs/') ? 0 : 1, mtime: '1990-01-01T00:00:00' }]
  }
  return zipSync(zip)
}

export type ZipFiles = {
  /** In lower case, as checkZip gives them. */
  readonly names: readonly string[]
  /** Null when there is no such file. Unpacks on every call. */
  readonly read: (name: string) => Result<Uint8Array, 'damaged'> | null
}

export function readZip(bytes: Uint8Array): Result<ZipFiles, 'not-a-bundle' | 'damaged' | 'too-big'> {
  const zip = checkZip(bytes, { bytes: BUNDLE_LIMITS.unpackedBytes, entries: BUNDLE_LIMITS.entries })
  if (!zip.ok) return err(ZIP_CODES[zip.error])
  const entries = new Map(zip.value.entries.map((entry) => [entry.name, entry]))
  return ok({
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name.toLowerCase())
      return entry === undefined ? null : unpackEntry(bytes, entry)
    },
  })
}

const ZIP_CODES: Readonly<Record<ZipCode, 'not-a-bundle' | 'damaged' | 'too-big'>> = {
  'not-a-zip': 'not-a-bundle',
  damaged: 'damaged',
  encrypted: 'not-a-bundle',
  'too-big': 'too-big',
  'too-many-entries': 'too-big',
}

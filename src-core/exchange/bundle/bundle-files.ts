/** The ZIP inside: which names there may be, and reading it without believing it. */
import { err, ok, type Result } from '#core/lib/result.ts'
import { checkZip, type ZipCode } from '#core/sheet/check-zip.ts'
import { unpackQuickly } from '#core/sheet/unpack-entry.ts'
import { BUNDLE_LIMITS } from './manifest.ts'

export const MANIFEST_FILE = 'bundle.json'
export const SIGNATURE_FILE = 'bundle.json.minisig'
export const README_FILE = 'README.txt'

/** Of the files that bundle.json lists. To add one: here, what reads it in verify-bundle.ts, docs/formats.md. */
const LISTED = /^(?:README\.txt|events\/\d{4}\.ndjson|letters\/[0-9a-z-]{1,80}\.json|blobs\/[0-9a-f]{64})$/
export const isListedName = (name: string): boolean => LISTED.test(name)

export type ZipFiles = {
  /** In lower case, as checkZip gives them. */
  readonly names: readonly string[]
  /** Null when there is no such file. Unpacks on every call. */
  readonly read: (name: string) => Promise<Result<Uint8Array, 'damaged'> | null>
}

export function readZip(bytes: Uint8Array): Result<ZipFiles, 'not-a-bundle' | 'damaged' | 'too-big'> {
  const zip = checkZip(bytes, { bytes: BUNDLE_LIMITS.unpackedBytes, entries: BUNDLE_LIMITS.entries })
  if (!zip.ok) return err(ZIP_CODES[zip.error])
  const entries = new Map(zip.value.entries.map((entry) => [entry.name, entry]))
  return ok({
    names: [...entries.keys()],
    async read(name) {
      const entry = entries.get(name.toLowerCase())
      return entry === undefined ? null : unpackQuickly(bytes, entry)
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

/** From the bytes of a file to checked files: all that needs no trust. Nothing is unpacked that is not listed. */
import { sha256Hex } from '#core/lib/sha256.ts'
import { fromUtf8 } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { openAge } from './age.ts'
import type { BundleCode } from './bundle-code.ts'
import { MANIFEST_FILE, readZip, SIGNATURE_FILE } from './bundle-files.ts'
import { BUNDLE_LIMITS, type Manifest } from './manifest.ts'
import { parseManifest } from './parse-manifest.ts'

export type Unsealed = {
  readonly manifest: Manifest
  /** The bytes of bundle.json as they stand, and the text of its signature file. */
  readonly manifestBytes: Uint8Array
  readonly signature: string
  /** Every listed file, by name; length and SHA-256 are the listed ones. */
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** `secrets`: `AGE-SECRET-KEY-1…`; any of them may open it. */
export async function unseal(bytes: Uint8Array, secrets: readonly string[]): Promise<Result<Unsealed, BundleCode>> {
  if (bytes.length > BUNDLE_LIMITS.fileBytes) return err('too-big')
  const plain = await openAge(bytes, secrets)
  return plain.ok ? await readFiles(plain.value) : plain
}

/** The ZIP of a bundle, already out of its envelope. */
export async function readFiles(zipBytes: Uint8Array): Promise<Result<Unsealed, BundleCode>> {
  const zip = readZip(zipBytes)
  if (!zip.ok) return zip
  const { names, read } = zip.value
  const manifestBytes = await read(MANIFEST_FILE)
  if (manifestBytes === null) return err('not-a-bundle')
  if (!manifestBytes.ok) return manifestBytes
  if (manifestBytes.value.length > BUNDLE_LIMITS.manifestBytes) return err('too-big')
  const manifest = parseManifest(manifestBytes.value)
  if (!manifest.ok) return manifest
  const signature = await read(SIGNATURE_FILE)
  if (signature === null) return err('file-missing')
  if (!signature.ok) return signature

  const listed = manifest.value.files
  const known = new Set([MANIFEST_FILE, SIGNATURE_FILE, ...listed.map(({ name }) => name.toLowerCase())])
  if (names.some((name) => !known.has(name))) return err('file-unlisted')
  const files = new Map<string, Uint8Array>()
  for (const { name, bytes, sha256 } of listed) {
    const file = await read(name)
    if (file === null) return err('file-missing')
    if (!file.ok) return file
    if (file.value.length !== bytes || sha256Hex(file.value) !== sha256) return err('file-changed')
    files.set(name, file.value)
  }
  try {
    return ok({
      manifest: manifest.value,
      manifestBytes: manifestBytes.value,
      signature: fromUtf8(signature.value),
      files,
    })
  } catch {
    return err('bad-signature') // a signature file is ASCII
  }
}

/**
 * Files as one ZIP that opens with a password: AES-256 as WinZip wrote it down (AE-2), which 7-Zip, WPS, 360压缩, Bandizip, PeaZip and
 * the archive programs of macOS and Linux can open; Windows itself cannot. Names and lengths of the files stay readable.
 */
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js/lib/zip-core-external.js'

export type FileToSeal = { readonly name: string; readonly bytes: Uint8Array }

const AES_256 = 3

/** `at`: epoch milliseconds, the date that the files bear. Salts come from the platform's own source of chance, inside the library. */
export async function sealedZip(files: readonly FileToSeal[], password: string, at: number): Promise<Uint8Array> {
  // Its own workers would come from blob: addresses, which the page's policy forbids.
  configure({ useWebWorkers: false })
  const zip = new ZipWriter<Uint8Array>(new Uint8ArrayWriter(), {
    password,
    encryptionStrength: AES_256,
    useWebWorkers: false,
  })
  // .docx and .xlsx are packed already: stored, so that no other packer has to be carried.
  for (const { name, bytes } of files)
    await zip.add(name, new Uint8ArrayReader(bytes), { level: 0, lastModDate: new Date(at) })
  return zip.close()
}

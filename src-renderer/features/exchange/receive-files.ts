/** Files that came, from wherever: dropped, chosen, or all of a folder (desktop edition). Read one at a time, each up to 96 MB. */
import type { Services } from '#app/services/services.ts'
import { READ_BYTES, type HostCode } from '#core/host/host.ts'
import { err, ok, type Result } from '#core/lib/result.ts'

export type Arrived = { readonly name: string; readonly read: () => Promise<Result<Uint8Array, HostCode>> }

export const BUNDLE_ENDING = '.zip.age'

export const fromPage = (files: Iterable<File>): Arrived[] =>
  Array.from(files, (file) => ({
    name: file.name,
    read: async () => {
      try {
        return ok(new Uint8Array(await file.arrayBuffer()))
      } catch {
        // The stick was pulled between choosing and reading.
        return err('target-gone')
      }
    },
  }))

/** Null when the dialog was left. */
export async function fromFolder(
  host: Services['host'],
  title: string,
): Promise<Result<readonly Arrived[] | null, HostCode>> {
  const folder = await host.chooseFolder(title)
  if (!folder.ok) return folder
  const path = folder.value
  if (path === null) return ok(null)
  const files = await host.listFolder(path)
  if (!files.ok) return files
  const bundles = files.value.filter(({ name }) => name.toLowerCase().endsWith(BUNDLE_ENDING))
  return ok(bundles.map(({ name, bytes }) => ({ name, read: () => readWhole(host, path, name, bytes) })))
}

async function readWhole(
  host: Services['host'],
  folder: string,
  name: string,
  bytes: number,
): Promise<Result<Uint8Array, HostCode>> {
  const whole = new Uint8Array(bytes)
  let at = 0
  while (at < bytes) {
    const piece = await host.readFolderFile(folder, name, at, READ_BYTES)
    if (!piece.ok) return piece
    // It became shorter meanwhile: what was read is judged as a cut file.
    if (piece.value.length === 0) return ok(whole.slice(0, at))
    whole.set(piece.value.subarray(0, bytes - at), at)
    at += piece.value.length
  }
  return ok(whole)
}

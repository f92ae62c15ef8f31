/** Pictures on their way to a check: sealed and on the disk before the check names them. */
import type { DeskApi } from '#app/services/desk-types.ts'
import { MOST_PHOTOS } from '#core/have/fields.ts'
import { BLOB_BYTES, type HostCode } from '#core/host/host.ts'
import type { KeptFile } from '#core/intake/receive-case.ts'

/** Sealing adds a frame around the bytes. */
const LARGEST = BLOB_BYTES - 4096

export type PhotoProblem =
  | { readonly kind: 'too-big'; readonly name: string }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'not-kept'; readonly code: HostCode }

/** `before`: how many the check has already. What was kept is kept, whatever became of the others. */
export async function keepPhotos(
  desk: DeskApi,
  files: readonly File[],
  before: number,
): Promise<{ readonly photos: readonly KeptFile[]; readonly problem: PhotoProblem | null }> {
  const photos: KeptFile[] = []
  let problem: PhotoProblem | null = null
  for (const file of files) {
    if (file.size > LARGEST) {
      problem = { kind: 'too-big', name: file.name }
      continue
    }
    if (before + photos.length >= MOST_PHOTOS) return { photos, problem: { kind: 'too-many' } }
    const bytes = new Uint8Array(await file.arrayBuffer())
    const kept = await desk.keepFile(file.name.slice(-200), file.type || 'application/octet-stream', bytes)
    if (!kept.ok) return { photos, problem: { kind: 'not-kept', code: kept.error } }
    photos.push(kept.value)
  }
  return { photos, problem }
}

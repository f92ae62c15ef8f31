/** Storing files on a case: which may be stored, and how. */
import type { DeskApi, RunCode } from '#app/services/desk-types.ts'
import { BLOB_BYTES } from '#core/host/host.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { z } from '#core/lib/schema.ts'

/** Sealing adds a frame around the bytes. */
export const LARGEST = BLOB_BYTES - 4096

export const ATTACH = z.object({ case: z.string(), files: z.array(z.instanceof(File)).min(1) })
export type Attach = z.infer<typeof ATTACH>

/** What a broken-off attempt had stored already: trying again must not attach it twice. */
const stored = new WeakMap<File, string>()

/** One act per file, in the order chosen; stops at the first that could not be stored (those before it are safe). */
export async function attachFiles(desk: DeskApi, input: Attach): Promise<Result<readonly string[], RunCode>> {
  const acts: string[] = []
  for (const file of input.files) {
    const before = stored.get(file)
    if (before !== undefined) {
      acts.push(before)
      continue
    }
    const attached = await desk.attach(
      input.case,
      file.name,
      file.type || 'application/octet-stream',
      new Uint8Array(await file.arrayBuffer()),
    )
    if (!attached.ok) return attached
    stored.set(file, attached.value.id)
    acts.push(attached.value.id)
  }
  return ok(acts)
}

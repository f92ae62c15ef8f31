/** Pictures as bitmaps, decoded in a worker one after the other. Small ones are remembered until the station is locked. */
import { useSession } from '#app/session/session.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import type { PictureCode } from './picture-code.ts'
import type { PictureAnswer, PictureJob } from './picture-worker.ts'

/** A decoder that takes longer is stopped with its worker. */
const TIMEOUT_MS = 20_000
/** Pixels of the longer side: enough for the words of a photographed page, 50 MB at 4:3. */
export const LARGE = 4096

let worker: Worker | null = null
let last: Promise<unknown> = Promise.resolve()

/** `longest`: pixels of the longer side; smaller pictures are not blown up. The bitmap belongs to the caller. */
export function decodePicture(bytes: Uint8Array, longest: number): Promise<Result<ImageBitmap, PictureCode>> {
  const turn = last.then(() => decode({ bytes, longest }))
  last = turn
  return turn
}

function decode(job: PictureJob): Promise<Result<ImageBitmap, PictureCode>> {
  return new Promise((resolve) => {
    const mine = (worker ??= new Worker(new URL('./picture-worker.ts', import.meta.url), { type: 'module' }))
    const stop = (code: PictureCode): void => {
      clearTimeout(timer)
      mine.terminate()
      if (worker === mine) worker = null
      resolve(err(code))
    }
    const timer = setTimeout(() => stop('too-slow'), TIMEOUT_MS)
    mine.onerror = () => stop('broken')
    mine.onmessage = ({ data }: MessageEvent<PictureAnswer>) => {
      clearTimeout(timer)
      resolve(data.ok ? ok(data.bitmap) : err(data.code))
    }
    mine.postMessage(job, [])
  })
}

/** Pixels of the longer side: 120 on the page, and sharp on a screen with twice as many. */
const SMALL = 240
/** 170 kB each at 4:3: 20 MB. */
const MOST_THUMBNAILS = 120
const thumbnails = new Map<string, ImageBitmap>()

/** `read`: the bytes behind the id, asked for only when the thumbnail is not there yet. Null: it cannot be drawn. */
export async function thumbnailOf(blob: string, read: () => Promise<Uint8Array | null>): Promise<ImageBitmap | null> {
  const known = thumbnails.get(blob)
  if (known) return known
  const bytes = await read()
  const made = bytes && (await decodePicture(bytes, SMALL))
  if (!made?.ok || useSession.getState().phase.kind !== 'open') return null
  thumbnails.set(blob, made.value)
  const [oldest] = thumbnails.keys()
  if (thumbnails.size > MOST_THUMBNAILS && oldest !== undefined) drop(oldest)
  return made.value
}

function drop(blob: string): void {
  thumbnails.get(blob)?.close()
  thumbnails.delete(blob)
}

useSession.subscribe((session) => {
  if (session.phase.kind === 'open') return
  for (const blob of thumbnails.keys()) drop(blob)
  worker?.terminate()
  worker = null
})

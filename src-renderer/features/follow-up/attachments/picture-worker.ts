/**
 * Decodes one picture at a time away from the window, which goes on answering whatever the file is. The bytes go to the
 * decoder as they are: a Blob of them could be laid down by the browser in its own files, in clear.
 */
import type { PictureCode } from './picture-code.ts'
import { pictureSize } from './picture-size.ts'

/** 256 MB once decoded; a phone's usual photo has 12 to 50 million pixels. */
const MOST_PIXELS = 64_000_000

export type PictureJob = { readonly bytes: Uint8Array; readonly longest: number }
export type PictureAnswer =
  { readonly ok: true; readonly bitmap: ImageBitmap } | { readonly ok: false; readonly code: PictureCode }

/** What a dedicated worker has of `self`; see src-renderer/tsconfig.json. */
const port = self as unknown as { postMessage: (answer: PictureAnswer, transfer: readonly unknown[]) => void }

self.onmessage = ({ data }: MessageEvent<PictureJob>): void => {
  drawn(data).then(
    (bitmap) => port.postMessage({ ok: true, bitmap }, [bitmap]),
    (error: unknown) => port.postMessage({ ok: false, code: isCode(error) ? error : 'broken' }, []),
  )
}

const isCode = (error: unknown): error is PictureCode => typeof error === 'string'
const refused = (code: PictureCode): Promise<never> => Promise.reject(code) // oxlint-disable-line prefer-promise-reject-errors

async function drawn({ bytes, longest }: PictureJob): Promise<ImageBitmap> {
  const size = pictureSize(bytes)
  if (!size) return refused('not-a-picture')
  if (size.width * size.height > MOST_PIXELS) return refused('too-large')
  const decoder = new ImageDecoder({ data: bytes as Uint8Array<ArrayBuffer>, type: size.media })
  try {
    const { image } = await decoder.decode()
    // As it was held: a phone writes how it was turned, and a drawn frame follows that.
    const { displayWidth, displayHeight } = image
    const scale = Math.min(1, longest / Math.max(displayWidth, displayHeight))
    const canvas = new OffscreenCanvas(
      Math.max(1, Math.round(displayWidth * scale)),
      Math.max(1, Math.round(displayHeight * scale)),
    )
    const context = canvas.getContext('2d')!
    context.imageSmoothingQuality = 'high'
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    image.close()
    return canvas.transferToImageBitmap()
  } finally {
    decoder.close()
  }
}

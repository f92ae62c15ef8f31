/** A PDF opened by pdf.js in its own worker; loaded with everything it needs only when somebody opens a PDF. */
import { AnnotationMode, getDocument, PDFWorker, VerbosityLevel, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs' // prettier-ignore
import { err, ok, type Result } from '#core/lib/result.ts'
import { CharacterMaps, Decoders, StandardFonts } from './pdf-parts.ts'

/** To add one: here, and its words in case-file `attachment.problem`. */
export type PdfCode = 'encrypted' | 'broken-pdf' | 'too-slow'

export type Pdf = {
  readonly pages: number
  /** From 1. Rejects for a page that cannot be read. */
  readonly page: (n: number) => Promise<PDFPageProxy>
  readonly close: () => void
}

const TIMEOUT_MS = 30_000
/** Pixels of one picture inside a document, as for pictures themselves. */
const MOST_PIXELS = 64_000_000

export async function openPdf(bytes: Uint8Array): Promise<Result<Pdf, PdfCode>> {
  const thread = new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  // pdf.js types its port as null alone.
  const worker = new PDFWorker({ port: thread as never, verbosity: VerbosityLevel.ERRORS })
  const task = getDocument({
    data: bytes.slice(), // it is handed over to the worker, and the viewer still saves copies
    worker,
    verbosity: VerbosityLevel.ERRORS,
    isEvalSupported: false,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: MOST_PIXELS,
    CMapReaderFactory: CharacterMaps,
    StandardFontDataFactory: StandardFonts,
    WasmFactory: Decoders,
    useWorkerFetch: false,
  })
  const close = (): void => {
    void task.destroy().catch(() => undefined)
    worker.destroy()
    thread.terminate()
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<'late'>((done) => (timer = setTimeout(() => done('late'), TIMEOUT_MS)))
  const broken = new Promise<'broken'>((done) => (thread.onerror = () => done('broken')))
  try {
    const opened = await Promise.race([task.promise, late, broken])
    if (typeof opened !== 'string') {
      const page = (n: number): Promise<PDFPageProxy> => opened.getPage(n)
      return ok({ pages: opened.numPages, page, close })
    }
    close()
    return err(opened === 'late' ? 'too-slow' : 'broken-pdf')
  } catch (error) {
    close()
    return err(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken-pdf')
  } finally {
    clearTimeout(timer)
  }
}

/** 16 million: what one canvas may cost, 64 MB. */
const MOST_CANVAS = 16_000_000

export type Drawing = { readonly done: Promise<'drawn' | 'broken' | 'stopped'>; readonly stop: () => void }

/** Draws the page `scale` CSS pixels per point large, as sharp as the screen is. Stops by itself when it takes too long. */
export function drawPage(page: PDFPageProxy, canvas: HTMLCanvasElement, scale: number, turned: number): Drawing {
  const rotation = (page.rotate + turned) % 360
  const plain = page.getViewport({ scale, rotation })
  const sharp = Math.min(devicePixelRatio, Math.sqrt(MOST_CANVAS / (plain.width * plain.height)))
  const viewport = page.getViewport({ scale: scale * sharp, rotation })
  canvas.width = Math.max(1, Math.floor(viewport.width))
  canvas.height = Math.max(1, Math.floor(viewport.height))
  const task = page.render({ canvas, viewport, annotationMode: AnnotationMode.ENABLE })
  let stopped = false
  const stop = (): void => {
    stopped = true
    task.cancel()
  }
  const timer = setTimeout(() => task.cancel(), TIMEOUT_MS)
  const done = task.promise
    .then(
      () => 'drawn' as const,
      () => (stopped ? ('stopped' as const) : ('broken' as const)),
    )
    .finally(() => clearTimeout(timer))
  return { done, stop }
}

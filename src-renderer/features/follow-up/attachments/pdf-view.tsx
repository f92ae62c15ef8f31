import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Pdf, PdfCode } from './open-pdf.ts'
import { fit, useRoom, type Place } from './stage.ts'

type PdfViewProps = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly place: Place
  readonly onPages: (pages: number) => void
}

export function PdfView({ name, bytes, place, onPages }: PdfViewProps) {
  const { t } = useTranslation('case-file')
  const stage = useRef<HTMLDivElement>(null)
  const sheet = useRef<HTMLDivElement>(null)
  const room = useRoom(stage)
  const [pdf, setPdf] = useState<Pdf | null>(null)
  const [code, setCode] = useState<PdfCode | 'broken-page' | null>(null)
  const [drawn, setDrawn] = useState(0)
  useEffect(() => {
    let wanted = true
    let close: (() => void) | null = null
    const open = async (): Promise<void> => {
      const { openPdf } = await import('./open-pdf.ts')
      if (!wanted) return
      const opened = await openPdf(bytes)
      if (!opened.ok) return wanted ? setCode(opened.error) : undefined
      if (!wanted) return opened.value.close()
      close = opened.value.close
      setPdf(opened.value)
      onPages(opened.value.pages)
    }
    void open()
    return () => {
      wanted = false
      close?.()
    }
  }, [bytes, onPages])

  const { page, turned, zoom } = place
  useEffect(() => {
    if (!pdf || !room) return
    let wanted = true
    let stop = (): void => undefined
    const draw = async (): Promise<void> => {
      const { drawPage } = await import('./open-pdf.ts')
      const read = await pdf.page(page)
      if (!wanted) return
      const size = read.getViewport({ scale: 1, rotation: (read.rotate + turned) % 360 })
      const scale = zoom * fit(size, room, true)
      const canvas = document.createElement('canvas')
      const drawing = drawPage(read, canvas, scale, turned)
      ;({ stop } = drawing)
      const result = await drawing.done
      if (!wanted || result === 'stopped') return
      if (result === 'broken') return setCode('broken-page')
      canvas.style.width = `${size.width * scale}px`
      canvas.style.height = `${size.height * scale}px`
      canvas.role = 'img'
      canvas.ariaLabel = `${name} ${page}`
      // The page before stays until the new one is whole.
      sheet.current?.replaceChildren(canvas)
      setCode(null)
      setDrawn(page)
    }
    draw().catch(() => wanted && setCode('broken-page'))
    return () => {
      wanted = false
      stop()
    }
  }, [pdf, room, page, turned, zoom, name])
  return (
    <div className="viewer-stage" ref={stage} tabIndex={0} role="region" aria-label={name}>
      {code && <p className="viewer-words">{t(`attachment.problem.${code}`)}</p>}
      {drawn === 0 && !code && <p className="viewer-words">{t('attachment.opening')}</p>}
      <div className="viewer-page" ref={sheet} data-page={drawn} hidden={code !== null} />
    </div>
  )
}

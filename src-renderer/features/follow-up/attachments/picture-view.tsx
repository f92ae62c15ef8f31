import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PictureCode } from './picture-code.ts'
import { decodePicture, LARGE } from './pictures.ts'
import { fit, useRoom, type Place } from './stage.ts'

type PictureViewProps = { readonly name: string; readonly bytes: Uint8Array; readonly place: Place }

type Size = { readonly width: number; readonly height: number }

export function PictureView({ name, bytes, place }: PictureViewProps) {
  const { t } = useTranslation('case-file')
  const stage = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const room = useRoom(stage)
  const [size, setSize] = useState<Size | null>(null)
  const [code, setCode] = useState<PictureCode | null>(null)
  useEffect(() => {
    let wanted = true
    const draw = async (): Promise<void> => {
      const made = await decodePicture(bytes, LARGE)
      if (!made.ok) return wanted ? setCode(made.error) : undefined
      const { width, height } = made.value
      if (!wanted || !canvas.current) return made.value.close()
      // Handed over, not copied: the canvas has the bitmap's own memory.
      canvas.current.width = width
      canvas.current.height = height
      canvas.current.getContext('bitmaprenderer')!.transferFromImageBitmap(made.value)
      setSize({ width, height })
    }
    void draw()
    return () => {
      wanted = false
    }
  }, [bytes])
  const turned = place.turned % 180 === 0
  const scale = size && room ? place.zoom * fit(turned ? size : { width: size.height, height: size.width }, room, false) : 0 // prettier-ignore
  const width = (size?.width ?? 0) * scale
  const height = (size?.height ?? 0) * scale
  return (
    <div className="viewer-stage" ref={stage} tabIndex={0} role="region" aria-label={name}>
      {code && <p className="viewer-words">{t(`attachment.problem.${code}`)}</p>}
      {!size && !code && <p className="viewer-words">{t('attachment.opening')}</p>}
      <div className="viewer-sheet" style={{ width: turned ? width : height, height: turned ? height : width }}>
        <canvas
          ref={canvas}
          role="img"
          aria-label={name}
          hidden={!size}
          style={{ width, height, transform: `translate(-50%, -50%) rotate(${place.turned}deg)` }}
        />
      </div>
    </div>
  )
}

/** An attachment in the record: what it looks like, and the way into the viewer. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import type { Act } from '#core/case-file/case-file.ts'
import { shownAs } from './media.ts'
import { thumbnailOf } from './pictures.ts'

type AttachmentLineProps = {
  readonly attachment: Pick<Extract<Act, { type: 'attachment' }>, 'id' | 'name' | 'media' | 'blob'>
  readonly onOpen: (act: string) => void
}

export function AttachmentLine({ attachment, onOpen }: AttachmentLineProps) {
  const { t } = useTranslation('case-file')
  const kind = shownAs(attachment)
  return (
    <button
      type="button"
      className={`attachment ${kind}`}
      aria-label={t('attachment.open', { name: attachment.name })}
      title={attachment.name}
      onClick={() => onOpen(attachment.id)}
    >
      {kind === 'picture' ? <Thumbnail blob={attachment.blob} /> : <FileSign name={attachment.name} />}
    </button>
  )
}

function Thumbnail({ blob }: { readonly blob: string }) {
  const { desk } = useServices()
  const { t } = useTranslation('case-file')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [state, setState] = useState<'waiting' | 'drawn' | 'none'>('waiting')
  useEffect(() => {
    const element = canvas.current!
    let wanted = true
    const read = async (): Promise<Uint8Array | null> => {
      const bytes = await desk.blob(blob)
      return bytes.ok ? bytes.value : null
    }
    const draw = async (): Promise<void> => {
      const bitmap = await thumbnailOf(blob, read)
      if (!wanted) return
      if (bitmap) {
        element.width = bitmap.width
        element.height = bitmap.height
        element.getContext('2d')!.drawImage(bitmap, 0, 0)
      }
      setState(bitmap ? 'drawn' : 'none')
    }
    // Only what comes into sight is read: a case may have hundreds.
    const watch = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return
      watch.disconnect()
      void draw()
    })
    watch.observe(element)
    return () => {
      wanted = false
      watch.disconnect()
    }
  }, [blob, desk])
  return (
    <>
      <canvas ref={canvas} data-state={state} width={96} height={72} aria-hidden="true" />
      {state === 'none' && <span className="small muted">{t('attachment.noPicture')}</span>}
    </>
  )
}

/** PDF, DOCX …: the end of the name as a sign; anything long is only a file. */
function FileSign({ name }: { readonly name: string }) {
  const { t } = useTranslation('case-file')
  const end = /\.([a-z0-9]{2,5})$/i.exec(name)?.[1]?.toUpperCase()
  return (
    <span className="file-sign">
      {end && <b>{end}</b>}
      <span>{t('attachment.look')}</span>
    </span>
  )
}

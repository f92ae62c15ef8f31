/** Pictures and PDFs of a case over the whole window. Nothing of them is written anywhere but where a copy is asked for. */
import { Button } from 'antd'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { SavedFile } from '#app/ui/saved-file.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { Act } from '#core/case-file/case-file.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import { shownAs } from './media.ts'
import { PdfView } from './pdf-view.tsx'
import { PictureView } from './picture-view.tsx'
import { sizeWords } from './size-words.ts'
import type { Place } from './stage.ts'
import './viewer.css'

type Attachment = Pick<Extract<Act, { type: 'attachment' }>, 'id' | 'name' | 'media' | 'blob' | 'bytes'>

type ViewerProps = {
  readonly attachments: readonly Attachment[]
  /** Its act. */
  readonly shown: string
  readonly onShow: (act: string) => void
  readonly onClose: () => void
}

type Read = { readonly act: string; readonly bytes: Result<Uint8Array, HostCode | 'damaged'> }

const START: Place = { zoom: 1, turned: 0, page: 1 }
const ZOOM = { step: 1.25, least: 0.25, most: 8 }

export function Viewer({ attachments, shown, onShow, onClose }: ViewerProps) {
  const { t } = useTranslation('case-file')
  const { desk, host } = useServices()
  const problemWords = useProblemWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const [read, setRead] = useState<Read | null>(null)
  const [place, setPlace] = useState(START)
  const [pages, setPages] = useState(0)
  const [saved, setSaved] = useState<Result<string, HostCode> | null>(null)
  const at = attachments.findIndex((one) => one.id === shown)
  const attachment = attachments[at]

  // The browser's own dialog keeps the focus inside, and gives it back where it was.
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    if (!attachment) return onClose() // withdrawn meanwhile
    let wanted = true
    void desk.blob(attachment.blob).then((bytes) => wanted && setRead({ act: attachment.id, bytes }))
    return () => {
      wanted = false
    }
    // The list is made anew with every change of the case; the file behind an act never changes.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, attachment?.id])
  if (!attachment) return null

  const kind = shownAs(attachment)
  const bytes = read?.act === attachment.id ? read.bytes : null
  const show = (next: number): void => {
    const other = attachments[next]
    if (!other) return
    setPlace(START)
    setPages(0)
    setSaved(null)
    onShow(other.id)
  }
  const turnPage = (by: number): void => setPlace({ ...place, page: Math.min(Math.max(1, place.page + by), Math.max(1, pages)) }) // prettier-ignore
  /** Page by page through a PDF, then on to the next file. */
  const step = (by: 1 | -1): void => {
    const page = place.page + by
    if (pages > 1 && page >= 1 && page <= pages) turnPage(by)
    else show(at + by)
  }
  const zoom = (by: number): void =>
    setPlace({ ...place, zoom: by === 0 ? 1 : Math.min(ZOOM.most, Math.max(ZOOM.least, place.zoom * by)) })
  const turn = (): void => setPlace({ ...place, turned: ((place.turned + 90) % 360) as Place['turned'] })
  const save = async (): Promise<void> => {
    if (bytes?.ok) setSaved(await host.saveFile(attachment.name, bytes.value))
  }

  const canZoom = kind !== 'other' && bytes?.ok === true
  const keys: Readonly<Record<string, () => void>> = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    PageDown: () => turnPage(1),
    PageUp: () => turnPage(-1),
    '+': () => zoom(ZOOM.step),
    '=': () => zoom(ZOOM.step),
    '-': () => zoom(1 / ZOOM.step),
    '0': () => zoom(0),
    R: turn,
    S: () => void save(),
  }
  const onKey = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return
    const run = keys[event.key.length === 1 ? event.key.toUpperCase() : event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  return (
    <dialog
      ref={dialog}
      className="viewer"
      aria-label={t('attachment.viewer', { name: attachment.name })}
      onClose={onClose}
      onKeyDown={onKey}
    >
      <header>
        <b className="one-line">{attachment.name}</b>
        <span className="muted small">
          {sizeWords(attachment.bytes)}
          {attachments.length > 1 && ` · ${t('attachment.count', { at: at + 1, of: attachments.length })}`}
        </span>
        <div className="tools">
          {pages > 0 && (
            <>
              <Button
                size="small"
                aria-label={t('attachment.pageBefore')}
                disabled={place.page <= 1}
                onClick={() => turnPage(-1)}
              >
                ‹
                <Kbd keys="PgUp" />
              </Button>
              <span role="status">{t('attachment.page', { at: place.page, of: pages })}</span>
              <Button
                size="small"
                aria-label={t('attachment.pageAfter')}
                disabled={place.page >= pages}
                onClick={() => turnPage(1)}
              >
                ›
                <Kbd keys="PgDn" />
              </Button>
            </>
          )}
          {attachments.length > 1 && (
            <>
              <Button size="small" disabled={at === 0} onClick={() => show(at - 1)}>
                {t('attachment.before')}
                <Kbd keys="←" />
              </Button>
              <Button size="small" disabled={at === attachments.length - 1} onClick={() => show(at + 1)}>
                {t('attachment.after')}
                <Kbd keys="→" />
              </Button>
            </>
          )}
          {canZoom && (
            <>
              <Button size="small" aria-label={t('attachment.smaller')} onClick={() => zoom(1 / ZOOM.step)}>
                −
              </Button>
              <span className="zoom">{Math.round(place.zoom * 100)}%</span>
              <Button size="small" aria-label={t('attachment.larger')} onClick={() => zoom(ZOOM.step)}>
                +
              </Button>
              <Button size="small" onClick={turn}>
                {t('attachment.turn')}
                <Kbd keys="R" />
              </Button>
            </>
          )}
          <Button size="small" disabled={!bytes?.ok} onClick={() => void save()}>
            {t('attachment.download')}
            <Kbd keys="S" />
          </Button>
          <Button size="small" type="primary" onClick={() => dialog.current?.close()}>
            {t('attachment.close')}
            <Kbd keys="Esc" />
          </Button>
        </div>
      </header>
      {saved && (
        <div className="viewer-saved">
          <SavedFile saved={saved} onReveal={host.reveal} />
        </div>
      )}
      {bytes === null ? (
        <p className="viewer-words">{t('attachment.opening')}</p>
      ) : !bytes.ok ? (
        <div className="viewer-words">
          <Problem words={problemWords(bytes.error)} />
        </div>
      ) : kind === 'picture' ? (
        <PictureView key={attachment.id} name={attachment.name} bytes={bytes.value} place={place} />
      ) : kind === 'pdf' ? (
        <PdfView key={attachment.id} name={attachment.name} bytes={bytes.value} place={place} onPages={setPages} />
      ) : (
        <p className="viewer-words">{t('attachment.elsewhere')}</p>
      )}
    </dialog>
  )
}

/** What will be printed, on a sheet of paper, before it is: 打印 · 存为 PDF · 隐去个人信息. */
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useCounterView } from '#app/session/counter-view.ts'
import { useSession } from '#app/session/session.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { SavedFile } from '#app/ui/saved-file.tsx'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import type { Paper, Reader } from '#core/reports/papers/paper.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { PrintLayer } from './print-layer.tsx'

type PaperPreviewProps = {
  /** Who it is made for, unless the clerk says it goes to others. */
  readonly reader: Reader
  /** There is no other version of it: nobody is asked whom it is for. */
  readonly always?: boolean
  /** As the screen may show it; in counter view with its words hidden. */
  readonly shown: (reader: Reader) => Paper
  /** As it is printed. */
  readonly printed: (reader: Reader) => Paper
  readonly onClose: () => void
}

export function PaperPreview({ reader, always = false, shown, printed, onClose }: PaperPreviewProps) {
  const { t } = useTranslation('papers')
  const { host } = useServices()
  const inBrowser = useSession((session) => session.edition === 'browser')
  const isCovered = useCounterView() && shown !== printed
  const dialog = useRef<HTMLDialogElement>(null)
  const [masked, setMasked] = useState(reader === 'outsider')
  const [saving, setSaving] = useState(false)
  const [saved, setSaved] = useState<Result<string, HostCode> | null>(null)
  const holder = masked ? 'outsider' : reader === 'outsider' ? 'staff' : reader
  const paper = shown(holder)
  // Enter prints: the first control would take the focus otherwise.
  useEffect(() => {
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('.buttons button')?.focus()
  }, [])

  const print = (): void => window.print()
  const savePdf = async (): Promise<void> => {
    if (saving) return
    setSaving(true)
    setSaved(null)
    setSaved(await host.savePdf(`${paper.fileName}.pdf`, paper.landscape))
    setSaving(false)
  }
  useKeys([
    { key: 'Ctrl+P', label: t('print'), run: print },
    ...(inBrowser ? [] : [{ key: 'Ctrl+S', label: t('savePdf'), run: () => void savePdf() }]),
  ])

  return (
    <>
      <dialog ref={dialog} className="paper-preview" aria-labelledby="paper-title" onClose={onClose}>
        <div className="paper-tools">
          <div className="row">
            <h2 id="paper-title">{t('preview', { title: paper.title })}</h2>
            {!always && (
              <label>
                <input type="checkbox" checked={masked} onChange={(event) => setMasked(event.target.checked)} />
                {t('masked')}
              </label>
            )}
            <div className="row buttons">
              <Button type="primary" onClick={print}>
                {t('print')}
                <Kbd keys="Ctrl P" />
              </Button>
              {!inBrowser && (
                <Button loading={saving} onClick={() => void savePdf()}>
                  {t('savePdf')}
                  <Kbd keys="Ctrl S" />
                </Button>
              )}
              <Button onClick={() => dialog.current?.close()}>
                {t('close')}
                <Kbd keys="Esc" />
              </Button>
            </div>
          </div>
          {isCovered && <p className="small warn">{t('covered')}</p>}
          {inBrowser && <p className="small muted">{t('pdfHint')}</p>}
          {saved && <SavedFile saved={saved} onReveal={host.reveal} />}
        </div>
        {/* Longer than the window, and read by arrow keys too. */}
        <div className="paper-desk" role="region" aria-labelledby="paper-title" tabIndex={0}>
          <article className={`paper${paper.landscape ? ' across' : ''}`} lang={paper.words.language}>
            <PaperSheet sheet={paper} words={paper.words} />
            <div className="paper-foot">
              <span lang="zxx">{paper.foot.heads}</span>
              <span>{paper.foot.printed}</span>
            </div>
          </article>
        </div>
      </dialog>
      <PrintLayer paper={printed(holder)} />
    </>
  )
}

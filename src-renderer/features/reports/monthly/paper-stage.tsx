/** A paper as it will be printed, and its buttons: 存为 .docx · .xlsx · PDF · 打印. Where the file lies is said under them. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { SavedFile } from '#app/ui/saved-file.tsx'
import type { HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import type { Moment } from '#core/lib/time.ts'
import { paperDocument } from '#core/reports/paper-document.ts'
import { PaperSheet } from '../paper-sheet.tsx'
import { PrintLayer } from '../print-layer.tsx'
import type { MadePaper } from './paper-kinds.ts'

/** `children`: at the left of the buttons. */
type PaperStageProps = { readonly made: MadePaper; readonly madeAt: Moment; readonly children: ReactNode }

export function PaperStage({ made: { paper, sheets }, madeAt, children }: PaperStageProps) {
  const { t } = useTranslation('monthly')
  const { desk, host } = useServices()
  const inBrowser = useSession((session) => session.edition === 'browser')
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<Result<string, HostCode> | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const save = async (make: () => Promise<Result<string, HostCode>>): Promise<void> => {
    if (busy) return
    setBusy(true)
    setSaved(null)
    try {
      setSaved(await make())
    } catch (error) {
      setFailure(error ?? new Error('no reason given'))
    } finally {
      setBusy(false)
    }
  }
  const docx = (): void =>
    void save(async () =>
      host.saveFile(`${paper.fileName}.docx`, await desk.writeFile({ docx: paperDocument(paper, madeAt) })),
    )
  const xlsx = (): void =>
    void save(async () => host.saveFile(`${paper.fileName}.xlsx`, await desk.writeFile({ xlsx: sheets })))
  const pdf = (): void => void save(() => host.savePdf(`${paper.fileName}.pdf`, paper.landscape))
  const print = (): void => window.print()
  useKeys([
    { key: 'Ctrl+S', label: t('docx'), run: docx },
    { key: 'Ctrl+E', label: t('xlsx'), run: xlsx },
    { key: 'Ctrl+P', label: t('print'), run: print },
  ])
  if (failure !== null) throw failure
  return (
    <div className="monthly-stage">
      <div className="row">
        {children}
        <span className="row monthly-buttons">
          <Button type="primary" loading={busy} onClick={docx}>
            {t('docx')}
            <Kbd keys="Ctrl S" />
          </Button>
          <Button disabled={busy} onClick={xlsx}>
            {t('xlsx')}
            <Kbd keys="Ctrl E" />
          </Button>
          <Button disabled={busy} onClick={print}>
            {t('print')}
            <Kbd keys="Ctrl P" />
          </Button>
          {!inBrowser && (
            <Button disabled={busy} onClick={pdf}>
              {t('pdf')}
            </Button>
          )}
        </span>
      </div>
      <div aria-live="polite">{saved && <SavedFile saved={saved} onReveal={host.reveal} />}</div>
      {/* Longer than the window, and read by arrow keys too. */}
      <div className="paper-desk monthly-desk" role="region" aria-label={t('preview')} tabIndex={0}>
        <article className={`paper${paper.landscape ? ' across' : ''}`} lang={paper.words.language}>
          <PaperSheet sheet={paper} words={paper.words} />
          <div className="paper-foot">
            <span lang="zxx">{paper.foot.heads}</span>
            <span>{paper.foot.printed}</span>
          </div>
        </article>
      </div>
      <PrintLayer paper={paper} />
    </div>
  )
}

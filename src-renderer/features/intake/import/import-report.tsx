import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostCode } from '#core/host/host.ts'
import type { ReportWords } from '#core/intake/import-report.ts'
import type { Result } from '#core/lib/result.ts'
import { useServices } from '#app/services/services.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { go } from '#app/session/route.ts'
import { SavedFile } from '#app/ui/saved-file.tsx'
import type { Loaded, RefusedRow, Report } from './import-state.ts'
import { RefusedRows } from './refused-rows.tsx'
import { RunProblem } from './run-problem.tsx'
import { UndoImport } from './undo-import.tsx'

const SHOWN_REFUSED = 50

export function ImportReport({ loaded, report }: { loaded: Loaded; report: Report }) {
  const { t } = useTranslation('import')
  const { host } = useServices()
  const { plan, sheet } = loaded
  const words = useReportWords()
  const [saved, setSaved] = useState<Result<string, HostCode> | null>(null)
  const [undoing, setUndoing] = useState(false)
  const refused = plan.refused + report.refused.length
  const first = [...report.refused, ...plan.firstRefused].toSorted((a, b) => a.row - b.row).slice(0, SHOWN_REFUSED)
  const numbers = [
    [t('imported'), report.imported],
    [t('repeated'), report.repeated.length],
    [t('refused'), refused],
    [t('blank'), plan.blank],
    ...(report.stopped ? ([[t('notReached'), plan.planned - report.reached]] as const) : []),
  ] as const
  const toCases = (): void => {
    setCaseFilter({})
    go({ screen: 'cases' })
  }
  const save = async (name: string, bytes: Promise<Uint8Array>): Promise<void> =>
    setSaved(await host.saveFile(`${loaded.name.replace(/\.[^.]*$/, '')} - ${name}`, await bytes))
  return (
    <section className="card import-part" role="status">
      <h2>{t(report.stopped ? 'reportStopped' : 'report')}</h2>
      {report.problem && <RunProblem problem={report.problem} />}
      {report.stopped && <p>{t('stoppedHint', { n: report.imported.toLocaleString('en') })}</p>}
      <dl className="import-numbers">
        {numbers.map(([name, n]) => (
          <div key={name}>
            <dt className="muted">{name}</dt>
            <dd>{n.toLocaleString('en')}</dd>
          </div>
        ))}
      </dl>
      <div className="row">
        <Button type="primary" autoFocus onClick={toCases}>
          {t('toCases')}
        </Button>
        <Button onClick={() => void save(`${t('reportFile')}.xlsx`, sheet.api.report(report, words))}>
          {t('saveReport')}
        </Button>
        {refused > 0 && (
          <Button
            onClick={() =>
              void save(
                `${t('refusedFile')}.csv`,
                sheet.api.refusedRows(report, [t('row'), t('reason')], words.reasons),
              )
            }
          >
            {t('saveRefused')}
          </Button>
        )}
        {report.imported > 0 && <Button onClick={() => setUndoing(true)}>{t('undo.open')}</Button>}
      </div>
      {saved && <SavedFile saved={saved} onReveal={host.reveal} />}
      {undoing && <UndoImport id={report.import} file={loaded.name} onClose={() => setUndoing(false)} />}
      {refused > 0 && (
        <>
          <h2 className="refused-title">{t('refused')}</h2>
          <p className="small muted">{t('saveRefusedHint')}</p>
          <RefusedRows first={first as readonly RefusedRow[]} count={refused} />
        </>
      )}
    </section>
  )
}

/** The words of the file that is saved: in the language of the screen. */
function useReportWords(): ReportWords {
  const { t, i18n } = useTranslation(['import', 'codes'])
  const language = i18n.language
  const reasons = {
    ...(i18n.getResource(language, 'codes', 'refusal') as Record<string, string>),
    ...(i18n.getResource(language, 'import', 'rowReason') as Record<string, string>),
  }
  return {
    sheet: t('report'),
    columns: {
      row: t('row'),
      number: t('field.externalId'),
      title: t('field.title'),
      result: t('result'),
      reason: t('reason'),
    },
    results: {
      imported: t('imported'),
      repeated: t('repeated'),
      refused: t('refused'),
      notReached: t('notReached'),
    },
    reasons,
  }
}

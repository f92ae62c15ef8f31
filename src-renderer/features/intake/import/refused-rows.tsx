/** Row by row, what stays out and why; the whole list can be saved, corrected and imported again. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostCode } from '#core/host/host.ts'
import { useServices } from '#app/services/services.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import type { Loaded, RefusedRow } from './import-state.ts'
import { refusedCsv } from './refused-csv.ts'
import { useReasonWords } from './use-reason-words.ts'

const SHOWN = 50

export function RefusedRows({ rows, loaded }: { rows: readonly RefusedRow[]; loaded: Loaded }) {
  const { t } = useTranslation('import')
  const { host } = useServices()
  const reasonWords = useReasonWords()
  const problemWords = useProblemWords()
  const [saved, setSaved] = useState<string | null>(null)
  const [problem, setProblem] = useState<HostCode | null>(null)
  const save = async (): Promise<void> => {
    const reasons = new Map(rows.map(({ row, reason }) => [row, reasonWords(reason)]))
    const bytes = refusedCsv(loaded.sheet, loaded.header, reasons, [t('row'), t('reason')])
    const file = await host.saveFile(`${loaded.name.replace(/\.[^.]*$/, '')} - ${t('refusedFile')}.csv`, bytes)
    setSaved(file.ok ? file.value : null)
    setProblem(file.ok ? null : file.error)
  }
  return (
    <>
      <ul className="import-refused">
        {rows.slice(0, SHOWN).map(({ row, reason }) => (
          <li key={row}>
            <b>{t('rowLabel', { row })}</b> {reasonWords(reason)}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && <p className="muted">{t('moreRefused', { n: rows.length - SHOWN })}</p>}
      <div className="row">
        <Button onClick={() => void save()}>{t('saveRefused')}</Button>
        <span className="small muted">{saved === null ? t('saveRefusedHint') : t('savedTo', { path: saved })}</span>
      </div>
      {problem && <Problem words={problemWords(problem)} />}
    </>
  )
}

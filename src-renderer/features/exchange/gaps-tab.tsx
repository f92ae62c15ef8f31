/** 缺件: records that are known to exist and are not here, and a small file that asks for them. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExchangeHome, ExportFailure, ExportMade, GapLine } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Result } from '#core/lib/result.ts'
import { scopeOfLog } from '#core/kernel/event.ts'
import { ExportDone } from './export-done.tsx'
import { useExportWords } from './use-export-words.ts'

export function GapsTab({ home }: { readonly home: ExchangeHome }) {
  const { t } = useTranslation('exchange')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const exportWords = useExportWords()
  const lines = useAnswer(() => desk.exchangeGaps(), [desk, revision])
  const [busy, setBusy] = useState('')
  const [asked, setAsked] = useState<Result<ExportMade, ExportFailure> | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  if (failure !== null) throw failure
  if (!lines) return <p className="muted">{t('loading')}</p>
  const ask = async (peer: string): Promise<void> => {
    setBusy(peer)
    setAsked(null)
    try {
      setAsked(await desk.makeRequest(peer, null))
    } catch (error) {
      setFailure(error ?? new Error('no reason given'))
    } finally {
      setBusy('')
    }
  }
  const whom = new Map(lines.filter(({ peer }) => peer !== '').map(({ peer, peerName }) => [peer, peerName]))
  const blobs = home.blobsMissing > 0 && <p className="small muted">{t('gaps.blobs', { n: home.blobsMissing })}</p>
  if (lines.length === 0)
    return (
      <>
        <div className="card">
          <EmptyState title={t('gaps.emptyTitle')} text={t('gaps.emptyText')} />
        </div>
        {blobs}
      </>
    )
  return (
    <>
      <p className="muted">{t('gaps.why')}</p>
      <div className="row exchange-filter">
        {[...whom].map(([peer, name]) => (
          <Button key={peer} loading={busy === peer} disabled={busy !== ''} onClick={() => void ask(peer)}>
            {peer === home.house.id ? t('gaps.askOwn') : t('gaps.ask', { name })}
          </Button>
        ))}
      </div>
      {lines.some(({ peer }) => peer === '') && <p className="small muted">{t('gaps.nobody')}</p>}
      <div aria-live="polite">
        {asked?.ok && (
          <>
            <p>{t('gaps.asked')}</p>
            <ExportDone made={asked.value} />
          </>
        )}
        {asked?.ok === false && <p className="problem">{t('out.failed', { why: exportWords(asked.error) })}</p>}
      </div>
      <table className="card exchange-table" aria-label={t('gaps.list')}>
        <thead>
          <tr>
            {(['from', 'log', 'range', 'held'] as const).map((name) => (
              <th key={name} scope="col">
                {t(`gaps.column.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={`${line.log} ${line.from}`} line={line} />
          ))}
        </tbody>
      </table>
      {blobs}
    </>
  )
}

function Row({ line: { peerName, pcName, log, from, to, held } }: { readonly line: GapLine }) {
  const { t } = useTranslation('exchange')
  return (
    <tr>
      <td>{[peerName, pcName].filter(Boolean).join(' · ')}</td>
      <td>{t(`scope.${scopeOfLog(log)}`)}</td>
      <td>{from === to ? t('gaps.rangeOne', { from }) : t('gaps.range', { from, to, n: to - from + 1 })}</td>
      <td className={held > 0 ? 'warn' : 'muted'}>{t('gaps.held', { n: held })}</td>
    </tr>
  )
}

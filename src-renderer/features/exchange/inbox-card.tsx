/** 收件箱: what arrived and is not in: not imported yet, waiting, unknown, or not to be opened. */
import { Button, Popconfirm } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InboxLine, Received } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useStopWords } from './use-stop-words.ts'

type InboxCardProps = {
  readonly lines: readonly InboxLine[]
  /** Looked at again: to be shown above. */
  readonly onLooked: (received: Received) => void
  readonly onChanged: () => void
}

export function InboxCard({ lines, onLooked, onChanged }: InboxCardProps) {
  const { t } = useTranslation('exchange')
  const { desk } = useServices()
  const moments = useMomentWords(useNow())
  const stopWords = useStopWords()
  const [busy, setBusy] = useState(false)
  const [retried, setRetried] = useState<number | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const run = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true)
    setRetried(null)
    try {
      await work()
      onChanged()
    } catch (error) {
      setFailure(error ?? new Error('no reason given'))
    } finally {
      setBusy(false)
    }
  }
  if (failure !== null) throw failure
  return (
    <section className="card exchange-card" aria-labelledby="exchange-inbox">
      <header className="row">
        <h2 id="exchange-inbox">{t('inbox.title')}</h2>
        <Button
          size="small"
          loading={busy}
          onClick={() => void run(async () => setRetried((await desk.retryWaiting()).length))}
        >
          {t('inbox.retry')}
        </Button>
        <span role="status" className="small muted">
          {retried !== null && t('inbox.retried', { n: retried })}
        </span>
      </header>
      <table className="exchange-table">
        <tbody>
          {lines.map((line) => (
            <tr key={line.inbox}>
              <td className="small">{moments.timed(line.at)}</td>
              <td>
                <span translate="no">{line.name}</span>
                {line.why !== '' && <div className="small muted">{stopWords(line.why)}</div>}
              </td>
              <td className={line.box === 'new' ? '' : 'warn'}>{t(`inbox.box.${line.box}`)}</td>
              <td className="act">
                <Button
                  size="small"
                  disabled={busy}
                  onClick={() =>
                    void run(async () => {
                      const received = await desk.lookAgain(line.inbox)
                      if (received) onLooked(received)
                    })
                  }
                >
                  {t('inbox.look')} <span className="spoken-only">{line.name}</span>
                </Button>
                <Popconfirm
                  title={t('inbox.dropAsk')}
                  okText={t('inbox.dropYes')}
                  cancelText={t('inbox.dropNo')}
                  onConfirm={() => void run(() => desk.dropInbox(line.inbox))}
                >
                  <Button size="small" type="text" disabled={busy}>
                    {t('inbox.drop')} <span className="spoken-only">{line.name}</span>
                  </Button>
                </Popconfirm>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

import { Button, Input } from 'antd'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BackupReport, HostCode } from '#core/host/host.ts'
import { useServices } from '#app/services/services.ts'
import { refreshBackup, useBackup } from '#app/session/backup.ts'
import { useNow } from '#app/session/now.ts'
import { useSession } from '#app/session/session.ts'
import { Field } from '#app/ui/field.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`

/** A folder that people on this system write: the station's own path tells which. */
const exampleFor = (folder: string): string =>
  /^[A-Za-z]:\\/.test(folder) ? 'E:\\linwu-backup' : '/media/usb/linwu-backup'

export function BackupCard() {
  const { t } = useTranslation('settings')
  const { host } = useServices()
  const folder = useSession((session) => session.folder)
  const last = useBackup((state) => state.last)
  const words = useMomentWords(useNow())
  const problemWords = useProblemWords()
  // Until something is typed, the folder of the last backup.
  const [typed, setTyped] = useState<string | null>(null)
  const to = typed ?? last?.to ?? ''
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState(false)
  const [report, setReport] = useState<BackupReport | null>(null)
  const [problem, setProblem] = useState<HostCode | null>(null)
  useEffect(() => void refreshBackup(host), [host])

  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    if (to.trim() === '' || busy) return
    setBusy(true)
    setReport(null)
    setProblem(null)
    const done = await host.backup(to.trim())
    if (done.ok) setReport(done.value)
    else setProblem(done.error)
    await refreshBackup(host)
    setBusy(false)
  }

  return (
    <section className="card">
      <h2>{t('backup.title')}</h2>
      <p>{t('backup.lead')}</p>
      <p className={last && !last.ok ? 'bad' : ''}>
        {last === null && t('backup.none')}
        {last &&
          (last.ok
            ? t('backup.last', { at: words.at(last.at), n: last.files })
            : t('backup.lastFailed', { at: words.at(last.at) }))}
      </p>
      <form autoComplete="off" noValidate onSubmit={(event) => void submit(event)}>
        <Field
          label={t('backup.to')}
          error={tried && to.trim() === '' ? t('backup.needed') : undefined}
          hint={t('backup.toHint', { example: exampleFor(folder) })}
        >
          {(bind) => (
            <Input
              {...bind}
              autoComplete="off"
              spellCheck={false}
              value={to}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={busy}>
          {busy ? t('backup.working') : t('backup.now')}
        </Button>
      </form>
      {report && (
        <p className="done-note" role="status">
          {t('backup.done', { files: report.files, size: sizeWords(report.bytes) })}
          <br />
          {t('backup.where', { path: report.to })}
        </p>
      )}
      {problem && <Problem words={problemWords(problem)} />}
    </section>
  )
}

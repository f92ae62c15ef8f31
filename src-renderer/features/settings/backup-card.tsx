import { Button, Input } from 'antd'
import { useEffect, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostCode } from '#core/host/host.ts'
import { ok } from '#core/lib/result.ts'
import { useServices } from '#app/services/services.ts'
import { backUp, refreshBackup, useBackup } from '#app/session/backup.ts'
import { useNow } from '#app/session/now.ts'
import { useSession } from '#app/session/session.ts'
import { Field } from '#app/ui/field.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { Problem } from '#app/ui/problem.tsx'
import { SavedFile } from '#app/ui/saved-file.tsx'
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
  // The browser edition has no dialog of the system; there the path is written.
  const canChoose = useSession((session) => session.edition === 'desktop')
  const { last, busy, made } = useBackup()
  const words = useMomentWords(useNow())
  const problemWords = useProblemWords()
  // Until something is typed, the folder of the last backup.
  const [typed, setTyped] = useState<string | null>(null)
  const to = typed ?? last?.to ?? ''
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<HostCode | null>(null)
  useEffect(() => void refreshBackup(host), [host])

  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    setRefused(null)
    if (to.trim() !== '') void backUp(host, to.trim())
  }
  const choose = async (): Promise<void> => {
    const chosen = await host.chooseFolder(t('backup.to'))
    if (!chosen.ok) setRefused(chosen.error)
    else if (chosen.value !== null) setTyped(chosen.value)
  }
  const problem = refused ?? (made && !made.ok ? made.error : null)
  return (
    <div className="card">
      <h3>{t('backup.title')}</h3>
      <p>{t('backup.lead')}</p>
      <p className={last && !last.ok ? 'bad' : ''}>
        {last === null && t('backup.none')}
        {last &&
          (last.ok
            ? t('backup.last', { at: words.at(last.at), n: last.files })
            : t('backup.lastFailed', { at: words.at(last.at) }))}
      </p>
      <form autoComplete="off" noValidate onSubmit={submit}>
        <Field
          label={t('backup.to')}
          error={tried && to.trim() === '' ? t('backup.needed') : undefined}
          hint={t('backup.toHint', { example: exampleFor(folder) })}
        >
          {(bind) => (
            <div className={canChoose ? 'folder-field' : ''}>
              <Input
                {...bind}
                autoComplete="off"
                spellCheck={false}
                value={to}
                onChange={(event) => setTyped(event.target.value)}
              />
              {canChoose && <Button onClick={() => void choose()}>{t('backup.choose')}</Button>}
            </div>
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={busy}>
          {busy ? t('backup.working') : t('backup.now')}
        </Button>
      </form>
      {made?.ok && !busy && (
        <div className="done-note">
          <SavedFile saved={ok(made.value.to)} onReveal={host.reveal}>
            {t('backup.done', { files: made.value.files, size: sizeWords(made.value.bytes) })}
          </SavedFile>
        </div>
      )}
      {problem && !busy && <Problem words={problemWords(problem)} />}
    </div>
  )
}

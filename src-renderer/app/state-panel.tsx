/** What stands behind the footer's sentence: where everything is, how old the backup is, and what to do. */
import { Button } from 'antd'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ok } from '#core/lib/result.ts'
import { useServices } from '../services/services.ts'
import { backUp, refreshBackup, useBackup } from '../session/backup.ts'
import { useNow } from '../session/now.ts'
import { go } from '../session/route.ts'
import { useSession } from '../session/session.ts'
import { daysBetween, useMomentWords } from '../ui/moment-words.ts'
import { Problem } from '../ui/problem.tsx'
import { SavedFile } from '../ui/saved-file.tsx'
import { useProblemWords } from '../ui/use-problem-words.ts'

/** A week's work is what a station can write down again. */
export const BACKUP_DAYS = 7

export function StatePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['app', 'problems'])
  const { host } = useServices()
  const problemWords = useProblemWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const { savedAt, trouble, copyTrouble } = useSession((session) => session.saveState)
  const folder = useSession((session) => session.folder)
  const { last, busy, made } = useBackup()
  const now = useNow()
  const words = useMomentWords(now)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => void refreshBackup(host), [host])

  const place = last?.to
  const days = last ? -daysBetween(now, last.at) : 0
  const at = (moment: string): string => words.at(moment)
  const todo = [
    trouble && t(`problems:code.${trouble}.todo`),
    copyTrouble && t('app:state.todoCopy'),
    last !== undefined && !last?.ok && t('app:state.todoBackUp'),
    last?.ok && days > BACKUP_DAYS && t('app:state.todoOld', { n: days }),
  ].filter((one): one is string => Boolean(one))
  const choose = (): void => {
    onClose()
    go({ screen: 'settings' })
  }
  return (
    <dialog ref={dialog} className="card state-panel" aria-labelledby="state-title" onClose={onClose}>
      <h1 id="state-title">{t('app:state.title')}</h1>
      <dl className="facts">
        <Fact name={t('app:state.saved')} bad={trouble !== null}>
          {trouble
            ? `${t('app:state.savedTrouble')} · ${t(`problems:code.${trouble}.what`)}`
            : savedAt
              ? t('app:state.savedAt', { at: at(savedAt) })
              : t('app:state.savedNone')}
        </Fact>
        <Fact name={t('app:state.folder')}>{folder}</Fact>
        <Fact name={t('app:state.copy')} bad={copyTrouble !== null}>
          {copyTrouble ? t(`app:footer.copyTrouble.${copyTrouble}`) : t('app:state.copyOk')}
        </Fact>
        <Fact name={t('app:state.backup')} bad={last?.ok === false}>
          {last === undefined
            ? t('app:footer.noBackupInfo')
            : !last
              ? t('app:state.backupNone')
              : last.ok
                ? t('app:state.backupAt', { at: at(last.at), n: last.files })
                : t('app:state.backupBad', { at: at(last.at) })}
        </Fact>
        {place !== undefined && <Fact name={t('app:state.backupTo')}>{place}</Fact>}
        <Fact name={t('app:state.todo')} bad={trouble !== null || copyTrouble !== null}>
          {todo.length > 0 ? todo.join(' ') : t('app:state.todoNone')}
        </Fact>
      </dl>
      {made?.ok && <SavedFile saved={ok(made.value.to)} onReveal={host.reveal} />}
      {made && !made.ok && <Problem words={problemWords(made.error)} />}
      <form method="dialog" className="row form-buttons">
        {place === undefined ? (
          <Button type="primary" onClick={choose}>
            {t('app:state.choose')}
          </Button>
        ) : (
          <>
            <Button type="primary" loading={busy} onClick={() => void backUp(host, place)}>
              {busy ? t('app:footer.backingUp') : t('app:state.backUp')}
            </Button>
            <Button onClick={choose}>{t('app:state.choose')}</Button>
          </>
        )}
        <Button htmlType="submit">{t('app:state.close')}</Button>
      </form>
    </dialog>
  )
}

function Fact({ name, bad = false, children }: { name: string; bad?: boolean; children: ReactNode }) {
  return (
    <div style={{ display: 'contents' }}>
      <dt>{name}</dt>
      <dd className={bad ? 'bad' : ''}>{children}</dd>
    </div>
  )
}

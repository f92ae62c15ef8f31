/** One sentence: did the last save reach the disk, is there a backup. Trouble is red and stays until it is over. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../services/services.ts'
import { refreshBackup, useBackup } from '../session/backup.ts'
import { useNow } from '../session/now.ts'
import { useSession } from '../session/session.ts'
import { useKeyLayers } from '../ui/keys.ts'
import { Kbd } from '../ui/kbd.tsx'
import { daysBetween, useMomentWords } from '../ui/moment-words.ts'
import { shownKey } from '../ui/shown-key.ts'
import { BACKUP_DAYS } from './state-panel.tsx'

/** What fits beside the sentence at 1366 pixels. */
const SHOWN_KEYS = 6

export function Footer({ onKeys, onState }: { onKeys: () => void; onState: () => void }) {
  const { t } = useTranslation('app')
  const layers = useKeyLayers((state) => state.layers)
  const keys = layers
    .filter((layer) => !layer.global)
    .flatMap((layer) => layer.bindings)
    .filter((binding) => !binding.quiet)
  return (
    <footer>
      <SaveSentence onState={onState} />
      <span className="keys">
        {keys.slice(-SHOWN_KEYS).map(({ key, label }) => (
          <span key={key}>
            <Kbd keys={shownKey(key)} /> {label}
          </span>
        ))}
        <button type="button" className="plain" onClick={onKeys}>
          <Kbd keys="?" /> {t('footer.keys')}
        </button>
      </span>
    </footer>
  )
}

function SaveSentence({ onState }: { onState: () => void }) {
  const { t } = useTranslation('app')
  const { host } = useServices()
  const { sentence, isTrouble } = useSentence()
  useEffect(() => void refreshBackup(host), [host])
  return (
    <button
      type="button"
      className={`plain save-state${isTrouble ? ' trouble' : ''}`}
      title={t('footer.details')}
      aria-haspopup="dialog"
      onClick={onState}
    >
      <span role={isTrouble ? 'alert' : 'status'}>{sentence}</span>
    </button>
  )
}

function useSentence(): { sentence: string; isTrouble: boolean } {
  const { t } = useTranslation(['app', 'problems'])
  const { savedAt, trouble, copyTrouble } = useSession((session) => session.saveState)
  const { last, busy } = useBackup()
  const now = useNow()
  const words = useMomentWords(now)
  if (trouble)
    return {
      sentence: `${t('app:footer.trouble', { what: t(`problems:code.${trouble}.what`) })} ${t(`problems:code.${trouble}.todo`)}`,
      isTrouble: true,
    }
  if (copyTrouble) return { sentence: t(`app:footer.copyTrouble.${copyTrouble}`), isTrouble: true }
  const saved = savedAt
    ? t('app:footer.saved', {
        at: savedAt.slice(0, 10) === now.slice(0, 10) ? savedAt.slice(11, 16) : words.at(savedAt),
      })
    : t('app:footer.notYetSaved')
  const days = last ? -daysBetween(now, last.at) : 0
  const backup = busy
    ? t('app:footer.backingUp')
    : last === undefined
      ? t('app:footer.noBackupInfo')
      : !last
        ? t('app:footer.backupNone')
        : !last.ok
          ? t('app:footer.backupFailed')
          : days > BACKUP_DAYS
            ? t('app:footer.backupOld', { n: days })
            : t('app:footer.backupOk')
  return { sentence: `${saved} · ${backup}`, isTrouble: !busy && last?.ok === false }
}

/** One sentence: did the last save reach the disk, is there a backup. Trouble is red and stays until it is over. */
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '../services/services.ts'
import { refreshBackup, useBackup } from '../session/backup.ts'
import { useNow } from '../session/now.ts'
import { pathOf } from '../session/route.ts'
import { useSession } from '../session/session.ts'
import { useKeyLayers } from '../ui/keys.ts'
import { Kbd } from '../ui/kbd.tsx'
import { useMomentWords } from '../ui/moment-words.ts'
import { shownKey } from '../ui/shown-key.ts'

/** What fits beside the sentence at 1366 pixels. */
const SHOWN_KEYS = 6

export function Footer({ onKeys }: { onKeys: () => void }) {
  const { t } = useTranslation('app')
  const layers = useKeyLayers((state) => state.layers)
  const keys = layers
    .filter((layer) => !layer.global)
    .flatMap((layer) => layer.bindings)
    .filter((binding) => !binding.quiet)
  return (
    <footer>
      <SaveSentence />
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

function SaveSentence() {
  const { t } = useTranslation(['app', 'problems'])
  const { host } = useServices()
  const { savedAt, trouble, copyTrouble } = useSession((session) => session.saveState)
  const last = useBackup((state) => state.last)
  const now = useNow()
  const words = useMomentWords(now)
  useEffect(() => void refreshBackup(host), [host])

  if (trouble)
    return (
      <span className="save-state trouble" role="alert">
        {t('app:footer.trouble', { what: t(`problems:code.${trouble}.what`) })} {t(`problems:code.${trouble}.todo`)}
      </span>
    )
  if (copyTrouble)
    return (
      <span className="save-state trouble" role="alert">
        {t(`app:footer.copyTrouble.${copyTrouble}`)}
      </span>
    )
  const saved = savedAt
    ? t('app:footer.saved', {
        at: savedAt.slice(0, 10) === now.slice(0, 10) ? savedAt.slice(11, 16) : words.at(savedAt),
      })
    : t('app:footer.notYetSaved')
  const backup =
    last === undefined
      ? t('app:footer.noBackupInfo')
      : !last
        ? t('app:footer.backupNone')
        : last.ok
          ? t('app:footer.backupOk')
          : t('app:footer.backupFailed')
  return (
    <a
      className={`save-state${last && !last.ok ? ' trouble' : ''}`}
      role="status"
      href={pathOf({ screen: 'settings' })}
    >
      {saved} · {backup}
    </a>
  )
}

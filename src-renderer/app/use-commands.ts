/** What the header's box can do, by name. Each of them is a button or a key elsewhere; here they are found by typing. */
import { useTranslation } from 'react-i18next'
import { useServices } from '../services/services.ts'
import { backUp, useBackup } from '../session/backup.ts'
import { COUNTER_KEY, switchCounterView, useCounterView } from '../session/counter-view.ts'
import { setPreference, usePreferences } from '../session/preferences.ts'
import { go } from '../session/route.ts'
import { useNewCaseKey, useSession } from '../session/session.ts'
import { setLanguage, useLanguage } from '../text/text.ts'
import { useAnswer } from '../ui/use-answer.ts'
import { MENU, menuMore } from './screens.ts'

export type PaletteCommand = {
  readonly id: string
  readonly label: string
  /** As in ui/keys.ts, where there is one. */
  readonly key?: string
  readonly run: () => void
}

export type ShellActions = {
  readonly onLock: () => void
  readonly onKeys: () => void
  /** The panel of saving and backup. */
  readonly onState: () => void
}

/** To add one: a line here, its words in text/<language>/app.ts under `command`. */
export function useCommands({ onLock, onKeys, onState }: ShellActions): readonly PaletteCommand[] {
  const { t } = useTranslation('app')
  const { desk, host } = useServices()
  const language = useLanguage()
  const largePrint = usePreferences((preferences) => preferences.largePrint)
  const counterView = useCounterView()
  const revision = useSession((session) => session.revision)
  const modules = useAnswer(() => desk.modules(), [desk, revision])
  const lastPlace = useBackup((state) => state.last?.to)
  const newCaseKey = useNewCaseKey()
  const command = (id: string, label: string, run: () => void, key?: string): PaletteCommand => ({
    id,
    label,
    run,
    ...(key !== undefined && { key }),
  })
  return [
    ...[...MENU, ...menuMore(modules ?? [])].map((screen) =>
      command(screen, t(`command.${screen}`), () => go({ screen }), screen === 'intake' ? newCaseKey : undefined),
    ),
    command('lock', t('command.lock'), onLock, 'Ctrl+L'),
    language === 'en'
      ? command('language', t('command.chinese'), () => setLanguage('zh-CN'))
      : command('language', t('command.english'), () => setLanguage('en')),
    command('print', largePrint ? t('command.normalPrint') : t('command.largePrint'), () =>
      setPreference('largePrint', !largePrint),
    ),
    command('counter', counterView ? t('command.counterOff') : t('command.counterOn'), switchCounterView, COUNTER_KEY),
    // Without a place nothing can be written: the panel says where to choose one.
    command('backup', t('command.backUp'), () => {
      onState()
      if (lastPlace !== undefined) void backUp(host, lastPlace)
    }),
    command('keys', t('command.keys'), onKeys, '?'),
  ]
}

import { useTranslation } from 'react-i18next'
import { COUNTER_KEY, switchCounterView, useCounterView } from '../session/counter-view.ts'
import { Kbd } from '../ui/kbd.tsx'
import { LanguageSwitch } from './language-switch.tsx'
import { Palette } from './palette.tsx'
import { useCommands, type ShellActions } from './use-commands.ts'

export function TopBar({ station, user, ...actions }: { station: string; user: string } & ShellActions) {
  const { t } = useTranslation('app')
  const commands = useCommands(actions)
  const counterView = useCounterView()
  return (
    <header>
      <b>{t('name')}</b>
      <span className="muted one-line station">{station}</span>
      {/* A fresh one: what was found before counter view may be seen no more. */}
      <Palette key={counterView ? 'counter' : 'desk'} commands={commands} />
      <div className="row who">
        {counterView && (
          <button type="button" className="plain counter-on" title={t('counter.on')} onClick={switchCounterView}>
            {t('header.counter')} <Kbd keys={COUNTER_KEY} />
          </button>
        )}
        <span className="muted one-line">{user}</span>
        <LanguageSwitch />
        <button type="button" className="plain" onClick={actions.onLock}>
          <Kbd keys="Ctrl L" /> {t('header.lock')}
        </button>
      </div>
    </header>
  )
}

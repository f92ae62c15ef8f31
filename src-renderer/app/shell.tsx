/** The open station: header, menu, the screen, and the sentence that says whether everything is safe. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '../desk/shapes.ts'
import { useServices } from '../services/services.ts'
import { COUNTER_KEY, switchCounterView } from '../session/counter-view.ts'
import { lockStation } from '../session/lock.ts'
import { listBefore } from '../session/list-before.ts'
import { go, useRoute } from '../session/route.ts'
import { useNewCaseKey, useSession } from '../session/session.ts'
import { useKeys } from '../ui/keys.ts'
import { Footer } from './footer.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { OpenedNote } from './opened-note.tsx'
import { SEARCH_ID } from './palette.tsx'
import { ProgressLine } from './progress-line.tsx'
import { Screen } from './screen.tsx'
import { SideMenu } from './side-menu.tsx'
import { StatePanel } from './state-panel.tsx'
import { TopBar } from './top-bar.tsx'
import { useAutoLock } from './use-auto-lock.ts'

export function Shell({ opened }: { opened: Opened }) {
  const { t } = useTranslation('app')
  const { desk } = useServices()
  const route = useRoute()
  const demo = useSession((session) => session.demo)
  const newCaseKey = useNewCaseKey()
  const [keysOpen, setKeysOpen] = useState(false)

  const [stateOpen, setStateOpen] = useState(false)
  const lock = (): void => lockStation(desk)
  const showKeys = (): void => setKeysOpen(true)
  const showState = (): void => setStateOpen(true)
  useAutoLock()
  const newCase = (): void => go({ screen: 'intake' })
  const find = (): void => document.querySelector<HTMLInputElement>(`#${SEARCH_ID}`)?.focus()
  const back = (): void => {
    if (route.screen !== 'today') go({ screen: route.screen === 'case' ? listBefore() : 'today' })
  }
  useKeys(
    [
      { key: newCaseKey, label: t('keys.newCase'), run: newCase },
      { key: 'Ctrl+K', label: t('keys.find'), run: find },
      { key: 'Escape', label: t('keys.back'), run: back },
      { key: 'Ctrl+L', label: t('keys.lock'), run: lock },
      { key: COUNTER_KEY, label: t('keys.counter'), run: switchCounterView },
      { key: '?', label: t('keys.list'), run: showKeys },
    ],
    true,
  )

  return (
    <div className="shell">
      <a
        className="skip"
        href="#main"
        onClick={(event) => (event.preventDefault(), document.querySelector<HTMLElement>('#main')?.focus())}
      >
        {t('header.skip')}
      </a>
      <TopBar station={opened.card.name} user={opened.user.name} onLock={lock} onKeys={showKeys} onState={showState} />
      <SideMenu route={route} />
      <main id="main" tabIndex={-1}>
        {demo ? <p className="demo-note">{t('demo')}</p> : <OpenedNote opened={opened} />}
        <ProgressLine />
        <Screen route={route} />
      </main>
      <Footer onKeys={showKeys} onState={showState} />
      {stateOpen && <StatePanel onClose={() => setStateOpen(false)} />}
      {keysOpen && <KeysDialog onClose={() => setKeysOpen(false)} />}
    </div>
  )
}

/** The open station: header, menu, the screen, and the sentence that says whether everything is safe. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opened } from '../desk/api.ts'
import { useServices } from '../services/services.ts'
import { go, useRoute } from '../session/route.ts'
import { useNewCaseKey, useSession } from '../session/session.ts'
import { useKeys } from '../ui/keys.ts'
import { Footer } from './footer.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { OpenedNote } from './opened-note.tsx'
import { ProgressLine } from './progress-line.tsx'
import { Screen } from './screen.tsx'
import { SideMenu } from './side-menu.tsx'
import { SEARCH_ID, TopBar } from './top-bar.tsx'

export function Shell({ opened }: { opened: Opened }) {
  const { t } = useTranslation('app')
  const { desk } = useServices()
  const route = useRoute()
  const demo = useSession((session) => session.demo)
  const newCaseKey = useNewCaseKey()
  const [keysOpen, setKeysOpen] = useState(false)

  // The screen hides at once; the keys go while it is hidden.
  const lock = (): void => {
    useSession.setState({
      phase: { kind: 'found', found: { kind: 'station', card: opened.card, cases: null } },
      progress: null,
    })
    void desk.lock()
  }
  const newCase = (): void => go({ screen: 'intake' })
  const find = (): void => document.querySelector<HTMLInputElement>(`#${SEARCH_ID}`)?.focus()
  const back = (): void => {
    if (route.screen !== 'today') go({ screen: route.screen === 'case' ? 'cases' : 'today' })
  }
  useKeys(
    [
      { key: newCaseKey, label: t('keys.newCase'), run: newCase },
      { key: 'Ctrl+K', label: t('keys.find'), run: find },
      { key: 'Escape', label: t('keys.back'), run: back },
      { key: 'Ctrl+L', label: t('keys.lock'), run: lock },
      { key: '?', label: t('keys.list'), run: () => setKeysOpen(true) },
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
      <TopBar station={opened.card.name} user={opened.user.name} onLock={lock} />
      <SideMenu route={route} />
      <main id="main" tabIndex={-1}>
        {demo ? <p className="demo-note">{t('demo')}</p> : <OpenedNote opened={opened} />}
        <ProgressLine />
        <Screen route={route} />
      </main>
      <Footer onKeys={() => setKeysOpen(true)} />
      {keysOpen && <KeysDialog onClose={() => setKeysOpen(false)} />}
    </div>
  )
}

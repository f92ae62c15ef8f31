import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { useSession } from '../session/session.ts'
import { ServicesContext, type Services } from '../services/services.ts'
import { useLanguage } from '../text/text.ts'
import { CrashScreen } from './crash-screen.tsx'
import { FoundPage } from './found-page.tsx'
import { Shell } from './shell.tsx'
import { GonePage, ElsewherePage, FailedPage, MovedPage } from './standstill-pages.tsx'
import { StartingPage } from './starting-page.tsx'
import { cspNonce, THEME } from './theme.ts'

const nonce = cspNonce()

/** The arrow that our own buttons have; antd's picture would call itself “down”, in English. */
const SELECT = { suffixIcon: <span aria-hidden="true">▾</span> }

/**
 * Popups, drawers and dialogs have a home of their own: for those in `body`, antd locks the page's scrolling through
 * style elements without the nonce, which the content security policy refuses. Nothing scrolls behind them here.
 */
const popups = (): HTMLElement => document.querySelector<HTMLElement>('#popups') ?? document.body

export function App({ services }: { services: Services }) {
  const language = useLanguage()
  return (
    <ConfigProvider
      theme={THEME}
      locale={language === 'en' ? enUS : zhCN}
      wave={{ disabled: true }}
      getPopupContainer={popups}
      button={{ autoInsertSpace: false }}
      select={SELECT}
      {...(nonce !== null && { csp: { nonce } })}
    >
      <CrashScreen services={services}>
        <ServicesContext value={services}>
          <PhasePage />
        </ServicesContext>
      </CrashScreen>
    </ConfigProvider>
  )
}

function PhasePage() {
  const phase = useSession((session) => session.phase)
  switch (phase.kind) {
    case 'starting':
      return <StartingPage />
    case 'found':
      return <FoundPage found={phase.found} />
    case 'open':
      return <Shell opened={phase.opened} />
    case 'busy-elsewhere':
      return <ElsewherePage />
    case 'moved':
      return <MovedPage />
    case 'gone':
      return <GonePage />
    case 'failed':
      return <FailedPage code={phase.code} />
  }
}

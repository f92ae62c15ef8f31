/** Shown when our own code broke: what is safe, what to do. React catches errors of rendering only in a class. */
import { Button } from 'antd'
import { Component, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SaveSupport } from '../features/settings/save-support.tsx'
import type { Services } from '../services/services.ts'
import { keepError } from '../session/last-error.ts'
import { Problem } from '../ui/problem.tsx'
import { StartPage } from './start-page.tsx'

type State = { readonly error: unknown }

type CrashProps = { readonly services: Services; readonly children: ReactNode }

export class CrashScreen extends Component<CrashProps, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error ?? new Error('no reason given') }
  }

  override render() {
    if (this.state.error !== null) return <Crashed error={this.state.error} services={this.props.services} />
    return <Unhandled>{this.props.children}</Unhandled>
  }
}

/** A promise nobody waited for is a bug as well: without this, a press of a button would simply do nothing. */
function Unhandled({ children }: { children: ReactNode }) {
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    const note = (event: PromiseRejectionEvent): void => setFailure(event.reason ?? new Error('no reason given'))
    addEventListener('unhandledrejection', note)
    return () => removeEventListener('unhandledrejection', note)
  }, [])
  if (failure !== null) throw failure
  return children
}

function Crashed({ error, services }: { error: unknown; services: Services }) {
  const { t } = useTranslation('app')
  const [{ name, places }] = useState(() => keepError(error, services.clock))
  return (
    <StartPage title={t('crash.title')}>
      <Problem words={{ what: t('crash.what'), safe: t('crash.safe'), todo: t('crash.todo') }}>
        <Button type="primary" autoFocus onClick={() => location.reload()}>
          {t('crash.reload')}
        </Button>
      </Problem>
      <div className="crash-support">
        <SaveSupport services={services} />
      </div>
      <p className="small muted trace" lang="en">
        {[name, ...places.slice(0, SHOWN_PLACES)].join(' · ')}
      </p>
    </StartPage>
  )
}

/** Enough to find it; the package has more. */
const SHOWN_PLACES = 3

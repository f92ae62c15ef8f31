/** Shown when our own code broke: what is safe, what to do. React catches errors of rendering only in a class. */
import { Button } from 'antd'
import { Component, useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../ui/problem.tsx'
import { StartPage } from './start-page.tsx'

type State = { readonly error: unknown }

export class CrashScreen extends Component<{ children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error: error ?? new Error('no reason given') }
  }

  override render() {
    if (this.state.error !== null) return <Crashed error={this.state.error} />
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

function Crashed({ error }: { error: unknown }) {
  const { t } = useTranslation('app')
  return (
    <StartPage title={t('crash.title')}>
      <Problem words={{ what: t('crash.what'), safe: t('crash.safe'), todo: t('crash.todo') }}>
        <Button type="primary" autoFocus onClick={() => location.reload()}>
          {t('crash.reload')}
        </Button>
      </Problem>
      <p className="small muted trace">{traceOf(error)}</p>
    </StartPage>
  )
}

/** Name of the error and where it happened. Never its message: that may quote what somebody typed. */
function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  const places = (error.stack ?? '').match(/[\w.-]+\.(?:tsx?|js):\d+:\d+/g) ?? []
  return [error.name, ...places.slice(0, 3)].join(' · ')
}

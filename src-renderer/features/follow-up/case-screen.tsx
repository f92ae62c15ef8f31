/** 工单: the road, everything that was done in plain sentences, and what can be done next. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { CaseActions } from './case-actions.ts'
import { CasePage } from './case-page.tsx'

export function CaseScreen({ id, actions }: { readonly id: string; readonly actions: CaseActions }) {
  const { t } = useTranslation('case-file')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(async () => ({ view: await desk.caseView(id), revision }), [desk, id, revision])
  if (!answer) return <p className="muted">{t('loading')}</p>
  const { view } = answer
  if (view === null)
    return (
      <div className="card">
        <EmptyState title={t('missing')} text={t('missingText')}>
          <Button onClick={() => go({ screen: 'cases' })}>{t('back')}</Button>
        </EmptyState>
      </div>
    )
  return <CasePage key={id} view={view} shown={answer.revision} actions={actions} />
}

/** 访问调查: surveys with their five steps, and opinions. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { Opinions } from './opinions.tsx'
import { SurveyList } from './survey-list.tsx'
import { SurveyPage } from './survey-page.tsx'
import type { SurveyPrints } from './survey-prints.ts'
import './surveys.css'

export function SurveysScreen({ id, prints }: { readonly id?: string; readonly prints: SurveyPrints }) {
  if (id === 'opinions') return <Opinions />
  return id === undefined ? <SurveyList /> : <OneSurvey id={id} prints={prints} />
}

function OneSurvey({ id, prints }: { readonly id: string; readonly prints: SurveyPrints }) {
  const { t } = useTranslation('surveys')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const answer = useAnswer(async () => ({ view: await desk.survey(id) }), [desk, id, revision])
  if (!answer) return <p className="muted">{t('loading')}</p>
  if (answer.view) return <SurveyPage view={answer.view} prints={prints} />
  return (
    <div className="card">
      <EmptyState title={t('missing')} text={t('missingText')}>
        <Button type="primary" onClick={() => go({ screen: 'surveys' })}>
          {t('back')}
        </Button>
      </EmptyState>
    </div>
  )
}

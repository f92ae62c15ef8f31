/** One survey: 问卷 → 对象 → 抽样 → 走访 → 结果. It opens where its work stands. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode, SurveyView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { DrawStep } from './draw-step.tsx'
import { InterviewEntry } from './interview-entry.tsx'
import { PeopleStep } from './people-step.tsx'
import { ResultsStep } from './results-step.tsx'
import { SheetStep } from './sheet-step.tsx'
import type { SurveyPrints } from './survey-prints.ts'
import { VisitsStep } from './visits-step.tsx'

/** In their order; Alt and the digit goes there. */
const STEPS = ['sheet', 'people', 'draw', 'visits', 'results'] as const
type SurveyStep = (typeof STEPS)[number]

const begun = ({ draw, survey }: SurveyView): SurveyStep => (survey.closed ? 'results' : draw ? 'visits' : 'sheet')

export function SurveyPage({ view, prints }: { readonly view: SurveyView; readonly prints: SurveyPrints }) {
  const { t } = useTranslation('surveys')
  const { desk } = useServices()
  const { survey } = view
  const [step, setStep] = useState<SurveyStep>(() => begun(view))
  const [typing, setTyping] = useState<number | null>(null)
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const settle = async (): Promise<void> => {
    const saved = await desk.run({ name: 'change-survey', input: { survey: survey.id, closed: !survey.closed } })
    setTrouble(saved.ok ? null : saved.error)
  }
  useKeys([
    ...STEPS.map((name, i) => ({
      key: `Alt+${i + 1}`,
      label: t(`step.${name}`),
      run: () => {
        setTyping(null)
        setStep(name)
      },
      quiet: true,
    })),
    { key: 'Escape', label: t('back'), run: () => go({ screen: 'surveys' }), quiet: true },
  ])
  if (typing !== null && view.draw)
    return <InterviewEntry view={view} draw={view.draw} first={typing} onLeave={() => setTyping(null)} />
  return (
    <>
      <PageHead title={survey.title} aside={survey.closed ? t('closedNote') : survey.purpose}>
        <Button onClick={() => go({ screen: 'surveys' })}>{t('back')}</Button>
        {view.draw && <Button onClick={() => void settle()}>{t(survey.closed ? 'reopen' : 'close')}</Button>}
      </PageHead>
      <nav className="survey-steps" aria-label={t('step.label')}>
        {STEPS.map((name, i) => (
          <button
            key={name}
            type="button"
            {...(name === step && { 'aria-current': 'step' as const })}
            onClick={() => setStep(name)}
          >
            {t(`step.${name}`)}
            <Kbd keys={`Alt ${i + 1}`} />
          </button>
        ))}
      </nav>
      {trouble && <SaveTrouble problem={trouble} />}
      {step === 'sheet' && <SheetStep view={view} PrintSample={prints.PrintSample} />}
      {step === 'people' && <PeopleStep view={view} />}
      {step === 'draw' && <DrawStep view={view} />}
      {step === 'visits' && (
        <VisitsStep view={view} PrintSurvey={prints.PrintSurvey} onType={setTyping} onDraw={() => setStep('draw')} />
      )}
      {step === 'results' && <ResultsStep view={view} />}
    </>
  )
}

/** 访问问卷 on paper: whose first, then the list and a sheet for each; the list is left out for reviewers and outsiders. */
import { Button, Modal } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { Paper, PaperFrame, Reader } from '#core/reports/papers/paper.ts'
import { surveyPaper, type SurveyPaperFacts } from '#core/reports/papers/survey-sheet.ts'
import type { Question } from '#core/survey/question.ts'
import { PaperPreview } from './paper-preview.tsx'
import { useMakeFrame } from './use-paper-frame.ts'

type PrintSurveyProps = {
  readonly survey: string
  readonly interviewers: readonly string[]
  readonly onClose: () => void
}
type Made = { readonly facts: SurveyPaperFacts; readonly frame: PaperFrame }

export function PrintSurvey({ survey, interviewers, onClose }: PrintSurveyProps) {
  const { t } = useTranslation('surveys')
  const { desk } = useServices()
  const makeFrame = useMakeFrame()
  const [whose, setWhose] = useState('')
  const [made, setMade] = useState<Made | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const found = useAnswer(() => desk.surveyPaper(survey, whose), [desk, survey, whose])
  const make = async (): Promise<void> => {
    if (!found) return
    const { survey: card, version, questions, people } = found
    setMade({ facts: { title: card.title, version, questions, people, interviewer: whose }, frame: await makeFrame() })
  }
  if (made) {
    const paper = (reader: Reader): Paper => surveyPaper(made.facts, made.frame, reader)
    return <PaperPreview reader="staff" shown={paper} printed={paper} onClose={onClose} />
  }
  return (
    <Modal
      open
      title={t('print.title')}
      onCancel={onClose}
      afterOpenChange={(open) => open && button.current?.focus()}
      footer={
        <Button ref={button} type="primary" onClick={() => void make()}>
          {t('print.make')}
          <Kbd keys="↵" />
        </Button>
      }
    >
      {interviewers.length > 1 && (
        <Chips
          options={['', ...interviewers].map((name) => ({ value: name, label: name || t('print.everybody') }))}
          value={whose}
          onChange={setWhose}
        />
      )}
      <p>{found && t('print.count', { count: found.people.length })}</p>
    </Modal>
  )
}

type PrintSampleProps = {
  readonly title: string
  readonly version: number
  readonly questions: readonly Question[]
  readonly onClose: () => void
}

/** The sheet as it would be printed, for nobody. */
export function PrintSample({ title, version, questions, onClose }: PrintSampleProps) {
  const makeFrame = useMakeFrame()
  const frame = useAnswer(() => makeFrame(), [])
  if (!frame) return null
  const paper = surveyPaper({ title, version, questions, people: [], interviewer: '', sample: true }, frame, 'staff')
  const make = (): Paper => paper
  return <PaperPreview reader="staff" always shown={make} printed={make} onClose={onClose} />
}

/**
 * 录入访问: one paper after the other by keyboard alone. The number on the paper, the outcome, then question after question:
 * digits choose, Enter goes on, and from the last one it saves and begins the next paper. Half typed is kept as a draft.
 */
import { useServices } from '#app/services/services.ts'
import type { SurveyDraw, SurveyView } from '#app/services/desk-types.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { InterviewForm } from './interview-form.tsx'
import type { TypedInterview } from './typed-interview.ts'

type InterviewEntryProps = {
  readonly view: SurveyView
  readonly draw: SurveyDraw
  readonly first: number
  readonly onLeave: () => void
}

export function InterviewEntry(props: InterviewEntryProps) {
  const { desk } = useServices()
  const id = `interview-${props.view.survey.id}`
  // Read once: what is typed from here on is what is kept.
  const kept = useAnswer(
    async () => ({ draft: (await desk.drafts('survey')).find((one) => one.id === id) }),
    [desk, id],
  )
  if (!kept) return null
  return <InterviewForm {...props} draftId={id} kept={kept.draft?.values as TypedInterview | undefined} />
}

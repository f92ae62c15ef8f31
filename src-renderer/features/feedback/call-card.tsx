/** One call: facts and script at the left, the questions at the right. Used by 连续回访 and by whoever types paper forms in. */
import { Button } from 'antd'
import { useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallSheet, RevisitRules, RunCode } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import type { KeyBinding } from '#app/ui/keys.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { Problem } from '#app/ui/problem.tsx'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { useRefusalWords } from '#app/ui/use-refusal-words.ts'
import type { Way } from '#core/case-file/codes.ts'
import { inputOf, type Answers, type Missing, type Question } from './call-answers.ts'
import { CallFacts } from './call-facts.tsx'
import { CallQuestions } from './call-questions.tsx'
import { CallScript } from './call-script.tsx'
import { useCallKeys } from './use-call-keys.ts'

type CallCardProps = {
  readonly sheet: CallSheet
  readonly rules: RevisitRules
  readonly answers: Answers
  readonly onAnswers: (answers: Answers) => void
  /** `act`: the revisit that was written. */
  readonly onSaved: (act: string) => void
  readonly paper?: boolean
  readonly ways?: readonly Way[]
  readonly saveLabel: string
  /** Beside the save button. */
  readonly children?: ReactNode
  readonly keys: readonly KeyBinding[]
}

export function CallCard(props: CallCardProps) {
  const { sheet, rules, answers, onAnswers, onSaved, paper = false, ways, saveLabel, children, keys } = props
  const { t } = useTranslation('revisit')
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const refusalWords = useRefusalWords()
  const [at, setAt] = useState<Question>('contacted')
  const [shown, setShown] = useState(false)
  const [missing, setMissing] = useState<Missing | null>(null)
  const [whyMissing, setWhyMissing] = useState(false)
  const [problem, setProblem] = useState<RunCode | null>(null)
  const words = useRef<HTMLDivElement>(null)
  const busy = useRef(false)
  const asksWhy = sheet.due.isOwn && !rules.isSmall

  const change = (part: Partial<Answers>): void => {
    setMissing(null)
    setWhyMissing(false)
    setProblem(null)
    onAnswers({ ...answers, ...part })
  }
  const show = (): void => {
    if (shown || sheet.phone === '') return
    setShown(true)
    // The trace is written beside the showing: nobody who calls waits for a disk.
    void desk.run({ name: 'record-viewing', input: { case: sheet.id, what: sheet.isReport ? 'reporter' : 'phone' } })
  }
  const save = async (): Promise<void> => {
    if (busy.current) return
    const input = inputOf(sheet.id, answers, paper)
    if (typeof input === 'string') {
      setMissing(input)
      setAt(input)
      return
    }
    if (asksWhy && answers.overrideReason.trim() === '') return setWhyMissing(true)
    busy.current = true
    setProblem(null)
    const saved = await desk.run({ name: 'record-revisit', input })
    busy.current = false
    if (saved.ok) onSaved(saved.value.entities[0]!)
    else setProblem(saved.error)
  }
  useCallKeys({
    answers,
    at,
    onAnswer: (part, next) => {
      change(part)
      setAt(next)
    },
    onAt: setAt,
    onWords: () => {
      setAt('words')
      words.current?.querySelector('textarea')?.focus()
    },
    onShow: show,
    onSave: () => void save(),
    more: keys,
  })
  return (
    <div className="call-columns">
      <div className="call-left">
        <CallFacts sheet={sheet} shown={shown} onShow={show} />
        {!paper && <CallScript sheet={sheet} rules={rules} />}
      </div>
      <section className="card call-right">
        {problem?.kind === 'refused' && (
          <div className="problem" role="alert">
            {refusalWords(problem.refusal)}
          </div>
        )}
        {problem?.kind === 'not-saved' && <Problem words={problemWords(problem.code)} />}
        {!sheet.isWaiting && (
          <div className="problem" role="status">
            {t('call.gone', { key: 'X' })}
          </div>
        )}
        <CallQuestions
          answers={answers}
          at={at}
          missing={missing}
          asksWhy={asksWhy}
          isOwn={sheet.due.isOwn}
          whyMissing={whyMissing}
          tries={rules.tries}
          words={words}
          onChange={change}
          onAt={setAt}
          {...(ways && { ways })}
        />
        <div className="row call-buttons">
          <Button type="primary" onClick={() => void save()}>
            {saveLabel}
            <Kbd keys="Ctrl ↵" />
          </Button>
          {children}
        </div>
      </section>
    </div>
  )
}

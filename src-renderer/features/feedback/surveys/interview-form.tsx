import { Button, Input } from 'antd'
import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode, SurveyDraw, SurveyPlace, SurveyView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Chips } from '#app/ui/chips.tsx'
import { DayInput } from '#app/ui/day-input.tsx'
import { Field } from '#app/ui/field.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { halfWidth } from '#core/lib/clean-text.ts'
import { momentOf } from '#core/lib/time.ts'
import { INTERVIEW_MODES, INTERVIEW_STATES } from '#core/survey/codes.ts'
import { AnswerField } from './answer-field.tsx'
import { numbered } from './percent.ts'
import { SelectLine } from './select-line.tsx'
import { readInterview, typedAnswers, type InterviewProblem, type TypedInterview } from './typed-interview.ts'
import { isWaiting } from './visits-step.tsx'

type InterviewFormProps = {
  readonly view: SurveyView
  readonly draw: SurveyDraw
  readonly first: number
  readonly draftId: string
  readonly kept: TypedInterview | undefined
  readonly onLeave: () => void
}

const controlIn = (step: Element | null | undefined): HTMLElement | null =>
  step?.querySelector<HTMLElement>('input:checked') ??
  step?.querySelector<HTMLElement>('input, textarea, select') ??
  null

/** The number is there already: typing another one replaces it. */
function focusOn(form: HTMLFormElement | null, step: string): void {
  const control = controlIn(form?.querySelector(`[data-step="${step}"]`))
  control?.focus()
  if (step === 'number' && control instanceof HTMLInputElement) control.select()
}

export function InterviewForm({ view, draw, first, draftId, kept, onLeave }: InterviewFormProps) {
  const { t } = useTranslation('surveys')
  const { desk, clock } = useServices()
  const { survey, sheets, places } = view
  const latest = sheets.at(-1)!
  const placeOf = (typed: string): SurveyPlace | undefined =>
    places.find(({ number }) => number === Number(halfWidth(typed).trim() || NaN))
  const begin = (number: number, before?: TypedInterview): TypedInterview => ({
    number: numbered(number),
    state: undefined,
    answers: {},
    reason: '',
    replace: false,
    interviewer: places.find((one) => one.number === number)?.interviewer ?? '',
    at: before?.at ?? momentOf(clock()),
    mode: before?.mode ?? 'paper',
    sheet: before?.sheet ?? latest.id,
  })
  const [typed, setTyped] = useState<TypedInterview>(() => kept ?? begin(first))
  const [problem, setProblem] = useState<InterviewProblem | null>(null)
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState('')
  const busy = useRef(false)
  const form = useRef<HTMLFormElement>(null)
  const sheet = sheets.find(({ id }) => id === typed.sheet) ?? latest
  const here = placeOf(typed.number)
  const isDone = typed.state === 'done'

  const focus = (step: string): void => focusOn(form.current, step)
  /** Moves on with every interview that is begun. */
  const [begun, setBegun] = useState(0)
  // With the word that the last one is saved, not a frame later: what is typed at once belongs to the next one.
  // oxlint-disable-next-line react/exhaustive-effect-dependencies
  useLayoutEffect(() => focusOn(form.current, 'number'), [begun])

  const keep = (values: TypedInterview): void =>
    void desk.putDraft({ id: draftId, form: 'survey', title: survey.title, changedAt: momentOf(clock()), values }) // prettier-ignore
  const change = (part: Partial<TypedInterview>): void => {
    const next = { ...typed, ...part }
    setTyped(next)
    setProblem(null)
    setTrouble(null)
    setAsking(false)
    keep(next)
  }
  const choose = (number: string): void => {
    const place = placeOf(number)
    change({ number, ...(place && { interviewer: place.interviewer }) })
  }
  /** What is on record already, to be corrected. */
  const correct = (): void => {
    const interview = here?.interview
    if (!interview) return
    const { state, answers, reason, replace, interviewer, at, mode } = interview
    change({ state, answers: typedAnswers(answers), reason, replace, interviewer, at, mode, sheet: interview.sheet })
  }

  const save = async (): Promise<void> => {
    if (busy.current) return
    const isListed = (number: number): boolean => places.some((one) => one.number === number)
    const read = readInterview(
      typed,
      sheet.questions,
      { survey: survey.id, draw: draw.id },
      isListed,
      momentOf(clock()),
    )
    if ('problem' in read) {
      setProblem(read.problem)
      return focus(read.problem.field === 'answer' ? `q${read.problem.index}` : read.problem.field === 'answers' ? 'q0' : read.problem.field) // prettier-ignore
    }
    if (here?.interview && !asking && here.interview.state !== 'not-met') return setAsking(true)
    busy.current = true
    const saved = await desk.run({ name: 'record-interview', input: read.input })
    busy.current = false
    if (!saved.ok) return setTrouble(saved.error)
    const { number } = read.input
    const after = (await desk.survey(survey.id))?.places ?? places
    const left = after.filter((one) => one.number !== number && isWaiting(one) && one.visits === 0)
    const next = left.find((one) => one.number > number) ?? left[0]
    setSaid(t('entry.saved', { number: numbered(number) }) + (next ? '' : ` ${t('entry.allDone')}`))
    setAsking(false)
    setProblem(null)
    const fresh = { ...begin(next?.number ?? number, typed), interviewer: next?.interviewer ?? typed.interviewer }
    setTyped(fresh)
    void desk.removeDraft(draftId)
    setBegun((count) => count + 1)
  }

  /** Shift+Enter breaks a line; an input method takes its own Enter. */
  const enter = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.shiftKey || event.ctrlKey || event.altKey)
      return
    if (event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    event.stopPropagation()
    if (asking) return void save()
    const steps = [...form.current!.querySelectorAll('[data-step]')].filter((step) => !step.hasAttribute('data-aside'))
    const at = steps.findIndex((step) => step.contains(event.target as Node))
    const next = controlIn(steps[at + 1])
    if (next) next.focus()
    else void save()
  }
  const pressState = (event: KeyboardEvent): void => {
    const state = INTERVIEW_STATES[Number(event.key) - 1]
    if (!state || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    change({ state, replace: false })
    event.currentTarget.querySelectorAll('input')[INTERVIEW_STATES.indexOf(state)]?.focus()
  }
  useKeys([
    { key: 'Ctrl+Enter', label: t('entry.save'), run: () => void save() },
    { key: 'Alt+R', label: t('entry.number'), run: () => focus('number') },
    { key: 'Escape', label: t('entry.back'), run: () => (asking ? setAsking(false) : onLeave()) },
  ])
  const errorAt = (field: InterviewProblem['field'], words: string): string | undefined =>
    problem?.field === field ? words : undefined
  return (
    <>
      <PageHead title={t('entry.title')} aside={survey.title}>
        <Button onClick={onLeave}>
          {t('entry.back')}
          <Kbd keys="Esc" />
        </Button>
      </PageHead>
      <form
        ref={form}
        className="card survey-form survey-entry"
        autoComplete="off"
        noValidate
        onSubmit={(event) => event.preventDefault()}
        onKeyDown={enter}
      >
        {said && (
          <p className="done" role="status">
            {said}
          </p>
        )}
        {trouble && <SaveTrouble problem={trouble} />}
        <div className="survey-entry-head">
          <div data-step="number">
            <Field label={t('entry.number')} error={errorAt('number', t('entry.noNumber'))}>
              {(bind) => (
                <Input {...bind} inputMode="numeric" maxLength={5} autoComplete="off" value={typed.number} onChange={(event) => choose(event.target.value)} /> // prettier-ignore
              )}
            </Field>
          </div>
          {here && (
            <p className="survey-who">
              <b>{here.name}</b>{' '}
              <span className="muted">
                {[here.phoneTail && t('visits.tail', { tail: here.phoneTail }), here.place, here.about].filter(Boolean).join(' · ')}
              </span>
              {here.interview && (
                <Button size="small" tabIndex={-1} onClick={correct}>
                  {t(`state.${here.interview.state}`)} · {t('open')}
                </Button>
              )}
            </p>
          )}
        </div>
        <div data-step="state" onKeyDown={pressState}>
          <Field label={t('entry.state')} error={errorAt('state', t('entry.chooseState'))} group>
            {(bind) => (
              <Chips
                options={INTERVIEW_STATES.map((value, i) => ({ value, label: `${i + 1} ${t(`state.${value}`)}` }))}
                value={typed.state}
                onChange={(state) => change({ state, replace: false })}
                describedBy={bind['aria-describedby']}
                invalid={bind['aria-invalid']}
              />
            )}
          </Field>
        </div>
        {errorAt('answers', t('entry.needAnswer')) && (
          <div className="problem" role="alert">
            {t('entry.needAnswer')}
          </div>
        )}
        {isDone &&
          sheet.questions.map((question, i) => (
            <div key={question.id} data-step={`q${i}`}>
              <AnswerField
                question={question}
                at={i + 1}
                value={typed.answers[question.id] ?? ''}
                error={
                  problem?.field === 'answer' && problem.index === i && question.kind === 'number'
                    ? t('entry.wrongNumber', { number: i + 1, min: question.min, max: question.max })
                    : undefined
                }
                onChange={(value) => change({ answers: { ...typed.answers, [question.id]: value } })}
              />
            </div>
          ))}
        {typed.state && !isDone && (
          <>
            <div data-step="reason">
              <Field label={t('entry.reason')} optional>
                {(bind) => <Input {...bind} autoComplete="off" maxLength={300} value={typed.reason} onChange={(event) => change({ reason: event.target.value })} />}
              </Field>
            </div>
            <label className="survey-tick" data-step="replace">
              <input type="checkbox" checked={typed.replace} onChange={(event) => change({ replace: event.target.checked })} />
              {t('entry.replace')}
            </label>
          </>
        )}
        {asking && here?.interview && (
          <div className="problem" role="alert">
            {t('entry.again', { state: t(`state.${here.interview.state}`) })}
          </div>
        )}
        <div className="survey-entry-foot">
          <div data-step="at" data-aside="">
            <Field label={t('entry.at')} error={errorAt('at', t('entry.chooseTime'))}>
              {(bind) => (
                <DayInput timed bind={bind} focusRef={() => undefined} onBlur={() => undefined} value={typed.at || undefined} onChange={(at) => change({ at: at ?? '' })} /> // prettier-ignore
              )}
            </Field>
          </div>
          <Field label={t('entry.interviewer')} optional>
            {(bind) => <Input {...bind} autoComplete="off" maxLength={30} value={typed.interviewer} onChange={(event) => change({ interviewer: event.target.value })} />}
          </Field>
          <Field label={t('entry.mode')} group>
            {() => (
              <Chips
                options={INTERVIEW_MODES.map((value) => ({ value, label: t(`entry.modes.${value}`) }))}
                value={typed.mode}
                onChange={(mode) => change({ mode })}
              />
            )}
          </Field>
          {sheets.length > 1 && (
            <SelectLine
              label={t('entry.whichVersion')}
              value={sheet.id}
              options={sheets.map(({ id }, i) => ({ value: id, label: t('entry.version', { version: i + 1 }) }))}
              onChange={(id) => change({ sheet: id })}
            />
          )}
        </div>
        <div className="row">
          <Button type="primary" onClick={() => void save()}>
            {t('entry.save')}
            <Kbd keys="Ctrl ↵" />
          </Button>
          <span className="muted small">
            {t('entry.hint')} {t('entry.kept')}
          </span>
        </div>
      </form>
    </>
  ) // prettier-ignore
}

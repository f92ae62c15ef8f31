/** 问卷: the questions in their order, one of them open. What is not saved yet is a draft; saving makes another version. */
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode, SurveyView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { momentOf } from '#core/lib/time.ts'
import { toHex } from '#core/lib/bytes.ts'
import { MOST_QUESTIONS } from '#core/survey/question.ts'
import { QuestionFields } from './question-fields.tsx'
import { SelectLine } from './select-line.tsx'
import type { SurveyPrints } from './survey-prints.ts'
import { blankQuestion, questionOf, typedOf, type TypedQuestion } from './typed-question.ts'

type SheetStepProps = { readonly view: SurveyView; readonly PrintSample: SurveyPrints['PrintSample'] }

export function SheetStep(props: SheetStepProps) {
  const { desk } = useServices()
  const id = `sheet-${props.view.survey.id}`
  // Read once: what is typed from here on is what is kept.
  const kept = useAnswer(
    async () => ({ draft: (await desk.drafts('survey')).find((one) => one.id === id) }),
    [desk, id],
  )
  if (!kept) return null
  const typed = kept.draft?.values['questions'] as readonly TypedQuestion[] | undefined
  return <SheetEditor {...props} draftId={id} kept={typed} />
}

type SheetEditorProps = SheetStepProps & {
  readonly draftId: string
  readonly kept: readonly TypedQuestion[] | undefined
}

function SheetEditor({ view, PrintSample, draftId, kept }: SheetEditorProps) {
  const { t } = useTranslation('surveys')
  const { desk, clock, random } = useServices()
  const { survey, sheets } = view
  const latest = sheets.at(-1)!
  const saved = latest.questions.map(typedOf)
  const [draft, setDraft] = useState<readonly TypedQuestion[] | null>(kept ?? null)
  const [chosen, setChosen] = useState(0)
  const [problem, setProblem] = useState('')
  const [said, setSaid] = useState('')
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const [sample, setSample] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  const providers = useAnswer(() => desk.providers(), [desk]) ?? []
  const others = useAnswer(() => desk.surveys(), [desk]) ?? []
  const all = draft ?? saved
  const at = Math.max(0, Math.min(chosen, all.length - 1))
  const here = all[at]
  const answers = sheets.reduce((sum, sheet) => sum + sheet.answers, 0)

  const change = (next: readonly TypedQuestion[]): void => {
    setDraft(next)
    setProblem('')
    setSaid('')
    void desk.putDraft({ id: draftId, form: 'survey', title: survey.title, changedAt: momentOf(clock()), values: { questions: next } }) // prettier-ignore
  }
  const drop = (): void => {
    setDraft(null)
    setProblem('')
    void desk.removeDraft(draftId)
  }
  const edit = (): void => fields.current?.querySelector<HTMLInputElement>('input')?.focus()
  const add = (): void => {
    if (all.length >= MOST_QUESTIONS) return
    change([...all, blankQuestion(`q-${toHex(random(4))}`)])
    setChosen(all.length)
    requestAnimationFrame(edit)
  }
  const move = (by: -1 | 1): void => {
    const to = at + by
    if (!here || to < 0 || to >= all.length) return
    change(all.toSpliced(at, 1).toSpliced(to, 0, here))
    setChosen(to)
  }
  const remove = (): void => {
    if (here) change(all.toSpliced(at, 1))
  }
  const save = async (): Promise<void> => {
    const wrong = all.findIndex((one) => questionOf(one) === null)
    if (wrong >= 0 || all.length === 0) {
      setChosen(Math.max(0, wrong))
      return setProblem(all.length === 0 ? t('sheet.none') : t('sheet.wrong', { number: wrong + 1 }))
    }
    setTrouble(null)
    const questions = all.map((one) => questionOf(one)!)
    const done = await desk.run({ name: 'save-survey-sheet', input: { survey: survey.id, from: latest.id, questions } })
    if (!done.ok) return setTrouble(done.error)
    drop()
    setSaid(t('sheet.saved', { version: sheets.length + 1 }))
  }
  const copy = async (from: string): Promise<void> => {
    const questions = (await desk.survey(from))?.sheets.at(-1)?.questions
    if (questions) change(questions.map(typedOf))
  }
  useKeys([
    { key: 'Alt+A', label: t('sheet.add'), run: add },
    { key: 'Alt+ArrowUp', label: t('sheet.move'), run: () => move(-1) },
    { key: 'Alt+ArrowDown', label: t('sheet.move'), run: () => move(1), quiet: true },
    { key: 'Alt+Delete', label: t('sheet.remove'), run: remove },
    { key: 'Ctrl+Enter', label: t('sheet.save', { version: sheets.length + 1 }), run: () => void (draft && save()) },
    { key: 'ArrowUp', label: t('up'), run: () => setChosen(Math.max(0, at - 1)), quiet: true },
    { key: 'ArrowDown', label: t('down'), run: () => setChosen(Math.min(all.length - 1, at + 1)), quiet: true },
    { key: 'Enter', label: t('open'), run: edit, quiet: true },
    { key: 'P', label: t('sheet.preview'), run: () => setSample(true) },
  ])
  const questions = all.flatMap((one) => questionOf(one) ?? [])
  return (
    <>
      <div className="row survey-bar">
        <span>{t('sheet.version', { version: sheets.length, count: all.length })}</span>
        {draft && <span className="warn">{t('sheet.changed')}</span>}
        {said && (
          <span className="done" role="status">
            {said}
          </span>
        )}
        <div className="row tools">
          <Button onClick={() => setSample(true)}>
            {t('sheet.preview')}
            <Kbd keys="P" />
          </Button>
          {draft && <Button onClick={drop}>{t('sheet.undo')}</Button>}
          <Button onClick={add}>
            {t('sheet.add')}
            <Kbd keys="Alt A" />
          </Button>
          <Button type="primary" disabled={!draft || survey.closed} onClick={() => void save()}>
            {t('sheet.save', { version: sheets.length + 1 })}
            <Kbd keys="Ctrl ↵" />
          </Button>
        </div>
      </div>
      {answers > 0 && <p className="muted small">{t('sheet.used', { count: answers })}</p>}
      {trouble && <SaveTrouble problem={trouble} />}
      {problem && (
        <div className="problem" role="alert">
          {problem}
        </div>
      )}
      <div className="survey-columns">
        <ol className="card survey-questions">
          {all.map((one, i) => (
            <li key={one.id} className={i === at ? 'selected' : ''}>
              <button type="button" aria-current={i === at} onClick={() => setChosen(i)}>
                <span>{one.words || '…'}</span>
                <span className="muted small">{t(`kind.${one.kind}`)}</span>
              </button>
            </li>
          ))}
        </ol>
        <div className="card survey-form" ref={fields}>
          {here ? (
            <>
              <div className="row survey-bar">
                <h2>{t('sheet.number', { number: at + 1 })}</h2>
                <div className="row tools">
                  <Button size="small" disabled={at === 0} onClick={() => move(-1)}>
                    ↑ <Kbd keys="Alt ↑" />
                  </Button>
                  <Button size="small" disabled={at === all.length - 1} onClick={() => move(1)}>
                    ↓ <Kbd keys="Alt ↓" />
                  </Button>
                  <Button size="small" onClick={remove}>
                    {t('sheet.remove')}
                    <Kbd keys="Alt Del" />
                  </Button>
                </div>
              </div>
              <QuestionFields
                key={here.id}
                typed={here}
                providers={providers}
                onChange={(part) => change(all.with(at, { ...here, ...part }))}
              />
            </>
          ) : (
            <p className="muted">{t('sheet.none')}</p>
          )}
          {others.length > 1 && (
            <SelectLine
              label={t('sheet.copy')}
              value=""
              none={t('opinions.choose')}
              options={others
                .filter(({ id }) => id !== survey.id)
                .map(({ id, title }) => ({ value: id, label: title }))}
              onChange={(from) => from && void copy(from)}
            />
          )}
        </div>
      </div>
      {sample && (
        <PrintSample
          title={survey.title}
          version={sheets.length + (draft ? 1 : 0)}
          questions={questions}
          onClose={() => setSample(false)}
        />
      )}
    </>
  )
}

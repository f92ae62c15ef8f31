/** What follows a resolution: tasks, that they were done, and answers to objections. */
import { Select } from 'antd'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { DeliberationView, TaskShown, TopicView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { DayField, WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { ANSWER_OBJECTION, type AnswerObjection } from '#core/follow-up/record-step.ts'
import { ADD_TASK, FINISH_TASK, type AddTask, type FinishTask } from '#core/follow-up/resolution-task.ts'
import { addDays, type Day } from '#core/lib/time.ts'

type TaskContext = { readonly about: DeliberationView; readonly topic: TopicView; readonly today: Day }

const TASK_DAYS = 30

export const taskForm: FormSpec<TaskContext> = {
  schema: ADD_TASK,
  start: ({ about, today }) => ({
    deliberation: about.id,
    what: '',
    who: '',
    dueOn: addDays(today, TASK_DAYS),
    provider: undefined,
    case: undefined,
  }),
  Fields: TaskFields,
}

function TaskFields({ context }: { readonly context: TaskContext }) {
  const { t } = useTranslation('deliberation')
  const { desk } = useServices()
  const providers = useAnswer(() => desk.providers(), [desk])
  return (
    <>
      <WordsField<AddTask> name="what" label={t('task.what')} rows={2} max={300} />
      <WordsField<AddTask> name="who" label={t('task.who')} max={80} />
      <DayField<AddTask> name="dueOn" label={t('task.dueOn')} />
      <Choice
        name="provider"
        label={t('task.provider')}
        options={(providers ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />{' '}
      {/* prettier-ignore */}
      <Choice name="case" label={t('task.case')} options={context.topic.members.map(({ row }) => ({ value: row.id, label: `${row.number} ${row.title}` }))} />{' '}
      {/* prettier-ignore */}
    </>
  )
}

type ChoiceProps = {
  readonly name: 'provider' | 'case'
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

function Choice({ name, label, options }: ChoiceProps) {
  const { field } = useController<AddTask, 'provider' | 'case'>({ name })
  if (options.length === 0) return null
  return (
    <Field label={label} optional>
      {(bind) => (
        <Select
          {...bind}
          className="deliberation-choice"
          showSearch
          allowClear
          optionFilterProp="label"
          value={field.value}
          onChange={(value?: string) => field.onChange(value)}
          options={[...options]}
        />
      )}
    </Field>
  )
}

export const finishForm: FormSpec<{ readonly task: TaskShown; readonly today: Day }> = {
  schema: FINISH_TASK,
  start: ({ task, today }) => ({ task: task.id, doneOn: task.doneOn || today, doneNote: task.doneNote ?? '' }),
  Fields: FinishFields,
}

function FinishFields({ context }: { readonly context: { readonly task: TaskShown } }) {
  const { t } = useTranslation('deliberation')
  return (
    <>
      <p className="field">
        <b>{context.task.what}</b>
      </p>
      <DayField<FinishTask> name="doneOn" label={t('task.doneOn')} hint={t('task.doneHint')} optional />
      <WordsField<FinishTask> name="doneNote" label={t('task.doneNote')} optional rows={2} max={500} />
    </>
  )
}

export const answerForm: FormSpec<{ readonly record: string; readonly today: Day }> = {
  schema: ANSWER_OBJECTION,
  start: ({ record, today }) => ({ record, answer: '', answeredOn: today }) satisfies AnswerObjection,
  Fields: AnswerFields,
}

function AnswerFields() {
  const { t } = useTranslation('deliberation')
  return (
    <>
      <WordsField<AnswerObjection> name="answer" label={t('objection.words')} rows={4} max={2_000} />
      <DayField<AnswerObjection> name="answeredOn" label={t('objection.on')} />
    </>
  )
}

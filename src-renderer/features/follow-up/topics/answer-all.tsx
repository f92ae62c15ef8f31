/** 一并答复: one text, ticked cases, an answer of their own for each (core/follow-up/answer-topic.ts). */
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { TopicMember, TopicView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { isOpen } from '#core/case-file/status.ts'
import { ANSWER_TOPIC, type AnswerTopic } from '#core/follow-up/answer-topic.ts'
import { SPOKEN_WAYS } from '../spoken-ways.ts'

/** Those that an answer can still be given to. */
export const openMembers = ({ members }: Pick<TopicView, 'members'>): readonly TopicMember[] =>
  members.filter(({ row }) => isOpen(row.status))

const answerForm: FormSpec<AnswerContext> = {
  schema: ANSWER_TOPIC,
  // Whoever was answered already is not told twice unless somebody ticks them.
  start: ({ view, content }) =>
    ({
      topic: view.id,
      cases: openMembers(view).flatMap(({ row, answered }) => (answered ? [] : [row.id])),
      content,
      way: 'phone',
      answeredBy: '',
    }) satisfies AnswerTopic,
  Fields,
}

type AnswerContext = { readonly view: TopicView; readonly content: string }
type AnswerAllProps = AnswerContext & {
  readonly onSaved: (count: number) => void
  readonly onLeave: () => void
}

export function AnswerAll({ view, content, onSaved, onLeave }: AnswerAllProps) {
  const { t } = useTranslation('topics')
  const { desk } = useServices()
  return (
    <FormDrawer
      title={t('answer.title')}
      saveLabel={t('answer.title')}
      spec={answerForm}
      context={{ view, content }}
      save={(typed) => desk.run({ name: 'answer-topic', input: typed as AnswerTopic })}
      onSaved={({ entities }) => onSaved(entities.length)}
      onLeave={onLeave}
    />
  )
}

function Fields({ context: { view } }: { readonly context: AnswerContext }) {
  const { t } = useTranslation(['topics', 'codes'])
  const words = useFieldWords()
  const cases = useController<AnswerTopic, 'cases'>({ name: 'cases' })
  const chosen = cases.field.value
  const toggle = (id: string, on: boolean): void =>
    cases.field.onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))
  return (
    <>
      <WordsField<AnswerTopic>
        name="content"
        label={t('topics:answer.content')}
        hint={t('topics:answer.hint')}
        rows={5}
        max={TEXT_LENGTH}
      />
      <ChoiceField<AnswerTopic>
        name="way"
        label={t('topics:answer.way')}
        options={SPOKEN_WAYS.map((value) => ({ value, label: t(`codes:way.${value}`) }))}
      />
      <Field label={t('topics:answer.whom')} group error={words(cases.fieldState.error)}>
        {() => (
          <div className="tick-list">
            {openMembers(view).map(({ row }, i) => (
              <label key={row.id}>
                <input
                  type="checkbox"
                  ref={i === 0 ? cases.field.ref : undefined}
                  checked={chosen.includes(row.id)}
                  onChange={(event) => toggle(row.id, event.target.checked)}
                />
                {[row.requester, row.place, row.number].filter(Boolean).join(' · ')}
              </label>
            ))}
          </div>
        )}
      </Field>
    </>
  )
}

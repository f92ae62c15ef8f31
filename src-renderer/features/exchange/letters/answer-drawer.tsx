/** 复文: the station's answer, the office's word on it, or what came of a transfer. */
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { LetterView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useNamedHint } from '#app/ui/use-named-hint.tsx'
import { OUTCOMES } from '#core/case-file/codes.ts'
import { ANSWER_LETTER, type AnswerLetter } from '#core/exchange/letters/answer-letter.ts'

/** Which form fits: by the kind of the letter that is answered. */
export const answerTitle = { 'supervision-order': 'title', 'supervision-answer': 'judgeTitle', transfer: 'resultTitle' } as const // prettier-ignore

const answerForm: FormSpec<LetterView> = {
  schema: ANSWER_LETTER,
  start: ({ id, kind, body }) => ({
    letter: id,
    note: '',
    ...(kind === 'supervision-order' && { step: 'answered' }),
    ...(kind === 'transfer' && { handledBy: typeof body['to'] === 'string' ? body['to'] : '' }),
  }),
  Fields: AnswerFields,
}

type AnswerDrawerProps = { readonly view: LetterView; readonly onSaved: () => void; readonly onLeave: () => void }

export function AnswerDrawer({ view, onSaved, onLeave }: AnswerDrawerProps) {
  const { t } = useTranslation('letters')
  const { desk } = useServices()
  return (
    <FormDrawer
      title={t(`answerForm.${answerTitle[view.kind as keyof typeof answerTitle] ?? 'title'}`)}
      saveLabel={t('save')}
      spec={answerForm}
      context={view}
      save={(input) => desk.run({ name: 'answer-letter', input: input as AnswerLetter })}
      onSaved={onSaved}
      onLeave={onLeave}
    />
  )
}

function AnswerFields({ context: { kind, body, words, case: about } }: { readonly context: LetterView }) {
  const { t } = useTranslation(['letters', 'codes'])
  const { desk } = useServices()
  const { watch } = useFormContext<AnswerLetter>()
  const step = watch('step')
  const named = useNamedHint(watch('note'), (text) => desk.namesIn(about, text))
  const isOrder = kind === 'supervision-order'
  const isTransfer = kind === 'transfer'
  const steps = isOrder ? (body['kind'] === 'daily' ? [] : (['answered', 'held'] as const)) : (['accepted', 'sent-back'] as const) // prettier-ignore
  return (
    <>
      <p className="letter-words muted">{words}</p>
      {!isTransfer && steps.length > 0 && (
        <ChoiceField<AnswerLetter>
          name="step"
          label={t('answerForm.step')}
          options={steps.map((value) => ({ value, label: t(`step.${value}`) }))}
        />
      )}
      {isTransfer && (
        <>
          <ChoiceField<AnswerLetter>
            name="outcome"
            label={t('answerForm.outcome')}
            options={OUTCOMES.map((value) => ({ value, label: t(`codes:outcome.${value}`) }))}
          />
          <WordsField<AnswerLetter> name="handledBy" label={t('answerForm.handledBy')} optional max={120} />
        </>
      )}
      {step === 'held' && (
        <>
          <WordsField<AnswerLetter> name="place" label={t('answerForm.place')} optional max={200} />
          <WordsField<AnswerLetter>
            name="attendance"
            label={t('answerForm.attendance')}
            optional
            rows={2}
            max={2_000}
          />
        </>
      )}
      <WordsField<AnswerLetter>
        name="note"
        label={t('answerForm.note')}
        hint={named}
        placeholder={t(kind === 'supervision-answer' ? 'answerForm.judgeHint' : 'answerForm.noteHint')}
        rows={5}
        max={2_000}
      />
      {step === 'sent-back' && <MomentField<AnswerLetter> name="dueAt" label={t('answerForm.newDue')} optional />}
    </>
  )
}

/** One step of a 督办 order: answered, accepted or sent back; of 挂牌 and 约谈 also that it took place, where, and who was there. */
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useNamedHint } from '#app/ui/use-named-hint.tsx'
import type { SupervisionKind } from '#core/case-file/limit-codes.ts'
import { CAPACITIES_OF } from '#core/case-file/referral-codes.ts'
import type { OfficeKind } from '#core/station/office-kind.ts'
import type { Supervised } from '#core/case-file/supervised.ts'
import { SUPERVISION_STEPS, type SupervisionStep } from '#core/case-file/supervision-codes.ts'
import { ANSWER_SUPERVISION, type AnswerSupervision } from '#core/supervision/answer-supervision.ts'
import { FilesField } from './files-field.tsx'

export type Answering = {
  readonly case: string
  readonly order: string
  readonly kind: SupervisionKind
  readonly demand: string
  readonly stands: Pick<Supervised, 'unjudged'>
  readonly judges: boolean
  /** The own one: in which capacity its people act. */
  readonly office: OfficeKind
  readonly files: readonly { readonly id: string; readonly name: string }[]
}

const isOffered = ({ kind, stands, judges }: Answering, step: SupervisionStep): boolean => {
  if (step === 'answered') return true
  return step === 'held' ? kind !== 'daily' : judges && stands.unjudged !== null
}

export const orderStepForm: FormSpec<Answering> = {
  schema: ANSWER_SUPERVISION,
  start: ({ case: id, order, stands, judges }) => ({
    case: id,
    order,
    ...(stands.unjudged && judges ? {} : { step: 'answered' }),
    note: '',
  }),
  Fields: StepFields,
}

function StepFields({ context }: { readonly context: Answering }) {
  const { t } = useTranslation('supervision')
  const { desk } = useServices()
  const { watch } = useFormContext<AnswerSupervision>()
  const step = watch('step')
  const named = useNamedHint(watch('note'), (text) => desk.namesIn(context.case, text))
  const wordOf = (one: SupervisionStep): string =>
    one === 'held' ? t(`order.steps.held.${context.kind}`) : t(`order.steps.${one}`)
  return (
    <>
      <p className="supervision-said">{context.demand}</p>
      <ChoiceField<AnswerSupervision>
        name="step"
        label={t('order.step')}
        options={SUPERVISION_STEPS.filter((one) => isOffered(context, one)).map((value) => ({
          value,
          label: wordOf(value),
        }))}
      />
      {step === 'held' && (
        <>
          <MomentField<AnswerSupervision> name="at" label={t(`order.heldWhen.${context.kind}`)} optional />
          <WordsField<AnswerSupervision> name="place" label={t('order.place')} optional max={200} />
          <WordsField<AnswerSupervision>
            name="attendance"
            label={t('order.attendance')}
            optional={context.kind === 'listed'}
            rows={2}
            max={2_000}
          />
        </>
      )}
      <WordsField<AnswerSupervision> name="note" label={t('order.note')} hint={named} rows={4} max={2_000} />
      {step === 'answered' && (
        <FilesField<AnswerSupervision> name="files" label={t('order.files')} files={context.files} />
      )}
      {step === 'sent-back' && <MomentField<AnswerSupervision> name="dueAt" label={t('order.newDue')} optional />}
      <CapacityField<AnswerSupervision>
        name="capacity"
        label={t('order.capacity')}
        of={CAPACITIES_OF[context.office]}
      />
    </>
  )
}

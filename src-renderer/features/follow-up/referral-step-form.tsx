import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { currentRound } from '#core/case-file/case-file.ts'
import { OUTCOMES, RETURN_REASONS, type ReferralStep } from '#core/case-file/codes.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { orderState, ordersInForce, type Order, type OrderState } from '#core/case-file/orders.ts'
import { RECORD_REFERRAL_STEP, type RecordReferralStep } from '#core/follow-up/record-referral-step.ts'
import { OrderChoice } from './order-choice.tsx'

/**
 * What can be said now, the likeliest first. A provider's 退单 is a form of its own, because it goes to review; an office
 * sends back as it likes. To add one: a step of codes.ts, in the states in which it makes sense.
 */
function stepsFor(order: Order, state: OrderState): readonly ReferralStep[] {
  const isUp = order.way === 'report-up'
  const done: ReferralStep = isUp ? 'fed-back' : 'done'
  if (state === 'offered' || state === 'silent')
    return isUp
      ? ['received', 'declined', done, 'returned', 'interim', 'recalled']
      : ['accepted', 'declined', done, 'interim', ...(state === 'silent' ? (['silent'] as const) : []), 'recalled']
  return isUp ? [done, 'interim', 'returned', 'recalled'] : [done, 'interim', 'recalled']
}

/** What the provider said: 接单 / 不接 / 办完; of an office: 已受理 / 不受理 / 已反馈 / 退回. `preset`: the order, and the step. */
export const referralStepForm: FormSpec<CaseView> = {
  schema: RECORD_REFERRAL_STEP,
  start(view, preset) {
    const [referral = view.openReferral ?? ordersInForce(view.file)[0]?.id, step] = preset?.split(' ') ?? []
    return {
      case: view.file.id,
      referral,
      note: '',
      ...(step && { step }),
      ...((step === 'done' || step === 'fed-back') && { outcome: 'solved' }),
    }
  },
  Fields,
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['case-file', 'codes', 'referral'])
  const now = useNow()
  const moments = useMomentWords(now)
  const { watch, setValue } = useFormContext<RecordReferralStep>()
  const [step, chosen] = watch(['step', 'referral'])
  const orders = ordersInForce(view.file)
  const order = orders.find(({ id }) => id === chosen)
  if (!order) return null
  const up = order.way === 'report-up'
  const isDone = step === 'done' || step === 'fed-back'
  const isLate = order.role === 'co' && order.dueAt !== undefined && order.dueAt < now
  return (
    <>
      <OrderChoice<RecordReferralStep> name="referral" label={t('referral:step.which')} orders={orders} view={view} />
      <ChoiceField<RecordReferralStep>
        name="step"
        label={up ? t('case-file:field.stepUp') : t('case-file:field.step')}
        options={stepsFor(order, orderState(currentRound(view.file), order, now)).map((value) => ({
          value,
          label: up ? t(`codes:referralStepUp.${value}`) : t(`codes:referralStep.${value}`),
        }))}
        onChosen={(value) => {
          const ends = (value as ReferralStep) === 'done' || (value as ReferralStep) === 'fed-back'
          setValue('outcome', ends ? 'solved' : undefined)
        }}
      />
      {(step === 'declined' || step === 'returned') && (
        <ChoiceField<RecordReferralStep>
          name="reasonCode"
          label={t('case-file:field.returnReason')}
          options={RETURN_REASONS.map((value) => ({ value, label: t(`codes:returnReason.${value}`) }))}
        />
      )}
      {isDone && (
        <ChoiceField<RecordReferralStep>
          name="outcome"
          label={t('referral:step.outcome')}
          hint={t('referral:step.outcomeHint')}
          options={OUTCOMES.map((value) => ({ value, label: t(`codes:outcome.${value}`) }))}
        />
      )}
      {isLate && (isDone || step === 'interim') && (
        <WordsField<RecordReferralStep>
          name="lateReason"
          label={t('referral:step.lateReason')}
          hint={t('referral:step.lateHint', { at: moments.limit(order.dueAt!) })}
          rows={2}
          max={2_000}
        />
      )}
      <WordsField<RecordReferralStep>
        name="note"
        label={
          step === 'interim'
            ? t('referral:step.noteInterim')
            : step === 'recalled'
              ? t('referral:step.noteRecalled')
              : t('case-file:field.note')
        }
        optional={step !== 'interim' && step !== 'recalled'}
        rows={3}
        max={TEXT_LENGTH}
      />
      <MomentField<RecordReferralStep>
        name="at"
        label={t('referral:step.at')}
        hint={t('referral:step.atHint')}
        optional
      />
    </>
  )
}

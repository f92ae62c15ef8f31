import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useNow } from '#app/session/now.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { RETURN_REASONS } from '#core/case-file/codes.ts'
import { currentRound } from '#core/case-file/case-file.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { isLead, openObjection, ordersInForce, type Order } from '#core/case-file/orders.ts'
import { RAISE_OBJECTION, type RaiseObjection } from '#core/follow-up/raise-objection.ts'
import { OrderChoice } from './order-choice.tsx'

/** Orders that could be asked back; whether it is too late the hint says, and the command. */
function returnable({ file }: CaseView): Order[] {
  const round = currentRound(file)
  return ordersInForce(file).filter(({ id, way }) => way === 'dispatch' && !openObjection(round, id))
}

/** 退单申请. `preset`: the order. */
export const objectionForm: FormSpec<CaseView> = {
  schema: RAISE_OBJECTION,
  start(view, preset) {
    const orders = returnable(view)
    return { case: view.file.id, referral: preset ?? (orders.find(isLead) ?? orders[0])?.id, note: '' }
  },
  Fields,
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['referral', 'codes'])
  const moments = useMomentWords(useNow())
  const orders = returnable(view)
  const chosen = useFormContext<RaiseObjection>().watch('referral')
  const order = orders.find(({ id }) => id === chosen)
  return (
    <>
      {order?.objectBy && (
        <p className="muted">{t('referral:objection.hint', { at: moments.limit(order.objectBy) })}</p>
      )}
      <OrderChoice<RaiseObjection> name="referral" label={t('referral:objection.which')} orders={orders} view={view} />
      <ChoiceField<RaiseObjection>
        name="reasonCode"
        label={t('referral:objection.reason')}
        options={RETURN_REASONS.map((value) => ({ value, label: t(`codes:returnReason.${value}`) }))}
      />
      <WordsField<RaiseObjection>
        name="note"
        label={t('referral:objection.note')}
        optional
        rows={3}
        max={TEXT_LENGTH}
      />
      <MomentField<RaiseObjection> name="at" label={t('referral:step.at')} hint={t('referral:step.atHint')} optional />
    </>
  )
}

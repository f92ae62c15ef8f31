/** 收到督办: an order that came from above on paper or by phone, written down with its case. */
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { WAYS } from '#core/case-file/codes.ts'
import { SUPERVISION_KINDS, SUPERVISION_TRIGGERS } from '#core/case-file/limit-codes.ts'
import { RECEIVE_SUPERVISION, type ReceiveSupervision } from '#core/supervision/receive-supervision.ts'

export const receiveForm: FormSpec<CaseView> = {
  schema: RECEIVE_SUPERVISION,
  start: (view) => ({
    case: view.file.id,
    from: view.settings.upperOffice,
    number: '',
    kind: 'daily',
    demand: '',
    dueAt: view.choices.fromNow.w5,
  }),
  Fields,
}

function Fields() {
  const { t } = useTranslation(['supervision', 'limits', 'codes'])
  const kind = useFormContext<ReceiveSupervision>().watch('kind')
  return (
    <>
      <WordsField<ReceiveSupervision> name="from" label={t('supervision:order.fromOffice')} max={120} />
      <WordsField<ReceiveSupervision>
        name="number"
        label={t('supervision:order.number')}
        hint={t('supervision:order.numberHint')}
        optional
        max={80}
      />
      <MomentField<ReceiveSupervision> name="at" label={t('supervision:order.cameAt')} optional />
      <ChoiceField<ReceiveSupervision>
        name="way"
        label={t('supervision:order.way')}
        optional
        options={WAYS.map((value) => ({ value, label: t(`codes:way.${value}`) }))}
      />
      <ChoiceField<ReceiveSupervision>
        name="kind"
        label={t('supervision:order.kind')}
        options={SUPERVISION_KINDS.map((value) => ({ value, label: t(`limits:supervisionKind.${value}`) }))}
      />
      {kind !== 'daily' && (
        <>
          <MomentField<ReceiveSupervision> name="heldAt" label={t(`supervision:order.heldWhen.${kind}`)} optional />
          <WordsField<ReceiveSupervision>
            name="heldPlace"
            label={t(`supervision:order.heldWhere.${kind}`)}
            optional
            max={200}
          />
        </>
      )}
      <ChoiceField<ReceiveSupervision>
        name="trigger"
        label={t('supervision:order.trigger')}
        stacked
        options={SUPERVISION_TRIGGERS.map((value) => ({ value, label: t(`limits:supervisionTrigger.${value}`) }))}
      />
      <WordsField<ReceiveSupervision> name="demand" label={t('supervision:order.demand')} rows={3} max={2_000} />
      <MomentField<ReceiveSupervision> name="dueAt" label={t('limits:field.orderDue')} />
      <CapacityField<ReceiveSupervision> name="capacity" label={t('supervision:order.capacity')} />
    </>
  )
}

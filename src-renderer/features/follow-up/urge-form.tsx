import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useNamedHint } from '#app/ui/use-named-hint.tsx'
import { WAYS } from '#core/case-file/codes.ts'
import { SUPERVISION_KINDS, SUPERVISION_TRIGGERS, URGING_KINDS } from '#core/case-file/limit-codes.ts'
import { CAPACITIES_OF } from '#core/case-file/referral-codes.ts'
import { openReferral } from '#core/case-file/status.ts'
import {
  ORDER_SUPERVISION,
  URGE_CASE,
  urgingKind,
  type OrderSupervision,
  type UrgeCase,
} from '#core/follow-up/urge-case.ts'

/** Whoever has the case: the provider it went to, or the colleague. */
function holderOf(view: CaseView): string {
  const provider = openReferral(view.file)?.provider
  return (provider && view.providerNames[provider]) || view.userNames[view.file.fields.receivedBy ?? ''] || ''
}

/** 催办 · 催请 · 提请督办. Upward nobody is urged: it is asked for. */
export const urgeForm: FormSpec<CaseView> = {
  schema: URGE_CASE,
  start(view) {
    const kind = urgingKind(view.file)
    const referral = openReferral(view.file)?.id
    return { case: view.file.id, kind, to: holderOf(view), note: '', ...(referral && { referral }) }
  },
  Fields: UrgeFields,
}

function UrgeFields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['limits', 'codes'])
  const { getValues, setValue } = useFormContext<UrgeCase>()
  const upper = view.settings.upperOffice
  const kinds = URGING_KINDS.filter((kind) => kind === 'ask-supervision' || kind === urgingKind(view.file))
  // The name follows the kind as long as nobody has typed another.
  const chosen = (kind: UrgeCase['kind']): void => {
    const to = getValues('to')
    if (kind === 'ask-supervision' && to === holderOf(view)) setValue('to', upper)
    if (kind !== 'ask-supervision' && to === upper) setValue('to', holderOf(view))
  }
  return (
    <>
      <ChoiceField<UrgeCase, UrgeCase['kind']>
        name="kind"
        label={t('limits:field.urgingKind')}
        options={kinds.map((value) => ({ value, label: t(`limits:urgingKind.${value}`) }))}
        onChosen={chosen}
      />
      <WordsField<UrgeCase> name="to" label={t('limits:field.to')} placeholder={t('limits:field.toHint')} max={120} />
      <ChoiceField<UrgeCase>
        name="way"
        label={t('limits:field.way')}
        options={WAYS.map((value) => ({ value, label: t(`codes:way.${value}`) }))}
      />
      <WordsField<UrgeCase> name="note" label={t('limits:field.note')} optional rows={3} max={2_000} />
    </>
  )
}

/** 督办单, of an upper office. */
export const supervisionForm: FormSpec<CaseView> = {
  schema: ORDER_SUPERVISION,
  start: (view) => ({
    case: view.file.id,
    kind: 'daily',
    // On a case of a station it goes there as a letter: the station is whom it is for.
    to: isElsewhere(view) ? '' : holderOf(view),
    number: '',
    demand: '',
    dueAt: view.choices.fromNow.w5,
  }),
  Fields: OrderFields,
}

const isElsewhere = (view: CaseView): boolean => view.station?.isOwn === false

function OrderFields({ context: view }: { readonly context: CaseView }) {
  const { t } = useTranslation(['limits', 'supervision'])
  const { desk } = useServices()
  const { watch } = useFormContext<OrderSupervision>()
  const kind = watch('kind')
  const named = useNamedHint(watch('demand'), isElsewhere(view) ? (text) => desk.namesIn(view.file.id, text) : null)
  return (
    <>
      <ChoiceField<OrderSupervision>
        name="kind"
        label={t('field.supervisionKind')}
        options={SUPERVISION_KINDS.map((value) => ({ value, label: t(`supervisionKind.${value}`) }))}
      />
      <WordsField<OrderSupervision> name="number" label={t('supervision:order.number')} optional max={80} />
      {kind !== 'daily' && (
        <>
          <MomentField<OrderSupervision> name="heldAt" label={t(`supervision:order.heldWhen.${kind}`)} optional />
          <WordsField<OrderSupervision>
            name="heldPlace"
            label={t(`supervision:order.heldWhere.${kind}`)}
            optional
            max={200}
          />
        </>
      )}
      <ChoiceField<OrderSupervision>
        name="trigger"
        label={t('field.trigger')}
        stacked
        options={SUPERVISION_TRIGGERS.map((value) => ({ value, label: t(`supervisionTrigger.${value}`) }))}
      />
      {isElsewhere(view) ? (
        <p className="field muted">{t('field.orderTo', { name: view.station?.name })}</p>
      ) : (
        <WordsField<OrderSupervision> name="to" label={t('field.to')} placeholder={t('field.toHint')} max={120} />
      )}
      <WordsField<OrderSupervision> name="demand" label={t('field.demand')} hint={named} rows={3} max={2_000} />
      <MomentField<OrderSupervision> name="dueAt" label={t('field.orderDue')} />
      <CapacityField<OrderSupervision>
        name="capacity"
        label={t('supervision:order.capacity')}
        of={CAPACITIES_OF[view.settings.officeKind]}
      />
    </>
  )
}

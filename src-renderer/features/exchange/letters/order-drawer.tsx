/** 督办令: to a station, about one of its cases or in general. */
import { Select } from 'antd'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { StationChoice } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useNamedHint } from '#app/ui/use-named-hint.tsx'
import { SUPERVISION_KINDS, SUPERVISION_TRIGGERS } from '#core/case-file/limit-codes.ts'
import { SEND_LETTER, type SendLetter } from '#core/exchange/letters/send-letter.ts'
import { CaseChoice } from './case-choice.tsx'

type Order = Extract<SendLetter, { kind: 'supervision-order' }>
type Context = { readonly stations: readonly StationChoice[]; readonly to?: string }

const orderForm: FormSpec<Context> = {
  schema: SEND_LETTER.options[0],
  start: ({ stations, to }) => ({
    kind: 'supervision-order',
    to: to ?? stations[0]?.house ?? '',
    order: { kind: 'daily', trigger: 'overdue', demand: '' },
  }),
  Fields: OrderFields,
}

type OrderDrawerProps = Context & { readonly onSaved: () => void; readonly onLeave: () => void }

export function OrderDrawer({ onSaved, onLeave, ...context }: OrderDrawerProps) {
  const { t } = useTranslation('letters')
  const { desk } = useServices()
  return (
    <FormDrawer
      title={t('order.title')}
      saveLabel={t('save')}
      spec={orderForm}
      context={context}
      save={(input) => desk.run({ name: 'send-letter', input: input as Order })}
      onSaved={onSaved}
      onLeave={onLeave}
    />
  )
}

function OrderFields({ context }: { readonly context: Context }) {
  const { t } = useTranslation(['letters', 'limits'])
  const { desk } = useServices()
  const { watch } = useFormContext<Order>()
  const to = useController<Order, 'to'>({ name: 'to' }).field
  const about = useController<Order, 'case'>({ name: 'case' }).field
  const kind = watch('order.kind')
  const named = useNamedHint(watch('order.demand'), (text) => desk.namesIn(about.value ?? '', text))
  return (
    <>
      <Field label={t('order.to')} hint={t('order.toHint')}>
        {(bind) => (
          <Select
            {...bind}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            value={to.value}
            options={context.stations.map(({ house, name }) => ({ value: house, label: name }))}
            onChange={(house) => {
              to.onChange(house)
              about.onChange(undefined)
            }}
          />
        )}
      </Field>
      <Field label={t('order.case')} hint={t('order.caseHint')} optional>
        {(bind) => (
          <CaseChoice
            bind={bind}
            many={false}
            station={to.value}
            value={about.value ? [about.value] : []}
            onChange={([id]) => about.onChange(id)}
          />
        )}
      </Field>
      <ChoiceField<Order>
        name="order.kind"
        label={t('order.kind')}
        options={SUPERVISION_KINDS.map((value) => ({ value, label: t(`limits:supervisionKind.${value}`) }))}
      />
      <ChoiceField<Order>
        name="order.trigger"
        label={t('order.trigger')}
        options={SUPERVISION_TRIGGERS.map((value) => ({ value, label: t(`limits:supervisionTrigger.${value}`) }))}
      />
      <WordsField<Order> name="order.orderNumber" label={t('order.number')} optional max={80} />
      <WordsField<Order>
        name="order.demand"
        label={t('order.demand')}
        hint={named ?? t('order.demandHint')}
        rows={4}
        max={2_000}
      />
      <MomentField<Order> name="order.dueAt" label={t('order.dueAt')} />
      {kind !== 'daily' && (
        <>
          <MomentField<Order> name="order.heldAt" label={t('order.heldAt')} optional />
          <WordsField<Order> name="order.heldPlace" label={t('order.heldPlace')} optional max={200} />
        </>
      )}
    </>
  )
}

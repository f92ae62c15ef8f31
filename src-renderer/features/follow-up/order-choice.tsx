/** Which of several orders of the case a form is about: nothing is asked where there is only one. */
import { useTranslation } from 'react-i18next'
import type { FieldPath, FieldValues } from 'react-hook-form'
import type { CaseView } from '#app/services/desk-types.ts'
import { ChoiceField } from '#app/ui/form-fields.tsx'
import { isLead, type Order } from '#core/case-file/orders.ts'

type OrderChoiceProps<T extends FieldValues> = {
  readonly name: FieldPath<T>
  readonly label: string
  readonly orders: readonly Order[]
  readonly view: CaseView
}

export function OrderChoice<T extends FieldValues>({ name, label, orders, view }: OrderChoiceProps<T>) {
  const { t } = useTranslation(['case-file', 'referral'])
  if (orders.length < 2) return null
  return (
    <ChoiceField<T>
      name={name}
      label={label}
      stacked
      options={orders.map((order) => ({
        value: order.id,
        label: (
          <div>
            {view.providerNames[order.provider] ?? t('case-file:timeline.unknownProvider')}{' '}
            <span className="muted small">{t(`referral:role.${isLead(order) ? 'lead' : 'co'}`)}</span>
          </div>
        ),
      }))}
    />
  )
}

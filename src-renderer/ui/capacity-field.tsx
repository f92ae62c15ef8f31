/** 以何身份 (DOMAIN §1): whoever holds several capacities says in which one they act. */
import type { FieldPath, FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#app/ui/form-fields.tsx'
import type { Capacity } from '#core/case-file/referral-codes.ts'

/** In the order of the core's list; this room takes only types from there. */
const SHOWN: readonly Capacity[] = ['party', 'committee', 'station']

type CapacityFieldProps<T extends FieldValues> = { readonly name: FieldPath<T>; readonly label: string }

export function CapacityField<T extends FieldValues>({ name, label }: CapacityFieldProps<T>) {
  const { t } = useTranslation('referral')
  return (
    <ChoiceField<T>
      name={name}
      label={label}
      options={SHOWN.map((value) => ({ value, label: t(`capacity.${value}`) }))}
    />
  )
}

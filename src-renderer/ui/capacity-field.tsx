/** 以何身份 (DOMAIN §1): whoever holds several capacities says in which one they act. */
import type { FieldPath, FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '#app/ui/form-fields.tsx'
import type { Capacity } from '#core/case-file/referral-codes.ts'

/** Of a station: in the order of the core's list; this room takes only types from there. */
const SHOWN: readonly Capacity[] = ['party', 'committee', 'station']

type CapacityFieldProps<T extends FieldValues> = {
  readonly name: FieldPath<T>
  readonly label: string
  /** Of an upper office (CAPACITIES_OF); left out: a station's. */
  readonly of?: readonly Capacity[]
}

export function CapacityField<T extends FieldValues>({ name, label, of = SHOWN }: CapacityFieldProps<T>) {
  const { t } = useTranslation('referral')
  return (
    <ChoiceField<T>
      name={name}
      label={label}
      options={of.map((value) => ({ value: value as string, label: t(`capacity.${value}`) }))}
    />
  )
}

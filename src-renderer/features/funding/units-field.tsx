/** How many units: `2`, `1.5`. */
import { Input } from 'antd'
import { useController, type FieldValues } from 'react-hook-form'
import { Field } from '#app/ui/field.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'

export function UnitsField({
  name,
  label,
  unit,
  onTyped,
}: {
  readonly name: string
  readonly label: string
  readonly unit: string
  readonly onTyped?: (typed: string) => void
}) {
  // prettier-ignore
  const { field, fieldState } = useController<FieldValues>({ name })
  const words = useFieldWords()
  return (
    <Field label={label} error={words(fieldState.error)}>
      {(bind) => (
        <Input
          {...bind}
          {...field}
          inputMode="decimal"
          autoComplete="off"
          maxLength={12}
          suffix={unit}
          onChange={(event) => {
            field.onChange(event.target.value)
            onTyped?.(event.target.value)
          }}
        />
      )}
    </Field>
  )
}

/** A plain select with its label: antd's takes Enter and Ctrl+Enter for itself. */
import { Field } from '#app/ui/field.tsx'

type SelectLineProps = {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** Words of the empty choice; none when left out. */
  readonly none?: string
  readonly hint?: string
  readonly disabled?: boolean
  readonly onChange: (value: string) => void
}

export function SelectLine({ label, value, options, none, hint, disabled = false, onChange }: SelectLineProps) {
  return (
    <Field label={label} hint={hint}>
      {({ status: _status, ...bind }) => (
        <select
          {...bind}
          className="survey-select"
          value={value}
          disabled={disabled}
          onChange={(event) => onChange(event.target.value)}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map((one) => (
            <option key={one.value} value={one.value}>
              {one.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

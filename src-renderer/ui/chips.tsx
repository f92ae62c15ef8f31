/** One choice out of a few, as a row of chips: real radio buttons, so that Tab and the arrow keys work as everywhere. */
import { useId, type ReactNode } from 'react'
import './chips.css'

export type ChipOption<V> = { readonly value: V; readonly label: ReactNode; readonly hint?: string }

type ChipsProps<V> = {
  readonly options: readonly ChipOption<V>[]
  /** Nothing is chosen while the value is none of the options. */
  readonly value: V | undefined
  readonly onChange: (value: V) => void
  readonly onBlur?: () => void
  /** Gets the chosen radio, or the first one: what focus goes to. */
  readonly focusRef?: (element: HTMLInputElement | null) => void
  readonly describedBy?: string
  readonly invalid?: boolean
  /** One below the other, for long labels. */
  readonly stacked?: boolean
}

export function Chips<V>({
  options,
  value,
  onChange,
  onBlur,
  focusRef,
  describedBy,
  invalid = false,
  stacked = false,
}: ChipsProps<V>) {
  const group = useId()
  const chosen = options.findIndex((option) => option.value === value)
  return (
    <div className={`chips${stacked ? ' stacked' : ''}${invalid ? ' invalid' : ''}`}>
      {options.map((option, i) => (
        <label key={i} title={option.hint}>
          <input
            type="radio"
            name={group}
            checked={i === chosen}
            onChange={() => onChange(option.value)}
            onBlur={onBlur}
            ref={i === Math.max(0, chosen) ? focusRef : undefined}
            aria-describedby={describedBy}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}

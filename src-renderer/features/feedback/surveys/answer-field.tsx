/** One question as it is typed in from paper: digits choose. */
import { Input } from 'antd'
import type { KeyboardEvent } from 'react'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import { optionWords } from '#core/reports/survey-rows.ts'
import { ANSWER_LENGTH, type Question } from '#core/survey/question.ts'

type AnswerFieldProps = {
  readonly question: Question
  /** From 1. */
  readonly at: number
  readonly value: string
  readonly error: string | undefined
  readonly onChange: (value: string) => void
}

const isPlain = ({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean => !ctrlKey && !altKey && !metaKey

export function AnswerField({ question, at, value, error, onChange }: AnswerFieldProps) {
  const label = `${at}. ${question.words}`
  const { kind } = question
  if (kind === 'number' || kind === 'text')
    return (
      <Field label={kind === 'number' && question.unit ? `${label}（${question.unit}）` : label} error={error}>
        {(bind) =>
          kind === 'number' ? (
            <Input {...bind} className="survey-number" inputMode="decimal" autoComplete="off" maxLength={14} value={value} onChange={(event) => onChange(event.target.value)} /> // prettier-ignore
          ) : (
            <Input.TextArea {...bind} className="growing survey-words" autoComplete="off" maxLength={ANSWER_LENGTH} value={value} onChange={(event) => onChange(event.target.value)} /> // prettier-ignore
          )
        }
      </Field>
    )
  const places = kind === 'scale' ? question.points : question.options.length
  const chosen = value.split(' ').filter(Boolean)
  const toggle = (digit: string): void =>
    onChange((chosen.includes(digit) ? chosen.filter((one) => one !== digit) : [...chosen, digit]).toSorted().join(' '))
  const press = (event: KeyboardEvent): void => {
    if (!isPlain(event)) return
    if ((event.key === '0' || event.key === 'Backspace') && value !== '') {
      event.preventDefault()
      return onChange('')
    }
    if (!/^[1-9]$/.test(event.key) || Number(event.key) > places) return
    event.preventDefault()
    if (kind === 'several') toggle(event.key)
    else onChange(event.key)
    // Where one stands is what was chosen.
    event.currentTarget.querySelectorAll('input')[Number(event.key) - 1]?.focus()
  }
  const options = Array.from({ length: places }, (_, i) => ({
    value: String(i + 1),
    label: kind === 'scale' ? optionWords(question, i + 1) : `${i + 1} ${question.options[i]!}`,
  }))
  return (
    <div onKeyDown={press}>
      <Field label={label} error={error} group>
        {(bind) =>
          kind === 'several' ? (
            <div className="survey-ticks">
              {options.map((one) => (
                <label key={one.value}>
                  <input type="checkbox" checked={chosen.includes(one.value)} onChange={() => toggle(one.value)} />
                  {one.label}
                </label>
              ))}
            </div>
          ) : (
            <Chips options={options} value={value || undefined} onChange={(next) => onChange(next ?? '')} describedBy={bind['aria-describedby']} /> // prettier-ignore
          )
        }
      </Field>
    </div>
  )
}

/**
 * A box for an amount in yuan: `1,200.50`, `１２００．５元` and `1200元5角` all do. Under it stands how it was understood, on
 * vouchers 大写 too. The form's schema turns it into fen (core/lib/yuan-box.ts).
 */
import { Input } from 'antd'
import { useController, type FieldPath, type FieldValues } from 'react-hook-form'
import { useLanguage } from '#app/text/text.ts'
import { readYuan, yuanText } from '#core/lib/yuan.ts'
import { yuanInWords } from '#core/lib/yuan-in-words.ts'
import { Field } from './field.tsx'
import { useFieldWords } from './use-field-words.ts'

type YuanFieldProps<T extends FieldValues> = {
  readonly name: FieldPath<T>
  readonly label: string
  readonly hint?: string
  readonly optional?: boolean
  readonly beside?: boolean
  /** With 人民币大写, where Chinese is spoken. */
  readonly inWords?: boolean
  readonly onTyped?: (fen: number | null) => void
}

export function YuanField<T extends FieldValues>({
  name,
  label,
  hint,
  optional = false,
  beside = false,
  inWords = false,
  onTyped,
}: YuanFieldProps<T>) {
  const { field, fieldState } = useController<T>({ name })
  const words = useFieldWords()
  const language = useLanguage()
  const read = readYuan(String(field.value ?? ''))
  const understood = read.ok && read.value > 0 ? [`¥${yuanText(read.value)}`, inWords && language === 'zh-CN' && yuanInWords(read.value)].filter(Boolean).join('　') : '' // prettier-ignore
  return (
    <Field
      label={label}
      optional={optional}
      beside={beside}
      error={words(fieldState.error)}
      hint={[understood, hint].filter(Boolean).join(' · ')}
    >
      {(bind) => (
        <Input
          {...bind}
          {...field}
          inputMode="decimal"
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
          onChange={(event) => {
            field.onChange(event.target.value)
            const typed = readYuan(event.target.value)
            onTyped?.(typed.ok ? typed.value : null)
          }}
        />
      )}
    </Field>
  )
}

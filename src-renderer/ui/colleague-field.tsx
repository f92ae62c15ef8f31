/** Who of the station's people: those who are here first; whoever left is no choice. */
import { Select } from 'antd'
import { useController, type FieldPath, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Field } from './field.tsx'
import { useFieldWords } from './use-field-words.ts'

/** As the desk answers it (`colleagues`). */
export type ColleagueChoice = {
  readonly id: string
  readonly name?: string | undefined
  readonly duty?: string | undefined
  readonly presence: 'here' | 'away' | 'left'
  readonly open: number
}

type ColleagueFieldProps<T extends FieldValues> = {
  readonly name: FieldPath<T>
  readonly label: string
  readonly people: readonly ColleagueChoice[] | undefined
  /** Not offered: has it already. */
  readonly except?: string | null
}

export function ColleagueField<T extends FieldValues>({ name, label, people, except }: ColleagueFieldProps<T>) {
  const { t } = useTranslation('cases')
  const { field, fieldState } = useController<T>({ name })
  const words = useFieldWords()
  const options = (people ?? [])
    .filter(({ id, presence }) => presence !== 'left' && id !== except)
    .map(({ id, name: shown = '', duty, presence, open }) => ({
      value: id,
      label: [
        shown,
        duty,
        presence === 'away' && t('staff.away'),
        t('staff.openCases', { count: open, shown: open.toLocaleString('en') }),
      ]
        .filter(Boolean)
        .join(' · '),
    }))
  return (
    <Field label={label} error={words(fieldState.error)}>
      {(bind) => (
        <Select
          {...bind}
          ref={field.ref}
          value={(field.value as string | undefined) || undefined}
          onChange={field.onChange}
          onBlur={field.onBlur}
          options={options}
          notFoundContent={t('staff.nobodyElse')}
          showSearch={{ optionFilterProp: 'label' }}
        />
      )}
    </Field>
  )
}

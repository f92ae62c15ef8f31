/** Leaves of the catalogue for a card: one, or several. */
import { Select } from 'antd'
import { useController, type FieldPath, type FieldValues } from 'react-hook-form'
import { useServices } from '#app/services/services.ts'
import { useLanguage } from '#app/text/text.ts'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'

type CategoriesFieldProps<T extends FieldValues> = {
  readonly name: FieldPath<T>
  readonly label: string
  readonly several?: boolean
}

export function CategoriesField<T extends FieldValues>({ name, label, several = false }: CategoriesFieldProps<T>) {
  const { desk } = useServices()
  const language = useLanguage()
  const choices = useAnswer(() => desk.categoryChoices(language === 'en' ? 'en' : 'zh'), [desk, language])
  const { field } = useController<T>({ name })
  const options = (choices ?? []).map((one) => ({ value: one.id, label: one.words }))
  return (
    <Field label={label} optional>
      {(bind) => (
        <Select
          id={bind.id}
          className="learning-wide"
          ref={field.ref}
          {...(several && { mode: 'multiple' as const })}
          allowClear
          showSearch
          optionFilterProp="label"
          value={field.value === '' ? undefined : (field.value as string | string[] | undefined)}
          options={options}
          onBlur={field.onBlur}
          onChange={(next: string | string[] | undefined) => field.onChange(next ?? (several ? [] : ''))}
        />
      )}
    </Field>
  )
}

/** A level, a group or a leaf of the catalogue: whatever is chosen means everything below it. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useLanguage } from '#app/text/text.ts'
import { useAnswer } from '#app/ui/use-answer.ts'

type CategoryChoiceProps = {
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

export function CategoryChoice({ value, onChange }: CategoryChoiceProps) {
  const { t } = useTranslation('reports')
  const { desk } = useServices()
  const side = useLanguage() === 'en' ? 'en' : 'zh'
  const catalogue = useAnswer(() => desk.categories(), [desk])
  const choices = new Map<string, string>()
  for (const { code, level1, level2, name } of catalogue?.leaves ?? []) {
    choices.set(code.slice(0, 3), level1[side])
    choices.set(code.slice(0, 5), `${level1[side]} › ${level2[side]}`)
    choices.set(code, `${level1[side]} › ${level2[side]} › ${name[side]}`)
  }
  return (
    <Select<string | undefined>
      aria-label={t('filter.category')}
      placeholder={t('filter.category')}
      className="choice"
      popupMatchSelectWidth={false}
      allowClear={{ clearIcon: <span aria-hidden="true">×</span> }}
      showSearch={{ optionFilterProp: 'label' }}
      value={value}
      options={[...choices]
        .map(([code, label]) => ({ value: code, label }))
        .toSorted((a, b) => (a.value < b.value ? -1 : 1))}
      onChange={onChange}
    />
  )
}

/** Who of them: only what the chosen kind of people has. */
import { useTranslation } from 'react-i18next'
import type { PlaceHit } from '#app/services/desk-types.ts'
import { useLanguage } from '#app/text/text.ts'
import { DayInput } from '#app/ui/day-input.tsx'
import { Field } from '#app/ui/field.tsx'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { MARKS, TIERS } from '#core/person/marks.ts'
import { MEMBER_KINDS } from '#core/provider/member.ts'
import { EN_DIRECTORY, ZH_DIRECTORY } from '#core/provider/words.ts'
import { SelectLine } from './select-line.tsx'
import type { TypedPeople } from './typed-people.ts'

type PopulationFilterProps = {
  readonly typed: TypedPeople
  readonly providers: readonly { readonly id: string; readonly name: string }[]
  readonly areas: readonly PlaceHit[]
  /** Beginning of the codes → name. */
  readonly groups: readonly (readonly [string, string])[]
  readonly onChange: (part: Partial<TypedPeople>) => void
}
type Chosen = 'provider' | 'serviceType' | 'category' | 'place' | 'mark' | 'tier' | 'memberKind'

export function PopulationFilter({ typed, providers, areas, groups, onChange }: PopulationFilterProps) {
  const { t } = useTranslation(['surveys', 'codes', 'residents'])
  const words = useLanguage() === 'en' ? EN_DIRECTORY : ZH_DIRECTORY
  const choice = (name: Chosen, label: string, options: readonly { readonly value: string; readonly label: string }[]) => (
    <SelectLine
      label={label}
      value={typed[name]}
      none={t('surveys:people.any')}
      options={options}
      onChange={(value) => onChange({ [name]: value })}
    />
  ) // prettier-ignore
  const day = (name: 'caseFrom' | 'caseUntil', label: string) => (
    <Field label={label}>
      {
        (bind) =>
        <DayInput bind={bind} focusRef={() => undefined} onBlur={() => undefined} value={typed[name]} onChange={(value) => onChange({ [name]: value ?? '' })} /> // prettier-ignore
      }
    </Field>
  )
  const provider = choice('provider', t('surveys:people.provider'), providers.map(({ id, name }) => ({ value: id, label: name }))) // prettier-ignore
  const place = choice('place', t('surveys:people.place'), areas.map(({ id, words: shown, name }) => ({ value: id, label: shown || name }))) // prettier-ignore
  if (typed.of === 'cases')
    return (
      <>
        <div className="survey-halves">
          {day('caseFrom', t('surveys:people.from'))}
          {day('caseUntil', t('surveys:people.until'))}
        </div>
        <div className="survey-halves">
          {choice('serviceType', t('surveys:people.serviceType'), SERVICE_TYPES.map((value) => ({ value, label: t(`codes:serviceType.${value}`) })))}
          {provider}
          {place}
          {choice('category', t('surveys:people.category'), groups.map(([value, label]) => ({ value, label })))}
        </div>
      </>
    ) // prettier-ignore
  if (typed.of === 'residents')
    return (
      <div className="survey-halves">
        {place}
        {choice('mark', t('surveys:people.marks'), MARKS.map((value) => ({ value, label: t(`residents:mark.${value}`) })))}
        {choice('tier', t('surveys:people.tier'), TIERS.map((value) => ({ value, label: t(`residents:tier.${value}`) })))}
      </div>
    ) // prettier-ignore
  return (
    <div className="survey-halves">
      {choice('memberKind', t('surveys:people.memberKind'), MEMBER_KINDS.map((value) => ({ value, label: words.memberKind[value] })))}
      {provider}
    </div>
  ) // prettier-ignore
}

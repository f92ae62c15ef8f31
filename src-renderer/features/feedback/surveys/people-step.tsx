/** 对象: whom, how many, by which strata; how many there are is counted while it is typed. After the draw most of it stands. */
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RunCode, SurveyView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useLanguage } from '#app/text/text.ts'
import { Chips } from '#app/ui/chips.tsx'
import { DayInput } from '#app/ui/day-input.tsx'
import { Field } from '#app/ui/field.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { SaveTrouble } from '#app/ui/save-trouble.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { POPULATIONS, STRATA_OF, STRATA_SHARES } from '#core/survey/codes.ts'
import { PopulationCount } from './population-count.tsx'
import { PopulationFilter } from './population-filter.tsx'
import { SelectLine } from './select-line.tsx'
import { changeOf, typedPeople, type TypedPeople } from './typed-people.ts'

type TextName = 'title' | 'purpose' | 'size' | 'seed' | 'interviewers'
type DayName = 'from' | 'until'

export function PeopleStep({ view: { survey, draw } }: { readonly view: SurveyView }) {
  const { t } = useTranslation('surveys')
  const { desk } = useServices()
  const language = useLanguage()
  const [typed, setTyped] = useState<TypedPeople>(() => typedPeople(survey))
  const [trouble, setTrouble] = useState<RunCode | null>(null)
  const [said, setSaid] = useState('')
  const providers = useAnswer(() => desk.providers(), [desk]) ?? []
  const areas = useAnswer(() => desk.areas(), [desk]) ?? []
  const catalogue = useAnswer(() => desk.categories(), [desk])
  const fixed = draw !== null
  const change = (part: Partial<TypedPeople>): void => {
    setTyped({ ...typed, ...part })
    setSaid('')
    setTrouble(null)
  }
  const save = async (): Promise<void> => {
    const input = changeOf(typed, survey.id)
    if (!input) return setSaid(t('people.wrong'))
    const saved = await desk.run({ name: 'change-survey', input })
    if (saved.ok) setSaid(t('people.saved'))
    else if (saved.error.kind === 'refused' && saved.error.refusal.code === 'nothing-changed')
      setSaid(t('people.saved'))
    else setTrouble(saved.error)
  }
  useKeys([{ key: 'Ctrl+Enter', label: t('people.save'), run: () => void save() }])
  const line = (name: TextName, max: number, hint?: string, disabled = false) => (
    <Field label={t(`people.${name}`)} hint={hint}>
      {
        (bind) =>
        <Input {...bind} autoComplete="off" maxLength={max} disabled={disabled} value={typed[name]} onChange={(event) => change({ [name]: event.target.value })} /> // prettier-ignore
      }
    </Field>
  )
  const day = (name: DayName, label: string) => (
    <Field label={label}>
      {
        (bind) =>
        <DayInput bind={bind} focusRef={() => undefined} onBlur={() => undefined} value={typed[name]} onChange={(value) => change({ [name]: value ?? '' })} /> // prettier-ignore
      }
    </Field>
  )
  const strata = STRATA_OF[typed.of]
  const by = strata.includes(typed.by) ? typed.by : 'none'
  const groups = new Map(catalogue?.leaves.map(({ code, level1, level2 }) => [code.slice(0, 5), `${level1[language === 'en' ? 'en' : 'zh']} / ${level2[language === 'en' ? 'en' : 'zh']}`])) // prettier-ignore
  return (
    <form className="survey-columns even" autoComplete="off" noValidate onSubmit={(event) => event.preventDefault()}>
      <div className="card survey-form">
        {fixed && <p className="muted small">{t('people.fixed')}</p>}
        <fieldset disabled={fixed}>
          <Field label={t('people.of')} group>
            {() => (
              <Chips
                options={POPULATIONS.map((value) => ({ value, label: t(`people.kind.${value}`) }))}
                value={typed.of}
                onChange={(of) => change({ of })}
              />
            )}
          </Field>
          <PopulationFilter typed={typed} providers={providers} areas={areas} groups={[...groups]} onChange={change} />
          <div className="survey-halves">
            {line('size', 4, undefined, fixed)}
            {line('seed', 10, t('people.seedHint'), fixed)}
          </div>
          <div className="survey-halves">
            <SelectLine
              label={t('people.strata')}
              value={by}
              options={strata.map((value) => ({ value, label: t(`people.strataBy.${value}`) }))}
              onChange={(value) => change({ by: value as TypedPeople['by'] })}
            />
            {by !== 'none' && (
              <SelectLine
                label={t('people.share')}
                value={typed.share}
                options={STRATA_SHARES.map((value) => ({ value, label: t(`people.shares.${value}`) }))}
                onChange={(value) => change({ share: value as TypedPeople['share'] })}
              />
            )}
          </div>
        </fieldset>
        {!fixed && <PopulationCount typed={typed} />}
      </div>
      <div className="card survey-form">
        {line('title', 100)}
        {line('purpose', 1_000)}
        <div className="survey-halves">
          {day('from', t('people.visitFrom'))}
          {day('until', t('people.visitUntil'))}
        </div>
        {line('interviewers', 600, t('people.interviewersHint'))}
        {trouble && <SaveTrouble problem={trouble} />}
        <div className="row">
          <Button type="primary" onClick={() => void save()}>
            {t('people.save')}
            <Kbd keys="Ctrl ↵" />
          </Button>
          <span role="status">{said}</span>
        </div>
      </div>
    </form>
  )
}

import { Input } from 'antd'
import { useController, useWatch, type FieldPath } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { DayInput } from '#app/ui/day-input.tsx'
import { Field } from '#app/ui/field.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import type { SavePerson } from '#core/intake/save-person.ts'
import { checkPhone } from '#core/lib/phone.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { GENDERS, LEFT, NEEDS, RESIDENCES } from '#core/person/fields.ts'
import { checkIdNumber } from '#core/person/id-number.ts'
import { MARKS, suggestedTier, TIERS } from '#core/person/marks.ts'
import { PlaceField } from './place-field.tsx'
import { TwinWarning } from './twin-warning.tsx'

export type PersonFormContext = {
  readonly start: Partial<SavePerson>
  /** The entry that is corrected; no twin of itself. */
  readonly except: string | null
  /** The kept 身份证号, masked; '' for none. */
  readonly keptId: string
  readonly id: string | null
  /** The case that somebody is registered from; '' for none. */
  readonly from: string
}

export function PersonFields({ context }: { context: PersonFormContext }) {
  const { t } = useTranslation('residents')
  return (
    <>
      {context.from !== '' && <p className="small muted">{t('form.fromCase')}</p>}
      <WordsField<SavePerson> name="name" label={t('form.name')} max={80} />
      <PhoneField name="phone" label={t('form.phone')} />
      <TwinWarning except={context.except} from={context.from} />
      <PlaceField />
      <BirthField />
      <ChoiceField<SavePerson>
        name="gender"
        label={t('form.gender')}
        optional
        options={GENDERS.map((value) => ({ value, label: t(`gender.${value}`) }))}
      />
      <SeveralField name="marks" label={t('form.marks')} hint={t('form.marksHint')} values={MARKS} word="mark" />
      <TierField />
      {context.id === null && (
        <ChoiceField<SavePerson, boolean>
          name="newHousehold"
          label={t('form.household')}
          optional
          options={[
            { value: false, label: t('form.noHousehold') },
            { value: true, label: t('form.newHousehold') },
          ]}
        />
      )}
      <details className="person-more" open={context.id !== null}>
        <summary>{t('form.more')}</summary>
        <PhoneField name="otherPhone" label={t('form.otherPhone')} />
        <IdField keptId={context.keptId} />
        <ChoiceField<SavePerson>
          name="residence"
          label={t('form.residence')}
          optional
          options={RESIDENCES.map((value) => ({ value, label: t(`residence.${value}`) }))}
        />
        <SeveralField name="needs" label={t('form.needs')} values={NEEDS} word="need" />
        <WordsField<SavePerson> name="guardian" label={t('form.guardian')} optional max={80} />
        <PhoneField name="guardianPhone" label={t('form.guardianPhone')} />
        <WordsField<SavePerson> name="note" label={t('form.note')} optional rows={2} max={2_000} />
        <ChoiceField<SavePerson>
          name="left"
          label={t('form.left')}
          optional
          options={[
            { value: '', label: t('form.stillHere') },
            ...LEFT.map((value) => ({ value, label: t(`leftWord.${value}`) })),
          ]}
        />
      </details>
    </>
  )
}

/** What is wrong with a number is said while it stands there, not only when it is saved. */
function PhoneField({
  name,
  label,
}: {
  readonly name: 'phone' | 'otherPhone' | 'guardianPhone'
  readonly label: string
}) {
  const { t } = useTranslation('residents')
  const { field, fieldState } = useController<SavePerson>({ name })
  const words = useFieldWords()
  const checked = checkPhone(String(field.value ?? ''))
  const wrong = checked.ok ? undefined : t(`phoneProblem.${checked.error}`)
  const error = fieldState.error ? (wrong ?? words(fieldState.error)) : fieldState.isTouched ? wrong : undefined
  return (
    <Field label={label} optional error={error}>
      {(bind) => (
        <Input
          {...bind}
          {...field}
          value={String(field.value ?? '')}
          autoComplete="off"
          spellCheck={false}
          maxLength={40}
          inputMode="tel"
        />
      )}
    </Field>
  )
}

function BirthField() {
  const { t } = useTranslation('residents')
  const { field, fieldState } = useController<SavePerson, 'birthDate'>({ name: 'birthDate' })
  const words = useFieldWords()
  return (
    <Field label={t('form.birthDate')} optional error={words(fieldState.error)}>
      {(bind) => (
        <DayInput
          bind={bind}
          focusRef={field.ref}
          onBlur={field.onBlur}
          value={field.value || undefined}
          onChange={(day) => field.onChange(day ?? '')}
        />
      )}
    </Field>
  )
}

/** The exact reason, sign by sign; birth and gender are filled from a good number. */
function IdField({ keptId }: { readonly keptId: string }) {
  const { t } = useTranslation('residents')
  const { clock } = useServices()
  const { field, fieldState } = useController<SavePerson, 'idNumber'>({ name: 'idNumber' })
  const birth = useController<SavePerson, 'birthDate'>({ name: 'birthDate' }).field
  const gender = useController<SavePerson, 'gender'>({ name: 'gender' }).field
  const words = useFieldWords()
  const typed = field.value ?? ''
  const isRemoval = typed === '-'
  const checked = typed === '' || isRemoval ? null : checkIdNumber(typed, dayOf(momentOf(clock())))
  const problem = checked && !checked.ok ? checked.error : null
  const said = problem
    ? problem.code === 'wrong-length' && problem.length === 15
      ? t('idProblem.old-length')
      : t(`idProblem.${problem.code}`, problem as Record<string, unknown>)
    : undefined
  const shown = fieldState.isTouched || typed.replace(/\s/g, '').length >= 18 || fieldState.error !== undefined
  const type = (next: string): void => {
    field.onChange(next)
    const good = checkIdNumber(next, dayOf(momentOf(clock())))
    if (!good.ok) return
    birth.onChange(good.value.birthDate)
    gender.onChange(good.value.gender)
  }
  return (
    <>
      <Field
        label={t('form.idNumber')}
        optional
        error={shown ? (said ?? words(fieldState.error)) : undefined}
        hint={
          checked?.ok
            ? t('form.idGood', { birth: checked.value.birthDate, gender: t(`gender.${checked.value.gender}`) })
            : keptId === ''
              ? t('form.idHint')
              : t('form.idKept', { number: keptId })
        }
      >
        {(bind) => (
          <Input
            {...bind}
            ref={field.ref}
            name={field.name}
            value={isRemoval ? '' : typed}
            disabled={isRemoval}
            onChange={(event) => type(event.target.value)}
            onBlur={field.onBlur}
            autoComplete="off"
            spellCheck={false}
            maxLength={30}
          />
        )}
      </Field>
      {keptId !== '' && (
        <label className="field">
          <input
            type="checkbox"
            checked={isRemoval}
            onChange={(event) => field.onChange(event.target.checked ? '-' : '')}
          />{' '}
          {t('form.idRemove')}
        </label>
      )}
      {typed !== '' && !isRemoval && (
        <WordsField<SavePerson> name="idReason" label={t('form.idReason')} hint={t('form.idReasonHint')} max={100} />
      )}
    </>
  )
}

function TierField() {
  const { t } = useTranslation('residents')
  const marks = useWatch<SavePerson, 'marks'>({ name: 'marks' }) ?? []
  const suggested = suggestedTier(marks)
  return (
    <ChoiceField<SavePerson>
      name="tier"
      label={t('form.tier')}
      optional
      options={[
        {
          value: '',
          label: suggested
            ? t('form.tierSuggested', { tier: t(`tier.${suggested}`), rule: t(`tierRule.${suggested}`) })
            : t('form.tierNone'),
        },
        ...TIERS.map((value) => ({ value, label: t(`tier.${value}`), hint: t(`tierRule.${value}`) })),
      ]}
    />
  )
}

type SeveralProps = {
  readonly name: Extract<FieldPath<SavePerson>, 'marks' | 'needs'>
  readonly label: string
  readonly hint?: string
  readonly values: readonly string[]
  readonly word: 'mark' | 'need'
}

/** Any number of them: they look like the other choices, and each is a checkbox. */
function SeveralField({ name, label, hint, values, word }: SeveralProps) {
  const { t } = useTranslation('residents')
  const { field } = useController<SavePerson>({ name })
  const chosen = (field.value as readonly string[] | undefined) ?? []
  const toggle = (one: string): void =>
    field.onChange(values.filter((value) => (value === one ? !chosen.includes(one) : chosen.includes(value))))
  return (
    <Field label={label} optional group {...(hint !== undefined && { hint })}>
      {(bind) => (
        <div className="chips">
          {values.map((one) => (
            <label key={one}>
              <input
                type="checkbox"
                checked={chosen.includes(one)}
                onChange={() => toggle(one)}
                onBlur={field.onBlur}
                aria-describedby={bind['aria-describedby']}
              />
              <span>
                {word === 'mark'
                  ? t(`mark.${one as (typeof MARKS)[number]}`)
                  : t(`need.${one as (typeof NEEDS)[number]}`)}
              </span>
            </label>
          ))}
        </div>
      )}
    </Field>
  )
}

/**
 * 诉求人: "您贵姓，电话多少？" in one line. Whoever asked before is found by characters, pinyin or initials, and brings
 * phone and address along; taking the whole number over leaves a trace, as 查看号码 does.
 */
import { Input } from 'antd'
import { useId, useState, type KeyboardEvent } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { useComposing, useSettled } from '#app/ui/use-settled.ts'
import { RELATIONS } from '#core/case-file/intake-codes.ts'
import type { RequestValues } from './blank-request.ts'

/** A pause in typing: shorter than anybody notices, longer than a fast typist's gap. */
const PAUSE_MS = 120
const SHOWN = 5

const CAPACITIES = ['self', 'other', 'unit', 'anonymous'] as const
type Capacity = (typeof CAPACITIES)[number]

export function Requester() {
  const { t } = useTranslation(['intake', 'codes'])
  const words = useFieldWords()
  const { setValue, control } = useFormContext<RequestValues>()
  const phone = useController<RequestValues, 'requesterPhone'>({ name: 'requesterPhone' })
  const name = useController<RequestValues, 'requesterName'>({ name: 'requesterName' })
  const other = useController<RequestValues, 'forWhom'>({ name: 'forWhom' })
  const unit = useController<RequestValues, 'requesterUnit'>({ name: 'requesterUnit' })
  const relation = useController<RequestValues, 'relation'>({ name: 'relation' })
  const [kind, anonymous, openReason] = useWatch({ control, name: ['requestKind', 'anonymous', 'openReason'] })
  const capacity: Capacity = anonymous
    ? 'anonymous'
    : unit.field.value !== undefined
      ? 'unit'
      : other.field.value === undefined
        ? 'self'
        : 'other'
  const choose = (chosen: Capacity): void => {
    setValue('anonymous', chosen === 'anonymous', { shouldDirty: true })
    setValue('forWhom', chosen === 'other' ? (other.field.value ?? '') : undefined, { shouldDirty: true })
    if (chosen !== 'other') setValue('relation', undefined)
    setValue('requesterUnit', chosen === 'unit' ? (unit.field.value ?? '') : undefined, { shouldDirty: true })
  }
  const error = anonymous
    ? undefined
    : (words(name.fieldState.error) ??
      words(phone.fieldState.error) ??
      words(other.fieldState.error) ??
      words(unit.fieldState.error))
  return (
    <Field
      label={t('intake:requester')}
      beside
      error={error}
      {...(kind === 'report' && openReason === undefined && { hint: t('intake:confidential') })}
    >
      {(bind) => (
        <>
          <div className="requester-line">
            <NameField bind={bind} off={anonymous} isUnit={capacity === 'unit'} />
            <Input
              {...phone.field}
              aria-label={t('intake:requesterPhone')}
              placeholder={t('intake:requesterPhone')}
              inputMode="tel"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              disabled={anonymous}
            />
            <div role="group" aria-label={t('intake:capacity')}>
              <Chips
                options={CAPACITIES.map((value) => ({ value, label: t(`intake:capacities.${value}`) }))}
                value={capacity}
                onChange={choose}
              />
            </div>
          </div>
          {capacity === 'other' && (
            <div className="for-whom">
              <Input
                {...other.field}
                value={other.field.value ?? ''}
                status={other.fieldState.error ? 'error' : ''}
                aria-label={t('intake:forWhom')}
                placeholder={t('intake:forWhomHint')}
                autoComplete="off"
                spellCheck={false}
                maxLength={80}
              />
              <span className="muted small">{t('intake:relation')}</span>
              <div role="group" aria-label={t('intake:relation')}>
                <Chips
                  options={RELATIONS.map((value) => ({ value, label: t(`codes:relation.${value}`) }))}
                  value={relation.field.value}
                  onChange={relation.field.onChange}
                />
              </div>
            </div>
          )}
          {capacity === 'unit' && (
            <Input
              {...unit.field}
              value={unit.field.value ?? ''}
              className="for-whom"
              status={unit.fieldState.error ? 'error' : ''}
              aria-label={t('intake:unit')}
              placeholder={t('intake:unit')}
              autoComplete="off"
              spellCheck={false}
              maxLength={120}
            />
          )}
        </>
      )}
    </Field>
  )
}

type NameFieldProps = {
  readonly bind: {
    readonly id: string
    readonly 'aria-describedby': string
    readonly 'aria-invalid': boolean
    readonly status: 'error' | ''
  }
  readonly off: boolean
  /** The name is that of a unit's contact person. */
  readonly isUnit: boolean
}

/** An input with a list of known people below it: ↓↑ and Enter choose, Esc closes the list and nothing else. */
function NameField({ bind, off, isUnit }: NameFieldProps) {
  const { t } = useTranslation(['intake', 'residents'])
  const { desk } = useServices()
  const { getValues, setValue, setFocus } = useFormContext<RequestValues>()
  const { field } = useController<RequestValues, 'requesterName'>({ name: 'requesterName' })
  const list = useId()
  const composing = useComposing()
  // Opened by typing only: a name that is already there needs no suggestions.
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState<number | null>(null)
  const typed = field.value.trim()
  const asked = useSettled(typed, typed, PAUSE_MS)
  const found = useAnswer(() => (asked === '' ? Promise.resolve(NOBODY) : desk.findPeople(asked, SHOWN)), [desk, asked])
  const people = found ?? NOBODY
  const shown = open && !composing && typed !== '' && asked === typed && people.length > 0
  // The last line keeps what was typed. Letters are no name: there the first person found is the likeliest.
  const last = people.length
  const at = active ?? (/^[a-z\s]+$/i.test(typed) ? 0 : -1)

  const close = (): void => {
    setOpen(false)
    setActive(null)
  }
  const take = async ({ id, name }: PersonRow): Promise<void> => {
    close()
    setValue('requesterName', name, { shouldDirty: true, shouldValidate: bind['aria-invalid'] })
    const known = await desk.requester(id)
    if (!known) return
    setValue('person', known.person ?? undefined, { shouldDirty: true })
    if (known.phone) {
      setValue('requesterPhone', known.phone, { shouldDirty: true })
      const { person, lastCase } = known
      if (person) void desk.run({ name: 'record-person-viewing', input: { person, what: 'phone' } })
      else void desk.run({ name: 'record-viewing', input: { case: lastCase, what: 'phone' } })
    }
    const { place, placeOfPerson } = getValues()
    if (known.place && (place.trim() === '' || place === placeOfPerson)) {
      setValue('place', known.place, { shouldDirty: true })
      setValue('placeOfPerson', known.place, { shouldDirty: true })
      setValue('placeId', known.placeId ?? undefined, { shouldDirty: true })
    }
  }
  const pick = (index: number): void => {
    const person = people[index]
    if (person) return void take(person)
    close()
    setFocus('requesterPhone')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!shown || event.nativeEvent.isComposing || event.ctrlKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setActive(Math.max(0, Math.min(last, at + step)))
    else if (event.key === 'Enter' && at >= 0) pick(at)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  return (
    <div className="name-field">
      <Input
        {...bind}
        {...field}
        role="combobox"
        aria-expanded={shown}
        aria-autocomplete="list"
        aria-controls={list}
        {...(shown && at >= 0 && { 'aria-activedescendant': `${list}-${at}` })}
        placeholder={isUnit ? t('intake:contactPerson') : t('intake:requesterName')}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        disabled={off}
        onChange={(event) => {
          field.onChange(event)
          // Another name is another person, until one is chosen again.
          if (getValues('person') !== undefined) setValue('person', undefined, { shouldDirty: true })
          setOpen(true)
          setActive(null)
        }}
        onBlur={() => {
          field.onBlur()
          close()
        }}
        onKeyDown={onKeyDown}
      />
      {shown && (
        // The mouse must not take the focus from the input: that would close the list before it is clicked.
        <ul
          id={list}
          role="listbox"
          aria-label={t('intake:knownPeople')}
          onMouseDown={(event) => event.preventDefault()}
        >
          {people.map((person, i) => (
            <li key={person.id} id={`${list}-${i}`} role="option" aria-selected={i === at} onClick={() => pick(i)}>
              <b>{person.name}</b>{' '}
              <span className="muted small">
                {[
                  person.age !== null && t('intake:age', { age: person.age }),
                  person.phoneTail && t('intake:tail', { tail: person.phoneTail }),
                  person.place,
                  person.cases > 0 && t('intake:asked', { count: person.cases }),
                  ...person.marks.map((mark) => t(`residents:mark.${mark}`)),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
          <li id={`${list}-${last}`} role="option" aria-selected={at === last} onClick={() => pick(last)}>
            {t('intake:newPerson', { name: typed })}
          </li>
        </ul>
      )}
    </div>
  )
}

const NOBODY: readonly PersonRow[] = []

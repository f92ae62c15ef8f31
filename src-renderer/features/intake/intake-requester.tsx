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
import type { RequestValues } from './blank-request.ts'

/** A pause in typing: shorter than anybody notices, longer than a fast typist's gap. */
const PAUSE_MS = 120
const SHOWN = 5

const CAPACITIES = ['self', 'other', 'anonymous'] as const
type Capacity = (typeof CAPACITIES)[number]

export function Requester() {
  const { t } = useTranslation('intake')
  const words = useFieldWords()
  const { setValue, control } = useFormContext<RequestValues>()
  const phone = useController<RequestValues, 'requesterPhone'>({ name: 'requesterPhone' })
  const name = useController<RequestValues, 'requesterName'>({ name: 'requesterName' })
  const other = useController<RequestValues, 'forWhom'>({ name: 'forWhom' })
  const [kind, anonymous] = useWatch({ control, name: ['requestKind', 'anonymous'] })
  const capacity: Capacity = anonymous ? 'anonymous' : other.field.value === undefined ? 'self' : 'other'
  const choose = (chosen: Capacity): void => {
    setValue('anonymous', chosen === 'anonymous', { shouldDirty: true })
    setValue('forWhom', chosen === 'other' ? (other.field.value ?? '') : undefined, { shouldDirty: true })
  }
  const error = anonymous
    ? undefined
    : (words(name.fieldState.error) ?? words(phone.fieldState.error) ?? words(other.fieldState.error))
  return (
    <Field label={t('requester')} beside error={error} {...(kind === 'report' && { hint: t('confidential') })}>
      {(bind) => (
        <>
          <div className="requester-line">
            <NameField bind={bind} off={anonymous} />
            <Input
              {...phone.field}
              aria-label={t('requesterPhone')}
              placeholder={t('requesterPhone')}
              inputMode="tel"
              autoComplete="off"
              spellCheck={false}
              maxLength={40}
              disabled={anonymous}
            />
            <div role="group" aria-label={t('capacity')}>
              <Chips
                options={CAPACITIES.map((value) => ({ value, label: t(`capacities.${value}`) }))}
                value={capacity}
                onChange={choose}
              />
            </div>
          </div>
          {capacity === 'other' && (
            <Input
              {...other.field}
              value={other.field.value ?? ''}
              className="for-whom"
              status={other.fieldState.error ? 'error' : ''}
              aria-label={t('forWhom')}
              placeholder={t('forWhomHint')}
              autoComplete="off"
              spellCheck={false}
              maxLength={80}
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
}

/** An input with a list of known people below it: ↓↑ and Enter choose, Esc closes the list and nothing else. */
function NameField({ bind, off }: NameFieldProps) {
  const { t } = useTranslation('intake')
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
  const found = useAnswer(
    () =>
      asked === '' ? Promise.resolve(NOBODY) : desk.people({ search: asked, sort: 'last', offset: 0, limit: SHOWN }),
    [desk, asked],
  )
  const people = found?.rows ?? []
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
    if (known.phone) {
      setValue('requesterPhone', known.phone, { shouldDirty: true })
      void desk.run({ name: 'record-viewing', input: { case: known.lastCase, what: 'phone' } })
    }
    const { place, placeOfPerson } = getValues()
    if (known.place && (place.trim() === '' || place === placeOfPerson)) {
      setValue('place', known.place, { shouldDirty: true })
      setValue('placeOfPerson', known.place, { shouldDirty: true })
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
        placeholder={t('requesterName')}
        autoComplete="off"
        spellCheck={false}
        maxLength={80}
        disabled={off}
        onChange={(event) => {
          field.onChange(event)
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
        <ul id={list} role="listbox" aria-label={t('knownPeople')} onMouseDown={(event) => event.preventDefault()}>
          {people.map((person, i) => (
            <li key={person.id} id={`${list}-${i}`} role="option" aria-selected={i === at} onClick={() => pick(i)}>
              <b>{person.name}</b>{' '}
              <span className="muted small">
                {[
                  person.phoneTail && t('tail', { tail: person.phoneTail }),
                  person.place,
                  t('asked', { count: person.cases }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          ))}
          <li id={`${list}-${last}`} role="option" aria-selected={at === last} onClick={() => pick(last)}>
            {t('newPerson', { name: typed })}
          </li>
        </ul>
      )}
    </div>
  )
}

const NOBODY = { rows: [] as readonly PersonRow[], total: 0 }

/** An address, typed; the places that it names are offered, and choosing one ties the person to the tree. */
import { Input } from 'antd'
import { useId, useState, type KeyboardEvent } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PlaceHit } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { useSettled } from '#app/ui/use-settled.ts'
import type { SavePerson } from '#core/intake/save-person.ts'

const PAUSE_MS = 120
const OFFERED = 8

export function PlaceField() {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const { field, fieldState } = useController<SavePerson, 'placeWords'>({ name: 'placeWords' })
  const place = useController<SavePerson, 'place'>({ name: 'place' }).field
  const words = useFieldWords()
  const list = useId()
  const [isOpen, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const typed = useSettled(field.value ?? '', field.value ?? '', PAUSE_MS)
  const found = useAnswer(async () => ({ of: typed, hits: isOpen ? await desk.findPlaces(typed, OFFERED) : [] }), [desk, typed, isOpen]) // prettier-ignore
  const chosen = useAnswer(() => (place.value ? desk.placeOf(place.value) : Promise.resolve(null)), [desk, place.value])
  // What was found for other words is not offered: Enter would take it.
  const isFresh = isOpen && place.value === '' && found?.of === field.value
  const hits = isFresh ? found.hits : []

  const choose = (hit: PlaceHit): void => {
    field.onChange(hit.words)
    place.onChange(hit.id)
    // A building leads on to its doors.
    setOpen(false)
    setAt(-1)
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || hits.length === 0) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      setAt((at + (event.key === 'ArrowDown' ? 1 : hits.length)) % hits.length)
    } else if (event.key === 'Enter' && !event.ctrlKey && hits[at]) {
      event.preventDefault()
      choose(hits[at])
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      setOpen(false)
    }
  }
  const hint = chosen ? t('form.placeChosen', { place: chosen.words }) : (field.value ?? '') !== '' && !isOpen ? t('form.placeFree') : t('form.placeHint') // prettier-ignore
  return (
    <Field label={t('form.place')} optional error={words(fieldState.error)} hint={hint}>
      {(bind) => (
        <div className="place-field">
          <Input
            {...bind}
            ref={field.ref}
            name={field.name}
            role="combobox"
            aria-expanded={hits.length > 0}
            aria-controls={list}
            aria-activedescendant={hits[at] ? `${list}-${at}` : undefined}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={field.value ?? ''}
            onChange={(event) => {
              field.onChange(event.target.value)
              place.onChange('')
              setOpen(true)
              setAt(-1)
            }}
            onKeyDown={press}
            onBlur={() => {
              setOpen(false)
              field.onBlur()
            }}
          />
          {hits.length > 0 && (
            <ul id={list} role="listbox" aria-label={t('form.place')}>
              {hits.map((hit, i) => (
                <li
                  key={hit.id}
                  id={`${list}-${i}`}
                  role="option"
                  aria-selected={i === at}
                  onPointerDown={(event) => {
                    event.preventDefault()
                    choose(hit)
                  }}
                >
                  {hit.words}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </Field>
  )
}

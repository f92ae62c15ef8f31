/** 地点: typed as it is said; the places of the tree that it names are offered. Says so while it is the resident's address. */
import { Input } from 'antd'
import { useId, useState, type KeyboardEvent } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PlaceHit } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { useComposing, useSettled } from '#app/ui/use-settled.ts'
import type { RequestValues } from './blank-request.ts'

const PAUSE_MS = 120
const OFFERED = 6
const NOTHING: readonly PlaceHit[] = []

export function PlaceField() {
  const { t } = useTranslation('intake')
  const { desk } = useServices()
  const words = useFieldWords()
  const list = useId()
  const composing = useComposing()
  const { setValue } = useFormContext<RequestValues>()
  const { field, fieldState } = useController<RequestValues, 'place'>({ name: 'place' })
  const [ofPerson, placeId] = useWatch<RequestValues, ['placeOfPerson', 'placeId']>({
    name: ['placeOfPerson', 'placeId'],
  })
  // Opened by typing only: a place that came with somebody needs no offers.
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState(-1)
  const typed = useSettled(field.value, field.value, PAUSE_MS)
  const asks = open && typed.trim() !== ''
  const found = useAnswer(
    () => (asks ? desk.findPlaces(typed, OFFERED) : Promise.resolve(NOTHING)),
    [desk, typed, asks],
  )
  const hits = asks && !composing && placeId === undefined ? (found ?? NOTHING) : NOTHING

  const close = (): void => {
    setOpen(false)
    setAt(-1)
  }
  const choose = (hit: PlaceHit): void => {
    setValue('place', hit.words, { shouldDirty: true })
    setValue('placeId', hit.id, { shouldDirty: true })
    close()
  }
  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || hits.length === 0 || event.ctrlKey || event.altKey) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined) setAt(Math.max(-1, Math.min(hits.length - 1, at + step)))
    else if (event.key === 'Enter' && hits[at]) choose(hits[at])
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  const note = field.value !== '' && field.value === ofPerson ? t('placeOfPerson') : placeId ? t('placeOfTree') : ''
  return (
    <Field label={t('place')} beside error={words(fieldState.error)}>
      {(bind) => (
        <div className="name-field">
          <Input
            {...bind}
            {...field}
            role="combobox"
            aria-expanded={hits.length > 0}
            aria-autocomplete="list"
            aria-controls={list}
            {...(hits[at] && { 'aria-activedescendant': `${list}-${at}` })}
            placeholder={t('placeHint')}
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            onChange={(event) => {
              field.onChange(event)
              if (placeId !== undefined) setValue('placeId', undefined, { shouldDirty: true })
              setOpen(true)
              setAt(-1)
            }}
            onBlur={() => {
              field.onBlur()
              close()
            }}
            onKeyDown={press}
            suffix={note ? <span className="muted small">{note}</span> : <span />}
          />
          {hits.length > 0 && (
            // The mouse must not take the focus from the input: that would close the list before it is clicked.
            <ul id={list} role="listbox" aria-label={t('knownPlaces')} onMouseDown={(event) => event.preventDefault()}>
              {hits.map((hit, i) => (
                <li key={hit.id} id={`${list}-${i}`} role="option" aria-selected={i === at} onClick={() => choose(hit)}>
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

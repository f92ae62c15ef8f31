/** 登记检查, in the order of the printed checklist: its digits are keys here, and the next point gets the focus. */
import { Button, Select } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { HaveView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useLanguage } from '#app/text/text.ts'
import { Chips } from '#app/ui/chips.tsx'
import { Field } from '#app/ui/field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, DayField, WordsField } from '#app/ui/form-fields.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { useProblemWords } from '#app/ui/use-problem-words.ts'
import { CHECK_HAVE, type CheckHave } from '#core/follow-up/check-have.ts'
import { CARRIERS, POINT_STATES, type PointState } from '#core/have/codes.ts'
import { MOST_PHOTOS } from '#core/have/fields.ts'
import { POINTS } from '#core/have/points.ts'
import { addDays, type Day } from '#core/lib/time.ts'
import { keepPhotos, type PhotoProblem } from './keep-photos.ts'

export type TypedCheck = CheckHave
export type CheckContext = {
  readonly view: HaveView
  readonly topics: readonly { readonly id: string; readonly title: string }[]
  readonly user: string
  readonly today: Day
}

/** Quarterly, as somebody who walks the neighbourhood would. */
const NEXT_LOOK_DAYS = 90

/** Who carries it and by what authority seldom changes: taken over from the last check. Points never are. */
export const checkForm: FormSpec<CheckContext> = {
  schema: CHECK_HAVE,
  start: ({ view, user, today }) =>
    ({
      place: view.row.place,
      have: view.have,
      points: {},
      note: '',
      carrier: view.current?.carrier ?? 'nobody',
      carrierName: view.current?.carrierName ?? '',
      authority: view.current?.authority ?? '',
      checkedOn: today,
      checkedBy: user,
      recheckOn: addDays(today, NEXT_LOOK_DAYS),
      cases: [],
      topics: [],
      photos: [],
    }) satisfies TypedCheck,
  Fields,
}

function Fields({ context }: { readonly context: CheckContext }) {
  const { t } = useTranslation('haves')
  const carrier = useWatch<TypedCheck, 'carrier'>({ name: 'carrier' })
  return (
    <>
      <PointRows context={context} />
      <ChoiceField<TypedCheck>
        name="carrier"
        label={t('form.carrier')}
        options={CARRIERS.map((value) => ({ value, label: t(`carrier.${value}`) }))}
      />
      {carrier !== 'nobody' && <WordsField<TypedCheck> name="carrierName" label={t('form.carrierName')} max={120} />}
      <WordsField<TypedCheck> name="authority" label={t('form.authority')} optional max={80} />
      <WordsField<TypedCheck> name="checkedBy" label={t('form.checkedBy')} max={60} />
      <DayField<TypedCheck> name="checkedOn" label={t('form.checkedOn')} />
      <DayField<TypedCheck> name="recheckOn" label={t('form.recheckOn')} optional />
      <WordsField<TypedCheck> name="note" label={t('form.note')} optional rows={2} max={2_000} />
      <PhotoField />
      <LinkField
        name="cases"
        options={context.view.requests.map(({ id, title, number }) => ({ id, title: `${title} ${number}` }))}
      />{' '}
      {/* prettier-ignore */}
      <LinkField name="topics" options={context.topics} />
    </>
  )
}

function PointRows({ context }: { readonly context: CheckContext }) {
  const { t } = useTranslation('haves')
  const language = useLanguage()
  const words = useFieldWords()
  const box = useRef<HTMLDivElement>(null)
  const { field, fieldState } = useController<TypedCheck, 'points'>({ name: 'points' })
  const points = POINTS[context.view.have]
  const set = (key: string, state: PointState): void => field.onChange({ ...field.value, [key]: state })
  const press = (event: KeyboardEvent, i: number): void => {
    const state = POINT_STATES[Number(event.key) - 1]
    if (event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing || !state) return
    event.preventDefault()
    set(points[i]!.key, state)
    const next = box.current?.querySelectorAll<HTMLElement>('.have-point')[i + 1]
    next?.querySelector<HTMLInputElement>('input')?.focus()
  }
  return (
    <Field label={t('form.points')} hint={t('form.pointsHint')} group error={words(fieldState.error)}>
      {() => (
        <div ref={box}>
          {points.map(({ key, zh, en }, i) => (
            <div
              key={key}
              className="have-point"
              role="group"
              aria-label={language === 'en' ? en : zh}
              onKeyDown={(event) => press(event, i)}
            >
              {' '}
              {/* prettier-ignore */}
              <span>
                {i + 1}. {language === 'en' ? en : zh}
              </span>
              <Chips
                options={POINT_STATES.map((value, n) => ({ value, label: `${n + 1} ${t(`state.${value}`)}` }))}
                value={field.value[key]}
                onChange={(state) => set(key, state)}
              />
            </div>
          ))}
        </div>
      )}
    </Field>
  )
}

function PhotoField() {
  const { t } = useTranslation('haves')
  const { desk } = useServices()
  const problemWords = useProblemWords()
  const { getValues, setValue } = useFormContext<TypedCheck>()
  const photos = useWatch<TypedCheck, 'photos'>({ name: 'photos' })
  const input = useRef<HTMLInputElement>(null)
  const [problem, setProblem] = useState<PhotoProblem | null>(null)
  const add = async (files: readonly File[]): Promise<void> => {
    const kept = await keepPhotos(desk, files, getValues('photos').length)
    setProblem(kept.problem)
    setValue('photos', [...getValues('photos'), ...kept.photos])
  }
  const remove = (blob: string): void => {
    setValue('photos', getValues('photos').filter((one) => one.blob !== blob)) // prettier-ignore
    void desk.dropFile(blob)
  }
  const error =
    problem?.kind === 'too-big'
      ? t('form.tooBig', { name: problem.name })
      : problem?.kind === 'too-many'
        ? t('form.tooMany', { count: MOST_PHOTOS })
        : problem
          ? Object.values(problemWords(problem.code)).join(' ')
          : undefined
  return (
    <Field label={t('form.photos')} optional error={error}>
      {(bind) => (
        <div className="have-kept">
          <input
            id={bind.id}
            ref={input}
            type="file"
            accept="image/*"
            multiple
            tabIndex={-1}
            className="spoken-only"
            onChange={(event) => {
              void add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
          <Button onClick={() => input.current?.click()}>{t('form.choosePhotos')}</Button>
          {photos.map(({ blob, name }) => (
            <span key={blob} className="have-kept-one">
              <span className="one-line">{name}</span>
              <button type="button" aria-label={`${t('form.removePhoto')} ${name}`} onClick={() => remove(blob)}>
                ×
              </button>
            </span>
          ))}
        </div>
      )}
    </Field>
  )
}

type LinkFieldProps = {
  readonly name: 'cases' | 'topics'
  readonly options: readonly { readonly id: string; readonly title: string }[]
}

function LinkField({ name, options }: LinkFieldProps) {
  const { t } = useTranslation('haves')
  const { field } = useController<TypedCheck, 'cases' | 'topics'>({ name })
  if (options.length === 0) return null
  return (
    <Field label={t(`form.${name}`)} optional>
      {(bind) => (
        <Select
          {...bind}
          mode="multiple"
          className="have-links"
          optionFilterProp="label"
          value={[...field.value]}
          onChange={(chosen: string[]) => field.onChange(chosen)}
          options={options.map(({ id, title }) => ({ value: id, label: title }))}
        />
      )}
    </Field>
  )
}

import type { ReactNode } from 'react'
import { useController, useWatch, type FieldPath, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PlaceHit } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { Field } from '#app/ui/field.tsx'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { SAVE_PLACE, type SavePlace } from '#core/intake/save-place.ts'
import { PLACE_KINDS, type PlaceCard, type PlaceKind } from '#core/place/fields.ts'
import { mayStandBelow } from '#core/place/place-tree.ts'

export type PlaceEntry =
  { readonly kind: 'new'; readonly parent: PlaceHit | null } | { readonly kind: 'edit'; readonly card: PlaceCard }

/** What usually stands below: what a new place begins as. */
const USUAL: Readonly<Partial<Record<PlaceKind, PlaceKind>>> = {
  district: 'street',
  street: 'community',
  community: 'neighbourhood',
  neighbourhood: 'building',
  building: 'unit',
  unit: 'door',
}

const spec: FormSpec<PlaceEntry> = {
  schema: SAVE_PLACE,
  start: (entry) => {
    const blank = { name: '', code: '', grid: '', residentGroup: '', leader: '', leaderPhone: '', retired: false }
    if (entry.kind === 'edit') return { ...blank, parent: '', ...entry.card }
    const { parent } = entry
    return { ...blank, parent: parent?.id ?? '', kind: parent ? (USUAL[parent.kind] ?? 'door') : 'community' }
  },
  Fields,
}

type PlaceDrawerProps = { readonly entry: PlaceEntry; readonly onSaved: () => void; readonly onLeave: () => void }

export function PlaceDrawer({ entry, onSaved, onLeave }: PlaceDrawerProps) {
  const { t } = useTranslation('places')
  const { desk } = useServices()
  const isNew = entry.kind === 'new'
  return (
    <FormDrawer
      title={t(isNew ? 'form.newTitle' : 'form.editTitle')}
      saveLabel={t(isNew ? 'form.save' : 'form.saveChange')}
      spec={spec}
      context={entry}
      save={(input: FieldValues) => desk.run({ name: 'save-place', input: whole(input as SavePlace, isNew) })}
      onSaved={onSaved}
      onLeave={onLeave}
    />
  )
}

/** Of a new place only what was filled. */
const whole = (input: SavePlace, isNew: boolean): SavePlace =>
  isNew
    ? (Object.fromEntries(Object.entries(input).filter(([field, value]) => ['leader', 'leaderPhone'].includes(field) || (value !== '' && value !== false))) as SavePlace) // prettier-ignore
    : input

function Fields({ context }: { context: PlaceEntry }) {
  const { t } = useTranslation('places')
  const { desk } = useServices()
  const areas = useAnswer(() => desk.areas(), [desk]) ?? []
  const kind = useWatch<SavePlace, 'kind'>({ name: 'kind' })
  const parent = useWatch<SavePlace, 'parent'>({ name: 'parent' }) ?? ''
  const above = areas.find((place) => place.id === parent)?.kind ?? (context.kind === 'new' ? (context.parent?.kind ?? null) : null) // prettier-ignore
  const isAcross = kind === 'grid' || kind === 'resident-group'
  const ofKind = (wanted: PlaceKind): readonly PlaceHit[] => areas.filter((place) => place.kind === wanted)
  const parents = areas.filter((place) => mayStandBelow(kind, place.kind))
  // A unit is nobody's choice in a long list: it stays below where it was added.
  const fixed = parent !== '' && !parents.some((place) => place.id === parent)
  return (
    <>
      <Choice name="kind" label={t('form.kind')}>
        {PLACE_KINDS.filter((one) => context.kind === 'edit' || mayStandBelow(one, above)).map((one) => (
          <option key={one} value={one}>
            {t(`kind.${one}`)}
          </option>
        ))}
      </Choice>
      <WordsField<SavePlace> name="name" label={t('form.name')} max={80} />
      {!fixed && (
        <Choice name="parent" label={t('form.parent')}>
          <option value="">{t('form.noParent')}</option>
          {parents.map((place) => (
            <option key={place.id} value={place.id}>
              {place.words}
            </option>
          ))}
        </Choice>
      )}
      {(kind === 'district' || kind === 'street' || kind === 'community') && (
        <WordsField<SavePlace> name="code" label={t('form.code')} hint={t('form.codeHint')} optional max={12} />
      )}
      {!isAcross && kind !== 'district' && kind !== 'street' && kind !== 'community' && (
        <>
          <Choice name="grid" label={t('form.grid')} optional>
            <option value="">{t('form.none')}</option>
            {ofKind('grid').map((place) => (
              <option key={place.id} value={place.id}>
                {place.name}
              </option>
            ))}
          </Choice>
          <Choice name="residentGroup" label={t('form.residentGroup')} optional>
            <option value="">{t('form.none')}</option>
            {ofKind('resident-group').map((place) => (
              <option key={place.id} value={place.id}>
                {place.name}
              </option>
            ))}
          </Choice>
        </>
      )}
      <WordsField<SavePlace>
        name="leader"
        label={`${t('form.leader')}（${t(`leaderOf.${kind}`)}）`}
        optional
        max={40}
      />
      <WordsField<SavePlace> name="leaderPhone" label={t('form.leaderPhone')} optional max={40} />
      {context.kind === 'edit' && <RetiredField />}
    </>
  )
}

function RetiredField() {
  const { t } = useTranslation('places')
  const { field } = useController<SavePlace, 'retired'>({ name: 'retired' })
  return (
    <label className="field">
      <input
        type="checkbox"
        checked={field.value ?? false}
        onChange={(event) => field.onChange(event.target.checked)}
        onBlur={field.onBlur}
      />{' '}
      {t('form.retired')}
    </label>
  )
}

type ChoiceProps = {
  readonly name: FieldPath<SavePlace>
  readonly label: string
  readonly optional?: boolean
  readonly children: ReactNode
}

/** A plain select: antd's takes Ctrl+Enter for itself, which has to save. */
function Choice({ name, label, optional = false, children }: ChoiceProps) {
  const { field, fieldState } = useController<SavePlace>({ name })
  const words = useFieldWords()
  return (
    <Field label={label} optional={optional} error={words(fieldState.error)}>
      {({ status: _status, ...bind }) => (
        <select
          {...bind}
          className="plain-select"
          ref={field.ref}
          name={field.name}
          value={String(field.value ?? '')}
          onChange={(event) => field.onChange(event.target.value)}
          onBlur={field.onBlur}
        >
          {children}
        </select>
      )}
    </Field>
  )
}

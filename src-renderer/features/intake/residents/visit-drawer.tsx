import { useController, useWatch, type FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { DayInput } from '#app/ui/day-input.tsx'
import { Field } from '#app/ui/field.tsx'
import { formKept, keepForm } from '#app/session/kept-forms.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { useFieldWords } from '#app/ui/use-field-words.ts'
import { RECORD_VISIT, type RecordVisit } from '#core/intake/visit-person.ts'
import { VISIT_RESULTS, VISIT_WAYS } from '#core/person/fields.ts'

const spec: FormSpec<PersonRow> = {
  schema: RECORD_VISIT,
  // No result is chosen beforehand: "all well" would be believed.
  start: (person) => ({ person: person.id, way: 'home-visit', note: '', nextAt: '' }),
  Fields,
}

type VisitDrawerProps = { readonly person: PersonRow; readonly onSaved: () => void; readonly onLeave: () => void }

export function VisitDrawer({ person, onSaved, onLeave }: VisitDrawerProps) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const key = `visit ${person.id}`
  return (
    <FormDrawer
      title={t('visit.title', { name: person.name })}
      saveLabel={t('visit.save')}
      spec={spec}
      context={person}
      kept={formKept(key)}
      save={(input: FieldValues) => desk.run({ name: 'record-person-visit', input: input as RecordVisit })}
      onSaved={() => {
        keepForm(key, undefined)
        onSaved()
      }}
      onLeave={(typed) => {
        keepForm(key, typed)
        onLeave()
      }}
    />
  )
}

function Fields() {
  const { t } = useTranslation('residents')
  const result = useWatch<RecordVisit, 'result'>({ name: 'result' })
  return (
    <>
      <ChoiceField<RecordVisit>
        name="way"
        label={t('visit.way')}
        options={VISIT_WAYS.map((value) => ({ value, label: t(`visit.ways.${value}`) }))}
      />
      <ChoiceField<RecordVisit>
        name="result"
        label={t('visit.result')}
        {...(result === 'not-met' && { hint: t('visit.notMet') })}
        options={VISIT_RESULTS.map((value) => ({ value, label: t(`visit.results.${value}`) }))}
      />
      <WordsField<RecordVisit> name="note" label={t('visit.note')} optional rows={3} max={2_000} />
      <MomentField<RecordVisit> name="at" label={t('visit.at')} hint={t('visit.atHint')} optional />
      <NextField />
    </>
  )
}

function NextField() {
  const { t } = useTranslation('residents')
  const { field, fieldState } = useController<RecordVisit, 'nextAt'>({ name: 'nextAt' })
  const words = useFieldWords()
  return (
    <Field label={t('visit.nextAt')} optional hint={t('visit.nextHint')} error={words(fieldState.error)}>
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

import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { PersonRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { FormDrawer, type FormSpec } from '#app/ui/form-drawer.tsx'
import { MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { RECORD_CHANGE, type RecordChange } from '#core/intake/visit-person.ts'

const spec: FormSpec<PersonRow> = {
  schema: RECORD_CHANGE,
  start: (person) => ({ person: person.id, what: '' }),
  Fields,
}

type ChangeDrawerProps = { readonly person: PersonRow; readonly onSaved: () => void; readonly onLeave: () => void }

/** 重大变化: from now on a visit is due within 24 hours. */
export function ChangeDrawer({ person, onSaved, onLeave }: ChangeDrawerProps) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  return (
    <FormDrawer
      title={t('change.title', { name: person.name })}
      saveLabel={t('change.save')}
      spec={spec}
      context={person}
      save={(input: FieldValues) => desk.run({ name: 'record-person-change', input: input as RecordChange })}
      onSaved={onSaved}
      onLeave={onLeave}
    />
  )
}

function Fields() {
  const { t } = useTranslation('residents')
  return (
    <>
      <WordsField<RecordChange> name="what" label={t('change.what')} hint={t('change.whatHint')} rows={3} max={500} />
      <MomentField<RecordChange> name="at" label={t('change.at')} hint={t('visit.atHint')} optional />
    </>
  )
}

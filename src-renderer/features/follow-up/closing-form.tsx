import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { OUTCOMES } from '#core/case-file/codes.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { CLOSE_CASE, type CloseCase } from '#core/follow-up/close-case.ts'

export const closingForm: FormSpec<CaseView> = {
  schema: CLOSE_CASE,
  start: (view) => ({ case: view.file.id, note: '' }),
  Fields,
}

function Fields() {
  const { t } = useTranslation(['case-file', 'codes'])
  return (
    <>
      <ChoiceField<CloseCase>
        name="outcome"
        label={t('case-file:field.outcome')}
        options={OUTCOMES.map((value) => ({ value, label: t(`codes:outcome.${value}`) }))}
      />
      <WordsField<CloseCase> name="note" label={t('case-file:field.closingNote')} optional rows={3} max={TEXT_LENGTH} />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { REOPEN_CASE, type ReopenCase } from '#core/follow-up/reopen-case.ts'

export const reopeningForm: FormSpec<CaseView> = {
  schema: REOPEN_CASE,
  start: (view) => ({ case: view.file.id, reason: '' }),
  Fields,
}

function Fields() {
  const { t } = useTranslation('case-file')
  return (
    <WordsField<ReopenCase>
      name="reason"
      label={t('field.reopenReason')}
      placeholder={t('field.reopenHint')}
      rows={3}
      max={2_000}
    />
  )
}

import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { currentRound } from '#core/case-file/case-file.ts'
import { OUTCOMES, type Outcome } from '#core/case-file/codes.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { doneStep } from '#core/case-file/orders.ts'
import { CLOSE_CASE, type CloseCase } from '#core/follow-up/close-case.ts'
import { EarlyEnd } from './early-end.tsx'
import { RefusalFields } from './refusal-fields.tsx'

export const closingForm: FormSpec<CaseView> = {
  schema: CLOSE_CASE,
  start: (view) => ({ case: view.file.id, ...reportedOutcome(view), note: '', approvedBy: '', approval: '' }),
  Fields,
}

/** What the provider said came of it (DOMAIN §4, closing the loop): it may be changed. */
function reportedOutcome({ file, openReferral }: CaseView): { readonly outcome?: Outcome } {
  const outcome = openReferral ? doneStep(currentRound(file), openReferral)?.outcome : undefined
  return outcome ? { outcome } : {}
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['case-file', 'codes'])
  return (
    <>
      <ChoiceField<CloseCase>
        name="outcome"
        label={t('case-file:field.outcome')}
        options={OUTCOMES.map((value) => ({ value, label: t(`codes:outcome.${value}`) }))}
      />
      <RefusalFields />
      <EarlyEnd view={view} />
      <WordsField<CloseCase> name="note" label={t('case-file:field.closingNote')} optional rows={3} max={TEXT_LENGTH} />
    </>
  )
}

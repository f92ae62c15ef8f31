import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, MomentField, WordsField } from '#app/ui/form-fields.tsx'
import { PARTS } from '#core/case-file/referral-codes.ts'
import { RECORD_PARTICIPATION, type RecordParticipation } from '#core/follow-up/record-participation.ts'

/** 联席分工: an organisation's part in a shared matter; whoever holds an order stands on the paper by themselves. */
export const participationForm: FormSpec<CaseView> = {
  schema: RECORD_PARTICIPATION,
  start: (view) => ({ case: view.file.id, organisation: '', task: '', capacity: 'party' }),
  Fields,
}

function Fields() {
  const { t } = useTranslation('referral')
  return (
    <>
      <WordsField<RecordParticipation> name="organisation" label={t('participation.organisation')} max={120} />
      <ChoiceField<RecordParticipation>
        name="part"
        label={t('terms.part')}
        options={PARTS.map((value) => ({ value, label: t(`part.${value}`) }))}
      />
      <WordsField<RecordParticipation> name="task" label={t('participation.task')} optional rows={2} max={2_000} />
      <MomentField<RecordParticipation> name="dueAt" label={t('participation.dueAt')} optional />
      <CapacityField<RecordParticipation> name="capacity" label={t('participation.capacity')} />
    </>
  )
}

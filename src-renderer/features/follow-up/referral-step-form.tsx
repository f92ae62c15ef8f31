import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { REFERRAL_STEPS, RETURN_REASONS } from '#core/case-file/codes.ts'
import { TEXT_LENGTH } from '#core/case-file/fields.ts'
import { openReferral } from '#core/case-file/status.ts'
import { RECORD_REFERRAL_STEP, type RecordReferralStep } from '#core/follow-up/record-referral-step.ts'

/** What the provider said: 接单 / 不接 / 办完 / 退单; of an office: 已受理 / 不受理 / 已反馈 / 退回. */
export const referralStepForm: FormSpec<CaseView> = {
  schema: RECORD_REFERRAL_STEP,
  start: (view) => ({ case: view.file.id, referral: view.openReferral, note: '' }),
  Fields,
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['case-file', 'codes'])
  const step = useFormContext<RecordReferralStep>().watch('step')
  const up = openReferral(view.file)?.way === 'report-up'
  return (
    <>
      <ChoiceField<RecordReferralStep>
        name="step"
        label={up ? t('case-file:field.stepUp') : t('case-file:field.step')}
        options={REFERRAL_STEPS.map((value) => ({
          value,
          label: up ? t(`codes:referralStepUp.${value}`) : t(`codes:referralStep.${value}`),
        }))}
      />
      {(step === 'declined' || step === 'returned') && (
        <ChoiceField<RecordReferralStep>
          name="reasonCode"
          label={t('case-file:field.returnReason')}
          options={RETURN_REASONS.map((value) => ({ value, label: t(`codes:returnReason.${value}`) }))}
        />
      )}
      <WordsField<RecordReferralStep>
        name="note"
        label={t('case-file:field.note')}
        optional
        rows={3}
        max={TEXT_LENGTH}
      />
    </>
  )
}

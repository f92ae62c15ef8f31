import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import type { FormSpec } from '#app/ui/form-drawer.tsx'
import { ChoiceField, WordsField } from '#app/ui/form-fields.tsx'
import { actsOf } from '#core/case-file/case-file.ts'
import { WITHDRAW_CONSENT, type WithdrawConsent } from '#core/follow-up/withdraw-consent.ts'

const standing = ({ file: { acts } }: CaseView) => {
  const back = new Set(actsOf(acts, 'consent-withdrawal').map(({ consent }) => consent))
  return actsOf(acts, 'consent').filter(({ id }) => !back.has(id))
}

/** 撤回同意. */
export const consentBackForm: FormSpec<CaseView> = {
  schema: WITHDRAW_CONSENT,
  start: (view) => ({ case: view.file.id, consent: standing(view).at(-1)?.id, note: '' }),
  Fields,
}

function Fields({ context: view }: { context: CaseView }) {
  const { t } = useTranslation(['referral', 'case-file'])
  return (
    <>
      <p className="muted">{t('referral:consentBack.hint')}</p>
      <ChoiceField<WithdrawConsent>
        name="consent"
        label={t('referral:consentBack.which')}
        stacked
        options={standing(view).map(({ id, provider }) => ({
          value: id,
          label: view.providerNames[provider] ?? t('case-file:timeline.unknownProvider'),
        }))}
      />
      <WordsField<WithdrawConsent> name="note" label={t('referral:consentBack.note')} optional rows={2} max={2_000} />
    </>
  )
}

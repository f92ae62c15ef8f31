/** 提前终止 (DOMAIN §6): asked for only where somebody is at work on it and the outcome ends that. */
import { useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CaseView } from '#app/services/desk-types.ts'
import { CapacityField } from '#app/ui/capacity-field.tsx'
import { WordsField } from '#app/ui/form-fields.tsx'
import { isEarlyEnd } from '#core/case-file/early-end.ts'
import type { CloseCase } from '#core/follow-up/close-case.ts'

export function EarlyEnd({ view }: { readonly view: CaseView }) {
  const { t } = useTranslation('referral')
  if (!isEarlyEnd(view.file, useFormContext<CloseCase>().watch('outcome'))) return null
  return (
    <>
      <p className="field muted">{t('earlyEnd.hint')}</p>
      <WordsField<CloseCase> name="approvedBy" label={t('earlyEnd.approvedBy')} max={80} />
      <WordsField<CloseCase> name="approval" label={t('earlyEnd.approval')} max={200} />
      <CapacityField<CloseCase> name="capacity" label={t('earlyEnd.capacity')} />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { RefusalCode } from '#core/case-file/decision.ts'
import type { RowReason } from '#core/intake/plan-import.ts'

/** Reasons of the plan are short; refusals of the desk have their sentence in the table of codes. */
export function useReasonWords(): (reason: RowReason | RefusalCode) => string {
  const { t, i18n } = useTranslation(['import', 'codes'])
  return (reason) =>
    i18n.exists(`import:rowReason.${reason}`)
      ? t(`import:rowReason.${reason as RowReason}`)
      : t(`codes:refusal.${reason as RefusalCode}`)
}

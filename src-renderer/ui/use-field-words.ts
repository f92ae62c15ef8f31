/** Errors of react-hook-form with a zod schema, and refusals of the desk → the words beside the field. */
import type { FieldError } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { RefusalCode } from '#core/case-file/decision.ts'

export function useFieldWords(): (error: FieldError | undefined) => string | undefined {
  const { t } = useTranslation('codes')
  return (error) => {
    if (!error) return undefined
    // Whoever sets such an error puts the code where the message would stand: words change with the language.
    if (error.type === 'refused') return t(`refusal.${error.message as RefusalCode}`)
    // zod's issue codes; an empty required text is too_small, a choice not made is invalid_value or invalid_type.
    if (error.type === 'too_big') return t('fieldProblem.too-long')
    if (
      error.type === 'too_small' ||
      error.type === 'invalid_value' ||
      error.type === 'invalid_type' ||
      error.message === 'needed'
    )
      return t('fieldProblem.needed')
    return t('fieldProblem.wrong')
  }
}

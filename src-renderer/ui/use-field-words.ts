/** Errors of react-hook-form with a zod schema → the words beside the field. */
import type { FieldError } from 'react-hook-form'
import { useTranslation } from 'react-i18next'

export function useFieldWords(): (error: FieldError | undefined) => string | undefined {
  const { t } = useTranslation('codes')
  return (error) => {
    if (!error) return undefined
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

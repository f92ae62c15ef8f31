import { useTranslation } from 'react-i18next'
import type { ServiceType } from '#core/case-file/codes.ts'
import type { StrataBy } from '#core/survey/codes.ts'

/** What a stratum is called: a place and a provider by name, a kind of service by its word. */
export function useStratumWords(by: StrataBy): (stratum: { readonly key: string; readonly name: string }) => string {
  const { t } = useTranslation(['surveys', 'codes'])
  return ({ key, name }) => {
    if (by === 'none') return ''
    if (key === '') return t('surveys:people.unknown')
    return by === 'service-type' ? t(`codes:serviceType.${key as ServiceType}`) : name || key
  }
}

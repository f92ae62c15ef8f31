import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function ExchangeScreen({ id: _id }: { readonly id?: string }) {
  const { t } = useTranslation('exchange')
  return <PageHead title={t('title')} />
}

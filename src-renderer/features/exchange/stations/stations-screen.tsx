import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function StationsScreen({ id: _id }: { readonly id?: string }) {
  const { t } = useTranslation('stations')
  return <PageHead title={t('title')} />
}

import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function SupervisionScreen({ id: _id }: { id?: string }) {
  const { t } = useTranslation('supervision')
  return <PageHead title={t('title')} />
}

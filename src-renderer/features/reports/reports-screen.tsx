import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function ReportsScreen({ id: _id }: { id?: string }) {
  const { t } = useTranslation('reports')
  return <PageHead title={t('title')} />
}

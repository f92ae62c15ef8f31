import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function SurveysScreen({ id: _id }: { id?: string }) {
  const { t } = useTranslation('surveys')
  return <PageHead title={t('title')} />
}

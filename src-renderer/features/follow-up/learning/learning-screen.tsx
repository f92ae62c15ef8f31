import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function LearningScreen({ id: _id }: { id?: string }) {
  const { t } = useTranslation('learning')
  return <PageHead title={t('title')} />
}

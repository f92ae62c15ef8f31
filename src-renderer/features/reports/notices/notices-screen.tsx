import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function NoticesScreen({ id: _id }: { id?: string }) {
  const { t } = useTranslation('notices')
  return <PageHead title={t('title')} />
}

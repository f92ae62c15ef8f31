import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function HavesScreen({ id: _id }: { id?: string }) {
  const { t } = useTranslation('haves')
  return <PageHead title={t('title')} />
}

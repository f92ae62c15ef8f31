import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function FundingScreen({ id: _id }: { id?: string }) {
  const { t } = useTranslation('funding')
  return <PageHead title={t('title')} />
}

import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'

export function ConflictsScreen({ id: _id }: { readonly id?: string }) {
  const { t } = useTranslation('conflicts')
  return <PageHead title={t('title')} />
}

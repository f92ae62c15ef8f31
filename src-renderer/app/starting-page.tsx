import { useTranslation } from 'react-i18next'
import { ProgressLine } from './progress-line.tsx'
import { StartPage } from './start-page.tsx'

export function StartingPage() {
  const { t } = useTranslation('app')
  return (
    <StartPage title={t('start.starting')} lead={t('start.dontClose')}>
      <ProgressLine />
    </StartPage>
  )
}

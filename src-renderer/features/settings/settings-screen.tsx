import { useTranslation } from 'react-i18next'
import { PageHead } from '#app/ui/page-head.tsx'
import { AboutCard } from './about-card.tsx'
import { BackupCard } from './backup-card.tsx'
import { CheckCard } from './check-card.tsx'
import { CommandLineCard } from './command-line-card.tsx'
import { LanguageCard } from './language-card.tsx'
import { StationCard } from './station-card.tsx'
import './settings.css'

export function SettingsScreen() {
  const { t } = useTranslation('settings')
  return (
    <>
      <PageHead title={t('title')} />
      <div className="settings">
        <div>
          <BackupCard />
          <CheckCard />
          <CommandLineCard />
        </div>
        <div>
          <StationCard />
          <LanguageCard />
          <AboutCard />
        </div>
      </div>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { SaveSupport } from './save-support.tsx'
import { VERSION } from './version.ts'

/** What is bundled into the page, with its licence. To add one: a line, from the package's own file. */
const PARTS = [
  ['React', 'MIT'],
  ['Ant Design', 'MIT'],
  ['React Hook Form', 'MIT'],
  ['i18next', 'MIT'],
  ['Zustand', 'MIT'],
  ['Zod', 'MIT'],
  ['Dexie.js', 'Apache-2.0'],
  ['hash-wasm', 'MIT'],
  ['@noble/hashes', 'MIT'],
  ['fflate', 'MIT'],
  ['Papa Parse', 'MIT'],
  ['pinyin-pro', 'MIT'],
  ['ws', 'MIT'],
] as const

export function AboutCard() {
  const { t } = useTranslation('settings')
  const services = useServices()
  return (
    <div className="card about">
      <p>
        {t('about.version', { version: VERSION })} · {t('about.licence')}
      </p>
      <h3>{t('about.protectionTitle')}</h3>
      <p>
        <b className="bad">{t('about.noSecrets')}</b> {t('about.notAssessed')}
      </p>
      <p>{t('about.algorithms')}</p>
      <p>{t('about.limits')}</p>
      <p>{t('about.offline')}</p>
      <h3>{t('about.supportTitle')}</h3>
      <p>{t('about.supportLead')}</p>
      <SaveSupport services={services} />
      <h3>{t('about.parts')}</h3>
      <p className="small muted">{PARTS.map(([name, licence]) => `${name} (${licence})`).join(' · ')}</p>
    </div>
  )
}

import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Services } from '#app/services/services.ts'
import { saveSupportPackage } from '#app/session/support.ts'
import { SavedFile } from '#app/ui/saved-file.tsx'
import { VERSION } from './version.ts'

/** A button that makes the 支持包, and where it lies. Takes the services by hand: on the crash screen nothing is above it. */
export function SaveSupport({ services }: { services: Services }) {
  const { t } = useTranslation('settings')
  const [busy, setBusy] = useState(false)
  const [saved, setSaved] = useState<Awaited<ReturnType<typeof saveSupportPackage>> | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    setSaved(await saveSupportPackage(services, VERSION))
    setBusy(false)
  }
  return (
    <div className="save-support">
      <Button loading={busy} onClick={() => void save()}>
        {busy ? t('about.supportWorking') : t('about.support')}
      </Button>
      {saved && <SavedFile saved={saved} onReveal={services.host.reveal} />}
    </div>
  )
}

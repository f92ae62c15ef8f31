import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ExportMade } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { byteWords } from './byte-words.ts'

/** Every file here was read back from where it lies. */
export function ExportDone({ made: { files } }: { readonly made: ExportMade }) {
  const { t } = useTranslation('exchange')
  const { host } = useServices()
  const events = files.reduce((sum, one) => sum + one.events, 0)
  return (
    <div className="done exchange-done" role="status">
      <b>{events > 0 ? t('out.done', { n: events.toLocaleString('en') }) : t('out.doneReceipt')}</b>
      {files.length > 1 && <p>{t('out.doneParts', { count: files.length })}</p>}
      <ul>
        {files.map((file) => (
          <li key={file.bundle}>
            <span translate="no">{file.path}</span>
            <div className="row">
              <span className="small muted">
                {byteWords(file.bytes)} · {t('out.short', { id: file.short })}
              </span>
              <Button size="small" onClick={() => void host.reveal(file.path)}>
                {t('out.reveal')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <p className="small muted">{t('out.next')}</p>
    </div>
  )
}

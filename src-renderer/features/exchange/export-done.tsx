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
      <b>{t('out.done', { n: events.toLocaleString('en') })}</b>
      {files.length > 1 && <p>{t('out.doneParts', { count: files.length })}</p>}
      <ul className="exchange-list">
        {files.map((file) => (
          <li key={file.bundle}>
            <span translate="no">{file.path}</span> <span className="small muted">{byteWords(file.bytes)}</span>
            <div className="small">
              {t('out.short', { id: file.short })}{' '}
              <Button size="small" onClick={() => void host.reveal(file.path)}>
                {t('out.reveal')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

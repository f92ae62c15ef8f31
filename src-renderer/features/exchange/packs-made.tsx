/** 上报材料 that were made: who, when, of which month, and by which number the file is known. */
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { useSession } from '#app/session/session.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { useAnswer } from '#app/ui/use-answer.ts'
import { useLanguage } from '#app/text/text.ts'
import { periodAbout } from '#core/reports/period-about.ts'
import { byteWords } from './byte-words.ts'

const COLUMNS = ['when', 'month', 'file', 'by'] as const

/** `most`: so many of the newest. */
export function PacksMade({ most = 100 }: { readonly most?: number }) {
  const { t } = useTranslation('exchange')
  const { desk } = useServices()
  const language = useLanguage()
  const revision = useSession((session) => session.revision)
  const moments = useMomentWords(useNow())
  const packs = useAnswer(() => desk.packsMade(), [desk, revision]) ?? []
  if (packs.length === 0) return null
  return (
    <table className="card exchange-table">
      <caption className="small muted">{t('packs.list')}</caption>
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(`packs.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {packs.slice(0, most).map((pack) => (
          <tr key={pack.id}>
            <td className="small nowrap">{moments.timed(pack.at)}</td>
            <td>{periodAbout(pack, language)}</td>
            <td>
              <span className="exchange-file" translate="no" title={pack.sha256}>
                {pack.file}
              </span>
              <div className="small muted">
                <code>{pack.sha256.slice(0, 8)}</code> · {byteWords(pack.bytes)}
              </div>
            </td>
            <td>{pack.by}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

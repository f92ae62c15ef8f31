/** 哪些会离开，哪些留在本站: before anything is written. */
import { useTranslation } from 'react-i18next'
import type { ExchangeHome, ExportPreview } from '#app/services/desk-types.ts'
import { byteWords } from './byte-words.ts'
import { ExportLeaks } from './export-leaks.tsx'
import { kindsOf } from './kinds-of.ts'

const SCOPES = ['shared', 'directory', 'private', 'confidential', 'audit'] as const

type ExportLeavesProps = { readonly preview: ExportPreview; readonly home: ExchangeHome }

export function ExportLeaves({ preview, home }: ExportLeavesProps) {
  const { t } = useTranslation('exchange')
  const { profile, events, parts, cases, blobs, blobBytes, letters, readers, leaks, byScope, byType, identities } = preview // prettier-ignore
  const kinds = kindsOf(byType)
  const transfers = letters.filter(({ kind }) => kind === 'transfer').length
  const houseName = (house: string): string =>
    house === home.house.id ? t('out.here') : (home.peers.find(({ peer }) => peer === house)?.name ?? '')
  const houses = [...new Set(readers.map(({ house }) => house))]
  const pcsOf = (of: string): string =>
    readers.filter(({ house }) => house === of).map(({ name }) => name).join(t('in.nameComma')) // prettier-ignore
  const n = (count: number): string => count.toLocaleString('en')
  return (
    <>
      {leaks.length > 0 && <ExportLeaks leaks={leaks} />}
      <section>
        <h2>{t('out.leaves')}</h2>
        {profile === 'receipt' ? (
          <p>{t('out.receipt')}</p>
        ) : (
          <>
            <ul className="exchange-list">
              {cases > 0 && <li>{t(identities ? 'out.wholeCases' : 'out.cases', { count: cases })}</li>}
              {letters.length > 0 && <li>{t('out.letters', { n: letters.length })}</li>}
              {transfers > 0 && <li className="warn">{t('out.transfer', { n: transfers })}</li>}
              {blobs > 0 && <li>{t('out.blobs', { n: n(blobs), size: byteWords(blobBytes) })}</li>}
              {identities && <li className="warn">{t('out.identities')}</li>}
              <li>{parts > 1 ? t('out.events', { n: n(events), parts }) : t('out.eventsOne', { n: n(events) })}</li>
            </ul>
            <details className="exchange-kinds">
              <summary>{t('out.kinds', { n: kinds.length })}</summary>
              <table>
                <tbody>
                  {kinds.map(([kind, count]) => (
                    <tr key={kind}>
                      <th scope="row">{t(`kindOf.${kind}`)}</th>
                      <td>{n(count)}</td>
                    </tr>
                  ))}
                  {SCOPES.map((scope) =>
                    byScope[scope] ? (
                      <tr key={scope} className="muted">
                        <th scope="row">{t(`scope.${scope}`)}</th>
                        <td>{t('count', { n: n(byScope[scope]) })}</td>
                      </tr>
                    ) : null,
                  )}
                </tbody>
              </table>
            </details>
          </>
        )}
      </section>
      {!identities && (
        <section>
          <h2>{t('out.stays')}</h2>
          <p className="exchange-stays">{t('out.noIdentities')}</p>
        </section>
      )}
      {readers.length > 0 && (
        <section>
          <h2>{t('out.readers')}</h2>
          <ul className="exchange-list">
            {houses.map((house) => (
              <li key={house}>{t('out.reader', { house: houseName(house), pcs: pcsOf(house) })}</li>
            ))}
          </ul>
          <p className="muted">{t('out.readersOnly')}</p>
        </section>
      )}
    </>
  )
}

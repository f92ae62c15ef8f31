/** 服务类型 × 主体类别 (DOMAIN §1: the pairing is a custom, not a law): how many there are; each number opens its list. */
import { useTranslation } from 'react-i18next'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import type { ProviderCard } from '#core/book/book.ts'
import { SERVICE_TYPES, type ServiceType } from '#core/case-file/codes.ts'
import { PROVIDER_KINDS, type ProviderKind } from '#core/provider/fields.ts'

export type Corner = { readonly serviceType?: ServiceType; readonly kind?: ProviderKind }

type ProviderMatrixProps = {
  readonly providers: readonly ProviderCard[]
  readonly onOpen: (corner: Corner) => void
}

export const isIn = (provider: ProviderCard, { serviceType, kind }: Corner): boolean =>
  (serviceType === undefined || provider.serviceType === serviceType) && (kind === undefined || provider.kind === kind)

export function ProviderMatrix({ providers, onOpen }: ProviderMatrixProps) {
  const { t } = useTranslation(['providers', 'codes'])
  const number = (corner: Corner, words: string) => {
    const n = providers.filter((provider) => isIn(provider, corner)).length
    return n === 0 ? (
      <span className="muted">0</span>
    ) : (
      <button type="button" aria-label={`${words}: ${n}`} onClick={() => onOpen(corner)}>
        {n}
      </button>
    )
  }
  return (
    <div className="card providers matrix">
      <table aria-label={t('providers:matrix')}>
        <thead>
          <tr>
            <th>
              <span className="spoken-only">{t('providers:serviceType')}</span>
            </th>
            {PROVIDER_KINDS.map((kind) => (
              <th key={kind}>{t(`codes:providerKind.${kind}`)}</th>
            ))}
            <th>{t('providers:together')}</th>
          </tr>
        </thead>
        <tbody>
          {SERVICE_TYPES.map((serviceType) => {
            const row = t(`codes:serviceType.${serviceType}`)
            return (
              <tr key={serviceType}>
                <th scope="row">
                  <span className="row">
                    <ServiceTypeTile type={serviceType} />
                    {row}
                  </span>
                </th>
                {PROVIDER_KINDS.map((kind) => (
                  <td key={kind}>{number({ serviceType, kind }, `${row}, ${t(`codes:providerKind.${kind}`)}`)}</td>
                ))}
                <td>{number({ serviceType }, row)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="muted small">{t('providers:matrixHint')}</p>
    </div>
  )
}

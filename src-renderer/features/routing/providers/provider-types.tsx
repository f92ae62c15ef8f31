/** Three tiles: which kind of service; each narrows the list, and says how many there are. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import type { ProviderCard } from '#core/book/book.ts'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { isIn, type Corner } from './provider-matrix.tsx'

type ProviderTypesProps = {
  readonly providers: readonly ProviderCard[]
  readonly corner: Corner
  readonly onCorner: (corner: Corner) => void
}

export function ProviderTypes({ providers, corner, onCorner }: ProviderTypesProps) {
  const { t } = useTranslation(['providers', 'codes'])
  const { serviceType: chosen, kind } = corner
  return (
    <div className="provider-types">
      {SERVICE_TYPES.map((serviceType) => (
        <button
          key={serviceType}
          type="button"
          className="card"
          aria-pressed={serviceType === chosen}
          onClick={() => onCorner(serviceType === chosen ? {} : { serviceType })}
        >
          <ServiceTypeTile type={serviceType} large />
          <span>
            {t(`codes:serviceType.${serviceType}`)}
            <small className="muted">{t(`codes:serviceTypeHint.${serviceType}`)}</small>
          </span>
          <b>{providers.filter((provider) => isIn(provider, { serviceType })).length}</b>
        </button>
      ))}
      {kind && (
        <Button size="small" onClick={() => onCorner(chosen ? { serviceType: chosen } : {})}>
          {t(`codes:providerKind.${kind}`)} <span aria-hidden="true">×</span>
          <span className="spoken-only">{t('providers:allKinds')}</span>
        </Button>
      )}
    </div>
  )
}

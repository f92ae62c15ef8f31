/**
 * 三类服务: who usually does it and who pays, from the table of DOMAIN §1. It stands where suggested categories will
 * stand: until they exist, the table that a new clerk would otherwise have to know by heart is what helps most. The
 * chosen kind says more, the others step back.
 */
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import type { RequestValues } from './blank-request.ts'

export function ServicesCard() {
  const { t } = useTranslation(['intake', 'codes'])
  const type = useWatch<RequestValues, 'serviceType'>({ name: 'serviceType' })
  return (
    <section className="card" aria-labelledby="services">
      <div className="aside-head">
        <h2 id="services">{t('intake:services.title')}</h2>
        <span className="muted small">{t('intake:services.later')}</span>
      </div>
      <ul className="service-kinds">
        {SERVICE_TYPES.map((one) => (
          <li key={one} className={one === type ? 'chosen' : ''}>
            <ServiceTypeTile type={one} />
            <div>
              <b>{t(`intake:services.what.${one}`)}</b>
              <div className="muted small">{t(`intake:services.who.${one}`)}</div>
              {one === type && <div className="muted small">{t(`intake:services.pays.${one}`)}</div>}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

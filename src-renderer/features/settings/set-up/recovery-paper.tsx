/** The sheet that goes into the safe: A4, black on white. On screen it is not there. */
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Day } from '#core/lib/time.ts'
import type { StationValues } from './station-step.tsx'

export function RecoveryPaper({ code, station, day }: { code: string; station: StationValues; day: Day }) {
  const { t } = useTranslation('set-up')
  return createPortal(
    <section className="recovery-paper" aria-hidden="true">
      <h1>{t('paper.title')}</h1>
      <dl>
        <dt>{t('paper.station')}</dt>
        <dd>{station.name}</dd>
        <dt>{t('paper.stationCode')}</dt>
        <dd>
          {station.code} · {station.short}
        </dd>
        <dt>{t('paper.date')}</dt>
        <dd>{day}</dd>
      </dl>
      <ol className="recovery-code">
        {code.split('-').map((group, i) => (
          <li key={i}>
            <span>{i + 1}</span>
            <b>{group}</b>
          </li>
        ))}
      </ol>
      <p>{t('paper.use')}</p>
      <p>{t('paper.keep')}</p>
      <p>{t('paper.confidential')}</p>
      <div className="signs">
        <span>{t('paper.keeper')}</span>
        <span>{t('paper.signed')}</span>
        <span>{t('paper.sealedOn')}</span>
      </div>
      <footer>{t('paper.page')}</footer>
    </section>,
    document.body,
  )
}

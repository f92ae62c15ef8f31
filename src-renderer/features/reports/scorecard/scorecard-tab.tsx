/** 单位评价: every provider of the period beside its numbers, by kind of service and name; the chosen one with the evidence behind each. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScorecardRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useKeys } from '#app/ui/keys.ts'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { rateText } from '#core/figures/rates.ts'
import { yuanText } from '#core/lib/yuan.ts'
import type { ReportStamp } from '#core/reports/report-figures.ts'
import { ASPECT_NAMES, ENOUGH_ORDERS, type Line } from '#core/supervision/scorecard/scorecard.ts'
import { ChartCard } from '../dashboard/chart-card.tsx'
import { Stamp } from '../dashboard/stamp.tsx'
import { ScorecardDetail } from './scorecard-detail.tsx'
import { scorecardTable, useScorecardWords } from './scorecard-table.ts'
import './scorecard.css'

const keyOf = ({ provider, serviceType }: ScorecardRow): string => `${serviceType} ${provider}`

export function ScorecardTab({ stamp }: { readonly stamp: ReportStamp }) {
  const { t } = useTranslation('scorecard')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const words = useScorecardWords()
  const { from, until } = stamp.period
  const rows = useAnswer(() => desk.scorecards({ from, until }), [desk, revision, from, until])
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(0, rows?.findIndex((row) => keyOf(row) === chosen) ?? 0)
  const shown = rows?.[at]
  const step = (by: number): void => {
    const next = rows?.[at + by]
    if (next) setChosen(keyOf(next))
  }
  useKeys([
    { key: 'ArrowUp', label: t('up'), run: () => step(-1), quiet: true },
    { key: 'ArrowDown', label: t('down'), run: () => step(1), quiet: true },
  ])
  if (!rows) return <p className="muted">{t('loading')}</p>
  if (!shown) return <p className="card muted">{t('none')}</p>
  return (
    <>
      <p className="muted small">{t('lead')}</p>
      <ChartCard title={t('title')} table={scorecardTable(rows, words)} stamp={stamp}>
        <table className="scorecards">
          <thead>
            <tr>
              <th scope="col">{t('provider')}</th>
              <th scope="col" className="number">
                {t('orders')}
              </th>
              {ASPECT_NAMES.map((aspect) => (
                <th scope="col" className="number" key={aspect}>
                  {t(`aspect.${aspect}`)}
                </th>
              ))}
              <th scope="col" className="number">
                {t('score')}
              </th>
              <th scope="col">{t('interviews')}</th>
              <th scope="col">{t('opinions')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr
                key={keyOf(row)}
                className={row === shown ? 'selected' : ''}
                aria-current={row === shown}
                onClick={() => setChosen(keyOf(row))}
              >
                <th scope="row">
                  <ServiceTypeTile type={row.serviceType} /> {row.name}
                </th>
                <td className="number">{row.orders}</td>
                {row.lines.map((line) => (
                  <Share key={line.aspect} line={line} />
                ))}
                <td className="number">
                  {row.score === null ? (
                    <span className="muted small">
                      {row.serviceType === 'administrative' ? t('government') : t('few', { count: ENOUGH_ORDERS })}
                    </span>
                  ) : (
                    <b>{rateText(row.score, '')}</b>
                  )}
                </td>
                <td className="small">{words.interviews(row)}</td>
                <td className="small">{words.opinions(row)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ChartCard>
      <ScorecardDetail
        key={keyOf(shown)}
        row={shown}
        stamp={stamp}
        paid={shown.money ? yuanText(shown.money.paid) : ''}
      />
      <Stamp stamp={stamp} />
    </>
  )
}

/** A share without what it is a share of says nothing. */
function Share({ line: { percent, good, of } }: { readonly line: Line }) {
  const { t } = useTranslation('scorecard')
  return (
    <td className="number">
      {rateText(percent)}
      <div className="muted small">{of > 0 && t('of', { good, of })}</div>
    </td>
  )
}

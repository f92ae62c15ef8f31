/** One provider: each aspect with its points, how it is counted, and the cases on either side of it. */
import { useTranslation } from 'react-i18next'
import type { ScorecardRow } from '#app/services/desk-types.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { useCounterView } from '#app/session/counter-view.ts'
import { go, pathOf } from '#app/session/route.ts'
import { rateText } from '#core/figures/rates.ts'
import type { ReportStamp } from '#core/reports/report-figures.ts'
import { ASPECTS } from '#core/supervision/scorecard/scorecard.ts'
import { OPINION_FROM } from '#core/survey/codes.ts'
import { ChartCard } from '../dashboard/chart-card.tsx'
import { ratesOption } from '../dashboard/chart-options.ts'
import { scorecardTable, useScorecardWords } from './scorecard-table.ts'

const ROW_HEIGHT = 34

type DetailProps = { readonly row: ScorecardRow; readonly stamp: ReportStamp; readonly paid: string }

export function ScorecardDetail({ row, stamp, paid }: DetailProps) {
  const { t } = useTranslation('scorecard')
  const words = useScorecardWords()
  const { lines, medianHours, interviews, opinions, findings } = row
  const openCases = (ids: readonly string[]): void => {
    setCaseFilter({ ids })
    go({ screen: 'cases' })
  }
  const told = lines.filter(({ percent }) => percent !== null)
  return (
    <div className="two-charts">
      <ChartCard
        title={t('detail', { name: row.name, type: words.type(row) })}
        chart={{
          option: ratesOption(told.map(({ aspect }) => words.aspect(aspect)), told.map(({ percent }) => percent)), // prettier-ignore
          height: 20 + told.length * ROW_HEIGHT,
          onPick: ({ at }) => {
            const line = told[at]
            if (line) openCases([...line.goodCases, ...line.otherCases])
          },
        }}
        table={scorecardTable([row], words)}
        stamp={stamp}
      >
        <table>
          <tbody>
            {lines.map(({ aspect, percent }) => (
              <tr key={aspect}>
                <th scope="row">{words.aspect(aspect)}</th>
                <td className="number">{rateText(percent)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ChartCard>
      <section className="card chart-card scorecard-evidence" aria-label={t('evidence')}>
        <header>
          <h2>{t('evidence')}</h2>
          <div className="tools">
            <a href={pathOf({ screen: 'providers', id: row.provider })}>{t('toProvider')}</a>
          </div>
        </header>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('aspectHead')}</th>
              <th scope="col" className="number">
                {t('met')}
              </th>
              <th scope="col" className="number">
                {t('notMet')}
              </th>
              <th scope="col" className="number">
                {t('pointsHead')}
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ aspect, good, of, points, goodCases, otherCases }) => (
              <tr key={aspect}>
                <th scope="row">
                  {words.aspect(aspect)}
                  <div className="muted small">{t(`how.${aspect}`)}</div>
                </th>
                <td className="number">
                  <Cases n={good} ids={goodCases} label={`${words.aspect(aspect)} ${t('met')}`} onOpen={openCases} />
                </td>
                <td className="number">
                  <Cases
                    n={of - good}
                    ids={otherCases}
                    label={`${words.aspect(aspect)} ${t('notMet')}`}
                    onOpen={openCases}
                  />
                </td>
                <td className="number">{points === null ? '—' : t('points', { points, full: ASPECTS[aspect] })}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <dl>
          <dt>{t('medianHours')}</dt>
          <dd>{medianHours === null ? '—' : t('hours', { n: medianHours })}</dd>
          <dt>{t('interviews')}</dt>
          <dd>
            {words.interviews(row)}{' '}
            {[...new Set(interviews?.evidence.map(({ survey }) => survey))].map((survey) => (
              <a key={survey} href={pathOf({ screen: 'surveys', id: survey })}>
                {t('evidence')}
              </a>
            ))}
          </dd>
          <dt>{t('opinions')}</dt>
          <dd>
            {opinions
              ? OPINION_FROM.filter((from) => opinions[from].all > 0)
                  .map((from) => `${t(`opinionsFrom.${from}`)} ${t('opinionsText', opinions[from])}`)
                  .join(' · ')
              : '—'}
          </dd>
          <dt>{t('findings')}</dt>
          <dd>{findings.all === 0 ? '—' : t('findingsText', findings)}</dd>
          {paid !== '' && (
            <>
              <dt>{t('money')}</dt>
              <dd>¥{paid}</dd>
            </>
          )}
        </dl>
      </section>
    </div>
  )
}

type CasesProps = {
  readonly n: number
  readonly ids: readonly string[]
  readonly label: string
  readonly onOpen: (ids: readonly string[]) => void
}

function Cases({ n, ids, label, onOpen }: CasesProps) {
  const atCounter = useCounterView()
  if (n === 0 || atCounter) return <span>{n}</span>
  return (
    <button type="button" className="figure" aria-label={`${label}: ${n}`} onClick={() => onOpen(ids)}>
      {n}
    </button>
  )
}

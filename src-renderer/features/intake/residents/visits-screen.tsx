/** 走访计划: who is due, the longest overdue first, and how much of this month is covered (national target 100 %). */
import { Button, Select } from 'antd'
import { useRef, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonRow, VisitQuery } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useNow } from '#app/session/now.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { Chips } from '#app/ui/chips.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { addDays, dayOf, type Moment } from '#core/lib/time.ts'
import { TIERS, type Tier } from '#core/person/marks.ts'
import { percentOf } from '#core/person/visit-plan.ts'
import { MarkTags } from './mark-tags.tsx'
import { ResidentTabs } from './resident-tabs.tsx'
import { VisitDrawer } from './visit-drawer.tsx'
import './residents.css'

const PAGE_ROWS = 50
const UNTIL = ['week', 'month', 'all'] as const

export type PrintVisitsProps = { readonly query: Omit<VisitQuery, 'offset' | 'limit'>; readonly area: string; readonly disabled: boolean } // prettier-ignore

const untilOf = (until: (typeof UNTIL)[number], now: Moment): string | undefined =>
  until === 'all' ? undefined : until === 'week' ? addDays(dayOf(now), 7) : `${now.slice(0, 7)}-31`

export function VisitsScreen({ Print }: { readonly Print: ComponentType<PrintVisitsProps> }) {
  const { t } = useTranslation('residents')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const now = useNow()
  const words = useMomentWords(now)
  const table = useRef<HTMLTableElement>(null)
  const [tier, setTier] = useState<Tier | 'all'>('all')
  const [until, setUntil] = useState<(typeof UNTIL)[number]>('week')
  const [area, setArea] = useState('')
  const [page, setPage] = useState(0)
  const [chosen, setChosen] = useState(0)
  const [visiting, setVisiting] = useState<PersonRow | null>(null)
  const day = untilOf(until, now)
  const query = { ...(tier !== 'all' && { tier }), ...(day !== undefined && { until: day }), ...(area !== '' && { within: area }) } // prettier-ignore
  const plan = useAnswer(
    () => desk.visitPlan({ ...query, offset: page * PAGE_ROWS, limit: PAGE_ROWS }),
    [desk, JSON.stringify(query), page, revision, dayOf(now)],
  )
  const areas = useAnswer(() => desk.areas(), [desk, revision])
  if (!plan) return <p className="muted">{t('loading')}</p>
  const { rows, total, coverage } = plan
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS))
  const at = Math.min(chosen, rows.length - 1)
  const first = (): void => {
    setPage(0)
    setChosen(0)
  }
  return (
    <>
      <VisitKeys
        at={at}
        total={rows.length}
        choose={(row) => {
          setChosen(row)
          table.current?.tBodies[0]?.rows[row]?.scrollIntoView({ block: 'nearest' })
        }}
        open={() => rows[at] && go({ screen: 'residents', id: rows[at].person.id })}
        visit={() => rows[at] && setVisiting(rows[at].person)}
      />
      <PageHead title={t('tabs.visits')} aside={t('plan.lead', { month: plan.month })}>
        <Select
          aria-label={t('plan.within')}
          popupMatchSelectWidth={false}
          showSearch
          optionFilterProp="label"
          value={area}
          options={[
            { value: '', label: t('plan.everywhere') },
            ...(areas ?? []).map((place) => ({ value: place.id, label: place.words })),
          ]}
          onChange={(next) => {
            setArea(next)
            first()
          }}
        />
        <Print
          query={query}
          area={areas?.find((place) => place.id === area)?.words ?? t('plan.everywhere')}
          disabled={total === 0}
        />
      </PageHead>
      <ResidentTabs at="visits" />
      <div className="coverage">
        {(['all', ...TIERS] as const).map((one) => {
          const percent = percentOf(coverage[one])
          return (
            <div key={one} className="card">
              <b>{percent === null ? t('plan.none') : `${percent}%`}</b>
              <span>{one === 'all' ? t('plan.all') : t(`tier.${one}`)}</span>
              <small className="muted">{t('plan.coverage', coverage[one])}</small>
            </div>
          )
        })}
      </div>
      <div className="row wrap plan-filters">
        <div role="group" aria-label={t('plan.filter')}>
          <Chips
            value={tier}
            onChange={(next) => {
              setTier(next)
              first()
            }}
            options={(['all', ...TIERS] as const).map((value) => ({ value, label: value === 'all' ? t('plan.all') : t(`tier.${value}`) }))} // prettier-ignore
          />
        </div>
        <div role="group" aria-label={t('plan.until')}>
          <Chips
            value={until}
            onChange={(next) => {
              setUntil(next)
              first()
            }}
            options={UNTIL.map((value) => ({ value, label: t(`plan.untilBy.${value}`) }))}
          />
        </div>
        <span className={plan.overdue > 0 ? 'bad' : 'muted'}>
          {plan.overdue > 0 ? t('plan.overdueCount', { n: plan.overdue }) : t('plan.total', { n: total })}
        </span>
      </div>
      {rows.length === 0 ? (
        <div className="card">
          <EmptyState
            title={t(coverage.all.listed === 0 ? 'plan.emptyTitle' : 'plan.noneTitle')}
            text={t(coverage.all.listed === 0 ? 'plan.emptyText' : 'plan.noneText')}
          />
        </div>
      ) : (
        <table ref={table} className="card residents">
          <thead>
            <tr>
              <th scope="col" className="name">
                {t('plan.column.name')}
              </th>
              <th scope="col">{t('plan.column.place')}</th>
              <th scope="col" className="last">
                {t('plan.column.due')}
              </th>
              <th scope="col" className="last">
                {t('plan.column.last')}
              </th>
              <th scope="col" className="act">
                <span className="spoken-only">{t('plan.column.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ person, due }, i) => (
              <tr
                key={person.id}
                className={i === at ? 'selected' : ''}
                aria-current={i === at}
                onClick={() => setChosen(i)}
              >
                <td>
                  <div className="one-line">{person.name}</div>
                  {person.phoneTail && <small className="muted">{t('tail', { tail: person.phoneTail })}</small>}
                </td>
                <td>
                  <div className="one-line" title={person.place}>
                    {person.place}
                  </div>
                  <MarkTags row={person} />
                </td>
                <td className={due.overdue ? 'bad' : ''}>
                  {words.limit(due.at)} {due.overdue && t('plan.overdue')}
                  <div>
                    <small className="muted">{t(`person.reason.${due.reason}`)}</small>
                  </div>
                </td>
                <td>{due.last ? words.at(due.last) : <span className="muted">{t('plan.never')}</span>}</td>
                <td className="act">
                  <Button size="small" tabIndex={-1} onClick={() => go({ screen: 'residents', id: person.id })}>
                    {t('openPerson')} <span className="spoken-only">{person.name}</span>
                    {i === at && <Kbd keys="↵" />}
                  </Button>
                  <Button size="small" tabIndex={-1} onClick={() => setVisiting(person)}>
                    {t('plan.record')} <span className="spoken-only">{person.name}</span>
                    {i === at && <Kbd keys="V" />}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {pages > 1 && (
        <nav className="row residents-foot" aria-label={t('pages')}>
          <Button disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('previous')}
          </Button>
          <span className="muted">{t('page', { page: page + 1, pages })}</span>
          <Button disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
            {t('next')}
          </Button>
        </nav>
      )}
      {visiting && (
        <VisitDrawer person={visiting} onSaved={() => setVisiting(null)} onLeave={() => setVisiting(null)} />
      )}
    </>
  )
}

type VisitKeysProps = {
  readonly at: number
  readonly total: number
  readonly choose: (row: number) => void
  readonly open: () => void
  readonly visit: () => void
}

function VisitKeys({ at, total, choose, open, visit }: VisitKeysProps) {
  const { t } = useTranslation('residents')
  useKeys([
    { key: 'ArrowUp', label: t('plan.up'), run: () => choose(Math.max(0, at - 1)), quiet: true },
    { key: 'ArrowDown', label: t('plan.down'), run: () => choose(Math.min(total - 1, at + 1)), quiet: true },
    { key: 'Enter', label: t('openPerson'), run: open },
    { key: 'V', label: t('plan.record'), run: visit },
  ])
  return null
}

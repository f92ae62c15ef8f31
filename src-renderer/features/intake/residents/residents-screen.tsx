/** 居民: registered residents, and whoever has asked for something. One person's page or cases are one key away, a new request another. */
import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PeopleQuery, PersonRow } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { setCaseFilter } from '#app/session/case-filter.ts'
import { useNow } from '#app/session/now.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { useMomentWords } from '#app/ui/moment-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { beginRequestOf } from './begin-request.ts'
import { MarkTags } from './mark-tags.tsx'
import { PersonDrawer } from './person-drawer.tsx'
import { ResidentTabs } from './resident-tabs.tsx'
import './residents.css'

const PAGE_ROWS = 50
const SORTS = ['last', 'requests'] as const satisfies readonly PeopleQuery['sort'][]
const ONLY = ['all', 'registered', 'marked', 'asked'] as const

/** `register`: a case whose requester is to be registered at once. */
export function ResidentsScreen({ register }: { readonly register?: string }) {
  const { t } = useTranslation('residents')
  const services = useServices()
  const { desk } = services
  const revision = useSession((session) => session.revision)
  const words = useMomentWords(useNow())
  const table = useRef<HTMLTableElement>(null)
  const [search, setSearch] = useState('')
  const [sort, setSort] = useState<PeopleQuery['sort']>('last')
  const [only, setOnly] = useState<(typeof ONLY)[number]>('all')
  const [page, setPage] = useState(0)
  const [chosen, setChosen] = useState(0)
  /** A case, or '' for somebody who never asked. */
  const [entering, setEntering] = useState<string | null>(register ?? null)
  const query: PeopleQuery = { search, sort, ...(only !== 'all' && { only }), offset: page * PAGE_ROWS, limit: PAGE_ROWS } // prettier-ignore
  const answer = useAnswer(() => desk.people(query), [desk, JSON.stringify(query), revision])
  const rows = answer?.rows ?? []
  const total = answer?.total ?? 0
  const pages = Math.max(1, Math.ceil(total / PAGE_ROWS))
  const at = Math.min(chosen, rows.length - 1)

  const choose = (row: number): void => {
    const next = Math.max(0, Math.min(rows.length - 1, row))
    setChosen(next)
    table.current?.tBodies[0]?.rows[next]?.scrollIntoView({ block: 'nearest' })
  }
  const turn = (to: number): void => {
    if (to < 0 || to >= pages) return
    setPage(to)
    setChosen(0)
    table.current?.scrollIntoView({ block: 'nearest' })
  }
  const first = (): void => {
    setPage(0)
    setChosen(0)
  }
  const open = (person: PersonRow | undefined): void => {
    if (!person) return
    if (person.person) return go({ screen: 'residents', id: person.person })
    setCaseFilter({ requesterOf: person.id })
    go({ screen: 'cases' })
  }
  const takeIn = (person: PersonRow | undefined): void => {
    if (person) void beginRequestOf(person.id, services)
  }
  const enter = (person: PersonRow | undefined): void => {
    if (person && !person.person) setEntering(person.id)
  }
  useKeys([
    { key: 'ArrowUp', label: t('up'), run: () => choose(at - 1), quiet: true },
    { key: 'ArrowDown', label: t('down'), run: () => choose(at + 1), quiet: true },
    { key: 'PageUp', label: t('previous'), run: () => turn(page - 1), quiet: true },
    { key: 'PageDown', label: t('next'), run: () => turn(page + 1), quiet: true },
    { key: 'Enter', label: t(rows[at]?.person ? 'openPerson' : 'openCases'), run: () => open(rows[at]) },
    { key: 'N', label: t('intake'), run: () => takeIn(rows[at]) },
    { key: 'A', label: t('newPerson'), run: () => setEntering('') },
    { key: 'J', label: t('registerOne'), run: () => enter(rows[at]), quiet: true },
  ])

  return (
    <>
      <PageHead
        title={t('title')}
        aside={answer && t(search === '' ? 'total' : 'found', { n: total.toLocaleString('en') })}
      >
        <SearchBox
          className="residents-search"
          label={t('search')}
          hint={t('searchHint')}
          onSearch={(next) => {
            setSearch(next)
            first()
          }}
          onRows={() => choose(0)}
        />
        <Select
          aria-label={t('only')}
          popupMatchSelectWidth={false}
          value={only}
          options={ONLY.map((value) => ({ value, label: t(`onlyBy.${value}`) }))}
          onChange={(next) => {
            setOnly(next)
            first()
          }}
        />
        <Select
          aria-label={t('sort')}
          popupMatchSelectWidth={false}
          value={sort}
          options={SORTS.map((value) => ({ value, label: t(`sortBy.${value}`) }))}
          onChange={(next) => {
            setSort(next)
            first()
          }}
        />
        <Button type="primary" onClick={() => setEntering('')}>
          {t('newPerson')}
          <Kbd keys="A" />
        </Button>
      </PageHead>
      <ResidentTabs at="list" />
      {!answer ? (
        <p className="muted">{t('loading')}</p>
      ) : rows.length === 0 ? (
        <div className="card">
          {search === '' && only === 'all' ? (
            <EmptyState title={t('emptyTitle')} text={t('emptyText')}>
              <Button type="primary" onClick={() => go({ screen: 'intake' })}>
                {t('newCase')}
              </Button>
            </EmptyState>
          ) : (
            <EmptyState title={t('noneTitle')} text={t('noneText')} />
          )}
        </div>
      ) : (
        <>
          <table ref={table} className="card residents">
            <thead>
              <tr>
                <th scope="col" className="name">
                  {t('column.name')}
                </th>
                <th scope="col" className="phone">
                  {t('column.phone')}
                </th>
                <th scope="col">{t('column.place')}</th>
                <th scope="col" className="cases">
                  {t('column.cases')}
                </th>
                <th scope="col" className="last">
                  {t('column.last')}
                </th>
                <th scope="col" className="act">
                  <span className="spoken-only">{t('column.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.map((person, i) => (
                <tr
                  key={person.id}
                  className={i === at ? 'selected' : ''}
                  aria-current={i === at}
                  onClick={() => setChosen(i)}
                  onDoubleClick={() => open(person)}
                >
                  <td>
                    <div className="one-line" title={person.name}>
                      {person.name}
                    </div>
                    {!person.person && <small className="muted">{t('notRegistered')}</small>}
                  </td>
                  <td className="phone">
                    {person.phoneTail ? t('tail', { tail: person.phoneTail }) : <Unknown word={t('unknown')} />}
                  </td>
                  <td>
                    <div className="one-line" title={person.place}>
                      {person.place || <Unknown word={t('unknown')} />}
                    </div>
                    <MarkTags row={person} />
                  </td>
                  <td className="cases">
                    {person.cases > 0 ? t('cases', { n: person.cases }) : <Unknown word={t('noCases')} />}
                    {person.open > 0 && <small> · {t('open', { n: person.open })}</small>}
                  </td>
                  <td className="last">{person.lastAt && words.at(person.lastAt)}</td>
                  <td className="act">
                    {!person.person && (
                      <Button size="small" tabIndex={-1} onClick={() => enter(person)}>
                        {t('registerOne')} <span className="spoken-only">{person.name}</span>
                        {i === at && <Kbd keys="J" />}
                      </Button>
                    )}
                    <Button size="small" tabIndex={-1} onClick={() => open(person)}>
                      {t(person.person ? 'openPerson' : 'openCases')} <span className="spoken-only">{person.name}</span>
                      {i === at && <Kbd keys="↵" />}
                    </Button>
                    <Button size="small" tabIndex={-1} onClick={() => takeIn(person)}>
                      {t('intake')} <span className="spoken-only">{person.name}</span>
                      {i === at && <Kbd keys="N" />}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <div className="row residents-foot">
            <span className="muted small">{t('note')}</span>
            {pages > 1 && (
              <nav className="row" aria-label={t('pages')}>
                <Button disabled={page === 0} onClick={() => turn(page - 1)}>
                  {t('previous')}
                  <Kbd keys="PgUp" />
                </Button>
                <span className="muted">{t('page', { page: page + 1, pages })}</span>
                <Button disabled={page + 1 >= pages} onClick={() => turn(page + 1)}>
                  {t('next')}
                  <Kbd keys="PgDn" />
                </Button>
              </nav>
            )}
          </div>
        </>
      )}
      {entering !== null && (
        <PersonDrawer
          entry={{ kind: 'new', from: entering }}
          onSaved={(person) => go({ screen: 'residents', id: person })}
          onLeave={() => setEntering(null)}
        />
      )}
    </>
  )
}

const Unknown = ({ word }: { word: string }) => <span className="muted">{word}</span>

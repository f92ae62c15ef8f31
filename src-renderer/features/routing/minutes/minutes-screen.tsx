/**
 * 路程分钟: every service by every 小区, typed by somebody who knows the way. Enter goes to the next cell below; a cell is saved
 * when it is left. What is not filled in is 未填 and lowers no rank.
 */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { go } from '#app/session/route.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { MinutesCell } from './minutes-cell.tsx'
import { useMinutesSheet } from './minutes-sheet.ts'
import './minutes.css'

/** Services drawn at once: a cell is an input, and a thousand services by ten 小区 would be ten thousand. */
const AT_ONCE = 40

export function MinutesScreen() {
  const { t } = useTranslation('routing')
  const { desk, host, clock } = useServices()
  const revision = useSession((session) => session.revision)
  const table = useAnswer(() => desk.minutes(), [desk, revision])
  const [search, setSearch] = useState('')
  const [limit, setLimit] = useState(AT_ONCE)
  const sheetOf = useMinutesSheet()
  const out = useExport<'list'>({
    name: `${t('minutes.title')}-${dayOf(momentOf(clock()))}`,
    make: async (format) =>
      table && { bytes: await desk.writeSheet(sheetOf(table), format), count: table.services.length },
    save: host.saveFile,
    clock,
  })
  if (!table) return null
  const { places, services } = table
  const words = search.trim().toLowerCase()
  const found = services.filter(({ name, provider }) => `${name}\n${provider}`.toLowerCase().includes(words))
  const filled = services.reduce((sum, { cells }) => sum + cells.filter(Boolean).length, 0)
  const isEmpty = places.length === 0 || services.length === 0
  return (
    <div className="list-page minutes-page">
      <PageHead
        title={t('minutes.title')}
        aside={t('minutes.count', { services: services.length, places: places.length, filled })}
      >
        {!isEmpty && (
          <>
            <SearchBox
              className="minutes-search"
              label={t('minutes.find')}
              hint={t('minutes.findHint')}
              onSearch={(typed) => {
                setSearch(typed)
                setLimit(AT_ONCE)
              }}
            />
            <ExportMenu out={out} disabled={false} kinds={[{ kind: 'list', words: '' }]} />
          </>
        )}
      </PageHead>
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('minutes.exported', { count: n })} />
      {isEmpty ? (
        <div className="card">
          <EmptyState title={t('minutes.emptyTitle')} text={t('minutes.emptyText')}>
            <Button type="primary" onClick={() => go({ screen: 'providers' })}>
              {t('minutes.toProviders')}
            </Button>
          </EmptyState>
        </div>
      ) : (
        <section className="card">
          <p className="muted small">{t('minutes.hint')}</p>
          <table aria-label={t('minutes.title')}>
            <thead>
              <tr>
                <th>{t('minutes.service')}</th>
                {places.map(({ id, name }) => (
                  <th key={id}>{name}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {found.slice(0, limit).map(({ id, name, provider, comes, cells }) => (
                <tr key={id}>
                  <th scope="row">
                    {name}
                    <div className="muted small">{provider}</div>
                  </th>
                  {places.map((place, column) => (
                    <td key={place.id}>
                      <MinutesCell
                        service={{ id, name }}
                        place={place}
                        column={column}
                        said={cells[column] ?? null}
                        usual={comes ? 'arrive' : 'walk'}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {found.length > limit && (
            <Button type="link" onClick={() => setLimit(limit + AT_ONCE)}>
              {t('minutes.more', { n: Math.min(AT_ONCE, found.length - limit) })}
            </Button>
          )}
        </section>
      )}
    </div>
  )
}

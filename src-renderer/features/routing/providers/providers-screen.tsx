/** 服务单位: who answers requests in this neighbourhood, and how a resident gets to them. */
import { Button } from 'antd'
import { useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ExportMenu, ExportSaid, useExport } from '#app/ui/export-menu.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { SearchBox } from '#app/ui/search-box.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import type { ProviderCard as Provider } from '#core/book/book.ts'
import { dayOf, momentOf } from '#core/lib/time.ts'
import { go } from '#app/session/route.ts'
import { DirectoryFile } from './directory-file-menu.tsx'
import { openCasesOf, ProviderCard } from './provider-card.tsx'
import { ProviderDrawer } from './provider-drawer.tsx'
import { fitsFilter, NO_FILTER, ProviderFilters, type ProviderFilter } from './provider-filters.tsx'
import { ProviderList } from './provider-list.tsx'
import { isIn, ProviderMatrix, type Corner } from './provider-matrix.tsx'
import { useProviderSheet } from './provider-sheet.ts'
import { ProviderTypes } from './provider-types.tsx'
import './providers.css'

/** Rows that PageUp and PageDown go by. */
const SCREENFUL = 10

const draftOf = (editing: Provider | 'new'): string => (editing === 'new' ? 'new' : editing.id)

export function ProvidersScreen() {
  const { t } = useTranslation('providers')
  const { desk, host, clock } = useServices()
  const revision = useSession((session) => session.revision)
  const providers = useAnswer(() => desk.providers(), [desk, revision])
  const [search, setSearch] = useState('')
  const found = useAnswer(async () => (search === '' ? null : new Set(await desk.findProviders(search))), [desk, revision, search]) // prettier-ignore
  const rows = useAnswer(
    async () => new Map((await desk.directoryRows()).map((row) => [row.id, row])),
    [desk, revision],
  )
  const [filter, setFilter] = useState<ProviderFilter>(NO_FILTER)
  const [corner, setCorner] = useState<Corner>({})
  const [asMatrix, setAsMatrix] = useState(false)
  const [chosen, setChosen] = useState(0)
  const [editing, setEditing] = useState<Provider | 'new' | null>(null)
  // Forms that were left unsaved, for as long as this page is open.
  const [kept, setKept] = useState<ReadonlyMap<string, FieldValues>>(new Map())
  const sheetOf = useProviderSheet()

  const named = (providers ?? []).filter(({ id }) => search === '' || found === null || found.has(id))
  const shown = named.filter((provider) => isIn(provider, corner) && fitsFilter(rows?.get(provider.id), filter))
  const at = Math.max(0, Math.min(chosen, shown.length - 1))
  const provider = shown[at]
  const narrow = (next: Corner): void => {
    setCorner(next)
    setChosen(0)
    setAsMatrix(false)
  }
  const close = (typed: FieldValues | undefined): void => {
    if (!editing) return
    const others = [...kept].filter(([draft]) => draft !== draftOf(editing))
    setKept(new Map(typed ? [...others, [draftOf(editing), typed]] : others))
    setEditing(null)
  }
  const open = (id: string): void => go({ screen: 'providers', id })
  const edit = (): void => {
    if (provider) setEditing(provider)
  }
  const out = useExport<'list'>({
    name: `${t('title')}-${dayOf(momentOf(clock()))}`,
    make: async (format) => ({ bytes: await desk.writeSheet(sheetOf(shown), format), count: shown.length }),
    save: host.saveFile,
    clock,
  })
  useRowKeys({
    at,
    total: asMatrix ? 0 : shown.length,
    onSelect: setChosen,
    onOpen: edit,
    openLabel: t('keys.edit'),
    page: SCREENFUL,
  })
  useKeys([
    { key: 'M', label: asMatrix ? t('list') : t('matrix'), run: () => setAsMatrix(!asMatrix) },
    { key: 'O', label: t('keys.cases'), run: () => provider && openCasesOf(provider.id), quiet: true },
    { key: 'N', label: t('keys.enter'), run: () => setEditing('new') },
    { key: 'P', label: t('keys.open'), run: () => provider && open(provider.id) },
  ])
  if (!providers) return null

  const enter = (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t('enter')}
      <Kbd keys="N" />
    </Button>
  )
  return (
    <div className="list-page providers-page">
      <PageHead title={t('title')} aside={t('count', { n: providers.length })}>
        {providers.length > 0 && (
          <>
            <SearchBox
              className="provider-search"
              label={t('find')}
              hint={t('findHint')}
              onSearch={(words) => {
                setSearch(words)
                setChosen(0)
                setAsMatrix(false)
              }}
            />
            <Button aria-pressed={asMatrix} onClick={() => setAsMatrix(!asMatrix)}>
              {asMatrix ? t('list') : t('matrix')}
              <Kbd keys="M" />
            </Button>
            <ExportMenu out={out} disabled={shown.length === 0} kinds={[{ kind: 'list', words: '' }]} />
            <Button title={t('people')} onClick={() => open('people')}>
              {t('peopleShort')}
            </Button>
          </>
        )}
        <DirectoryFile />
        {enter}
      </PageHead>
      <ExportSaid out={out} onReveal={host.reveal} said={(n) => t('exported', { count: n })} />
      {providers.length > 0 && <ProviderTypes providers={named} corner={corner} onCorner={narrow} />}
      {providers.length > 0 && !asMatrix && <ProviderFilters filter={filter} onFilter={setFilter} rows={rows} />}
      {providers.length === 0 ? (
        <div className="card">
          <EmptyState title={t('emptyTitle')} text={t('emptyText')}>
            {enter}
          </EmptyState>
        </div>
      ) : asMatrix ? (
        <ProviderMatrix providers={named} onOpen={narrow} />
      ) : !provider ? (
        <div className="card">
          {filter === NO_FILTER ? (
            <EmptyState title={t('notFound')} text={t('notFoundText')} />
          ) : (
            <EmptyState title={t('filter.none')} text={t('filter.noneText')}>
              <Button onClick={() => setFilter(NO_FILTER)}>{t('filter.clear')}</Button>
            </EmptyState>
          )}
        </div>
      ) : (
        <div className="providers-columns">
          <ProviderList
            providers={shown}
            rows={rows ?? new Map()}
            selected={at}
            onSelect={setChosen}
            onOpen={() => open(provider.id)}
          />
          <ProviderCard provider={provider} onEdit={edit} onOpen={() => open(provider.id)} />
        </div>
      )}
      {editing && (
        <ProviderDrawer
          provider={editing === 'new' ? null : editing}
          kept={kept.get(draftOf(editing))}
          onSaved={() => close(undefined)}
          onLeave={close}
        />
      )}
    </div>
  )
}

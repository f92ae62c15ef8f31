/** 服务单位: who answers requests in this neighbourhood. */
import { Button, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { ProviderCard } from '#core/book/book.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { ServiceTypeTile } from '#app/ui/service-type-tile.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { ProviderDrawer } from './provider-drawer.tsx'
import './providers.css'

/** Every word of the search stands in the name or the services. */
function named(provider: ProviderCard, search: string): boolean {
  const text = `${provider.name} ${provider.services ?? ''}`.toLowerCase()
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

const draftOf = (editing: ProviderCard | 'new'): string => (editing === 'new' ? 'new' : editing.id)

export function ProvidersScreen() {
  const { t } = useTranslation(['providers', 'codes'])
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  const providers = useAnswer(() => desk.providers(), [desk, revision])
  const [search, setSearch] = useState('')
  const [chosen, setChosen] = useState(0)
  const [editing, setEditing] = useState<ProviderCard | 'new' | null>(null)
  // Forms that were left unsaved, for as long as this page is open.
  const [kept, setKept] = useState<ReadonlyMap<string, FieldValues>>(new Map())
  const find = useRef<InputRef>(null)
  const table = useRef<HTMLTableElement>(null)

  const shown = (providers ?? [])
    .filter((provider) => named(provider, search.trim()))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh'))
  const at = Math.min(chosen, shown.length - 1)
  const choose = (row: number): void => {
    const next = Math.max(0, Math.min(shown.length - 1, row))
    setChosen(next)
    table.current?.tBodies[0]?.rows[next]?.scrollIntoView({ block: 'nearest' })
  }
  const close = (typed: FieldValues | undefined): void => {
    if (!editing) return
    const others = [...kept].filter(([draft]) => draft !== draftOf(editing))
    setKept(new Map(typed ? [...others, [draftOf(editing), typed]] : others))
    setEditing(null)
  }
  const edit = (): void => {
    const provider = shown[at]
    if (provider) setEditing(provider)
  }
  useKeys([
    { key: '/', label: t('keys.find'), run: () => find.current?.focus() },
    { key: 'ArrowUp', label: t('keys.up'), run: () => choose(at - 1), quiet: true },
    { key: 'ArrowDown', label: t('keys.down'), run: () => choose(at + 1), quiet: true },
    { key: 'Enter', label: t('keys.edit'), run: edit },
    { key: 'N', label: t('keys.enter'), run: () => setEditing('new') },
  ])
  if (!providers) return null

  const enter = (
    <Button type="primary" onClick={() => setEditing('new')}>
      {t('enter')}
      <kbd aria-hidden="true">N</kbd>
    </Button>
  )
  return (
    <>
      <PageHead title={t('title')} aside={t('count', { n: providers.length })}>
        {providers.length > 0 && (
          <Input
            ref={find}
            className="provider-search"
            autoComplete="off"
            spellCheck={false}
            aria-label={t('find')}
            placeholder={t('find')}
            suffix={<kbd aria-hidden="true">/</kbd>}
            value={search}
            onChange={(event) => setSearch(event.target.value)}
            onPressEnter={(event) => event.nativeEvent.isComposing || event.currentTarget.blur()}
          />
        )}
        {enter}
      </PageHead>
      <div className="card providers">
        {providers.length === 0 ? (
          <EmptyState title={t('emptyTitle')} text={t('emptyText')}>
            {enter}
          </EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState title={t('notFound')} text={t('notFoundText')} />
        ) : (
          <table ref={table}>
            <thead>
              <tr>
                <th>{t('name')}</th>
                <th>{t('kind')}</th>
                <th>{t('phone')}</th>
                <th>{t('services')}</th>
                <th>{t('funding')}</th>
                <th>
                  <span className="spoken-only">{t('edit')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((provider, i) => (
                <tr
                  key={provider.id}
                  className={i === at ? 'chosen' : ''}
                  onClick={() => setChosen(i)}
                  onDoubleClick={() => setEditing(provider)}
                >
                  <td>
                    <span className="row">
                      <ServiceTypeTile type={provider.serviceType} />
                      {provider.name}
                    </span>
                  </td>
                  <td>{t(`codes:providerKind.${provider.kind}`)}</td>
                  <td>{provider.phone}</td>
                  <Known words={provider.services} unknown={t('unknown')} />
                  <Known
                    words={provider.funding && t(`codes:fundingMode.${provider.funding}`)}
                    unknown={t('unknown')}
                  />
                  <td>
                    <Button
                      size="small"
                      onClick={() => setEditing(provider)}
                      aria-label={`${t('edit')} ${provider.name}`}
                    >
                      {t('edit')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {editing && (
        <ProviderDrawer
          provider={editing === 'new' ? null : editing}
          kept={kept.get(draftOf(editing))}
          onSaved={() => close(undefined)}
          onLeave={close}
        />
      )}
    </>
  )
}

function Known({ words, unknown }: { words: string | undefined; unknown: string }) {
  return words ? <td>{words}</td> : <td className="muted">{unknown}</td>
}

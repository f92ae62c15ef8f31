/** 地点: the tree level by level; a place is added where one stands, or a whole register comes in from a spreadsheet. */
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlaceLine } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { useSession } from '#app/session/session.ts'
import { useRowKeys } from '#app/ui/case-rows-keys.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Kbd } from '#app/ui/kbd.tsx'
import { useKeys } from '#app/ui/keys.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { useAnswer } from '#app/ui/use-answer.ts'
import { ImportPlaces } from './import-places.tsx'
import { PlaceDrawer, type PlaceEntry } from './place-drawer.tsx'
import { PlaceResidents } from './place-residents.tsx'
import { ResidentTabs } from './resident-tabs.tsx'
import './residents.css'

/** Rows that PageUp and PageDown go by; at most 2,000 are drawn. */
const SCREENFUL = 12

export function PlacesScreen() {
  const { t } = useTranslation('places')
  const { desk } = useServices()
  const revision = useSession((session) => session.revision)
  // Null until the clerk goes anywhere: a top level of one row shows nothing.
  const [parent, setParent] = useState<string | null>(null)
  const [chosen, setChosen] = useState(0)
  const [editing, setEditing] = useState<PlaceEntry | null>(null)
  const [importing, setImporting] = useState(false)
  const level = useAnswer(() => desk.placeLevel(parent), [desk, parent, revision])
  const lines = level?.lines ?? []
  const at = Math.max(0, Math.min(chosen, lines.length - 1))
  const here = level?.path.at(-1)
  const into = (id: string): void => {
    setParent(id)
    setChosen(0)
  }
  const open = (line: PlaceLine | undefined): void => {
    if (line) into(line.card.id)
  }
  const add = (): void => setEditing({ kind: 'new', parent: here ?? null })
  useRowKeys({
    at,
    total: lines.length,
    onSelect: setChosen,
    onOpen: () => open(lines[at]),
    openLabel: t('open'),
    page: SCREENFUL,
  })
  useKeys([
    { key: 'A', label: t('add'), run: add },
    { key: 'E', label: t('edit'), run: () => lines[at] && setEditing({ kind: 'edit', card: lines[at].card }) },
    { key: 'Backspace', label: t('top'), run: () => into(level?.path.at(-2)?.id ?? ''), quiet: true },
  ])
  // Then the page itself says what to do.
  const isEmpty = level?.path.length === 0 && level.lines.length === 0
  if (importing) return <ImportPlaces onDone={() => setImporting(false)} />
  return (
    <>
      <PageHead title={t('title')}>
        {!isEmpty && (
          <>
            <Button onClick={() => setImporting(true)}>{t('import')}</Button>
            <Button type="primary" onClick={add}>
              {t(here ? 'addHere' : 'add')}
              <Kbd keys="A" />
            </Button>
          </>
        )}
      </PageHead>
      <ResidentTabs at="places" />
      {level && level.path.length > 0 && (
        <nav className="place-path" aria-label={t('path')}>
          <Button type="link" size="small" onClick={() => into('')}>
            {t('top')}
          </Button>
          {level.path.map((place, i) => (
            <span key={place.id}>
              {' › '}
              {i === level.path.length - 1 ? (
                <b aria-current="location">{place.name}</b>
              ) : (
                <Button type="link" size="small" onClick={() => into(place.id)}>
                  {place.name}
                </Button>
              )}
            </span>
          ))}
        </nav>
      )}
      {!level ? null : lines.length === 0 ? (
        isEmpty ? (
          <div className="card">
            <EmptyState title={t('emptyTitle')} text={t('emptyText')}>
              <Button type="primary" onClick={() => setImporting(true)}>
                {t('import')}
              </Button>
              <Button onClick={add}>{t('add')}</Button>
            </EmptyState>
          </div>
        ) : (
          <p className="card muted place-none">{t('noneBelow')}</p>
        )
      ) : (
        <table className="card residents places">
          <thead>
            <tr>
              {(['name', 'kind', 'below', 'residents', 'across', 'leader'] as const).map((column) => (
                <th key={column} scope="col" className={column}>
                  {t(`column.${column}`)}
                </th>
              ))}
              <th scope="col" className="act">
                <span className="spoken-only">{t('column.act')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line, i) => {
              const { card } = line
              return (
                <tr
                  key={card.id}
                  className={i === at ? 'selected' : ''}
                  aria-current={i === at}
                  onClick={() => setChosen(i)}
                  onDoubleClick={() => open(line)}
                >
                  <td>
                    <div className="one-line">{card.name}</div>
                    {card.retired && <small className="muted">{t('retired')}</small>}
                  </td>
                  <td>{t(`kind.${card.kind}`)}</td>
                  <td className="cases">{line.below > 0 && line.below.toLocaleString('en')}</td>
                  <td className="cases">{line.residents > 0 && t('residents', { n: line.residents })}</td>
                  <td>
                    <div className="one-line">{[line.grid, line.residentGroup].filter(Boolean).join(' · ')}</div>
                  </td>
                  <td>
                    {card.leader && (
                      <div className="one-line">
                        {card.leader} <small className="muted">{t(`leaderOf.${card.kind}`)}</small>
                      </div>
                    )}
                  </td>
                  <td className="act">
                    <Button size="small" tabIndex={-1} onClick={() => open(line)}>
                      {t('open')} <span className="spoken-only">{card.name}</span>
                      {i === at && <Kbd keys="↵" />}
                    </Button>
                    <Button size="small" tabIndex={-1} onClick={() => setEditing({ kind: 'edit', card })}>
                      {t('edit')} <span className="spoken-only">{card.name}</span>
                      {i === at && <Kbd keys="E" />}
                    </Button>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
      {level && level.total > lines.length && (
        <p className="muted">{t('more', { n: level.total, shown: lines.length })}</p>
      )}
      {here && <PlaceResidents place={here.id} />}
      {editing && <PlaceDrawer entry={editing} onSaved={() => setEditing(null)} onLeave={() => setEditing(null)} />}
    </>
  )
}

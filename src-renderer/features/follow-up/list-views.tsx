/** 视图: lists that somebody wants again and again, four of them from the start. */
import { Button, Input, Popconfirm } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Filter, SavedView } from '#app/services/desk-types.ts'
import { useServices } from '#app/services/services.ts'
import { isCaseColumn } from '#app/ui/case-rows-columns.tsx'
import { isSortName, keptColumns, useListPlace, USUAL_SORT, type SortName } from './list-place.ts'

/** To add one: here, with its word in text/<language>/cases.ts (view). */
const GIVEN = [
  { name: 'all', filter: {}, sort: USUAL_SORT },
  { name: 'open', filter: { open: true }, sort: 'due-up' },
  { name: 'late', filter: { open: true, due: 'late' }, sort: 'due-up' },
  { name: 'routing', filter: { waiting: ['routing'] }, sort: 'received-up' },
  { name: 'revisit', filter: { waiting: ['revisit'] }, sort: 'due-up' },
] as const satisfies readonly { readonly name: string; readonly filter: Filter; readonly sort: SortName }[]

const NAME_LENGTH = 20

type ListViewsProps = {
  readonly filter: Filter
  readonly sort: SortName
  readonly onView: (filter: Filter, sort: SortName) => void
}

export function ListViews({ filter, sort, onView }: ListViewsProps) {
  const { t } = useTranslation('cases')
  const { desk } = useServices()
  const columns = useListPlace((place) => place.columns)
  const [own, setOwn] = useState<readonly SavedView[]>([])
  const [naming, setNaming] = useState<string | null>(null)
  useEffect(() => {
    let wanted = true
    void desk.savedViews().then((views) => wanted && setOwn(views))
    return () => void (wanted = false)
  }, [desk])

  const keep = (views: readonly SavedView[]): void => {
    setOwn(views)
    void desk.putSavedViews(views)
  }
  // Search words and whose cases they are stay out of it: they are about a person.
  const { search: _search, requesterOf: _person, ...lasting } = filter
  const isShown = (view: { readonly filter: object; readonly sort: string }): boolean =>
    view.sort === sort && sameFilter(view.filter, filter)
  const isNew = Object.keys(lasting).length > 0 && ![...GIVEN, ...own].some(isShown)
  const save = (): void => {
    const name = naming?.trim().slice(0, NAME_LENGTH)
    if (!name) return
    keep([...own.filter((view) => view.name !== name), { name, filter: lasting, sort, columns }])
    setNaming(null)
  }
  const open = (view: SavedView): void => {
    useListPlace.setState({ columns: view.columns.filter(isCaseColumn) })
    onView(view.filter, isSortName(view.sort) ? view.sort : USUAL_SORT)
  }

  return (
    <nav className="list-views" aria-label={t('view.label')}>
      {GIVEN.map((view) => (
        <button
          key={view.name}
          type="button"
          aria-pressed={isShown(view)}
          onClick={() => {
            useListPlace.setState({ columns: keptColumns() })
            onView(view.filter, view.sort)
          }}
        >
          {t(`view.${view.name}`)}
        </button>
      ))}
      {own.map((view) => (
        <span key={view.name} className="own">
          <button type="button" aria-pressed={isShown(view)} onClick={() => open(view)} translate="no">
            {view.name}
          </button>
          {isShown(view) && (
            <Popconfirm
              title={t('view.removeAsk')}
              okText={t('view.remove')}
              cancelText={t('view.stay')}
              onConfirm={() => keep(own.filter((one) => one !== view))}
            >
              <button type="button" className="remove" aria-label={`${t('view.remove')} ${view.name}`}>
                ×
              </button>
            </Popconfirm>
          )}
        </span>
      ))}
      {naming !== null ? (
        <span className="row naming">
          <Input
            autoFocus
            size="small"
            aria-label={t('view.name')}
            placeholder={t('view.name')}
            autoComplete="off"
            spellCheck={false}
            maxLength={NAME_LENGTH}
            value={naming}
            onChange={(event) => setNaming(event.target.value)}
            onPressEnter={(event) => event.nativeEvent.isComposing || save()}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
              event.preventDefault()
              setNaming(null)
            }}
          />
          <Button size="small" type="primary" disabled={naming.trim() === ''} onClick={save}>
            {t('view.save')}
          </Button>
          {(filter.search !== undefined || filter.requesterOf !== undefined) && (
            <span className="small muted">{t('view.withoutSearch')}</span>
          )}
        </span>
      ) : (
        isNew && (
          <button type="button" className="new" onClick={() => setNaming('')}>
            {t('view.add')}
          </button>
        )
      )}
    </nav>
  )
}

/** Whatever order the conditions were chosen in. */
const sameFilter = (a: object, b: object): boolean => plain(a) === plain(b)
const plain = (filter: object): string =>
  JSON.stringify(Object.entries(filter).toSorted(([one], [other]) => (one < other ? -1 : 1)))

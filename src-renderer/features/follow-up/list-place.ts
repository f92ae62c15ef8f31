/** How the list stands: order, columns, and where one was in it. Columns are kept on this PC, the rest in memory. */
import { create } from 'zustand'
import type { Filter, SortKey } from '#app/services/desk-types.ts'
import { useSession } from '#app/session/session.ts'
import { isCaseColumn, USUAL_COLUMNS, type CaseColumnName } from '#app/ui/case-rows-columns.tsx'

/** To add one: here, with its words in text/<language>/cases.ts. */
export const SORTS = {
  'received-down': { sort: 'received', descending: true },
  'received-up': { sort: 'received', descending: false },
  'due-up': { sort: 'due', descending: false },
  'due-down': { sort: 'due', descending: true },
  'number-up': { sort: 'number', descending: false },
  'status-up': { sort: 'status', descending: false },
} as const satisfies Readonly<Record<string, { readonly sort: SortKey; readonly descending: boolean }>>
export type SortName = keyof typeof SORTS
export const SORT_NAMES = Object.keys(SORTS) as SortName[]
export const USUAL_SORT: SortName = 'received-down'

export const isSortName = (name: string): name is SortName => Object.hasOwn(SORTS, name)

type ListPlace = {
  readonly sort: SortName
  readonly columns: readonly CaseColumnName[]
  /** The list that the two below belong to: another filter or order begins at its top. */
  readonly of: string
  readonly selected: number
  /** Pixels. */
  readonly top: number
}

/** No personal data: names of columns. */
const KEPT = 'linwu.case-columns'

/** As chosen last on this PC. */
export function keptColumns(): readonly CaseColumnName[] {
  const names = localStorage.getItem(KEPT)?.split(' ').filter(isCaseColumn)
  return names ?? USUAL_COLUMNS
}

export const useListPlace = create<ListPlace>(() => ({
  sort: USUAL_SORT,
  columns: keptColumns(),
  of: '',
  selected: 0,
  top: 0,
}))

/** Locking forgets it: the list's name holds its search words. */
useSession.subscribe((session) => {
  if (session.phase.kind !== 'open') useListPlace.setState({ of: '', selected: 0, top: 0 })
})

export function setColumns(columns: readonly CaseColumnName[]): void {
  localStorage.setItem(KEPT, columns.join(' '))
  useListPlace.setState({ columns })
}

/** Tells one list from another; in memory only, it may hold search words. */
export const listNamed = (filter: Filter, sort: SortName): string => JSON.stringify([filter, sort])

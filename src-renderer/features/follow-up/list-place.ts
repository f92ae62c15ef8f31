/** Where the list stands while other pages are open. In memory only, like the filter (session/case-filter.ts). */
import { create } from 'zustand'
import type { SortKey } from '#app/services/desk-types.ts'

export const PAGE_ROWS = 50

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

type ListPlace = { readonly sort: SortName; readonly page: number; readonly selected: number }

export const useListPlace = create<ListPlace>(() => ({ sort: 'received-down', page: 0, selected: 0 }))

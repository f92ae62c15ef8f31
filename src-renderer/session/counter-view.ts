/** 柜台模式: a key turns the window into one that residents may see. services/counter-desk.ts hides the words. */
import type { Counter } from '../services/counter-desk.ts'
import { setCaseFilter, useCaseFilter } from './case-filter.ts'
import { setPreference, usePreferences } from './preferences.ts'

export const COUNTER_KEY = 'F9'

/** Drafts begun since counter view was switched on. */
const own = new Set<string>()

export const counter: Counter = {
  isOn: () => usePreferences.getState().counterView,
  noteDraft: (id) => own.add(id),
  isOwnDraft: (id) => own.has(id),
}

export const useCounterView = (): boolean => usePreferences((preferences) => preferences.counterView)

export function switchCounterView(): void {
  own.clear()
  const on = !counter.isOn()
  // Search words are often names, and stand in a box.
  const { search: _search, requesterOf: _requester, ...rest } = useCaseFilter.getState().filter
  if (on) setCaseFilter(rest)
  setPreference('counterView', on)
}

/**
 * What the first search, the first look at the residents and the first letters typed would otherwise wait for, done when
 * the desk is idle: 100,000 cases in about 5 s, a portion of about 5 ms at a time.
 */
import { orderBy } from './case-query.ts'
import { loadLetters } from './letters.ts'
import { knownOf } from './people-index.ts'
import { hasRoster, rosterBy, rosterOf } from './roster.ts'
import { findLetters, joinBlock } from './search-text.ts'
import { readSome, type DeskState } from './state.ts'

/** Portions that join texts: 512 cases are 0.3 ms. */
const JOINED_AT_ONCE = 16

/** One portion; false when everything is there. */
export function prepareSome(state: DeskState): boolean {
  if (readSome(state)) return true
  for (let joined = 0; joinBlock(state.search);) if (++joined === JOINED_AT_ONCE) return true
  if (state.table.count === 0 || hasRoster(state)) return false
  if (!state.people.known) return Boolean(knownOf(state.people))
  rosterBy(rosterOf(state), 'last')
  orderBy(state.table, state.orders, 'received')
  // One search by letters learns how the characters of names and titles are read.
  void loadLetters().then(
    (letters) => findLetters(state.search, 'wsl', letters('wsl')),
    () => undefined,
  )
  return false
}

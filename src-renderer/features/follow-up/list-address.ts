/**
 * The list's filter as a part of the address, so that reloading and going back keep it. Chromium writes addresses to its
 * own files in clear: search words and whose cases are shown never stand there, only what is named in PARTS.
 */
import type { Filter } from '#app/services/desk-types.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, STATUSES, URGENCIES } from '#core/case-file/codes.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import { DUE_PERIODS, isDayRange, RECEIVED_PERIODS } from '#core/follow-up/period.ts'
import { isSortName, USUAL_SORT, type SortName } from './list-place.ts'

type Read = (text: string) => unknown

/** Codes of a closed list; undefined for anything else. */
const among =
  (codes: readonly string[]): Read =>
  (text) => {
    const found = text.split(',').filter((code) => codes.includes(code))
    return found.length > 0 ? found : undefined
  }
const period =
  (names: readonly string[]): Read =>
  (text) =>
    names.includes(text) || isDayRange(text) ? text : undefined

/** An id says nothing to who reads it. */
const idOf =
  (type: string): Read =>
  (text) =>
    new RegExp(`^${type}:[0-9A-Za-z-]+$`).test(text) ? text : undefined

/** To add one: a line, never one that holds words somebody typed. */
const PARTS = {
  status: among(STATUSES),
  serviceType: among([...SERVICE_TYPES, 'undecided']),
  requestKind: among(REQUEST_KINDS),
  channel: among(CHANNELS),
  urgency: among(URGENCIES),
  waiting: among(WAITINGS),
  due: period(DUE_PERIODS),
  received: period(RECEIVED_PERIODS),
  open: (text) => (text === 'yes' ? true : text === 'no' ? false : undefined),
  provider: idOf('provider'),
  handler: idOf('user'),
  place: idOf('place'),
  station: (text) => (/^[0-9a-f-]{36}$/.test(text) ? text : undefined),
  category: (text) => (/^L\d{0,6}$/.test(text) ? text : undefined),
} as const satisfies Partial<Record<keyof Filter, Read>>

/** `?status=received,dispatched&sort=due-up`, or ''. */
export function queryOf(filter: Filter, sort: SortName): string {
  const query = new URLSearchParams()
  for (const name of Object.keys(PARTS) as (keyof typeof PARTS)[]) {
    const value = filter[name]
    if (value === undefined) continue
    query.set(name, typeof value === 'boolean' ? (value ? 'yes' : 'no') : typeof value === 'string' ? value : value.join(',')) // prettier-ignore
  }
  if (sort !== USUAL_SORT) query.set('sort', sort)
  const text = query.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')
  return text === '' ? '' : `?${text}`
}

/** What a hash such as `#/cases?due=late` says; whatever is not known is left out. */
export function filterOf(hash: string): { readonly filter: Filter; readonly sort: SortName } {
  const query = new URLSearchParams(hash.split('?')[1] ?? '')
  const parts = Object.entries(PARTS).flatMap(([name, read]) => {
    const text = query.get(name)
    const value: unknown = text === null ? undefined : read(text)
    return value === undefined ? [] : [[name, value] as const]
  })
  const sort = query.get('sort') ?? ''
  return { filter: Object.fromEntries(parts) as Filter, sort: isSortName(sort) ? sort : USUAL_SORT }
}

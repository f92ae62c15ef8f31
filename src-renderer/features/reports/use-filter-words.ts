/** What narrows a list, in words, for the head of its print. */
import { useTranslation } from 'react-i18next'
import type { Filter } from '#app/services/desk-types.ts'
import { DUE_PERIODS, RECEIVED_PERIODS } from '#core/follow-up/period.ts'

/** `names`: of providers, colleagues, places and categories, by id or code. Search words may be a person's name: the paper only says that there were some. */
export function useFilterWords(): (filter: Filter, names: ReadonlyMap<string, string>) => string[] {
  const { t } = useTranslation(['cases', 'codes', 'papers'])
  const listed = <V extends string>(values: readonly V[] | undefined, word: (value: V) => string): string[] =>
    values && values.length > 0 ? [values.map(word).join(t('papers:or'))] : []
  return (filter, names) => {
    const named = (id: string | undefined, what: string): string[] =>
      id ? [`${what} ${names.get(id) ?? ''}`.trim()] : []
    return [
      ...(filter.open ? [t('cases:openOnly')] : []),
      ...listed(filter.status, (value) => t(`codes:statusFilter.${value}`)),
      ...listed(filter.serviceType, (value) => t(`codes:serviceType.${value}`)),
      ...listed(filter.requestKind, (value) => t(`codes:requestKind.${value}`)),
      ...listed(filter.channel, (value) => t(`codes:channel.${value}`)),
      ...listed(filter.urgency, (value) => t(`codes:urgency.${value}`)),
      ...listed(filter.waiting, (value) => t(`cases:waiting.${value}`)),
      ...period(filter.due, DUE_PERIODS, t('cases:dueIn'), (value) => t(`cases:duePeriod.${value}`)),
      ...period(filter.received, RECEIVED_PERIODS, t('cases:receivedIn'), (value) =>
        t(`cases:receivedPeriod.${value}`),
      ),
      ...named(filter.provider, t('cases:column.provider')),
      ...named(filter.handler, t('cases:handler')),
      ...named(filter.category, t('cases:category')),
      ...named(filter.place, t('cases:column.place')),
      // Which one, no paper says: the names beside it would tell who is ill or poor.
      ...(filter.mark ? [t('cases:mark')] : []),
      ...(filter.ids ? [t('papers:chosenCases')] : []),
      ...(filter.search ? [t('papers:searched')] : []),
      ...(filter.requesterOf ? [t('cases:onePerson')] : []),
    ]
  }
}

/** A named stretch of time, or `2026-01-01..2026-01-31`. */
function period<N extends string>(
  value: N | `${string}..${string}` | undefined,
  names: readonly N[],
  label: string,
  word: (name: N) => string,
): string[] {
  if (value === undefined) return []
  const name = names.find((one) => one === value)
  return [name ? word(name) : `${label} ${value.split('..').join(' – ')}`]
}

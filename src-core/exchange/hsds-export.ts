/**
 * The directory as HSDS 3.0 (Open Referral): organizations with their locations, and services that name them. Every object
 * holds only properties of its schema; what HSDS has no place for stands in attributes (hsds-terms.ts). Nothing private is
 * in it: see directory-file.ts.
 */
import type { Category } from '../category/category.ts'
import type { EntityId } from '../kernel/event.ts'
import type { Hours } from '../provider/hours.ts'
import { DAY_MINUTES, minutesOf, timeOf } from '../provider/hours.ts'
import { ZH_DIRECTORY } from '../provider/words.ts'
import type { DirectoryContent } from './directory-file.ts'
import { attribute, type Attribute, type Taxonomy } from './hsds-terms.ts'
import { namedUuid, uuidOf } from './stable-uuid.ts'

type Json = Readonly<Record<string, unknown>>
export type HsdsFile = {
  readonly version: '3.0'
  readonly organizations: readonly Json[]
  readonly services: readonly Json[]
}

/** What an export looks up. */
export type HsdsFacts = {
  /** 槐树里小区3号楼; '' for a place that is not known. */
  readonly placeWords: (id: EntityId) => string
  /** District, street and community of a place, the widest first. */
  readonly placeAbove: (id: EntityId) => readonly string[]
  readonly category: (code: string) => Category | undefined
}

const BYDAY = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
/** UTC+8; HSDS wants a number. */
const TIMEZONE = 8

type Link = { readonly id: string; readonly entity: string }
const texts = (link: Link, fields: Readonly<Record<string, string | number | null>>): Attribute[] =>
  Object.entries(fields).flatMap(([code, value]) =>
    value === '' || value === null ? [] : [attribute(link, 'field', code, { value: String(value) })],
  )
const codes = (link: Link, taxonomy: Taxonomy, list: readonly string[]): Attribute[] =>
  list.flatMap((code) => (code === '' ? [] : [attribute(link, taxonomy, code)]))

/** Without properties that say nothing: the schemas forbid null. */
const kept = (object: Json): Json =>
  Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  )

export function hsdsFile({ providers, services, sites }: DirectoryContent, facts: HsdsFacts): HsdsFile {
  const locations = new Map(sites.map((site) => [site.id, location(site, facts)]))
  return {
    version: '3.0',
    organizations: providers.map((provider) => {
      const id = uuidOf(provider.id)
      const link = { id, entity: 'organization' }
      return {
        ...kept({
          phones: phones(id, 'organization_id', provider.phone),
          contacts: provider.publicContact === '' ? [] : [{ id: namedUuid(`contact ${id}`), organization_id: id, name: provider.publicContact }], // prettier-ignore
          funding: provider.funding === '' ? [] : [{ id: namedUuid(`funding ${id}`), organization_id: id, source: ZH_DIRECTORY.fundingMode[provider.funding] }], // prettier-ignore
          organization_identifiers: provider.creditCode === '' ? [] : [{ id: namedUuid(`identifier ${id}`), organization_id: id, identifier_scheme: 'CN-USCC', identifier_type: '统一社会信用代码', identifier: provider.creditCode }], // prettier-ignore
          locations: sites.filter((site) => site.provider === provider.id).map((site) => locations.get(site.id)!),
          attributes: [
            ...codes(link, 'provider-kind', [provider.kind]),
            ...codes(link, 'service-type', [provider.serviceType]),
            ...codes(link, 'funding-mode', [provider.funding]),
            ...codes(link, 'provider-role', [provider.role]),
            ...codes(link, 'standing', provider.standings),
            ...codes(link, 'reach', provider.reach),
            ...texts(link, { services: provider.services, hours: provider.hours, area: provider.area, stopped: provider.stopped ? 'true' : '' }), // prettier-ignore
          ],
        }),
        id,
        name: provider.name,
        description: provider.services === '' ? provider.name : provider.services,
      }
    }),
    services: services.map((service) => {
      const id = uuidOf(service.id)
      const owner = providers.find((provider) => provider.id === service.provider)!
      const link = { id, entity: 'service' }
      const there = sites.filter((site) => site.provider === service.provider && (site.services.length === 0 || site.services.includes(service.id))) // prettier-ignore
      return {
        ...kept({
          description: service.note,
          organization_id: uuidOf(owner.id),
          organization: { id: uuidOf(owner.id), name: owner.name, description: owner.services === '' ? owner.name : owner.services }, // prettier-ignore
          minimum_age: service.minAge ?? undefined,
          maximum_age: service.maxAge ?? undefined,
          eligibility_description: eligibility(service),
          fees_description: service.costWords,
          schedules: schedules(id, 'service_id', service.hours),
          service_areas: [
            ...service.area.map((place) => ({ id: namedUuid(`area ${id} ${place}`), service_id: id, name: facts.placeWords(place) || place, uri: place })), // prettier-ignore
            ...(service.areaWords === ''
              ? []
              : [{ id: namedUuid(`area ${id}`), service_id: id, name: service.areaWords }]),
          ],
          languages: service.languages.map((name) => ({
            id: namedUuid(`language ${id} ${name}`),
            service_id: id,
            name,
          })),
          required_documents: service.documents.map((document) => ({ id: namedUuid(`document ${id} ${document}`), service_id: id, document })), // prettier-ignore
          cost_options: service.costFen === null ? [] : [kept({ id: namedUuid(`cost ${id}`), service_id: id, option: service.costUnit, currency: 'CNY', amount: service.costFen / 100, amount_description: service.costWords })], // prettier-ignore
          funding: service.fundingMode === '' ? [] : [{ id: namedUuid(`funding ${id}`), service_id: id, source: ZH_DIRECTORY.fundingMode[service.fundingMode] }], // prettier-ignore
          service_at_locations: there.map((site) => {
            const at = { service_id: id, location_id: uuidOf(site.id) }
            return { id: namedUuid(`at ${id} ${site.id}`), ...at, location: locations.get(site.id)! }
          }),
          attributes: [
            ...codes(link, 'service-type', [service.serviceType]),
            ...codes(link, 'funding-mode', [service.fundingMode]),
            ...service.categories.map((code) =>
              attribute(link, 'category', code, { name: facts.category(code)?.name.zh }),
            ),
            ...codes(link, 'way', service.ways),
            ...codes(link, 'mark', service.marks),
            ...codes(link, 'residence', service.residence),
            ...texts(link, {
              // Without a price HSDS has no cost option; the unit is kept all the same.
              costUnit: service.costFen === null ? service.costUnit : '',
              capacityOpen: service.capacityOpen,
              capacityMax: service.capacityMax,
              capacityAt: service.capacityAt,
            }),
          ],
        }),
        id,
        name: service.name,
        status: service.status,
      }
    }),
  }
}

const phones = (id: string, of: string, number: string): readonly Json[] =>
  number === '' ? [] : [{ id: namedUuid(`phone ${id}`), [of]: id, number }]

function location(site: DirectoryContent['sites'][number], facts: HsdsFacts): Json {
  const id = uuidOf(site.id)
  const link = { id, entity: 'location' }
  const address = site.address || (site.place === '' ? '' : facts.placeWords(site.place))
  const [district = '', ...within] = site.place === '' ? [] : facts.placeAbove(site.place)
  return {
    ...kept({
      organization_id: uuidOf(site.provider),
      name: site.name,
      transportation: site.transport,
      phones: phones(id, 'location_id', site.phone),
      addresses: address === '' ? [] : [{ id: namedUuid(`address ${id}`), location_id: id, address_1: address, address_2: within.join(' '), city: district, state_province: '', postal_code: '', country: 'CN', address_type: 'physical' }], // prettier-ignore
      accessibility: site.barrierFree === '' ? [] : [{ id: namedUuid(`access ${id}`), location_id: id, description: ZH_DIRECTORY.barrierFree[site.barrierFree] }], // prettier-ignore
      schedules: schedules(id, 'location_id', site.hours),
      attributes: [
        ...codes(link, 'barrier-free', [site.barrierFree]),
        ...texts(link, {
          place: site.place,
          address: site.address,
          services: site.services.length === 0 ? 'all' : 'listed',
        }),
      ],
    }),
    id,
    location_type: 'physical',
  }
}

function eligibility({ minAge, maxAge, marks, residence }: DirectoryContent['services'][number]): string {
  const age =
    minAge !== null && maxAge !== null
      ? `${minAge}–${maxAge} 岁`
      : minAge !== null
        ? `${minAge} 岁及以上`
        : maxAge !== null
          ? `${maxAge} 岁及以下`
          : ''
  const marked = marks.map((mark) => (ZH_DIRECTORY.mark as Readonly<Record<string, string>>)[mark] ?? mark)
  return [age, marked.join('、'), residence.map((one) => ZH_DIRECTORY.residence[one]).join('、')]
    .filter(Boolean)
    .join('；')
}

/** Days with the same span are one schedule (RFC 5545 WEEKLY, byday); an exception is one from a date to a date. */
function schedules(id: string, of: string, hours: Hours | null): readonly Json[] {
  if (!hours) return []
  const spans = new Map<string, { from: string; to: string; days: number[] }>()
  for (const { day, from, to } of hours.weekly) {
    const key = `${from}-${to}`
    const known = spans.get(key)
    if (known) known.days.push(day)
    else spans.set(key, { from, to, days: [day] })
  }
  const made = (name: string, more: Json, marks: readonly (readonly [Taxonomy, string])[]): Json => {
    const own = namedUuid(`schedule ${id} ${name}`)
    const link = { id: own, entity: 'schedule' }
    const attributes = marks.map(([taxonomy, code]) => attribute(link, taxonomy, code))
    return { ...kept({ ...more, attributes }), id: own, [of]: id, timezone: TIMEZONE }
  }
  return [
    ...[...spans].map(([key, { from, to, days }]) =>
      made(
        key,
        { freq: 'WEEKLY', wkst: 'MO', byday: days.map((day) => BYDAY[day - 1]).join(','), ...times(from, to) },
        overnight(to),
      ),
    ),
    ...hours.exceptions.flatMap(({ from, to, spans: open, words }) => {
      const dates = { valid_from: from, valid_to: to, notes: words }
      const exception = ['schedule', 'exception'] as const
      if (open.length === 0) return [made(from, dates, [exception, ['schedule', 'closed']])]
      return open.map((span) =>
        made(`${from} ${span.from}-${span.to}`, { ...dates, ...times(span.from, span.to) }, [
          exception,
          ...overnight(span.to),
        ]),
      )
    }),
    ...(hours.holidays === '' ? [] : [made('holidays', { notes: ZH_DIRECTORY.onHolidays[hours.holidays] }, [['on-holidays', hours.holidays]])]), // prettier-ignore
  ]
}

const overnight = (to: string): readonly (readonly [Taxonomy, string])[] =>
  minutesOf(to) > DAY_MINUTES ? [['schedule', 'next-day']] : []

/** HSDS knows times of one day: over midnight it closes at a time of the next, and an attribute says so. */
const times = (from: string, to: string): Json => ({
  opens_at: from,
  closes_at: minutesOf(to) > DAY_MINUTES ? timeOf(minutesOf(to) - DAY_MINUTES) : to,
})

/**
 * The directory as plain values: organisation → service → place of service, with agreements in force and typed minutes.
 * Whatever an event lacks (another version, damage, not arrived) is not known; nothing here throws.
 */
import { NO_MONEY, type Sums } from '../agreement/effects.ts'
import { balanceOf, type Ledger } from '../agreement/ledger.ts'
import { AGREEMENT, quotaLeft, termOn, type AgreementFields, type Term } from '../agreement/agreement.ts'
import type { EntityId } from '../kernel/event.ts'
import type { z } from '../lib/schema.ts'
import type { Day } from '../lib/time.ts'
import { PROVIDER, type ProviderFields } from './fields.ts'
import { parseHours } from './hours-words.ts'
import { SERVICE_REACH, type ServiceReach } from './reach.ts'
import { BLANK_SERVICE, SERVICE, type ServiceFields } from './service.ts'
import { BLANK_SITE, SITE, type SiteFields } from './site.ts'

/** What `Reading` and the book give: shown values of an entity, and the ids of a type. */
export type EntityReading = {
  readonly read: (id: EntityId) => Readonly<Record<string, unknown>> | null
  readonly ids: (type: string) => Iterable<EntityId>
  /** Left out where nobody asks for money: then `used` of an agreement is its opening balance alone. */
  readonly money?: () => Ledger
}

export type DirectoryProvider = ProviderFields & { readonly id: EntityId }
export type DirectorySite = SiteFields & { readonly id: EntityId }
/** `term`, `left`: on the day the directory was read for. */
export type DirectoryAgreement = AgreementFields & {
  readonly id: EntityId
  readonly term: Term
  /** Of the quota, in its unit; null when none was agreed. */
  readonly left: number | null
  /** What the ledger has reserved and paid of it. */
  readonly spent: Sums
}
export type DirectoryMinutes = Omit<ServiceReach, 'service'>

export type DirectoryService = {
  /** Null for a provider of whom nothing but the four fields is known: its own entry stands for one service. */
  readonly id: EntityId | null
  readonly provider: DirectoryProvider
  readonly service: ServiceFields
  readonly sites: readonly DirectorySite[]
  /** Of the provider, those for an item of this service or for no item in particular. */
  readonly agreements: readonly DirectoryAgreement[]
  readonly minutes: readonly DirectoryMinutes[]
}

/** One entity through its schema; a field that does not fit falls back to `blank`, and without one the entity is left out. */
export function readPart<S extends z.ZodObject>(
  schema: S,
  values: Readonly<Record<string, unknown>> | null,
  blank: Readonly<Record<string, unknown>>,
): z.output<S> | null {
  if (!values) return null
  const whole = schema.safeParse({ ...blank, ...values })
  if (whole.success) return whole.data
  const wrong = new Set(whole.error.issues.map(({ path }) => String(path[0])))
  const kept = Object.fromEntries(Object.entries({ ...blank, ...values }).map(([field, value]) => [field, wrong.has(field) ? blank[field] : value])) // prettier-ignore
  const again = schema.safeParse(kept)
  return again.success ? again.data : null
}

export const BLANK_PROVIDER = { funding: '', services: '', hours: '', area: '', contact: '' } as const
const BLANK_AGREEMENT = {
  item: '',
  itemWords: '',
  unitFen: null,
  quota: null,
  used: 0,
  longReason: '',
  note: '',
} as const

export function readAll<S extends z.ZodObject>(
  { read, ids }: EntityReading,
  type: string,
  schema: S,
  blank: Readonly<Record<string, unknown>>,
): (z.output<S> & { readonly id: EntityId })[] {
  return [...ids(type)].flatMap((id) => {
    const fields = readPart(schema, read(id), blank)
    return fields ? [{ ...fields, id }] : []
  })
}

export const readProviders = (reading: EntityReading): DirectoryProvider[] =>
  readAll(reading, 'provider', PROVIDER, BLANK_PROVIDER)
export const readServices = (reading: EntityReading): (ServiceFields & { readonly id: EntityId })[] =>
  readAll(reading, 'service', SERVICE, BLANK_SERVICE)
export const readSites = (reading: EntityReading): DirectorySite[] => readAll(reading, 'site', SITE, BLANK_SITE)

export const readAgreements = (reading: EntityReading, today: Day): DirectoryAgreement[] =>
  readAll(reading, 'agreement', AGREEMENT, BLANK_AGREEMENT).map((one) => {
    const spent = reading.money ? balanceOf(reading.money(), one.id) : NO_MONEY
    return { ...one, term: termOn(one, today), left: leftOf(one, spent), spent }
  })

/** In the unit of the quota, after what the ledger took. */
export const leftOf = (agreement: AgreementFields, { reserved, paid, reservedUnits, paidUnits }: Sums): number | null =>
  quotaLeft(agreement, { units: reservedUnits + paidUnits, fen: reserved + paid })

/** Every service that is offered, in the order of their arrival; of a provider who stopped, none. */
export function readDirectory(reading: EntityReading, today: Day): DirectoryService[] {
  const services = by(readServices(reading), ({ provider }) => provider)
  const sites = by(readSites(reading), ({ provider }) => provider)
  const agreements = by(readAgreements(reading, today), ({ provider }) => provider)
  const minutes = by(readAll(reading, 'reach', SERVICE_REACH, {}), ({ service }) => service)
  return readProviders(reading)
    .filter(({ stopped }) => !stopped)
    .flatMap((provider): DirectoryService[] => {
      const own = services.get(provider.id) ?? []
      const there = sites.get(provider.id) ?? []
      const agreed = agreements.get(provider.id) ?? []
      if (own.length === 0)
        return [
          { id: null, provider, service: impliedService(provider), sites: there, agreements: agreed, minutes: [] },
        ]
      return own
        .filter(({ status }) => status === 'active')
        .map(({ id, ...service }) => ({
          id,
          provider,
          service,
          sites: there.filter(({ services: of }) => of.length === 0 || of.includes(id)),
          agreements: agreed.filter(({ item }) => item === '' || service.categories.includes(item)),
          minutes: (minutes.get(id) ?? []).map(({ place, minutes: n, how }) => ({ place, minutes: n, how })),
        }))
    })
}

/** What a provider's own entry says of its work. Hours in free words count when they can be understood. */
export function impliedService(provider: DirectoryProvider): ServiceFields {
  const hours = parseHours(provider.hours)
  return {
    ...BLANK_SERVICE,
    provider: provider.id,
    name: provider.services === '' ? provider.name : provider.services.slice(0, 120),
    serviceType: provider.serviceType,
    areaWords: provider.area,
    ways: (provider.reach ?? []).filter((one) => one !== 'barrier-free'),
    hours: hours.ok ? hours.value : null,
    fundingMode: provider.funding,
  }
}

function by<T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const known = out.get(key)
    if (known) known.push(one)
    else out.set(key, [one])
  }
  return out
}

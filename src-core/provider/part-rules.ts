/**
 * What must hold of a service, a place of service and the rest before it is kept; the same rules for a form, a file and the
 * command line. Each answers the first thing wrong with its field, or null.
 */
import { termProblem, type AgreementFields } from '../agreement/agreement.ts'
import type { EntityId } from '../kernel/event.ts'
import { isDay, type Day } from '../lib/time.ts'
import type { RefusalCode } from '../case-file/decision.ts'
import { MARKS } from '../person/marks.ts'
import { hoursProblem, keptHours, type Hours } from './hours.ts'
import type { QualificationFields } from './qualification.ts'
import type { ServiceFields } from './service.ts'
import type { SiteFields } from './site.ts'

export type PartProblem = { readonly code: RefusalCode; readonly field: string }

/** What the rules have to look up. */
export type PartFacts = {
  readonly today: Day
  readonly knowsProvider: (id: EntityId) => boolean
  readonly knowsCategory: (code: string) => boolean
  readonly knowsPlace: (id: EntityId) => boolean
  /** Provider of a service; null when there is none. */
  readonly providerOf: (service: EntityId) => EntityId | null
  /** Names of other services (sites; numbers of agreements) of the provider, plain. */
  readonly taken: ReadonlySet<string>
}

/** Names that differ only in spaces or case are one name. */
export const plainName = (name: string): string => name.replaceAll(/\s+/g, '').toLowerCase()

/** Fields whose order says nothing, in one order: the same entry is the same words, rows and events. */
export function normalPart(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { hours, services } = fields
  return {
    ...fields,
    ...(typeof hours === 'object' && { hours: keptHours(hours as Hours | null) }),
    ...(Array.isArray(services) && { services: services.map(String).toSorted() }),
  }
}

const problem = (code: RefusalCode, field: string): PartProblem => ({ code, field })
const backwards = (low: number | null, high: number | null): boolean => low !== null && high !== null && low > high

function hoursFault(hours: Hours | null): PartProblem | null {
  const found = hours && hoursProblem(hours)
  return found && problem(found.code, 'hours')
}

export function serviceProblem(service: ServiceFields, facts: PartFacts): PartProblem | null {
  if (!facts.knowsProvider(service.provider)) return problem('no-such-provider', 'provider')
  if (facts.taken.has(plainName(service.name))) return problem('duplicate-service', 'name')
  if (!service.categories.every(facts.knowsCategory)) return problem('unknown-category', 'categories')
  if (!service.area.every(facts.knowsPlace)) return problem('unknown-place', 'area')
  if (!service.marks.every((mark) => (MARKS as readonly string[]).includes(mark)))
    return problem('unknown-mark', 'marks')
  if (backwards(service.minAge, service.maxAge)) return problem('ages-backwards', 'maxAge')
  if (backwards(service.capacityOpen, service.capacityMax)) return problem('capacity-backwards', 'capacityOpen')
  if (service.capacityAt !== '') {
    if (!isDay(service.capacityAt)) return problem('day-impossible', 'capacityAt')
    if (service.capacityAt > facts.today) return problem('in-the-future', 'capacityAt')
  }
  return hoursFault(service.hours)
}

export function siteProblem(site: SiteFields, facts: PartFacts): PartProblem | null {
  if (!facts.knowsProvider(site.provider)) return problem('no-such-provider', 'provider')
  if (facts.taken.has(plainName(site.name))) return problem('duplicate-site', 'name')
  if (!site.services.every((id) => facts.providerOf(id) === site.provider))
    return problem('no-such-service', 'services')
  if (site.place !== '' && !facts.knowsPlace(site.place)) return problem('unknown-place', 'place')
  return hoursFault(site.hours)
}

/** `overOnPurpose`: an old agreement, typed in to be complete. */
export function agreementProblem(
  agreement: AgreementFields,
  facts: PartFacts,
  overOnPurpose: boolean,
): PartProblem | null {
  if (!facts.knowsProvider(agreement.provider)) return problem('no-such-provider', 'provider')
  if (facts.taken.has(plainName(agreement.number))) return problem('duplicate-agreement', 'number')
  const term = termProblem(agreement, overOnPurpose ? '' : facts.today)
  if (term) return problem(term.code, term.field)
  if (agreement.item !== '' && !facts.knowsCategory(agreement.item)) return problem('unknown-category', 'item')
  return agreement.quota !== null && agreement.used > agreement.quota ? problem('quota-exceeded', 'used') : null
}

export function qualificationProblem(
  { provider, from, to }: QualificationFields,
  facts: PartFacts,
): PartProblem | null {
  if (!facts.knowsProvider(provider)) return problem('no-such-provider', 'provider')
  if (from !== '' && !isDay(from)) return problem('day-impossible', 'from')
  if (to !== '' && !isDay(to)) return problem('day-impossible', 'to')
  return from !== '' && to !== '' && to < from ? problem('term-backwards', 'to') : null
}

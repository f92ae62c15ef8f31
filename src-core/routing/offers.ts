/** The directory as ranking wants it: one offer for each service, and one for each provider that says nothing but its four fields. */
import type { EntityId } from '../kernel/event.ts'
import type { Day } from '../lib/time.ts'
import type { PlaceTree } from '../place/place-tree.ts'
import type { Sums } from '../agreement/effects.ts'
import { impliedService, leftOf, readDirectory, readProviders, type DirectoryAgreement, type DirectoryService, type EntityReading } from '../provider/directory.ts' // prettier-ignore
import { knowsHours } from '../provider/hours.ts'
import type { Cost, Funding, Offer } from './offer.ts'
import type { PastResults } from './past-results.ts'

/** Everything but past results and what agreements have left, which change with every case. Read anew when the directory or the day changes. */
export type StandingOffer = Omit<Offer, 'results' | 'funding' | 'cost'> & {
  readonly paid: Paid
  readonly agreements: readonly DirectoryAgreement[]
}

export function readOffers(reading: EntityReading, places: Pick<PlaceTree, 'pathOf'>, today: Day): StandingOffer[] {
  const stopped = readProviders(reading)
    .filter((provider) => provider.stopped)
    .map((provider): DirectoryService => ({ id: null, provider, service: impliedService(provider), sites: [], agreements: [], minutes: [] })) // prettier-ignore
  const neighbourhoodOf = (id: string): string | null => neighbourhoodIn(places, id)
  return [...readDirectory(reading, today), ...stopped].map((one) => offerOf(one, neighbourhoodOf))
}

/** `spent`: what the ledger says of an agreement now. */
export const withResults = (
  offers: readonly StandingOffer[],
  results: (provider: EntityId) => PastResults | null,
  spent: (agreement: EntityId) => Sums,
): Offer[] =>
  offers.map(({ agreements, paid, ...offer }) => {
    const now = agreements.map((one) => ({ ...one, left: leftOf(one, spent(one.id)) }))
    const funding = fundingOf(paid.fundingMode, now)
    return { ...offer, funding, cost: costOf(paid, funding), results: results(offer.provider) }
  })

export const neighbourhoodIn = ({ pathOf }: Pick<PlaceTree, 'pathOf'>, id: string): string | null =>
  pathOf(id).find(({ kind }) => kind === 'neighbourhood')?.id ?? null

function offerOf(
  { id, provider, service, sites, agreements, minutes }: DirectoryService,
  neighbourhoodOf: (id: string) => string | null,
): StandingOffer {
  const hours = [service.hours, ...sites.map((site) => site.hours)].filter(knowsHours)
  return {
    provider: provider.id,
    providerName: provider.name,
    providerType: provider.serviceType,
    service: id,
    serviceName: id === null ? '' : service.name,
    serviceType: service.serviceType,
    closedDown: provider.stopped ?? false,
    categories: service.categories,
    words: id === null ? provider.services : `${service.name}、${provider.services}`,
    area: service.area,
    areaWords: [service.areaWords, id === null ? '' : provider.area].filter(Boolean).join('、'),
    sites: sites.map(({ place }) => neighbourhoodOf(place)).filter((one) => one !== null),
    minutes,
    hours,
    ways: service.ways,
    barrierFree: barrierFreeOf(
      sites.map((site) => site.barrierFree),
      provider.reach ?? [],
    ),
    languages: service.languages,
    paid: service,
    agreements,
    costWords: costWordsOf(service),
    capacity: capacityOf(service),
    eligibility: {
      minAge: service.minAge,
      maxAge: service.maxAge,
      marks: service.marks,
      residence: service.residence,
    },
  }
}

/** One way in without steps is enough; 'partly' is said by nobody who needs it whole. */
function barrierFreeOf(sites: readonly string[], reach: readonly string[]): boolean | null {
  if (sites.includes('yes') || reach.includes('barrier-free')) return true
  return sites.some((one) => one === 'no' || one === 'partly') ? false : null
}

/**
 * The agreement that pays: in force with something left, before in force, before over. Over counts only where the service
 * lives from it; whoever is paid by residents needs none.
 */
function fundingOf(mode: string, agreements: readonly DirectoryAgreement[]): Funding | null {
  const known = agreements.filter(({ term }) => term !== 'not-begun')
  const worth = ({ term, left }: DirectoryAgreement): number => (term === 'over' ? 0 : left === 0 ? 1 : 2)
  const best = known.toSorted(
    (a, b) => worth(b) - worth(a) || (b.left ?? 0) - (a.left ?? 0) || (a.id < b.id ? -1 : 1),
  )[0]
  if (!best) return null
  const over = best.term === 'over'
  if (over && mode !== 'purchased' && mode !== 'compensated') return null
  return { kind: best.kind, over, left: best.left, unit: best.unit }
}

const FREE: ReadonlySet<string> = new Set(['government', 'purchased', 'volunteer', 'donated', 'party-service-fund'])

type Paid = Pick<DirectoryService['service'], 'costFen' | 'costUnit' | 'costWords' | 'fundingMode'>

function costOf({ costFen, fundingMode }: Paid, funding: Funding | null): Cost | null {
  if (costFen === 0) return 'free'
  const compensated = fundingMode === 'compensated' || (funding?.kind === 'compensation' && !funding.over)
  if (costFen !== null) return compensated ? 'subsidised' : 'resident-paid'
  if (FREE.has(fundingMode)) return 'free'
  if (compensated) return 'subsidised'
  return fundingMode === '' ? null : 'resident-paid'
}

/** 80 元/次; the directory's own words when it has some. */
function costWordsOf({ costFen, costUnit, costWords }: Paid): string {
  if (costWords !== '' || costFen === null || costFen === 0) return costWords
  const yuan = costFen % 100 === 0 ? String(costFen / 100) : (costFen / 100).toFixed(2)
  return costUnit === '' ? `¥${yuan}` : `¥${yuan}/${costUnit.replace(/^每/, '')}`
}

/** `capacityOpen` is how many more can be taken now; how many there are alone says nothing of it. */
const capacityOf = ({
  capacityOpen,
  capacityMax,
}: Pick<DirectoryService['service'], 'capacityOpen' | 'capacityMax'>) =>
  capacityOpen === null ? null : { free: capacityOpen, of: capacityMax }

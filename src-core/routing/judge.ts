/**
 * One service against one request, aspect by aspect. Every aspect gives points and the sentence for them, so that a total
 * is never more than what stands beside it.
 *
 * The rules that the tests hold (tests/core/routing): what is not known gives 0 points and excludes nobody; a better fact
 * never gives fewer points; a fact that speaks against a provider gives at most 0.
 */
import { isReportedUnit } from '../case-file/reported-unit.ts'
import { isOpen } from '../provider/open-hours.ts'
import type { Mark } from '../person/marks.ts'
import type { Moment } from '../lib/time.ts'
import type { Cost, Need, Offer, Wanted } from './offer.ts'
import { ENOUGH, ratesOf } from './past-results.ts'

/** In the order in which they are said. To add one: here, in `judged`, and its sentences in sentences.ts. */
export const ASPECTS = [
  'service',
  'eligibility',
  'area',
  'minutes',
  'hours',
  'way',
  'barrier-free',
  'language',
  'cost',
  'capacity',
  'funding',
  'results',
] as const
export type Aspect = (typeof ASPECTS)[number]

/** What was found, for the sentence. `words` come out of the story and are hidden in counter view. */
export type Fact =
  | { readonly code: 'unknown' }
  | { readonly code: 'same-category' | 'near-category' | 'no-word' }
  | { readonly code: 'named'; readonly words: string }
  | { readonly code: 'eligible' | 'ask-eligible' }
  | { readonly code: 'same-neighbourhood' | 'in-area' }
  | { readonly code: 'area-named'; readonly words: string }
  | { readonly code: 'walk' | 'arrive'; readonly minutes: number }
  | { readonly code: 'open-now' | 'closed-now' | 'open-then' | 'closed-then' }
  | { readonly code: 'comes' | 'does-not-come' }
  | { readonly code: 'barrier-free' | 'barriers' }
  | { readonly code: 'speaks' | 'speaks-not'; readonly need: Need }
  | { readonly code: Cost; readonly words: string }
  | { readonly code: 'places'; readonly free: number; readonly of: number | null }
  | { readonly code: 'left'; readonly kind: 'contract' | 'compensation'; readonly left: number | null; readonly unit: string } // prettier-ignore
  | { readonly code: 'used-up'; readonly kind: 'contract' | 'compensation' }
  | { readonly code: 'few-cases'; readonly closed: number }
  | {
      readonly code: 'past'
      readonly closed: number
      /** Percent. */
      readonly accepted: number | null
      readonly inTime: number | null
      readonly solved: number | null
      readonly satisfied: number | null
      readonly returned: number
      /** Government: told, and given no points (DOMAIN §4.0). */
      readonly unscored: boolean
    }

export type Judgement = { readonly aspect: Aspect; readonly points: number; readonly fact: Fact }

/** Why somebody cannot be proposed at all. To add one: here, in `exclusion`, and its sentence. */
export const EXCLUSIONS = [
  'reported-unit',
  'closed-down',
  'turned-down',
  'not-eligible',
  'out-of-area',
  'other-service',
  'full',
  'expired',
] as const
export type Exclusion = (typeof EXCLUSIONS)[number]

const UNKNOWN: Fact = { code: 'unknown' }
const judgement = (aspect: Aspect, points: number, fact: Fact): Judgement => ({ aspect, points, fact })

/** The first reason that holds; null for who may be proposed. */
export function exclusion(wanted: Wanted, offer: Offer): Exclusion | null {
  if (wanted.reported && isReported(offer, wanted.reported)) return 'reported-unit'
  if (offer.closedDown) return 'closed-down'
  if (wanted.turnedDown.includes(offer.provider)) return 'turned-down'
  if (eligible(wanted, offer) === 'no') return 'not-eligible'
  if (offer.area.length > 0 && wanted.place.length > 0 && !offer.area.some((id) => wanted.place.includes(id)))
    return 'out-of-area'
  if (wanted.category !== '' && offer.categories.length > 0 && likeness(wanted.category, offer.categories) === 0)
    return 'other-service'
  if (offer.capacity && offer.capacity.free <= 0) return 'full'
  if (offer.funding?.over) return 'expired'
  return null
}

export function judged(wanted: Wanted, offer: Offer): Judgement[] {
  return [
    service(wanted, offer),
    eligibility(wanted, offer),
    area(wanted, offer),
    onTheWay(wanted, offer),
    hours(wanted, offer),
    way(wanted, offer),
    barrierFree(wanted, offer),
    language(wanted, offer),
    cost(wanted, offer),
    capacity(offer),
    funding(offer),
    results(offer),
  ].filter((one) => one !== null)
}

/** Another service of the same second level (0202 居家维修) is likelier to know a way than a stranger. */
const SECOND_LEVEL = 4

function likeness(code: string, codes: readonly string[]): 0 | 1 | 2 {
  if (codes.includes(code)) return 2
  return codes.some((other) => other.slice(0, SECOND_LEVEL) === code.slice(0, SECOND_LEVEL)) ? 1 : 0
}

function service({ category, text }: Wanted, { categories, words, serviceName }: Offer): Judgement {
  const like = category === '' || categories.length === 0 ? null : likeness(category, categories)
  const named = wordIn(`${serviceName}、${words}`, text)
  if (like === 2) return judgement('service', 40, { code: 'same-category' })
  if (named !== null) return judgement('service', 28, { code: 'named', words: named })
  if (like === 1) return judgement('service', 16, { code: 'near-category' })
  return judgement('service', 0, words === '' && serviceName === '' && like === null ? UNKNOWN : { code: 'no-word' })
}

/** The first word of a list like "水管、电路，开锁" that the text contains. */
function wordIn(list: string, text: string): string | null {
  return list.split(/[\s、，,；;/]+/).find((word) => word.length > 1 && text.includes(word)) ?? null
}

/**
 * Where nobody has written down whom the report is about, whoever its story names is left out, but for offices: those it
 * names because it asks them for help.
 */
function isReported({ providerName, serviceType }: Offer, { unit, text }: NonNullable<Wanted['reported']>): boolean {
  if (unit !== '') return isReportedUnit(unit, providerName)
  const bare = providerName.replace(/[（(].*?[）)]/g, '')
  return serviceType !== 'administrative' && bare.length > 2 && text.includes(bare)
}

/** 'ask': the rule needs something of the person that nobody has written down. */
function eligible({ person }: Wanted, { eligibility: rule }: Offer): 'yes' | 'no' | 'ask' | 'no-rule' {
  const answers: (boolean | null)[] = []
  if (rule.minAge !== null || rule.maxAge !== null)
    answers.push(person.age === null ? null : person.age >= (rule.minAge ?? 0) && person.age <= (rule.maxAge ?? Infinity)) // prettier-ignore
  if (rule.marks.length > 0)
    answers.push(person.marks === null ? null : person.marks.some((mark) => rule.marks.includes(mark)))
  if (rule.residence.length > 0)
    answers.push(person.residence === null ? null : rule.residence.includes(person.residence))
  if (answers.length === 0) return 'no-rule'
  return answers.includes(false) ? 'no' : answers.includes(null) ? 'ask' : 'yes'
}

function eligibility(wanted: Wanted, offer: Offer): Judgement | null {
  const answer = eligible(wanted, offer)
  if (answer === 'yes') return judgement('eligibility', 8, { code: 'eligible' })
  return answer === 'ask' ? judgement('eligibility', 0, { code: 'ask-eligible' }) : null
}

function area({ place, neighbourhood, text }: Wanted, { area: served, areaWords, sites }: Offer): Judgement {
  if (neighbourhood !== null && sites.includes(neighbourhood))
    return judgement('area', 14, { code: 'same-neighbourhood' })
  if (served.some((id) => place.includes(id))) return judgement('area', 10, { code: 'in-area' })
  const named = wordIn(areaWords, text)
  return named === null ? judgement('area', 0, UNKNOWN) : judgement('area', 10, { code: 'area-named', words: named })
}

/** Walking: the rings of the 一刻钟便民生活圈 (DOMAIN §9.4). Arriving: half an hour, an hour, two. */
const WALK: readonly (readonly [upTo: number, points: number])[] = [[5, 12], [8, 9], [15, 6], [30, 0]] // prettier-ignore
const ARRIVE: typeof WALK = [[30, 12], [60, 8], [120, 4], [240, 0]] // prettier-ignore
const TOO_FAR = -4

function onTheWay({ neighbourhood }: Wanted, offer: Offer): Judgement {
  const known = nearest(offer.minutes.filter(({ place }) => place === neighbourhood))
  if (!known) return judgement('minutes', 0, UNKNOWN)
  return judgement('minutes', pointsOf(known), { code: known.how, minutes: known.minutes })
}

type Minutes = Offer['minutes'][number]
const pointsOf = (one: Minutes): number =>
  (one.how === 'walk' ? WALK : ARRIVE).find(([upTo]) => one.minutes <= upTo)?.[1] ?? TOO_FAR
/** Of walking there and waiting for them, what is better for the resident. */
const nearest = (known: readonly Minutes[]): Minutes | undefined =>
  known.toSorted((a, b) => pointsOf(b) - pointsOf(a) || a.minutes - b.minutes)[0]

/** In danger a closed door is worth more against than an open one is worth otherwise. */
function hours({ danger, now, wishedAt }: Wanted, offer: Offer): Judgement {
  const then = wishedAt === null || wishedAt <= now ? null : openAt(offer, wishedAt)
  if (then !== null) return judgement('hours', then ? 10 : -10, { code: then ? 'open-then' : 'closed-then' })
  const open = openAt(offer, now)
  if (open === null) return judgement('hours', 0, UNKNOWN)
  const weight = danger ? 16 : 8
  return judgement('hours', open ? weight : danger ? -weight : -2, { code: open ? 'open-now' : 'closed-now' })
}

function openAt({ hours: known }: Offer, at: Moment): boolean | null {
  const said = known.map((one) => isOpen(one, at)).filter((one) => one !== null)
  return said.length === 0 ? null : said.includes(true)
}

function way({ person }: Wanted, { ways }: Offer): Judgement | null {
  const comes = ways.includes('home-visit')
  if (!person.needs.includes('home-visit')) return comes ? judgement('way', 2, { code: 'comes' }) : null
  if (ways.length === 0) return judgement('way', 0, UNKNOWN)
  return judgement('way', comes ? 12 : -12, { code: comes ? 'comes' : 'does-not-come' })
}

/** Whoever is visited at home needs no ramp at the office. */
function barrierFree({ person }: Wanted, offer: Offer): Judgement | null {
  if (!person.needs.includes('barrier-free')) return null
  if (offer.barrierFree === null) return judgement('barrier-free', 0, UNKNOWN)
  return judgement('barrier-free', offer.barrierFree ? 10 : -10, { code: offer.barrierFree ? 'barrier-free' : 'barriers' }) // prettier-ignore
}

const SPOKEN: Readonly<Record<'hearing' | 'dialect', RegExp>> = { hearing: /手语|sign/i, dialect: /方言|话$|dialect/i }

function language({ person }: Wanted, { languages }: Offer): Judgement | null {
  const need = (['hearing', 'dialect'] as const).find((one) => person.needs.includes(one))
  if (need === undefined) return null
  if (languages.length === 0) return judgement('language', 0, UNKNOWN)
  const speaks = languages.some((one) => SPOKEN[need].test(one) && !/^普通话$/.test(one))
  return judgement('language', speaks ? 8 : -8, { code: speaks ? 'speaks' : 'speaks-not', need })
}

/** For whom each yuan counts (DOMAIN §9.3). */
const POOR: ReadonlySet<Mark> = new Set(['low-income', 'low-income-edge', 'destitute', 'temporary-aid'])

function cost({ person }: Wanted, { cost: paid, costWords }: Offer): Judgement {
  if (paid === null) return judgement('cost', 0, UNKNOWN)
  const poor = person.marks?.some((mark) => POOR.has(mark)) ?? false
  const points: Readonly<Record<Cost, number>> = poor
    ? { free: 10, subsidised: 6, 'resident-paid': -8 }
    : { free: 5, subsidised: 3, 'resident-paid': -1 }
  return judgement('cost', points[paid], { code: paid, words: costWords })
}

/** The tenth free place changes nothing for one resident. */
const PLACES_THAT_COUNT = 5

function capacity({ capacity: places }: Offer): Judgement {
  if (!places) return judgement('capacity', 0, UNKNOWN)
  const points = Math.max(0, Math.min(places.free, PLACES_THAT_COUNT))
  return judgement('capacity', points, { code: 'places', free: places.free, of: places.of })
}

/** null: paid by none of ours, so there is nothing that could run out. */
function funding({ funding: paid }: Offer): Judgement | null {
  if (!paid) return null
  const { kind, left, unit } = paid
  if (left !== null && left <= 0) return judgement('funding', -10, { code: 'used-up', kind })
  return judgement('funding', left === null ? 0 : 6, { code: 'left', kind, left, unit })
}

/** Each rate from −4 (never) to +4 (always); half is neutral. */
const RATE = 8

function results({ results: past, providerType }: Offer): Judgement {
  if (!past) return judgement('results', 0, UNKNOWN)
  if (past.closed < ENOUGH) return judgement('results', 0, { code: 'few-cases', closed: past.closed })
  const rates = ratesOf(past)
  const known = Object.values(rates).filter((rate) => rate !== null)
  const unscored = providerType === 'administrative'
  const points = unscored ? 0 : Math.round(known.reduce((sum, rate) => sum + RATE * (rate - 0.5), 0))
  const percent = (rate: number | null): number | null => (rate === null ? null : Math.round(rate * 100))
  const { closed, returned } = past
  const shown = {
    accepted: percent(rates.accepted),
    inTime: percent(rates.inTime),
    solved: percent(rates.solved),
    satisfied: percent(rates.satisfied),
  }
  return judgement('results', points, { code: 'past', closed, ...shown, returned, unscored })
}

export const sumOf = (judgements: readonly Judgement[]): number =>
  judgements.reduce((sum, { points }) => sum + points, 0)

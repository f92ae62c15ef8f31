/**
 * 推荐承办单位: who could answer, best first, with the reasons that decided; who cannot, and why not; and how the kinds of
 * service were tried one after the other (行政 → 公益 → 市场, or as the catalogue says).
 *
 * Total and deterministic: points, then name, then id; the order of the input changes nothing.
 */
import type { ServiceType } from '../case-file/codes.ts'
import { exclusion, judged, sumOf, type Exclusion, type Judgement } from './judge.ts'
import type { Offer, Wanted } from './offer.ts'

export type Candidate = {
  readonly provider: string
  readonly name: string
  /** Of its own entry: decides between 上报 and 派单. */
  readonly providerType: ServiceType
  readonly service: string | null
  readonly serviceName: string
  readonly serviceType: ServiceType
  /** Always the sum of the judgements' points. */
  readonly score: number
  readonly judgements: readonly Judgement[]
}

export type Excluded = Omit<Candidate, 'score' | 'judgements'> & { readonly why: Exclusion }

/** One kind of service that was tried. `known`: how many providers of this kind the directory has at all. */
export type ChainStep = {
  readonly serviceType: ServiceType
  readonly fits: number
  readonly known: number
  readonly excluded: readonly { readonly why: Exclusion; readonly count: number }[]
}

export type Routing = {
  readonly serviceType: ServiceType
  readonly steps: readonly ChainStep[]
  /** The kind of the first step that somebody fits; null: a gap in service. */
  readonly fitting: ServiceType | null
  /** Of every kind of the chain, in its order; then the best first. */
  readonly candidates: readonly Candidate[]
  readonly excluded: readonly Excluded[]
  /** Who is chosen until somebody chooses otherwise. */
  readonly proposed: string | null
  /** 危及安全 is never proposed to market alone (DOMAIN §3.7): who is told beside it, null when there is nobody. */
  readonly alongside: Candidate | null
  /** Danger that only market could answer, and nobody to tell beside it. */
  readonly marketAlone: boolean
}

/** `offers` in any order. 1,000 services of 200 providers: 4 ms. */
export function rank(wanted: Wanted, offers: readonly Offer[]): Routing {
  const candidates = new Map<string, Candidate>()
  const excluded = new Map<string, Excluded>()
  for (const offer of offers) {
    const why = exclusion(wanted, offer)
    const key = `${offer.provider}\n${offer.serviceType}`
    if (why) {
      const out = { ...shownOf(offer), why }
      if (before(out, excluded.get(key), byName)) excluded.set(key, out)
      continue
    }
    const judgements = judged(wanted, offer)
    const candidate = { ...shownOf(offer), score: sumOf(judgements), judgements }
    // A provider stands in the list once, with the service that fits best.
    if (before(candidate, candidates.get(key), byScore)) candidates.set(key, candidate)
  }
  const place = (type: ServiceType): number => (wanted.chain.indexOf(type) + 1 || wanted.chain.length + 1) - 1
  const sorted = [...candidates.values()].toSorted((a, b) => place(a.serviceType) - place(b.serviceType) || byScore(a, b)) // prettier-ignore
  const left = [...excluded.entries()]
    .filter(([key]) => !candidates.has(key))
    .map(([, one]) => one)
    .toSorted((a, b) => place(a.serviceType) - place(b.serviceType) || byName(a, b))
  const steps = wanted.chain.map((serviceType) => stepOf(serviceType, sorted, left))
  const fitting = steps.find(({ fits }) => fits > 0)?.serviceType ?? null
  const best = sorted.find(({ serviceType }) => serviceType === fitting) ?? null
  const lonely = wanted.danger && fitting === 'market'
  const alongside = lonely ? (COMPANIONS.map((type) => sorted.find((one) => one.serviceType === type)).find(Boolean) ?? null) : null // prettier-ignore
  const marketAlone = lonely && alongside === null
  return {
    serviceType: wanted.serviceType,
    steps,
    fitting,
    candidates: sorted,
    excluded: left,
    proposed: marketAlone ? null : (best?.provider ?? null),
    alongside,
    marketAlone,
  }
}

/** Of each kind so many keep their sentences on the way to a screen; the others keep their place and their total. */
const TOLD = 20

export function shortened(routing: Routing): Routing {
  const told = new Map<ServiceType, number>()
  const candidates = routing.candidates.map((candidate) => {
    const before = told.get(candidate.serviceType) ?? 0
    told.set(candidate.serviceType, before + 1)
    return before < TOLD ? candidate : { ...candidate, judgements: [] }
  })
  return { ...routing, candidates }
}

/** Whom danger is told beside market. */
const COMPANIONS: readonly ServiceType[] = ['administrative', 'welfare']

const shownOf = ({ provider, providerName: name, providerType, service, serviceName, serviceType }: Offer) => ({
  provider,
  name,
  providerType,
  service,
  serviceName,
  serviceType,
})

type Shown = ReturnType<typeof shownOf>
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
const byName = (a: Shown, b: Shown): number =>
  compare(a.name, b.name) ||
  compare(a.provider, b.provider) ||
  compare(a.serviceName, b.serviceName) ||
  compare(a.service ?? '', b.service ?? '')
const byScore = (a: Candidate, b: Candidate): number => b.score - a.score || byName(a, b)
const before = <T>(one: T, other: T | undefined, order: (a: T, b: T) => number): boolean =>
  other === undefined || order(one, other) < 0

function stepOf(serviceType: ServiceType, candidates: readonly Candidate[], excluded: readonly Excluded[]): ChainStep {
  const out = excluded.filter((one) => one.serviceType === serviceType)
  const fits = candidates.filter((one) => one.serviceType === serviceType).length
  const reasons = [...new Set(out.map(({ why }) => why))].toSorted(compare)
  return {
    serviceType,
    fits,
    known: fits + out.length,
    excluded: reasons.map((why) => ({ why, count: out.filter((one) => one.why === why).length })),
  }
}

/**
 * 服务缺口 as a report of its own (DOMAIN §4.4). Whether one was filled is computed: somebody who says they do this has come
 * into the directory, the case was sent after all, or it was closed with the matter solved.
 */
import { actsOf, type Act, type CaseFile } from '../case-file/case-file.ts'
import type { ServiceType } from '../case-file/codes.ts'
import { leadOrder } from '../case-file/orders.ts'
import type { Routing } from './ranking.ts'
import type { Wanted } from './offer.ts'

export type GapAct = Extract<Act, { type: 'gap' }>

/** 未补上 · 现在有单位能做 · 已派出 · 已解决. To add one: here, in `gapState`, and its words (routing.gapState). */
export const GAP_STATES = ['open', 'offered', 'routed', 'solved'] as const
export type GapState = (typeof GAP_STATES)[number]

export type Gap = {
  readonly id: string
  readonly case: string
  readonly number: string
  readonly title: string
  readonly at: string
  readonly category: string
  readonly serviceType: ServiceType
  readonly place: string
  readonly placeId: string | null
  readonly wantedBy: string | null
  readonly note: string
  readonly state: GapState
  /** Ids of those who do it now. */
  readonly providers: readonly string[]
}

/** Ids of the providers that say they do what is wanted, and could. */
export type Doers = (wanted: Wanted) => readonly string[]

/** `wanted`: of the case as it stands now, null while it has no type; the gap's own type and category count. */
export function gapsOf(file: CaseFile, wanted: Wanted | null, doers: Doers): Gap[] {
  return actsOf(file.acts, 'gap').map((gap): Gap => {
    const { state, providers } = standing(file, gap, wanted, doers)
    return {
      id: gap.id,
      case: file.id,
      number: file.fields.number ?? '',
      title: file.fields.title ?? '',
      at: gap.at,
      category: gap.category,
      serviceType: gap.serviceType,
      place: gap.place,
      placeId: gap.placeId ?? null,
      wantedBy: gap.wantedBy ?? null,
      note: gap.note,
      state,
      providers,
    }
  })
}

function standing(file: CaseFile, gap: GapAct, wanted: Wanted | null, doers: Doers): Pick<Gap, 'state' | 'providers'> {
  const closing = actsOf(file.acts, 'closing').at(-1)
  const isAfter = (act: Act): boolean => act.written[0] > gap.written[0]
  if (closing?.outcome === 'solved' && isAfter(closing)) return { state: 'solved', providers: [] }
  const order = leadOrder(file)
  if (order && isAfter(order)) return { state: 'routed', providers: [order.provider] }
  if (!wanted) return { state: 'open', providers: [] }
  const providers = doers({ ...wanted, serviceType: gap.serviceType, chain: [gap.serviceType] })
  return { state: providers.length > 0 ? 'offered' : 'open', providers }
}

/** Only those who say that they do it: of the others nobody knows, and so they filled nothing. */
export const whoSayTheyDo = ({ candidates, fitting }: Routing): string[] =>
  candidates
    .filter(({ serviceType }) => serviceType === fitting)
    .filter(({ judgements }) => judgements.some(({ aspect, points }) => aspect === 'service' && points > 0))
    .map(({ provider }) => provider)

export type GapCount = {
  readonly category: string
  readonly serviceType: ServiceType
  readonly place: string
  readonly open: number
  readonly all: number
}

/** What is lacking where, the most often lacking first; ties by category, type and place. */
export function gapCounts(gaps: readonly Gap[]): GapCount[] {
  const counts = new Map<string, GapCount>()
  for (const { category, serviceType, place, state } of gaps) {
    const key = `${category}\n${serviceType}\n${place}`
    const { open, all } = counts.get(key) ?? { open: 0, all: 0 }
    counts.set(key, { category, serviceType, place, open: open + (state === 'open' ? 1 : 0), all: all + 1 })
  }
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  return [...counts.entries()]
    .toSorted(([ka, a], [kb, b]) => b.open - a.open || b.all - a.all || compare(ka, kb))
    .map(([, count]) => count)
}

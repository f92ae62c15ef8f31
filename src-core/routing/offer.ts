/**
 * What ranking compares: one service of one provider, and one request. Plain facts; `null` (and an empty list) is "nobody
 * has said it": it is shown as 未填 and counts neither for nor against.
 */
import type { ServiceType } from '../case-file/codes.ts'
import type { Moment } from '../lib/time.ts'
import type { Mark } from '../person/marks.ts'
import type { Hours } from '../provider/hours.ts'
import type { DeliveryWay } from '../provider/service.ts'
import type { PastResults } from './past-results.ts'

/** What the resident would pay: 免费 · 有补偿 · 自费. */
export type Cost = 'free' | 'subsidised' | 'resident-paid'
export type Residence = 'registered' | 'living'
export type Need = 'barrier-free' | 'home-visit' | 'hearing' | 'dialect'

/** `left`: what the agreement still pays for, in `unit` (QUOTA_UNITS); null: no quota was agreed. */
export type Funding = {
  readonly kind: 'contract' | 'compensation'
  readonly over: boolean
  readonly left: number | null
  readonly unit: string
}

/** Empty lists and nulls ask nothing. */
export type Eligibility = {
  readonly minAge: number | null
  readonly maxAge: number | null
  /** Any one of them is enough. */
  readonly marks: readonly string[]
  readonly residence: readonly Residence[]
}

export type Offer = {
  readonly provider: string
  readonly providerName: string
  /** Of its own entry: whether an order goes up or out. A service of it may be of another type. */
  readonly providerType: ServiceType
  readonly service: string | null
  readonly serviceName: string
  readonly serviceType: ServiceType
  readonly closedDown: boolean
  /** Codes of catalogue leaves. */
  readonly categories: readonly string[]
  /** What they do, in words: 水管、电路、开锁. */
  readonly words: string
  /** Place ids that are served, and the same in words. */
  readonly area: readonly string[]
  readonly areaWords: string
  /** Neighbourhoods in which it has a place of service. */
  readonly sites: readonly string[]
  /** By neighbourhood: walking there, or until they arrive (上门). */
  readonly minutes: readonly { readonly place: string; readonly minutes: number; readonly how: 'walk' | 'arrive' }[]
  /** Open when one of them is. */
  readonly hours: readonly Hours[]
  readonly ways: readonly DeliveryWay[]
  readonly barrierFree: boolean | null
  readonly languages: readonly string[]
  readonly cost: Cost | null
  /** 每次 80 元起; '' when there is nothing to add. */
  readonly costWords: string
  readonly capacity: { readonly free: number; readonly of: number | null } | null
  readonly funding: Funding | null
  readonly eligibility: Eligibility
  readonly results: PastResults | null
}

export type Wanted = {
  readonly serviceType: ServiceType
  /** Types in the order in which they are tried (chain.ts); the first is `serviceType`. */
  readonly chain: readonly ServiceType[]
  /** A leaf's code, or '' while only the type is decided. */
  readonly category: string
  /** Title, story, place and the leaf's name: where the words of a service may stand. */
  readonly text: string
  readonly danger: boolean
  /** 举报: the reported unit is never a provider on the case (DOMAIN §3.2). `unit` is '' where only the story names it. */
  readonly reported: { readonly unit: string; readonly text: string } | null
  /** Providers who have declined this matter, given it back or not answered, in this round. */
  readonly turnedDown: readonly string[]
  /** The place and all that it lies in, grids too; empty: not known. */
  readonly place: readonly string[]
  readonly neighbourhood: string | null
  readonly person: {
    readonly age: number | null
    /** null: nobody has looked; []: none. */
    readonly marks: readonly Mark[] | null
    readonly residence: Residence | null
    readonly needs: readonly Need[]
  }
  readonly now: Moment
  /** When the resident wants it done; null when nothing was said. */
  readonly wishedAt: Moment | null
}

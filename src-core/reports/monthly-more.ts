/** What a monthly report says beside the figures of rounds. Keys are ids and codes that ReportNames can name; nobody's name is here. */
import type { ServiceType } from '../case-file/codes.ts'
import type { Moment } from '../lib/time.ts'

/** 差评 of the period by how far they are; together they are all of them. */
export type BadRatings = {
  readonly all: number
  /** Put right, and the resident says so. */
  readonly putRight: number
  /** 不属本站、复核撤销: they do not count against anybody. */
  readonly setAside: number
  /** Dissatisfied again, or not reached after all tries. */
  readonly notPutRight: number
  readonly inWork: number
}

/** `place`: id of the 小区, '' unknown. */
export type GapLine = {
  readonly serviceType: ServiceType
  readonly category: string
  readonly place: string
  readonly open: number
  readonly all: number
}

/** One gap, for whoever plans services: the case by its number alone. */
export type GapDetail = {
  readonly number: string
  readonly at: Moment
  readonly serviceType: ServiceType
  readonly category: string
  readonly place: string
  readonly wantedBy: Moment | null
  readonly state: 'open' | 'offered' | 'routed' | 'solved'
  /** 举报: what and where stay empty. */
  readonly confidential: boolean
}

/** Whole fen. */
export type MoneyLine = {
  readonly provider: string
  readonly orders: number
  readonly reserved: number
  readonly paid: number
  readonly copay: number
}

/** Open and late at the end of the period. */
export type LateLine = {
  readonly number: string
  readonly category: string
  readonly place: string
  readonly provider: string
  readonly dueAt: Moment
  /** 举报: what, where and by whom stay empty. */
  readonly confidential: boolean
}

export type MonthlyMore = {
  readonly bad: BadRatings
  readonly gaps: readonly GapLine[]
  readonly money: readonly MoneyLine[]
  /** The longest late first. */
  readonly late: readonly LateLine[]
  /** 议题 begun in the period, and those not yet done with. */
  readonly topics: { readonly begun: number; readonly open: number }
}

/** The plain values of stations and letters that cross between the screens and the desk. */
import type { RequestKind, ServiceType } from '#core/case-file/codes.ts'
import type { SentField } from '#core/case-file/referral-codes.ts'
import type { TwoNames } from '#core/category/category.ts'
import type { LetterState } from '#core/exchange/letters/letter-states.ts'
import type { Coverage } from '#core/exchange/import/coverage.ts'
import type { PeerState } from '#core/exchange/import/peer-state.ts'
import type { Moment } from '#core/lib/time.ts'
import type { LetterKind } from '#core/peer/codes.ts'
import type { FileMoment } from './exchange-shapes.ts'

/** What of a house below is here, wherever its figures stand. */
export type CoverageLine = Pick<Coverage, 'days' | 'fresh' | 'missing'> & {
  /** uuid. */
  readonly house: string
  readonly name: string
  readonly lastIn: FileMoment | null
}

export type StationLine = CoverageLine & {
  readonly code: string
  readonly short: string
  /** Name of the office below through which its files come; '' for a direct one. */
  readonly via: string
  readonly cases: number
  readonly open: number
  readonly overdue: number
  /** What went there and what is known of it; null for one further below. */
  readonly state: PeerState | null
  readonly letters: {
    /** Theirs that want our answer. */
    readonly toDo: number
    /** Ours that are not answered, and of those the ones past their day. */
    readonly open: number
    readonly late: number
    /** Ours that have not left or not arrived. */
    readonly notThere: number
  }
}

export type StationsPage = {
  readonly kind: 'community' | 'street' | 'district'
  readonly rows: readonly StationLine[]
  /** Of the houses below: how many brought a file within a week. */
  readonly fresh: number
  readonly missing: number
}

/** For choices. */
export type StationChoice = { readonly house: string; readonly name: string }

export type LetterLine = {
  readonly id: string
  readonly direction: 'in' | 'out'
  readonly kind: LetterKind
  readonly peer: string
  readonly peerName: string
  readonly state: LetterState
  readonly at: Moment
  readonly dueAt: Moment | null
  readonly late: boolean
  /** '' for one about no case. */
  readonly case: string
  /** The case is here. */
  readonly isHere: boolean
  readonly number: string
  /** What it says: demand or note. */
  readonly words: string
}

export type LetterView = LetterLine & {
  readonly body: Readonly<Record<string, unknown>>
  /** This version can read it. */
  readonly isReadable: boolean
  /** Of a transfer: the leaf of the catalogue. */
  readonly leaf: TwoNames | null
  /** Whole exchange, the oldest first: the order, its answers, the rulings. */
  readonly thread: readonly LetterLine[]
  readonly sentAt: Moment | null
  readonly answeredAt: Moment | null
}

export type LetterQuery = { readonly list: 'to-do' | 'open' | 'all'; readonly peer?: string; readonly offset: number; readonly count: number } // prettier-ignore
export type LetterPage = { readonly rows: readonly LetterLine[]; readonly total: number; readonly toDo: number }

/** What of one case could leave, and what would. */
export type TransferCase = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly requestKind: RequestKind
  readonly serviceType: ServiceType | null
  /** Fields that hold anything, with what they hold. */
  readonly holds: Readonly<Partial<Record<SentField, string>>>
  /** Fields that the resident has agreed to send to the upper office. */
  readonly consented: readonly SentField[]
  /** Transferred, and no result has come. */
  readonly isOpen: boolean
}

/** 下发: what goes to the houses below with the next file. `of`: entity type. */
export type PublishLine = { readonly of: string; readonly all: number; readonly fresh: number }
export type PublishPage = {
  readonly lines: readonly PublishLine[]
  /** The direct houses, and which of them have not said that they have everything. */
  readonly houses: number
  readonly behind: readonly StationChoice[]
}

/** The plain values that cross between the screens and the desk. A question's own shapes may stand beside it (`*-questions.ts`). */
import type { ProviderCard } from '#core/book/book.ts'
import type { ImportRecord } from '#core/book/imports.ts'
import type { TwoNames } from '#core/category/category.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import type { Due } from '#core/case-file/due.ts'
import type { LadderTimes } from '#core/case-file/ladder-times.ts'
import type { LimitChoices } from '#core/follow-up/limit-choices.ts'
import type { Deadline } from '#core/lib/deadline.ts'
import type { StationSettings } from '#core/station/settings.ts'
import type { Channel, RequestKind, ServiceType, Status, Urgency } from '#core/case-file/codes.ts'
import type { Refusal } from '#core/case-file/decision.ts'
import type { NextCommand, RoadMark } from '#core/case-file/status.ts'
import type { StationShown } from '#core/book/station-of.ts'
import type { CaseSummary } from '#core/case-file/summary.ts'
import type { Waiting } from '#core/case-file/waiting.ts'
import type { Command } from '#core/commands.ts'
import type { DuePeriod, ReceivedPeriod } from '#core/follow-up/period.ts'
import type { TodayReason } from '#core/follow-up/today.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Likeness } from '#core/intake/likeness.ts'
import type { KeysCode, KdfCost, StationCard } from '#core/keys/slots.ts'
import type { Mark, Tier } from '#core/person/marks.ts'
import type { CaseColumn } from '#core/reports/case-rows.ts'
import type { Routing } from '#core/routing/ranking.ts'

/** What start-up found, before any password. */
export type Found =
  /** Nothing anywhere: set up a station. */
  | { readonly kind: 'nothing' }
  /** A station in the folder (and perhaps in IndexedDB). */
  | { readonly kind: 'station'; readonly card: StationCard; readonly cases: number | null }
  /** The folder is empty or lost, but this browser holds a whole copy of the station that lived in this folder. */
  | { readonly kind: 'only-copy'; readonly card: StationCard }
  /** There is a journal or a marker, but the slots file is gone or damaged and no copy of it is left here. */
  | { readonly kind: 'locked-out'; readonly reason: 'no-slots' | 'slots-damaged' | 'newer-version' }

export type SetUp = {
  readonly stationName: string
  readonly stationCode: string
  readonly short: string
  /** Left out, a community's service station. */
  readonly office?: 'street' | 'district'
  readonly userName: string
  readonly password: string
  /** As printed on set-up's last page (`newRecoveryCode`). */
  readonly recoveryCode: string
  readonly kdfCost?: KdfCost
}

/** What opening did, for the one honest sentence on the first screen. */
export type Opened = {
  readonly card: StationCard
  readonly user: { readonly id: string; readonly name: string }
  /** `copy`: opened from IndexedDB; `journal`: rebuilt from the folder; `both`: caught up. */
  readonly from: 'copy' | 'journal' | 'both'
  readonly cases: number
  /** Events that only IndexedDB still had, now in the journal again. */
  readonly returned: number
  /** Frames found damaged in the journal or the copy, and how many of them the other side refilled. */
  readonly damagedJournal: number
  readonly damagedCopy: number
  /** Missing numbers in logs that neither side could fill. */
  readonly gaps: number
}

export type Progress = {
  readonly step: 'key' | 'journal' | 'copy' | 'returning' | 'import' | 'storing' | 'undo' | 'erasing' | 'export'
  readonly done: number
  readonly of: number
}

/** How safe the last save is: the footer's sentence. */
export type SaveState = {
  /** Last acknowledged save of this session, ISO; null when there was none. */
  readonly savedAt: string | null
  /** Set while the journal does not take saves; what was typed is kept, what was acknowledged is safe. */
  readonly trouble: HostCode | null
  /** Set while IndexedDB does not take copies: the station folder still has everything. */
  readonly copyTrouble: 'quota' | 'closed' | 'failed' | null
}

export type SortKey = 'received' | 'due' | 'number' | 'status'

export type Filter = {
  readonly status?: readonly Status[]
  /** 'undecided' = no service type yet. */
  readonly serviceType?: readonly (ServiceType | 'undecided')[]
  readonly requestKind?: readonly RequestKind[]
  readonly channel?: readonly Channel[]
  readonly urgency?: readonly Urgency[]
  readonly waiting?: readonly Waiting[]
  readonly provider?: string
  /** 经办人, a user's id. */
  readonly handler?: string
  /** A leaf's code, or the beginning of one: 02 is everything under the second heading. */
  readonly category?: string
  /** A place's id: everything within it. */
  readonly place?: string
  /** 关爱对象: whoever asks has this mark. */
  readonly mark?: Mark
  readonly open?: boolean
  /** Cases without a deadline never match. */
  readonly due?: DuePeriod
  readonly received?: ReceivedPeriod
  /** uuid of the house that took it in: upper offices only. */
  readonly station?: string
  /** These cases alone. In memory only. */
  readonly ids?: readonly string[]
  /** Characters, pinyin ("wangsulan") or initials ("wsl"). */
  readonly search?: string
  /** All cases of whoever asked in this one. In memory only, like `search`. */
  readonly requesterOf?: string
}

export type PageQuery = Filter & {
  readonly sort: SortKey
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

export type CaseRow = Omit<CaseSummary, 'text'> & {
  readonly providerName: string
  readonly handlerName: string
  /** At an upper office: whose case it is. */
  readonly station?: string
  /** Where no title is, because titles stay at the station: what kind of matter it is. */
  readonly leaf?: TwoNames
}
export type CasePage = { readonly rows: readonly CaseRow[]; readonly total: number; readonly revision: number }

/** One of today's list, and why it stands there. */
export type TodayRow = CaseRow & { readonly reason: TodayReason }
/** `atOnce`: what the snapshot's head gives, when nothing more is read yet. */
export type TodayQuery = {
  readonly offset: number
  readonly limit: number
  readonly atOnce: boolean
  readonly filter?: Filter
}
/** `partial`: only the cases that fall due first, while the rest is still being read; then it is asked again. */
export type TodayPage = {
  readonly rows: readonly TodayRow[]
  readonly total: number
  readonly partial: boolean
}

/** A list as a file, made piece by piece: whoever asks for the pieces shows how far it is, and may stop. */
export type ExportRequest = Filter & {
  readonly sort: SortKey
  readonly descending: boolean
  /** Names of core/reports/case-rows.ts; all of them when left out. */
  readonly columns?: readonly CaseColumn[]
}
export type ExportStep = { readonly done: number; readonly of: number }

/** A list as a clerk put it together: kept sealed in this PC's copy of the station. Search words are never kept. */
export type SavedView = {
  readonly name: string
  readonly filter: Omit<Filter, 'search' | 'requesterOf' | 'ids'>
  readonly sort: string
  readonly columns: readonly string[]
}

export type Counts = {
  readonly total: number
  readonly byStatus: Readonly<Record<Status, number>>
  readonly byType: Readonly<Record<ServiceType | 'undecided', number>>
  readonly open: number
  readonly overdue: number
  /** Closed, and somebody is still to be asked. */
  readonly toRevisit: number
  /** Due between now and the end of the day (China time). */
  readonly dueToday: number
  readonly revision: number
}

/** One sentence of the timeline is made by the screen from the act; names of people and providers are looked up here. */
export type CaseView = {
  readonly file: CaseFile
  /** At an upper office: whose case it is. */
  readonly station?: StationShown
  /** 督办 orders of it whose answers wait for this office's word. */
  readonly judges?: readonly string[]
  /** An upper office is connected: the case can be transferred to it (个案转报). */
  readonly canTransfer?: boolean
  readonly status: Status
  readonly serviceType: ServiceType | null
  readonly round: number
  readonly road: readonly RoadMark[]
  readonly next: readonly NextCommand[]
  /** The referral in force (see status.ts), for accept/done/return buttons. */
  readonly openReferral: string | null
  readonly userNames: Readonly<Record<string, string>>
  readonly providerNames: Readonly<Record<string, string>>
  /** Of the codes in its classifications, each as it was called on that day; words of older records are not in it. */
  readonly categoryNames: Readonly<Record<string, TwoNames>>
  /** The station has one account: 越位 could not be avoided. */
  readonly oneHanded: boolean
  readonly due: Due
  readonly ladder: LadderTimes
  /** What the station's settings say of time (src-core/station/settings.ts). */
  readonly settings: StationSettings
  /** If a stopped clock ran again now: when it would be due; null where none is stopped or none runs. */
  readonly dueIfResumed: Deadline | null
  /** What forms propose; `afterDue` null where no limit runs. */
  readonly choices: { readonly fromNow: LimitChoices; readonly afterDue: LimitChoices | null }
  /** 推荐承办单位; null while nobody has decided which kind of service it is. */
  readonly routing: Routing | null
  /** 小区 in which it is wanted, as far as the tree of places knows it. */
  readonly neighbourhood: { readonly id: string; readonly name: string } | null
}

/**
 * `id`: of the registered resident, `person:…`, or for somebody known only from requests their first case, which stands for
 * them. No whole number: see `requester`.
 */
export type PersonRow = {
  readonly id: string
  /** Null: nobody registered them yet. */
  readonly person: string | null
  readonly name: string
  readonly phoneTail: string
  readonly place: string
  readonly placeId: string | null
  readonly age: number | null
  readonly marks: readonly Mark[]
  readonly tier: Tier | null
  readonly left: 'moved-away' | 'deceased' | null
  readonly cases: number
  readonly open: number
  /** Of the newest request or visit; '' when there is neither. */
  readonly lastAt: string
}
export type PeopleQuery = {
  readonly search?: string
  readonly sort: 'last' | 'requests'
  /** `asked`: known only from requests. */
  readonly only?: 'registered' | 'marked' | 'asked'
  /** Registered residents who live in this place. */
  readonly within?: string
  readonly offset: number
  readonly limit: number
}
export type PeoplePage = { readonly rows: readonly PersonRow[]; readonly total: number }
/** What a new request of the same person begins with. */
export type Requester = {
  readonly name: string
  readonly phone: string
  readonly place: string
  /** '' when they never asked. */
  readonly lastCase: string
  readonly person: string | null
  readonly placeId: string | null
}

/** Some of what the header's box finds, and how many there are. */
export type LookUp = {
  readonly people: readonly PersonRow[]
  readonly cases: readonly CaseRow[]
  /** People and cases are still being read: ask again in a moment. */
  readonly partial: boolean
  readonly providers: readonly Pick<ProviderCard, 'id' | 'name' | 'serviceType' | 'services'>[]
  /** Places in the list of names that was handed in. */
  readonly names: readonly number[]
  readonly totals: { readonly people: number; readonly cases: number; readonly providers: number }
}

/** A case that the request being written may repeat, and why it is shown. */
export type Repeat = Likeness & { readonly row: CaseRow; readonly closedAt: string | null }

export type DraftForm = {
  readonly id: string
  /** `walk`: what was typed of one row of a walk sheet. `revisit`: a run of calls (连续回访). `survey`: a half typed interview. */
  readonly form: 'intake' | 'walk' | 'revisit' | 'survey'
  readonly title: string
  readonly changedAt: string
  readonly values: Readonly<Record<string, unknown>>
}

export type RunCode =
  { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'not-saved'; readonly code: HostCode }
export type OpenCode = KeysCode | HostCode | 'no-slots' | 'station-exists'

export type ImportRow = { readonly row: number; readonly command: Extract<Command, { name: 'import-request' }> }
/** So many rows of the file went before these, of so many. */
export type ImportShare = { readonly before: number; readonly of: number }
export type ImportResult = {
  readonly imported: number
  /** Rows whose number was known already. */
  readonly repeated: readonly number[]
  readonly refused: readonly { readonly row: number; readonly refusal: Refusal }[]
}

/** `there`: its cases that are still there. `by`: the person's name. */
export type ImportShown = Omit<ImportRecord, 'by'> & { readonly by: string; readonly there: number }
export type UndoPreview = {
  /** Cases that nobody has touched since: they would be erased. */
  readonly erase: number
  readonly keep: number
  /** The first of those that stay. */
  readonly kept: readonly { readonly id: string; readonly number: string; readonly title: string }[]
}
/** `scrubbed`: what was erased is out of the folder and IndexedDB; false: that is being finished later. */
export type UndoCode = RunCode | { readonly kind: 'count-changed' }
export type UndoResult = { readonly erased: number; readonly kept: number; readonly scrubbed: boolean }

/** Pushed by the desk without being asked. */
export type DeskEvent =
  | { readonly kind: 'changed'; readonly revision: number; readonly cases: readonly string[] }
  | { readonly kind: 'progress'; readonly progress: Progress | null }
  | { readonly kind: 'save-state'; readonly state: SaveState }

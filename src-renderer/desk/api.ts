/**
 * What the screens may ask the desk (the worker that holds keys, state and columns). Everything here crosses a worker
 * border: plain values only. To add a question: here, in `desk.ts`, and nowhere else (the client is made from this type).
 */
import type { ProviderCard } from '#core/book/book.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import type { Channel, RequestKind, ServiceType, Status } from '#core/case-file/codes.ts'
import type { Refusal } from '#core/case-file/decision.ts'
import type { NextCommand, RoadMark } from '#core/case-file/status.ts'
import type { CaseSummary } from '#core/case-file/summary.ts'
import type { Command } from '#core/commands.ts'
import type { HostCode } from '#core/host/host.ts'
import type { KeysCode, KdfCost, SlotKind, StationCard } from '#core/keys/slots.ts'
import type { Result } from '#core/lib/result.ts'
import type { Candidate } from '#core/routing/candidates.ts'

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
  readonly step: 'key' | 'journal' | 'copy' | 'returning' | 'import' | 'storing'
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
  readonly provider?: string
  readonly open?: boolean
  /** Deadline before this moment; cases without one never match. */
  readonly dueBefore?: string
  /** Characters, pinyin ("wangsulan") or initials ("wsl"). */
  readonly search?: string
}

export type PageQuery = Filter & {
  readonly sort: SortKey
  readonly descending: boolean
  readonly offset: number
  readonly limit: number
}

export type CaseRow = Omit<CaseSummary, 'text'> & { readonly providerName: string }
export type CasePage = { readonly rows: readonly CaseRow[]; readonly total: number; readonly revision: number }

export type Counts = {
  readonly total: number
  readonly byStatus: Readonly<Record<Status, number>>
  readonly byType: Readonly<Record<ServiceType | 'undecided', number>>
  readonly open: number
  readonly overdue: number
  /** Due between now and the end of the day (China time). */
  readonly dueToday: number
  readonly revision: number
}

/** One sentence of the timeline is made by the screen from the act; names of people and providers are looked up here. */
export type CaseView = {
  readonly file: CaseFile
  readonly status: Status
  readonly serviceType: ServiceType | null
  readonly round: number
  readonly road: readonly RoadMark[]
  readonly next: readonly NextCommand[]
  /** The referral in force (see status.ts), for accept/done/return buttons. */
  readonly openReferral: string | null
  readonly userNames: Readonly<Record<string, string>>
  readonly providerNames: Readonly<Record<string, string>>
  readonly candidates: readonly Candidate[]
}

export type DraftForm = {
  readonly id: string
  readonly form: 'intake'
  readonly title: string
  readonly changedAt: string
  readonly values: Readonly<Record<string, unknown>>
}

export type RunCode =
  { readonly kind: 'refused'; readonly refusal: Refusal } | { readonly kind: 'not-saved'; readonly code: HostCode }
export type OpenCode = KeysCode | HostCode | 'no-slots' | 'station-exists'

export type ImportRow = { readonly row: number; readonly command: Extract<Command, { name: 'import-request' }> }
export type ImportResult = {
  readonly imported: number
  readonly repeated: number
  readonly refused: readonly { readonly row: number; readonly refusal: Refusal }[]
}

export type DeskApi = {
  find(): Promise<Result<Found, HostCode>>
  setUp(input: SetUp): Promise<Result<Opened, OpenCode>>
  unlock(secret: string, kind: SlotKind): Promise<Result<Opened, OpenCode>>
  /** Forgets keys and columns; the screens go back to unlocking. */
  lock(): Promise<void>
  run(command: Command): Promise<Result<{ readonly entities: readonly string[] }, RunCode>>
  page(query: PageQuery): Promise<CasePage>
  counts(): Promise<Counts>
  caseView(id: string): Promise<CaseView | null>
  providers(): Promise<readonly ProviderCard[]>
  /** Seals and stores the bytes (on disk before it answers), then records the act. */
  attach(
    caseId: string,
    name: string,
    media: string,
    bytes: Uint8Array,
  ): Promise<Result<{ readonly id: string }, RunCode>>
  blob(id: string): Promise<Result<Uint8Array, HostCode | 'damaged'>>
  drafts(): Promise<readonly DraftForm[]>
  /** Kept in IndexedDB at once and in the station folder within half a second of the last keystroke. */
  putDraft(draft: DraftForm): Promise<void>
  removeDraft(id: string): Promise<void>
  importRows(rows: readonly ImportRow[]): Promise<Result<ImportResult, RunCode>>
  /** The rows of a filtered list as an .xlsx or .csv, ready to be saved through the host. */
  exportList(filter: Filter, format: 'xlsx' | 'csv', language: 'zh-CN' | 'en'): Promise<Uint8Array>
  /** Adds the slot that lets `linwu` open this station with its own password. */
  addCommandLineSlot(password: string): Promise<Result<null, OpenCode>>
  /** Reads every frame of the journal again and compares it with what is shown; refills what is missing. */
  checkEverything(): Promise<Result<Opened, HostCode>>
  saveState(): Promise<SaveState>
}

/** Pushed by the desk without being asked. */
export type DeskEvent =
  | { readonly kind: 'changed'; readonly revision: number; readonly cases: readonly string[] }
  | { readonly kind: 'progress'; readonly progress: Progress | null }
  | { readonly kind: 'save-state'; readonly state: SaveState }

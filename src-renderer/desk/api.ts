/**
 * What the screens may ask the desk (the worker that holds keys, state and columns). Everything here crosses a worker
 * border: plain values only. To add a question: here, in `desk.ts`, and nowhere else (the client is made from this type).
 */
import type { ProviderCard } from '#core/book/book.ts'
import type { ImportRecord } from '#core/book/imports.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import type { Channel, RequestKind, ServiceType, Status, Urgency } from '#core/case-file/codes.ts'
import type { Refusal } from '#core/case-file/decision.ts'
import type { NextCommand, RoadMark } from '#core/case-file/status.ts'
import type { CaseSummary } from '#core/case-file/summary.ts'
import type { Waiting } from '#core/case-file/waiting.ts'
import type { Command } from '#core/commands.ts'
import type { DuePeriod, ReceivedPeriod } from '#core/follow-up/period.ts'
import type { TodayReason } from '#core/follow-up/today.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Compared, Likeness } from '#core/intake/likeness.ts'
import type { KeptFile } from '#core/intake/receive-case.ts'
import type { KeysCode, KdfCost, SlotKind, StationCard } from '#core/keys/slots.ts'
import type { Result } from '#core/lib/result.ts'
import type { CaseColumn } from '#core/reports/case-rows.ts'
import type { Candidate } from '#core/routing/candidates.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'
import type { ModuleName } from '#core/station/modules.ts'

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
  readonly step: 'key' | 'journal' | 'copy' | 'returning' | 'import' | 'storing' | 'undo' | 'erasing'
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
  readonly open?: boolean
  /** Cases without a deadline never match. */
  readonly due?: DuePeriod
  readonly received?: ReceivedPeriod
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

export type CaseRow = Omit<CaseSummary, 'text'> & { readonly providerName: string }
export type CasePage = { readonly rows: readonly CaseRow[]; readonly total: number; readonly revision: number }

/** One of today's list, and why it stands there. */
export type TodayRow = CaseRow & { readonly reason: TodayReason }
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
  readonly filter: Omit<Filter, 'search' | 'requesterOf'>
  readonly sort: string
  readonly columns: readonly string[]
}

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

/** `id`: the person's first case, which stands for them. No whole number: see `requester`. */
export type PersonRow = {
  readonly id: string
  readonly name: string
  readonly phoneTail: string
  readonly place: string
  readonly cases: number
  readonly open: number
  readonly lastAt: string
}
export type PeopleQuery = {
  readonly search?: string
  readonly sort: 'last' | 'requests'
  readonly offset: number
  readonly limit: number
}
export type PeoplePage = { readonly rows: readonly PersonRow[]; readonly total: number }
/** What a new request of the same person begins with. */
export type Requester = {
  readonly name: string
  readonly phone: string
  readonly place: string
  readonly lastCase: string
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
  readonly form: 'intake'
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

export type DeskApi = {
  find(): Promise<Result<Found, HostCode>>
  setUp(input: SetUp): Promise<Result<Opened, OpenCode>>
  unlock(secret: string, kind: SlotKind): Promise<Result<Opened, OpenCode>>
  /** Forgets keys and columns; the screens go back to unlocking. */
  lock(): Promise<void>
  run(command: Command): Promise<Result<{ readonly entities: readonly string[] }, RunCode>>
  page(query: PageQuery): Promise<CasePage>
  counts(): Promise<Counts>
  /** How many cases each filter finds: the numbers of tiles, which open exactly these. */
  countEach(filters: readonly Filter[]): Promise<readonly number[]>
  /** 今日待办 from `offset`. `atOnce`: what the snapshot's head gives, when nothing more is read yet. */
  today(query: { readonly offset: number; readonly limit: number; readonly atOnce: boolean }): Promise<TodayPage>
  caseView(id: string): Promise<CaseView | null>
  providers(): Promise<readonly ProviderCard[]>
  people(query: PeopleQuery): Promise<PeoplePage>
  /** With the whole number: whoever asks for it leaves a trace (record-viewing). Null for a reporter or nobody. */
  requester(caseId: string): Promise<Requester | null>
  /** What the header's one box finds; `names`: what the window's own commands are called. */
  lookUp(words: string, names: readonly string[]): Promise<LookUp>
  /** 功能模块 that are switched on at this station. */
  modules(): Promise<readonly ModuleName[]>
  /** Seals and stores the bytes (on disk before it answers), then records the act. */
  attach(
    caseId: string,
    name: string,
    media: string,
    bytes: Uint8Array,
  ): Promise<Result<{ readonly id: string }, RunCode>>
  blob(id: string): Promise<Result<Uint8Array, HostCode | 'damaged'>>
  /** Seals and stores the bytes for a draft; they become an attachment when the request is registered with them. */
  keepFile(name: string, media: string, bytes: Uint8Array): Promise<Result<KeptFile, HostCode>>
  /** Removes the bytes that a thrown-away draft named; never those of an attachment. */
  dropFile(blob: string): Promise<void>
  /** 疑似重复: at most three, the likeliest first. */
  repeats(request: Compared): Promise<readonly Repeat[]>
  drafts(): Promise<readonly DraftForm[]>
  /** Kept in IndexedDB at once and in the station folder within half a second of the last keystroke. */
  putDraft(draft: DraftForm): Promise<void>
  removeDraft(id: string): Promise<void>
  /** Without `share` the rows are the whole file. */
  importRows(rows: readonly ImportRow[], share?: ImportShare): Promise<Result<ImportResult, RunCode>>
  /** Newest first. */
  imports(): Promise<readonly ImportShown[]>
  previewUndo(importId: string): Promise<UndoPreview>
  /** Erases what nobody has touched since; 'count-changed' when that is not `confirmed` cases any more. */
  undoImport(importId: string, confirmed: number): Promise<Result<UndoResult, UndoCode>>
  /** Begins a list as a file; answers its number. */
  beginExport(request: ExportRequest, language: 'zh-CN' | 'en'): Promise<number>
  /** Reads some more rows into it: short enough that a save in between does not wait. */
  stepExport(id: number): Promise<ExportStep>
  /** The file, ready to be saved through the host. */
  endExport(id: number, format: 'xlsx' | 'csv'): Promise<Uint8Array>
  dropExport(id: number): Promise<void>
  /** Rows that a screen holds itself (providers, residents) as a file. */
  writeSheet(sheet: SheetToWrite, format: 'xlsx' | 'csv'): Promise<Uint8Array>
  savedViews(): Promise<readonly SavedView[]>
  /** All of them. Without IndexedDB they last as long as the window. */
  putSavedViews(views: readonly SavedView[]): Promise<void>
  /** Ids of providers that the words find: characters, pinyin, initials, in the name, services, area and phone. */
  findProviders(words: string): Promise<readonly string[]>
  /** Adds the slot that lets `linwu` open this station with its own password. */
  addCommandLineSlot(password: string): Promise<Result<null, OpenCode>>
  /** Reads every frame of the journal again and compares it with what is shown; refills what is missing. */
  checkEverything(): Promise<Result<Opened, HostCode>>
  saveState(): Promise<SaveState>
  /** As `caseView`, for a paper that is handed over: never shown on a screen (see services/counter-desk.ts). */
  paperView(id: string): Promise<CaseView | null>
  /** What stands at the foot of a paper: the newest event of every log, see core/reports/papers/data-heads.ts. */
  dataHeads(): Promise<string>
}

/** Pushed by the desk without being asked. */
export type DeskEvent =
  | { readonly kind: 'changed'; readonly revision: number; readonly cases: readonly string[] }
  | { readonly kind: 'progress'; readonly progress: Progress | null }
  | { readonly kind: 'save-state'; readonly state: SaveState }

/**
 * What the screens may ask the desk (the worker that holds keys, state and columns). Everything here crosses a worker
 * border: plain values only. To add a question: in its room's `*-questions.ts` (or here and in `desk.ts`), and a line in services/shown-at-counter.ts (the client is made from this type).
 */
import type { ProviderCard } from '#core/book/book.ts'
import type { Command } from '#core/commands.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Compared } from '#core/intake/likeness.ts'
import type { KeptFile } from '#core/intake/receive-case.ts'
import type { SlotKind } from '#core/keys/slots.ts'
import type { Result } from '#core/lib/result.ts'
import type { SheetToWrite } from '#core/sheet/write-sheet.ts'
import type { MenuName } from '#core/station/modules.ts'
import type {
  Found,
  SetUp,
  Opened,
  SaveState,
  Filter,
  PageQuery,
  CasePage,
  TodayPage,
  TodayQuery,
  ExportRequest,
  ExportStep,
  SavedView,
  Counts,
  PeopleQuery,
  PeoplePage,
  Requester,
  LookUp,
  Repeat,
  DraftForm,
  RunCode,
  OpenCode,
  ImportRow,
  ImportShare,
  ImportResult,
  ImportShown,
  UndoPreview,
  UndoCode,
  UndoResult,
} from './shapes.ts'
import type { AskToJoin, Joining, JoinCode, JoinShown, JoinStation } from '#core/join-station.ts'
import type { CaseQuestions } from './case-questions.ts'
import type { PeopleQuestions } from './people-questions.ts'
import type { PlacesQuestions } from './places-questions.ts'
import type { TopicsQuestions } from './topics-questions.ts'
import type { DirectoryQuestions } from './directory-questions.ts'
import type { CategoryQuestions } from './category-questions.ts'
import type { RoutingQuestions } from './routing-questions.ts'
import type { LimitsQuestions } from './limits-questions.ts'
import type { StaffQuestions } from './staff-questions.ts'
import type { IntakeQuestions } from './intake-questions.ts'
import type { WalkQuestions } from './walk-questions.ts'
import type { RevisitQuestions } from './revisit-questions.ts'
import type { ReportQuestions } from './report-questions.ts'
import type { PapersQuestions } from './papers-questions.ts'
import type { SurveyQuestions } from './survey-questions.ts'
import type { SupervisionQuestions } from './supervision-questions.ts'
import type { FundingQuestions } from './funding-questions.ts'
import type { HavesQuestions } from './haves-questions.ts'
import type { DeliberationQuestions } from './deliberation-questions.ts'
import type { NoticesQuestions } from './notices-questions.ts'
import type { LearningQuestions } from './learning-questions.ts'
import type { ScorecardQuestions } from './scorecard-questions.ts'
import type { ExchangeQuestions } from './exchange-questions.ts'
import type { TrustQuestions } from './trust-questions.ts'
import type { ConflictQuestions } from './conflict-questions.ts'
import type { StationsQuestions } from './stations-questions.ts'
import type { FirstDayQuestions } from './first-day-questions.ts'

type StationQuestions = {
  find(): Promise<Result<Found, HostCode>>
  setUp(input: SetUp): Promise<Result<Opened, OpenCode>>
  /** 这是本站的另一台电脑: the request that waits for its grant; null when none was made. */
  joining(): Promise<Joining | null>
  askToJoin(input: AskToJoin): Promise<Result<Joining, OpenCode>>
  stopJoining(): Promise<void>
  /** What a grant file says; nothing is written. */
  readJoin(grant: Uint8Array, password: string): Promise<Result<JoinShown, JoinCode>>
  /** Opens the station here, with this PC's own keys and none of the house's data yet. */
  join(input: JoinStation): Promise<Result<Opened, JoinCode>>
  /** New keys and a new letter for this PC: it was copied, or a backup was put back. */
  renewKeys(): Promise<Result<null, OpenCode>>
  unlock(secret: string, kind: SlotKind): Promise<Result<Opened, OpenCode>>
  /** Forgets keys and columns; the screens go back to unlocking. */
  lock(): Promise<void>
  run(command: Command): Promise<Result<{ readonly entities: readonly string[] }, RunCode>>
  page(query: PageQuery): Promise<CasePage>
  counts(): Promise<Counts>
  /** How many cases each filter finds: the numbers of tiles, which open exactly these. */
  countEach(filters: readonly Filter[]): Promise<readonly number[]>
  /** 今日待办 from `offset`. */
  today(query: TodayQuery): Promise<TodayPage>
  providers(): Promise<readonly ProviderCard[]>
  people(query: PeopleQuery): Promise<PeoplePage>
  /** With the whole number: whoever asks for it leaves a trace (record-viewing). Null for a reporter or nobody. */
  requester(caseId: string): Promise<Requester | null>
  /** What the header's one box finds; `names`: what the window's own commands are called. */
  lookUp(words: string, names: readonly string[]): Promise<LookUp>
  /** 功能模块 that are switched on at this station, and the screens that show by themselves. */
  modules(): Promise<readonly MenuName[]>
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
  /** Of the intake form, unless another is named. */
  drafts(form?: DraftForm['form']): Promise<readonly DraftForm[]>
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
  /** What stands at the foot of a paper: the newest event of every log, see core/reports/papers/data-heads.ts. */
  dataHeads(): Promise<string>
}

export type DeskApi = StationQuestions &
  CaseQuestions &
  PeopleQuestions &
  PlacesQuestions &
  TopicsQuestions &
  DirectoryQuestions &
  CategoryQuestions &
  RoutingQuestions &
  LimitsQuestions &
  IntakeQuestions &
  StaffQuestions &
  WalkQuestions &
  RevisitQuestions &
  ReportQuestions &
  PapersQuestions &
  SurveyQuestions &
  SupervisionQuestions &
  FundingQuestions &
  HavesQuestions &
  DeliberationQuestions &
  NoticesQuestions &
  LearningQuestions &
  ScorecardQuestions &
  ExchangeQuestions &
  TrustQuestions &
  ConflictQuestions &
  StationsQuestions &
  FirstDayQuestions

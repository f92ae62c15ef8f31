/** Types of the desk that screens name. Screens may not import the desk itself. To add one: a line. */
import type { CatalogueShown as CatalogueOfDesk } from '../desk/category-questions.ts'
import type { DeskApi as Desk } from '../desk/api.ts'
import type * as deliberation from '../desk/deliberation-questions.ts'
import type * as differing from '../desk/conflict-list.ts'
import type * as ruling from '../desk/conflict-rule.ts'
import type * as money from '../desk/funding.ts'
import type * as decide from '../desk/funding-decide.ts'
import type * as exchanging from '../desk/exchange-shapes.ts'
import type * as firstDay from '../desk/first-day.ts'
import type * as firstDayAsked from '../desk/first-day-questions.ts'
import type * as haves from '../desk/haves-list.ts'
import type * as hotspots from '../desk/hotspots-list.ts'
import type * as desk from '../desk/shapes.ts'
import type * as directory from '../desk/directory-questions.ts'
import type * as joining from '#core/join-station.ts'
import type * as limits from '../desk/limits-questions.ts'
import type * as people from '../desk/people-questions.ts'
import type * as places from '../desk/places-questions.ts'
import type * as reports from '../desk/report-questions.ts'
import type * as routing from '../desk/routing-questions.ts'
import type * as draws from '../desk/revisit-draw.ts'
import type * as ratings from '../desk/bad-ratings.ts'
import type * as recent from '../desk/recent-revisits.ts'
import type * as revisits from '../desk/revisit-due.ts'
import type * as revisiting from '../desk/revisit-questions.ts'
import type * as staff from '../desk/staff-questions.ts'
import type * as supervising from '../desk/supervision-questions.ts'
import type * as learning from '../desk/learning.ts'
import type * as notices from '../desk/notices.ts'
import type * as surveyRoom from '../desk/survey-questions.ts'
import type * as surveys from '../desk/surveys.ts'
import type * as stations from '../desk/stations-shapes.ts'
import type * as topics from '../desk/topics.ts'
import type * as trusting from '../desk/trust-questions.ts'
import type * as walk from '../desk/walk-sheets.ts'

export type CaseRow = desk.CaseRow
export type ConflictRule = ruling.ConflictRule
export type ColleagueRow = staff.ColleagueRow
export type CaseView = desk.CaseView
export type DeskApi = Desk
export type LimitNow = limits.LimitNow
export type TimeRules = limits.TimeRules
export type YearRead = limits.YearRead
export type DifferencePage = differing.DifferencePage
export type DifferenceShown = differing.DifferenceShown
export type DraftForm = desk.DraftForm
export type Choice = directory.Choice
export type DirectoryPreview = directory.DirectoryPreview
export type DirectoryRow = directory.DirectoryRow
export type ProviderParts = directory.ProviderParts
export type ExportRequest = desk.ExportRequest
export type Filter = desk.Filter
export type GapRow = routing.GapRow
export type AgreementRow = money.AgreementRow
export type CaseMoney = money.CaseMoney
export type DisputeRow = decide.DisputeRow
export type FundRow = money.FundRow
export type LedgerPage = money.LedgerPage
export type LedgerRow = money.LedgerRow
export type MoneyChoice = money.MoneyChoice
export type OrderMoneyView = money.OrderMoneyView
export type OverdraftRow = decide.OverdraftRow
export type MinutesTable = routing.MinutesTable
export type MinutesCell = routing.MinutesCell
export type ImportShown = desk.ImportShown
export type LookUp = desk.LookUp
export type PageQuery = desk.PageQuery
export type PeopleQuery = desk.PeopleQuery
export type PersonRow = desk.PersonRow
export type Repeat = desk.Repeat
export type ReportAnswer = reports.ReportAnswer
export type ReportAsked = reports.ReportAsked
export type RunCode = desk.RunCode
export type SavedView = desk.SavedView
export type DutyRow = supervising.DutyRow
export type FindingList = supervising.FindingList
export type FindingRow = supervising.FindingRow
export type HitRow = supervising.HitRow
export type SupervisionRow = supervising.OrderRow
export type SortKey = desk.SortKey
export type UndoCode = desk.UndoCode
export type UndoPreview = desk.UndoPreview
export type UndoResult = desk.UndoResult
export type TodayRow = desk.TodayRow

export type CallSheet = revisits.CallSheet
export type DuePage = revisits.DuePage
export type DueRow = revisits.DueRow
export type RatingRow = ratings.RatingRow
export type RecentRevisit = recent.RecentRevisit
export type RevisitRules = revisiting.RevisitRules
export type DrawView = draws.DrawView
export type DrawnRow = draws.DrawnRow

export type CaseTopics = topics.CaseTopics
export type TopicMember = topics.TopicMember
export type TopicRow = topics.TopicRow
export type TopicView = topics.TopicView
export type HotspotRow = hotspots.HotspotRow
export type SetAsideRow = hotspots.SetAsideRow
export type DeliberationView = deliberation.DeliberationView
export type StepShown = deliberation.StepShown
export type TaskShown = deliberation.TaskShown
export type HaveRow = haves.HaveRow
export type HaveCell = haves.HaveCell
export type HaveView = haves.HaveView
export type HaveCheckShown = haves.HaveCheckShown
export type CardFilter = learning.CardFilter
export type ModelRow = learning.ModelRow
export type PolicyRow = learning.PolicyRow
export type SimilarWay = learning.SimilarWay
export type Teaching = learning.Teaching
export type WayView = learning.WayView
export type NoticeRow = notices.NoticeRow
export type NoticeStart = notices.NoticeStart
export type NoticeView = notices.NoticeView
export type RecipientFilter = notices.RecipientFilter
export type Recipients = notices.Recipients
export type TellingRow = notices.TellingRow
export type ToldLine = notices.ToldLine
export type BundleLine = exchanging.BundleLine
export type ExchangeHome = exchanging.ExchangeHome
export type ExportFailure = exchanging.ExportFailure
export type ExportMade = exchanging.ExportMade
export type ExportPreview = exchanging.ExportPreview
export type FirstDayPack = firstDay.FirstDayPack
export type PackMade = firstDayAsked.PackMade
export type GapLine = exchanging.GapLine
export type GuardWord = exchanging.GuardWord
export type ImportStep = exchanging.ImportStep
export type InboxLine = exchanging.InboxLine
export type LeakLine = exchanging.LeakLine
export type LeftOut = exchanging.LeftOut
export type PeerLine = exchanging.PeerLine
export type Received = exchanging.Received
export type TakenIn = exchanging.TakenIn
export type TakeFailure = exchanging.TakeFailure
export type Joining = joining.Joining
export type JoinShown = joining.JoinShown
export type JoinCode = joining.JoinCode
export type FileMade = joining.FileMade
export type DevicesShown = trusting.DevicesShown
export type PcShown = trusting.PcShown
export type TrustPeer = trusting.PeerShown
export type RequestShown = trusting.RequestShown
export type GrantShown = trusting.GrantShown
export type TrustCode = trusting.TrustCode
export type WhoSignsIn = trusting.WhoSignsIn
export type SurveyRow = surveys.SurveyRow
export type SurveyView = surveys.SurveyView
export type SurveyPlace = surveys.PlaceRow
export type SurveyDraw = surveys.DrawView
export type SurveyToPrint = surveys.SurveyToPrint
export type PopulationView = surveyRoom.PopulationView
export type Redrawn = surveyRoom.Redrawn
export type OpinionRow = surveyRoom.OpinionRow
export type WalkPaperDoor = walk.WalkPaperDoor
export type WalkRowView = walk.WalkRowView
export type WalkSheetRow = walk.WalkSheetRow
export type WalkSheetView = walk.WalkSheetView
export type PersonView = people.PersonView
export type Twin = people.Twin
export type TwinPair = people.TwinPair
export type VisitPlan = people.VisitPlan
export type VisitQuery = people.VisitQuery
export type VisitRow = people.VisitRow
export type PlaceHit = places.PlaceHit
export type PlaceLevel = places.PlaceLevel
export type PlaceLine = places.PlaceLine
export type PlaceImportPreview = places.PlaceImportPreview
export type CatalogueShown = CatalogueOfDesk
export type CoverageLine = stations.CoverageLine
export type LetterLine = stations.LetterLine
export type LetterView = stations.LetterView
export type StationChoice = stations.StationChoice
export type StationLine = stations.StationLine
export type StationsPage = stations.StationsPage
export type TransferCase = stations.TransferCase
export type { ScorecardRow } from '#core/book/scorecards-of.ts'

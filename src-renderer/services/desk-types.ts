/** Types of the desk that screens name. Screens may not import the desk itself. To add one: a line. */
import type { CatalogueShown as CatalogueOfDesk } from '../desk/category-questions.ts'
import type { DeskApi as Desk } from '../desk/api.ts'
import type { HotspotRow as HotspotOfDesk } from '../desk/hotspots-list.ts'
import type * as desk from '../desk/shapes.ts'
import type * as directory from '../desk/directory-questions.ts'
import type * as limits from '../desk/limits-questions.ts'
import type * as people from '../desk/people-questions.ts'
import type * as places from '../desk/places-questions.ts'
import type * as routing from '../desk/routing-questions.ts'
import type * as staff from '../desk/staff-questions.ts'
import type * as topics from '../desk/topics.ts'
import type * as walk from '../desk/walk-sheets.ts'

export type CaseRow = desk.CaseRow
export type ColleagueRow = staff.ColleagueRow
export type CaseView = desk.CaseView
export type DeskApi = Desk
export type LimitNow = limits.LimitNow
export type TimeRules = limits.TimeRules
export type YearRead = limits.YearRead
export type DraftForm = desk.DraftForm
export type Choice = directory.Choice
export type DirectoryPreview = directory.DirectoryPreview
export type DirectoryRow = directory.DirectoryRow
export type ProviderParts = directory.ProviderParts
export type ExportRequest = desk.ExportRequest
export type Filter = desk.Filter
export type GapRow = routing.GapRow
export type MinutesTable = routing.MinutesTable
export type MinutesCell = routing.MinutesCell
export type ImportShown = desk.ImportShown
export type LookUp = desk.LookUp
export type PageQuery = desk.PageQuery
export type PeopleQuery = desk.PeopleQuery
export type PersonRow = desk.PersonRow
export type Repeat = desk.Repeat
export type RunCode = desk.RunCode
export type SavedView = desk.SavedView
export type SortKey = desk.SortKey
export type UndoCode = desk.UndoCode
export type UndoPreview = desk.UndoPreview
export type UndoResult = desk.UndoResult
export type TodayRow = desk.TodayRow

export type CaseTopics = topics.CaseTopics
export type TopicMember = topics.TopicMember
export type TopicRow = topics.TopicRow
export type TopicView = topics.TopicView
export type HotspotRow = HotspotOfDesk
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

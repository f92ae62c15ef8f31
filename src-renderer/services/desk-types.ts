/** Types of the desk that screens name. Screens may not import the desk itself. To add one: a line. */
import type { DeskApi as Desk } from '../desk/api.ts'
import type * as desk from '../desk/shapes.ts'

export type CaseRow = desk.CaseRow
export type CaseView = desk.CaseView
export type DeskApi = Desk
export type DraftForm = desk.DraftForm
export type ExportRequest = desk.ExportRequest
export type Filter = desk.Filter
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

/** Types of the desk that screens name. Screens may not import the desk itself. To add one: a line. */
import type * as desk from '../desk/api.ts'

export type CaseRow = desk.CaseRow
export type CaseView = desk.CaseView
export type DeskApi = desk.DeskApi
export type DraftForm = desk.DraftForm
export type Filter = desk.Filter
export type PageQuery = desk.PageQuery
export type RunCode = desk.RunCode
export type SortKey = desk.SortKey

/** Types of the desk that screens name. Screens may not import the desk itself. */
export type { CasePage, CaseRow, CaseView, DeskApi, DraftForm, Filter, PageQuery, RunCode, SortKey } from '../desk/api.ts'

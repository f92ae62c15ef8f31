/** What a suggestion learns from: cases of this station whose leaf a person decided. */
import { actsOf, type CaseFile } from '../case-file/case-file.ts'
import { isConfidential } from '../case-file/confidential.ts'
import type { ServiceType } from '../case-file/codes.ts'
import { CATEGORY_CODE, type CategoryCode } from '../category/category.ts'
import type { Moment } from '../lib/time.ts'

export type Decided = {
  readonly id: string
  /** When it was decided; with the id this is the order in which all machines learn. */
  readonly at: Moment
  readonly title: string
  readonly text: string
  readonly category: CategoryCode
  readonly serviceType: ServiceType
}

/** Of so many decided cases it learns, the newest: a town's words change, and one PC has an evening. */
const LEARNED_FROM = 3_000
/** How many more may come before the oldest are let go. */
const LET_GO = 500

/**
 * Null while nobody decided, or with a category of older records that is no code. A confidential report (举报) teaches
 * nothing: pieces of its story, and whoever tells it names themselves there, could come up as words that decided.
 */
export function decidedOf(file: CaseFile): Decided | null {
  const last = actsOf(file.acts, 'classification').at(-1)
  const { title = '', text = '' } = file.fields
  if (isConfidential(file.fields)) return null
  if (!last || !CATEGORY_CODE.test(last.category) || title + text === '') return null
  return { id: file.id, at: last.at, title, text, category: last.category, serviceType: last.serviceType }
}

/** The order in which all machines learn, and how many of the oldest are left out. */
export function inOrder(decided: readonly Decided[]): Decided[] {
  const sorted = decided.toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id))
  const beyond = Math.max(0, sorted.length - LEARNED_FROM)
  return sorted.slice(Math.ceil(beyond / LET_GO) * LET_GO)
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The cases of a list: filtered and searched, newest first. */
import { pinyin } from 'pinyin-pro'
import { readCase, readProvider, type Book } from '#core/book/book.ts'
import { SERVICE_TYPES, STATUSES } from '#core/case-file/codes.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import { caseSummary, searchedText, type CaseSummary } from '#core/case-file/summary.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { letterSearches, typedLetters } from '#core/search/pinyin.ts'
import { misused, type Failed, type Given } from '../command.ts'

export const FILTER_OPTIONS = { status: 'value', type: 'value', search: 'value' } as const

export type Found = { readonly file: CaseFile; readonly summary: CaseSummary; readonly provider: string }
export type Filter = {
  readonly status: string | undefined
  readonly type: string | undefined
  readonly search: string | undefined
}

export function readFilter(given: Given): Result<Filter, Failed> {
  const status = given.option('status')
  const type = given.option('type')
  const types = [...SERVICE_TYPES, 'undecided']
  if (status !== undefined && !(STATUSES as readonly string[]).includes(status))
    return wrong('status', status, STATUSES)
  if (type !== undefined && !types.includes(type)) return wrong('type', type, types)
  return ok({ status, type, search: given.option('search')?.trim() || undefined })
}

const wrong = (word: string, value: string, allowed: readonly string[]) =>
  misused({ code: 'wrong-value', words: { word, value, allowed: allowed.join(', ') } })

export function findCases(book: Book, filter: Filter): Found[] {
  const matches = searcher(filter.search)
  const found: Found[] = []
  for (const id of book.cases) {
    const file = readCase(book, id)!
    const summary = caseSummary(file)
    if (filter.status !== undefined && summary.status !== filter.status) continue
    if (filter.type !== undefined && (summary.serviceType ?? 'undecided') !== filter.type) continue
    if (!matches(file, summary)) continue
    found.push({ file, summary, provider: readProvider(book, summary.provider ?? '')?.name ?? '' })
  }
  return found.toSorted(
    (a, b) => compare(b.summary.receivedAt, a.summary.receivedAt) || compare(b.summary.number, a.summary.number),
  )
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Characters anywhere in the case; letters also as pinyin or initials of the title and the requester. */
function searcher(search: string | undefined): (file: CaseFile, summary: CaseSummary) => boolean {
  if (search === undefined) return () => true
  const wanted = search.toLowerCase()
  const typed = typedLetters(search)
  const finds = typed === null ? null : letterSearches(pinyin)(typed)
  return (file, { title, requester }) =>
    searchedText(file).toLowerCase().includes(wanted) || finds?.(`${requester}\n${title}`) === true
}

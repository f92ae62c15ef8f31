/** 共性问题 out of the columns: which cases stand in a topic, who they are, and what was answered. 100,000 cases: under 5 ms. */
import { entitiesOf, readCase, readEntity, userName } from '#core/book/book.ts'
import { actsOf, type CaseFile } from '#core/case-file/case-file.ts'
import type { Status } from '#core/case-file/codes.ts'
import type { TwoNames } from '#core/category/category.ts'
import { momentOf, type Day } from '#core/lib/time.ts'
import { phoneTail } from '#core/person/known-people.ts'
import { topicCard, type TopicCard } from '#core/topic/fields.ts'
import { areaOf } from '#core/topic/hotspots.ts'
import { repeatsOf as repeated, topicsOf } from '#core/topic/links.ts'
import { categoryNames } from './category-names.ts'
import { FIRST_CLOSED } from './case-table.ts'
import { wantedCodes } from './coded-words.ts'
import type { CaseRow } from './shapes.ts'
import type { DeskState } from './state.ts'
import { rowOf } from './views.ts'

export type TopicRow = TopicCard & {
  readonly cases: number
  readonly open: number
  readonly persons: number
  /** '' while nobody stands in it. */
  readonly firstAt: string
  readonly lastAt: string
}

/** `person`: the same for two cases of one person. `answered`: of the current round. */
export type TopicMember = {
  readonly row: CaseRow
  readonly phoneTail: string
  readonly answered: { readonly at: string; readonly by: string; readonly content: string } | null
}
export type TopicView = TopicRow & {
  readonly members: readonly TopicMember[]
  readonly byName: string
  readonly categoryName: TwoNames
  /** `2026-03` → how many were raised then, oldest first, months without any left out. */
  readonly months: readonly { readonly month: string; readonly count: number }[]
  readonly places: readonly { readonly place: string; readonly count: number }[]
}

/** Where one case is joined. */
export type CaseTopics = {
  readonly topics: readonly { readonly id: string; readonly title: string; readonly cases: number }[]
  /** Earlier ones that it repeats, and later ones that repeat it. */
  readonly repeats: readonly CaseRow[]
  readonly repeatedBy: readonly CaseRow[]
}

/** Someone to call; whoever asks for the list leaves traces (record-viewings). */
export type TopicContact = {
  readonly case: string
  readonly number: string
  readonly name: string
  readonly phone: string
  readonly place: string
  readonly status: Status
}

/** Rows of the cases that are joined to a topic, or that repeat an earlier case, in the order of arrival. */
export function joinedTo({ table }: DeskState, to: string): number[] {
  const column = table.words.joined
  const wanted = wantedCodes(column, (word) => word === to || word.split(' ').includes(to))
  const rows: number[] = []
  if (!wanted.includes(1)) return rows
  for (let row = 0; row < table.count; row++) if (wanted[column.codes[row]!]) rows.push(row)
  return rows
}

/** A reporter (举报) and whoever wants no name count as somebody of their own. */
function personKey(file: CaseFile): string {
  const { requestKind, anonymous, person, requesterName = '', requesterPhone = '' } = file.fields
  if (requestKind === 'report' || anonymous || requesterName === '') return file.id
  return person || `${requesterName.replace(/\s/g, '')} ${requesterPhone.replace(/\D/g, '')}`
}

function topicRow(state: DeskState, topic: TopicCard, rows: readonly number[]): TopicRow {
  const { table } = state
  const received = rows.map((row) => table.received[row]!)
  const persons = new Set(rows.map((row) => personKey(readCase(state.book, table.id[row]!)!)))
  return {
    ...topic,
    cases: rows.length,
    open: rows.filter((row) => table.status[row]! < FIRST_CLOSED).length,
    persons: persons.size,
    firstAt: rows.length > 0 ? momentOf(Math.min(...received)) : '',
    lastAt: rows.length > 0 ? momentOf(Math.max(...received)) : '',
  }
}

const cardOf = (state: DeskState, id: string): TopicCard | null => {
  const read = readEntity(state.book, id)
  return read && topicCard(id, read)
}

/** Every topic and repeated case with the rows that are joined to it, in one walk over the column. */
function allJoined({ table }: DeskState): Map<string, number[]> {
  const { codes, words } = table.words.joined
  const ids = words.map((word) => (word === '' ? [] : word.split(' ')))
  const joined = new Map<string, number[]>()
  for (let row = 0; row < table.count; row++)
    for (const id of ids[codes[row]!]!) {
      const rows = joined.get(id)
      if (rows) rows.push(row)
      else joined.set(id, [row])
    }
  return joined
}

/**
 * Those that still go on first, the newest matter on top; a topic whose cases were all taken out is gone from the list,
 * unless it stands for one of the four haves.
 */
export function listTopics(state: DeskState): TopicRow[] {
  const joined = allJoined(state)
  return [...entitiesOf(state.book, 'topic')]
    .flatMap((id) => {
      const [topic, rows] = [cardOf(state, id), joined.get(id)]
      return topic && (rows || topic.have) ? [topicRow(state, topic, rows ?? [])] : []
    })
    .toSorted((a, b) => Number(a.closed) - Number(b.closed) || ((a.lastAt || a.at) < (b.lastAt || b.at) ? 1 : -1))
}

/** `day`: today, for the names of categories. */
export function viewTopic(state: DeskState, id: string, day: Day): TopicView | null {
  const topic = cardOf(state, id)
  if (!topic) return null
  const rows = joinedTo(state, id).toSorted((a, b) => state.table.received[a]! - state.table.received[b]!)
  const members = rows.map((row): TopicMember => {
    const file = readCase(state.book, state.table.id[row]!)!
    const answer = actsOf(file.acts, 'answer').at(-1)
    const isReport = file.fields.requestKind === 'report'
    return {
      row: rowOf(state, row),
      phoneTail: isReport ? '' : phoneTail((file.fields.requesterPhone ?? '').replace(/\D/g, '')),
      answered: answer ? { at: answer.at, by: userName(state.book, answer.by), content: answer.content } : null,
    }
  })
  const raised = rows.map((row) => readCase(state.book, state.table.id[row]!)!.fields.raisedAt ?? '')
  return {
    ...topicRow(state, topic, rows),
    members,
    byName: userName(state.book, topic.by),
    categoryName: categoryNames(state, day)(topic.category),
    months: counted(raised.map((at) => at.slice(0, 7)).filter(Boolean))
      .map(([month, count]) => ({ month, count }))
      .toSorted((a, b) => (a.month < b.month ? -1 : 1)),
    places: counted(members.map(({ row }) => areaOf(row.place)).filter(Boolean))
      .map(([place, count]) => ({ place, count }))
      .toSorted((a, b) => b.count - a.count),
  }
}

function counted(words: readonly string[]): [string, number][] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
}

export function topicsOfCase(state: DeskState, id: string): CaseTopics {
  const file = readCase(state.book, id)
  const { table } = state
  const row = (of: string): CaseRow[] => {
    const at = table.rowOf.get(of)
    return at === undefined ? [] : [rowOf(state, at)]
  }
  return {
    topics: (file ? topicsOf(file) : []).flatMap((topic) => {
      const card = cardOf(state, topic)
      return card ? [{ id: topic, title: card.title, cases: joinedTo(state, topic).length }] : []
    }),
    repeats: (file ? repeated(file) : []).flatMap(row),
    repeatedBy: joinedTo(state, id).map((at) => rowOf(state, at)),
  }
}

export function contactsOf(state: DeskState, id: string): TopicContact[] {
  return joinedTo(state, id).flatMap((row) => {
    const { number, requester, place, status, requestKind } = rowOf(state, row)
    const { fields } = readCase(state.book, state.table.id[row]!)!
    if (requestKind === 'report' || fields.anonymous || !fields.requesterPhone) return []
    return [{ case: state.table.id[row]!, number, name: requester, phone: fields.requesterPhone, place, status }]
  })
}

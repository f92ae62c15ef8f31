/** 告知通知 out of the records: the list, one of them with its tellings, what fills its blanks, and who may be written to. */
import { neighbourhoodOf } from '#core/book/routing-of.ts'
import { entitiesOf, readCase, readEntity, userName, type Book } from '#core/book/book.ts'
import { madeOf } from '#core/book/made-of.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { categoryOf, isOpen } from '#core/case-file/status.ts'
import { knownOf, withoutKnown, type KnownPerson } from '#core/learning/deidentify.ts'
import type { Day } from '#core/lib/time.ts'
import { manyValues, oneValues } from '#core/notice/blank-values.ts'
import type { Values } from '#core/notice/blanks.ts'
import type { Audience, TellingWay } from '#core/notice/codes.ts'
import { noticeCard, NOTICE_TEMPLATE, tellingCard, type Notice, type NoticeTelling } from '#core/notice/fields.ts'
import { mayBeTold, numberToTell } from '#core/notice/notify-consent.ts'
import { currentNoticeTemplates, type NoticeTemplate } from '#core/notice/templates.ts'
import type { Mark } from '#core/person/marks.ts'
import { ZH_WORDS } from '#core/reports/code-words.ts'
import { areaOf } from '#core/topic/hotspots.ts'
import { topicCard } from '#core/topic/fields.ts'
import { categoryNames } from './category-names.ts'
import { registerOf } from './people-register.ts'
import type { CaseRow } from './shapes.ts'
import type { DeskState } from './state.ts'
import { joinedTo } from './topics.ts'
import { rowOf } from './views.ts'

export type NoticeRow = Notice & {
  readonly byName: string
  /** Tellings in force, how many were reached by all of them, and the last one. */
  readonly tellings: number
  readonly told: number
  readonly lastAt: string
  /** Requests that came back. */
  readonly requests: number
}
export type TellingRow = NoticeTelling & {
  readonly byName: string
  /** Of the persons of a list, the first ones. */
  readonly names: readonly string[]
}
export type NoticeView = {
  readonly row: NoticeRow
  readonly tellings: readonly TellingRow[]
  readonly requests: readonly CaseRow[]
  readonly aboutTitle: string
  readonly areaWords: string
  /** The case that an answer may be joined with: the one it is about, or the first of the topic. */
  readonly joinWith: { readonly id: string; readonly title: string } | null
}
/** One telling, as a case or topic page says it. */
export type ToldLine = {
  readonly notice: string
  readonly title: string
  readonly withdrawn: boolean
  readonly last: { readonly at: string; readonly way: TellingWay; readonly count: number } | null
  readonly tellings: number
}
export type NoticeStart = {
  readonly values: Values
  readonly place: string
  readonly area: string
  readonly from: string
  readonly until: string
  /** Members of the topic. */
  readonly concerns: readonly string[]
  /** As it stood in the last notice. */
  readonly contact: string
  /** What it is about, in words; '' for nothing. */
  readonly aboutTitle: string
}
export type RecipientFilter = {
  readonly area: string
  /** Whoever has one of them; empty: everybody. */
  readonly marks: readonly Mark[]
  readonly oncePerHousehold: boolean
}
export type Recipients = {
  readonly persons: readonly string[]
  /** Counted, never listed. */
  readonly withoutConsent: number
  readonly withoutNumber: number
}
export type RecipientRow = { readonly name: string; readonly phone: string }

const NAMES_SHOWN = 12

const noticesOf = madeOf('notice', (all) => all.map((one) => noticeCard(one.id, one)))
const tellingsOf = madeOf('notice-telling', (all) => {
  const by = new Map<string, NoticeTelling[]>()
  for (const one of all.map((telling) => tellingCard(telling.id, telling))) put(by, one.notice, one)
  for (const list of by.values()) list.sort((a, b) => (a.at < b.at ? 1 : -1))
  return by
})
const answersOf = madeOf('notice-answer', (all) => {
  const by = new Map<string, string[]>()
  for (const { notice, case: id } of all) put(by, String(notice), String(id))
  return by
})
function put<T>(map: Map<string, T[]>, key: string, one: T): void {
  const list = map.get(key)
  if (list) list.push(one)
  else map.set(key, [one])
}

function rowFor(book: Book, notice: Notice): NoticeRow {
  const tellings = (tellingsOf(book).get(notice.id) ?? []).filter(({ withdrawn }) => !withdrawn)
  return {
    ...notice,
    byName: userName(book, notice.by),
    tellings: tellings.length,
    told: tellings.reduce((sum, { count }) => sum + count, 0),
    lastAt: tellings[0]?.at ?? '',
    requests: new Set(answersOf(book).get(notice.id)).size,
  }
}

/** Newest first, those made void last. */
export const listNotices = (book: Book): NoticeRow[] =>
  noticesOf(book)
    .toSorted((a, b) => Number(a.withdrawn) - Number(b.withdrawn) || (a.at < b.at ? 1 : -1))
    .map((notice) => rowFor(book, notice))

export function viewNotice(state: DeskState, id: string): NoticeView | null {
  const { book, table } = state
  const read = readEntity(book, id)
  if (!read || !id.startsWith('notice:')) return null
  const notice = noticeCard(id, read)
  const register = registerOf(book)
  const nameOf = (person: string): string => register.merged.get(register.groups.rootOf(person))?.card.name ?? ''
  const requests = [...new Set(answersOf(book).get(id))].flatMap((one) => table.rowOf.get(one) ?? [])
  const first = notice.about.startsWith('topic:') ? joinedTo(state, notice.about)[0] : table.rowOf.get(notice.about)
  const joins = first === undefined ? null : rowOf(state, first)
  return {
    row: rowFor(book, notice),
    tellings: (tellingsOf(book).get(id) ?? []).map((one) => ({
      ...one,
      byName: userName(book, one.by),
      names: one.persons.slice(0, NAMES_SHOWN).map(nameOf).filter(Boolean),
    })),
    requests: requests.map((row) => rowOf(state, row)),
    aboutTitle: aboutTitle(book, notice.about),
    areaWords: notice.area ? register.tree.pathWords(notice.area) : '',
    joinWith: joins && joins.requestKind !== 'report' ? { id: joins.id, title: joins.title } : null,
  }
}

function aboutTitle(book: Book, about: string): string {
  if (about === '') return ''
  if (about.startsWith('case:')) {
    const { number = '', title = '' } = readCase(book, about)?.fields ?? {}
    return [number, title].filter(Boolean).join(' ')
  }
  const title = readEntity(book, about)?.['title']
  return typeof title === 'string' ? title : ''
}

/** Notices about a case or topic, newest first. */
export const toldAbout = (book: Book, about: string): ToldLine[] =>
  noticesOf(book)
    .filter((notice) => notice.about === about)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .map(({ id, title, withdrawn }) => {
      const tellings = (tellingsOf(book).get(id) ?? []).filter((one) => !one.withdrawn)
      const last = tellings[0]
      return {
        notice: id,
        title,
        withdrawn,
        // Never the whole telling: it names persons.
        last: last ? { at: last.at, way: last.way, count: last.count } : null,
        tellings: tellings.length,
      }
    })

export function noticeTemplates(book: Book): readonly NoticeTemplate[] {
  const own = [...entitiesOf(book, 'notice-template')].flatMap((id): NoticeTemplate[] => {
    const read = NOTICE_TEMPLATE.safeParse(readEntity(book, id))
    return read.success ? [{ id, ...read.data }] : []
  })
  return currentNoticeTemplates(own)
}

/** Chinese words: residents read them. `today`: for the names of categories. */
export function noticeStart(state: DeskState, about: string, audience: Audience, today: Day): NoticeStart {
  const { book } = state
  const last = noticesOf(book).reduce<Notice | null>((a, b) => (b.contact !== '' && (a === null || a.at < b.at) ? b : a), null) // prettier-ignore
  const blank: NoticeStart = { values: {}, place: '', area: '', from: '', until: '', concerns: [], contact: last?.contact ?? '', aboutTitle: aboutTitle(book, about) } // prettier-ignore
  const category = (code: string): string => (code === '' ? '' : categoryNames(state, today)(code).zh)
  if (about.startsWith('case:')) {
    const file = readCase(book, about)
    if (!file) return blank
    const there = neighbourhoodOf(book, file)
    const outcome = actsOf(file.acts, 'closing').at(-1)?.outcome
    const words = { category: category(categoryOf(file)), neighbourhood: there?.name ?? '', outcome: outcome ? ZH_WORDS.outcome[outcome] : '' } // prettier-ignore
    const values = audience === 'one' ? oneValues(file, words) : manyValues(words)
    return { ...blank, values, place: there?.name ?? '', area: there?.id ?? '' }
  }
  const read = readEntity(book, about)
  if (about.startsWith('topic:') && read) {
    const topic = topicCard(about, read)
    const rows = joinedTo(state, about)
    const concerns = rows.map((row) => state.table.id[row]!)
    let title = topic.title
    for (const id of concerns) title = withoutKnown(title, knownOf(readCase(book, id)!, peopleOf(book, id)))
    const open = rows.filter((row) => isOpen(rowOf(state, row).status)).length
    const place = areaOf(topic.place)
    const values = { 议题: title, 类别: category(topic.category), 小区: place, 件数: String(rows.length), 办理结果: open === 0 ? '全部办结' : '' } // prettier-ignore
    return { ...blank, values, place, concerns }
  }
  if (about.startsWith('survey:') && read) {
    const [from, until] = [String(read['from'] ?? ''), String(read['until'] ?? '')]
    return { ...blank, from, until, values: { 调查名称: String(read['title'] ?? '') } }
  }
  return blank
}

/** The residents whom a case names, for taking them out of a text. */
export function peopleOf(book: Book, id: string): KnownPerson[] {
  const { person, forPerson } = readCase(book, id)?.fields ?? {}
  const register = registerOf(book)
  return [person, forPerson].flatMap((one) => {
    const root = one ? register.groups.rootOf(one) : ''
    const card = register.merged.get(root)?.card
    if (!card) return []
    const household = card.household ? (register.members.get(card.household) ?? []) : []
    return [card, ...household.flatMap((member) => register.merged.get(member)?.card ?? [])]
  })
}

export function recipientsOf(book: Book, { area, marks, oncePerHousehold }: RecipientFilter, today: Day): Recipients {
  const { merged, roots, tree } = registerOf(book)
  const persons: string[] = []
  const seen = new Set<string>()
  let withoutConsent = 0
  let withoutNumber = 0
  for (const id of roots) {
    const { card } = merged.get(id)!
    if (card.left || (area !== '' && !(card.place && tree.within(card.place, area)))) continue
    if (marks.length > 0 && !card.marks.some((mark) => marks.includes(mark))) continue
    if (!mayBeTold(card)) withoutConsent++
    else if (numberToTell(card, today) === '') withoutNumber++
    else {
      // One message a household, and never two to one number.
      const once = oncePerHousehold && card.household ? card.household : numberToTell(card, today)
      if (seen.has(once)) continue
      seen.add(once)
      persons.push(id)
    }
  }
  return { persons, withoutConsent, withoutNumber }
}

/** Of a telling on record; whoever took the consent back since is left out. */
export function recipientRows(book: Book, telling: string, today: Day): RecipientRow[] {
  const read = readEntity(book, telling)
  if (!read) return []
  const { merged, groups } = registerOf(book)
  return tellingCard(telling, read).persons.flatMap((person) => {
    const card = merged.get(groups.rootOf(person))?.card
    return card && mayBeTold(card) ? [{ name: card.name, phone: numberToTell(card, today) }] : []
  })
}

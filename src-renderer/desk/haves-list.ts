/** 四有 of every neighbourhood: what the checks say, which requests belong there, and what could be proposed. */
import { entitiesOf, readEntity, userName, type Book } from '#core/book/book.ts'
import { madeOf } from '#core/book/made-of.ts'
import { placeTreeOf } from '#core/book/place-tree-of.ts'
import { CATEGORY_CODE } from '#core/category/category.ts'
import { haveOf } from '#core/have/categories.ts'
import { HAVES, type Have, type PointState } from '#core/have/codes.ts'
import { haveCheck, type HaveCheck, type HavePhoto } from '#core/have/fields.ts'
import { PILE_DAYS, proposalFor, type ProposalReason } from '#core/have/proposals.ts'
import { countPoints, recheckDue, standingOf, type PointCounts, type Standing } from '#core/have/standing.ts'
import { dayOf, momentOf, type Day } from '#core/lib/time.ts'
import { topicCard } from '#core/topic/fields.ts'
import { FIRST_CLOSED } from './case-table.ts'
import { inSteps } from './in-steps.ts'
import { neighbourhoodFinder, personKeyOf } from './neighbourhoods.ts'
import type { CaseRow } from './shapes.ts'
import type { DeskState } from './state.ts'
import { rowOf } from './views.ts'

const DAY_MS = 86_400_000

export type HaveCell = {
  readonly have: Have
  readonly state: PointState
  readonly counts: PointCounts
  /** '' while nobody looked. */
  readonly checkedOn: Day | ''
  /** The day on which to look again; '' while nobody looked. */
  readonly dueOn: Day | ''
  readonly due: boolean
  /** Two looks of one day that say different things. */
  readonly differs: boolean
  readonly carrier: HaveCheck['carrier']
  readonly carrierName: string
  readonly authority: string
  /** Requests that are not closed, and different persons who asked within PILE_DAYS. */
  readonly open: number
  readonly persons: number
  /** Cases of the last PILE_DAYS, and the open ones: what a topic would begin with. */
  readonly cases: readonly string[]
  readonly topic: { readonly id: string; readonly title: string } | null
  readonly proposal: ProposalReason | null
}
export type HaveRow = {
  readonly place: string
  readonly name: string
  readonly cells: readonly HaveCell[]
}

/** One look as it is shown. */
export type HaveCheckShown = HaveCheck & { readonly byName: string; readonly takenBackByName: string; readonly photos: readonly HavePhoto[]; readonly overall: PointState } // prettier-ignore
export type HaveView = {
  readonly row: HaveRow
  readonly have: Have
  readonly current: HaveCheckShown | null
  readonly history: readonly HaveCheckShown[]
  /** Newest first; at most SHOWN. */
  readonly requests: readonly CaseRow[]
  readonly total: number
  readonly linkedCases: readonly CaseRow[]
  readonly linkedTopics: readonly { readonly id: string; readonly title: string }[]
}

const SHOWN = 30

const checksOf = madeOf('have-check', (all) => {
  const checks = new Map<string, HaveCheck[]>()
  for (const { id, ...fields } of all) {
    const check = haveCheck(id, fields)
    const key = `${check.place} ${check.have}`
    const list = checks.get(key)
    if (list) list.push(check)
    else checks.set(key, [check])
  }
  return checks
})
const photosOf = madeOf('have-photo', (all) => {
  const photos = new Map<string, HavePhoto[]>()
  for (const one of all as unknown as readonly HavePhoto[]) photos.set(one.check, [...(photos.get(one.check) ?? []), one]) // prettier-ignore
  return photos
})
const topicsOf = madeOf('topic', (all) => all.map(({ id, ...fields }) => topicCard(id, fields)))

const standing = (book: Book, place: string, have: Have): Standing => standingOf(have, checksOf(book).get(`${place} ${have}`) ?? []) // prettier-ignore

type Asked = { open: number; readonly persons: Set<string>; readonly cases: string[]; readonly rows: number[] }
const kept = new WeakMap<Book, { readonly key: string; readonly made: Promise<ReadonlyMap<string, Asked>> }>()

/** Requests by neighbourhood and have; made once for a revision. 100,000 cases: in steps. */
function askedFor(state: DeskState, now: number): Promise<ReadonlyMap<string, Asked>> {
  const key = `${state.table.revision} ${state.book.changes.get('place') ?? 0} ${dayOf(momentOf(now))}`
  const before = kept.get(state.book)
  if (before?.key === key) return before.made
  const made = inSteps(collect(state, now))
  kept.set(state.book, { key, made })
  return made
}

/** Rows between two breaths. */
const ROWS = 200

function* collect(state: DeskState, now: number): Generator<void, ReadonlyMap<string, Asked>> {
  const { table } = state
  const column = table.words.category
  const haves = column.words.map((word) => (CATEGORY_CODE.test(word) ? haveOf(word) : null))
  const place = neighbourhoodFinder(state)
  const all = new Map<string, Asked>()
  const count = table.count
  let done = 0
  for (let row = 0; row < count; row++) {
    const have = haves[column.codes[row]!]
    if (!have) continue
    if (++done % ROWS === 0) yield
    const { id } = place(row)
    if (id === '') continue
    const key = `${id} ${have}`
    let one = all.get(key)
    if (!one) all.set(key, (one = { open: 0, persons: new Set(), cases: [], rows: [] }))
    one.rows.push(row)
    const isOpen = table.status[row]! < FIRST_CLOSED
    const isRecent = now - table.received[row]! <= PILE_DAYS * DAY_MS
    if (isOpen) one.open += 1
    if (isRecent) one.persons.add(personKeyOf(state, row))
    if (isOpen || isRecent) one.cases.push(table.id[row]!)
  }
  return all
}

function rowFor(
  state: DeskState,
  place: { readonly id: string; readonly name: string },
  asked: ReadonlyMap<string, Asked>,
  today: Day,
): HaveRow {
  // prettier-ignore
  const { book } = state
  return {
    place: place.id,
    name: place.name,
    cells: HAVES.map((have): HaveCell => {
      const now = standing(book, place.id, have)
      const mine = asked.get(`${place.id} ${have}`)
      const dueOn = recheckDue(now) ?? ''
      const topic = topicsOf(book).find((one) => one.have === have && one.placeId === place.id && !one.closed)
      const persons = mine?.persons.size ?? 0
      return {
        have,
        state: now.state,
        counts: countPoints(have, now.check?.points ?? {}),
        checkedOn: now.check?.checkedOn ?? '',
        dueOn,
        due: dueOn !== '' && dueOn <= today,
        differs: now.differs.length > 0,
        carrier: now.check?.carrier ?? 'nobody',
        carrierName: now.check?.carrierName ?? '',
        authority: now.check?.authority ?? '',
        open: mine?.open ?? 0,
        persons,
        cases: mine?.cases ?? [],
        topic: topic ? { id: topic.id, title: topic.title } : null,
        proposal: proposalFor({ have, state: now.state, persons, hasTopic: topic !== undefined }),
      }
    }),
  }
}

const neighbourhoods = (book: Book) => placeTreeOf(book).all.filter(({ kind, retired }) => kind === 'neighbourhood' && !retired) // prettier-ignore

/** Every 小区 in use, by name. `now`: epoch ms. */
export async function havesOf(state: DeskState, now: number): Promise<readonly HaveRow[]> {
  const asked = await askedFor(state, now)
  const today = dayOf(momentOf(now))
  return neighbourhoods(state.book)
    .map((place) => rowFor(state, place, asked, today))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

export async function haveViewOf(state: DeskState, place: string, have: Have, now: number): Promise<HaveView | null> {
  const { book, table } = state
  const card = neighbourhoods(book).find(({ id }) => id === place)
  if (!card) return null
  const asked = await askedFor(state, now)
  const { check, history } = standing(book, place, have)
  const shown = (one: HaveCheck): HaveCheckShown => ({
    ...one,
    byName: userName(book, one.by),
    takenBackByName: one.takenBackBy ? userName(book, one.takenBackBy) : '',
    photos: photosOf(book).get(one.id) ?? [],
    overall: standingOf(have, [{ ...one, takenBack: undefined } as unknown as HaveCheck]).state,
  })
  const mine = asked.get(`${place} ${have}`)?.rows ?? []
  const rows = mine.toSorted((a, b) => table.received[b]! - table.received[a]!).slice(0, SHOWN)
  return {
    row: rowFor(state, card, asked, dayOf(momentOf(now))),
    have,
    current: check && shown(check),
    history: history.map(shown),
    requests: rows.map((row) => rowOf(state, row)),
    total: mine.length,
    linkedCases: (check?.cases ?? []).flatMap((id) => {
      const row = table.rowOf.get(id)
      return row === undefined ? [] : [rowOf(state, row)]
    }),
    linkedTopics: (check?.topics ?? []).flatMap((id) => {
      const read = readEntity(book, id)
      return read ? [{ id, title: topicCard(id, read).title }] : []
    }),
  }
}

/** Topics that a check may name: those that are not settled. */
export const openTopics = (book: Book): readonly { readonly id: string; readonly title: string }[] =>
  [...entitiesOf(book, 'topic')].flatMap((id) => {
    const { title, closed } = topicCard(id, readEntity(book, id) ?? {})
    return closed || title === '' ? [] : [{ id, title }]
  })

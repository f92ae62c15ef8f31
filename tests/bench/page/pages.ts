/** P3: filtered, sorted pages against the best plain IndexedDB can do: one range of the index made for that question. */
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, STATUSES } from '#core/case-file/codes.ts'
import type { DeskApi } from '#app/desk/api.ts'
import type { PageQuery } from '#app/desk/shapes.ts'
import { asked, openReference, type ReferenceRow } from './reference.ts'
import { interleaved, type Times } from './rounds.ts'

const LIMIT = 50
const FAR_PAGE = 200

type Question = Omit<PageQuery, 'offset' | 'limit'>
type Ask = {
  readonly name: string
  readonly query: Question
  readonly index: string
  readonly fixed: readonly unknown[]
}

const no = <T>(list: readonly T[], code: T): number => list.indexOf(code)

/** To add one: its query, and an index in reference.ts that has the same order. */
const ASKS: readonly Ask[] = [
  { name: 'open by due', query: { open: true, sort: 'due', descending: false }, index: 'openDue', fixed: [1] },
  {
    name: 'all by received, newest first',
    query: { sort: 'received', descending: true },
    index: 'received',
    fixed: [],
  },
  { name: 'all by due', query: { sort: 'due', descending: false }, index: 'due', fixed: [] },
  {
    name: 'one status, newest first',
    query: { status: ['dispatched'], sort: 'received', descending: true },
    index: 'statusReceived',
    fixed: [no(STATUSES, 'dispatched')],
  },
  {
    name: 'one type and status',
    query: { serviceType: ['welfare'], status: ['closed'], sort: 'received', descending: false },
    index: 'typeStatusReceived',
    fixed: [no(SERVICE_TYPES, 'welfare'), no(STATUSES, 'closed')],
  },
  {
    name: 'channel and kind by number',
    query: { channel: ['phone'], requestKind: ['help'], sort: 'number', descending: false },
    index: 'channelKindNumber',
    fixed: [no(CHANNELS, 'phone'), no(REQUEST_KINDS, 'help')],
  },
]

export type PageTimes = {
  readonly name: string
  readonly total: number
  /** The last page that is full, at most 200. */
  readonly far: number
  readonly equal: boolean
  readonly first: Times
  /** `reference` here is our own page 1. */
  readonly farPage: Times
}

type Source = IDBIndex & {
  getAllRecords?: (options: {
    query: IDBKeyRange | null
    count: number
    direction: string
  }) => IDBRequest<{ value: ReferenceRow }[]>
}

export async function pages(desk: DeskApi, rounds: number, calls: number): Promise<PageTimes[]> {
  const db = await openReference()
  const raw = async ({ query, index, fixed }: Ask): Promise<ReferenceRow[]> => {
    const source = db.transaction('cases').objectStore('cases').index(index) as Source
    const range = fixed.length > 0 ? IDBKeyRange.bound([...fixed], [...fixed, []]) : null
    const direction = query.descending ? 'prev' : 'next'
    if (!source.getAllRecords) throw new Error('this Chromium has no getAllRecords')
    return (await asked(source.getAllRecords({ query: range, count: LIMIT, direction }))).map((record) => record.value)
  }
  const out: PageTimes[] = []
  for (const ask of ASKS) {
    const ours = (page: number) => desk.page({ ...ask.query, offset: (page - 1) * LIMIT, limit: LIMIT })
    const [mine, theirs] = [await ours(1), await raw(ask)]
    const equal =
      theirs.length === LIMIT && mine.rows.map((row) => row.id).join() === theirs.map((row) => row.id).join()
    const far = Math.min(FAR_PAGE, Math.floor(mine.total / LIMIT))
    const first = await interleaved(
      rounds,
      calls,
      () => ours(1),
      () => raw(ask),
    )
    const farPage = await interleaved(
      rounds,
      calls,
      () => ours(far),
      () => ours(1),
    )
    out.push({ name: ask.name, total: mine.total, far, equal, first, farPage })
  }
  db.close()
  return out
}

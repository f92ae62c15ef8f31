/** P7: the dashboard's counts against a bare loop over typed arrays, and against Dexie's toArray and a group. */
import Dexie from 'dexie'
import { SERVICE_TYPES, STATUSES } from '#core/case-file/codes.ts'
import type { DeskApi } from '#app/desk/api.ts'
import { REFERENCE_DB, type ReferenceRow } from './reference.ts'
import { interleaved, type Times } from './rounds.ts'

export type DashboardTimes = { readonly equal: boolean; readonly typed: Times; readonly dexie: Times }

type Tally = { readonly status: ArrayLike<number>; readonly type: ArrayLike<number>; readonly overdue: number }
const CLOSED = STATUSES.indexOf('closed')

export async function dashboard(desk: DeskApi, rounds: number, calls: number): Promise<DashboardTimes> {
  const db = await new Dexie(REFERENCE_DB).open()
  const rows = (await db.table('cases').toArray()) as ReferenceRow[]
  const columns = {
    status: Uint8Array.from(rows, (row) => row.status),
    type: Uint8Array.from(rows, (row) => row.serviceType),
    due: Float64Array.from(rows, (row) => row.due),
  }
  const typed = (): Tally => {
    const [status, type] = [new Uint32Array(STATUSES.length), new Uint32Array(SERVICE_TYPES.length + 1)]
    const now = Date.now()
    let overdue = 0
    for (let i = 0; i < columns.status.length; i++) {
      status[columns.status[i]!]! += 1
      type[columns.type[i]!]! += 1
      if (columns.status[i]! < CLOSED && columns.due[i]! < now) overdue += 1
    }
    return { status, type, overdue }
  }
  const grouped = async (): Promise<Tally> => {
    const tally = { status: STATUSES.map(() => 0), type: [0, 0, 0, 0], overdue: 0 }
    for (const row of (await db.table('cases').toArray()) as ReferenceRow[]) {
      tally.status[row.status]! += 1
      tally.type[row.serviceType]! += 1
      if (row.open === 1 && row.due < Date.now()) tally.overdue += 1
    }
    return tally
  }
  const text = (tally: Tally): string =>
    JSON.stringify([Array.from(tally.status), Array.from(tally.type), tally.overdue])
  const counts = await desk.counts()
  const mine = text({
    status: STATUSES.map((code) => counts.byStatus[code]),
    type: [...SERVICE_TYPES, 'undecided' as const].map((code) => counts.byType[code]),
    overdue: counts.overdue,
  })
  const equal = mine === text(typed()) && mine === text(await grouped())
  const out: DashboardTimes = {
    equal,
    typed: await interleaved(rounds, calls, () => desk.counts(), typed),
    dexie: await interleaved(rounds, 1, () => desk.counts(), grouped),
  }
  db.close()
  return out
}

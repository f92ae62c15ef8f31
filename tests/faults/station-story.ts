/**
 * A station's working day on the fault file system, step by step. A step is one thing a person asks for, and what it
 * changes on the screens appears as a whole: after a cut the screens show what was there before it, or after it.
 */
import type { FolderHost } from '#core/host/host.ts'
import type { StationFolder } from '#host/station-folder.ts'
import type { DeskApi } from '#app/desk/api.ts'
import type { ImportRow } from '#app/desk/shapes.ts'
import { deskOver, INTAKE, SET_UP } from '../desk/desk-world.ts'
import { must, openOn } from '../host/crash-trials.ts'
import type { FaultFileSystem } from '../host/fault-file-system.ts'

export type Station = { readonly host: StationFolder; readonly desk: DeskApi; readonly idle: () => void }
/** One line for each thing that the screens show; equal lines = the same screens. */
export type Shown = readonly string[]
/** Answers the station that goes on when it is another one. */
export type Step = {
  readonly name: string
  readonly run: (station: Station, open: () => Promise<Station>) => Promise<Station | void>
}

export const PICTURE = new Uint8Array(3_000).map((_, i) => (i * 31) % 251)
export const BACKUP_TO = '/usb/copies'
const START = Date.UTC(2026, 10, 22, 1, 0, 0)

let tick = 0
/** Moves on by one second whenever it is asked. */
const clock = (): number => START + 1_000 * tick++

/** `boot`: the power was off; otherwise another program on the same computer. */
export async function openStationOn(
  fs: FaultFileSystem,
  of: { boot?: boolean; folder?: string; wrap?: (host: FolderHost) => FolderHost } = {},
): Promise<Station> {
  const host = must(await openOn(fs, of))
  return { host, ...deskOver(of.wrap?.(host) ?? host, clock) }
}

/** The clerk's first page: unlocks what is there. Answers the report, or null when there is no station yet. */
export async function unlockStation({ desk }: Station) {
  const found = must(await desk.find())
  if (found.kind === 'nothing') return null
  if (found.kind === 'locked-out') throw new Error(`locked out: ${found.reason}`)
  return must(await desk.unlock(SET_UP.password, 'user'))
}

export async function shownBy(desk: DeskApi): Promise<Shown> {
  const { rows, total } = await desk.page({ sort: 'number', descending: false, offset: 0, limit: 10_000 })
  const lines = [`${total} cases`]
  for (const row of rows) {
    const view = await desk.caseView(row.id)
    lines.push(JSON.stringify(row), JSON.stringify(view))
  }
  for (const provider of await desk.providers()) lines.push(JSON.stringify(provider))
  return lines
}

/** Every picture that a case names opens, byte for byte. */
export async function picturesOf(desk: DeskApi): Promise<{ named: number; whole: number }> {
  const { rows } = await desk.page({ sort: 'number', descending: false, offset: 0, limit: 10_000 })
  const count = { named: 0, whole: 0 }
  for (const { id } of rows) {
    for (const act of (await desk.caseView(id))!.file.acts) {
      if (act.type !== 'attachment') continue
      count.named += 1
      const bytes = await desk.blob((act as { blob: string }).blob)
      if (bytes.ok && Buffer.from(bytes.value).equals(PICTURE)) count.whole += 1
    }
  }
  return count
}

/** Rows of one import: one batch of the journal. */
export const BATCH = 20

/** `n` rows of a spreadsheet, each with an answer: two entities and two scopes in one command. */
export const importRowsOf = (first: number, n: number): ImportRow[] =>
  Array.from({ length: n }, (_, i) => ({
    row: first + i,
    command: {
      name: 'import-request',
      input: {
        externalSource: '旧台账', externalId: `2025-${first + i}`, title: `旧件 ${first + i}`, text: '楼道灯不亮。', raisedAt: '2025-03-04T09:00:00+08:00',
        requestKind: 'help', channel: 'phone', requesterName: '李建国', requesterPhone: '13900001234', place: '2号楼', category: '照明', serviceType: 'market',
        answer: '已换灯泡。', answeredBy: '物业',
      },
    },
  })) // prettier-ignore

/** Saves one case and answers its id. */
export async function receiveCase(desk: DeskApi, title: string): Promise<string> {
  return must(await desk.run({ name: 'receive-case', input: { ...INTAKE, title } })).entities[0]!
}

const restart: Step = {
  name: 'restart',
  async run({ desk, host }, open) {
    await desk.lock()
    await host.close()
    const again = await open()
    await unlockStation(again)
    return again
  },
}

/** Set-up, the road of a case, an import of 60 rows in 3 batches with its folds, a restart, an attachment, a backup. */
export function workingDay(): Step[] {
  let first = ''
  let provider = ''
  const save = (name: string, run: (desk: DeskApi) => Promise<unknown>): Step => ({
    name,
    run: async ({ desk }) => void (await run(desk)),
  })
  const imports = (from: number): Step =>
    save(`import from ${from}`, async (desk) => must(await desk.importRows(importRowsOf(from, BATCH))))
  return [
    save('set up', async (desk) => (must(await desk.find()), must(await desk.setUp(SET_UP)))),
    save('provider', async (desk) => {
      const input = { name: '平安电工', kind: 'life-service', phone: '13700000001', serviceType: 'market', funding: '', services: '电路', hours: '', area: '', contact: '周师傅' } as const // prettier-ignore
      provider = must(await desk.run({ name: 'save-provider', input })).entities[0]!
    }),
    save('first case', async (desk) => void (first = await receiveCase(desk, INTAKE.title))),
    save('dispatch', async (desk) => must(await desk.run({ name: 'dispatch', input: { case: first, provider, reason: '', demand: '今天去看', ground: 'no-personal-data', fieldsSent: ['title'] } }))),
    save('contact', async (desk) => must(await desk.run({ name: 'record-contact', input: { case: first, kind: 'first-contact', way: 'phone', reached: true, note: '约好' } }))),
    imports(1),
    imports(21),
    save('second case', (desk) => receiveCase(desk, '井盖松动')),
    imports(41),
    save('draft', async (desk) => {
      await desk.putDraft({ id: 'draft-1', form: 'intake', title: '半张表', changedAt: '2026-11-22T09:30:00+08:00', values: { title: '半' } })
    }),
    restart,
    save('attachment', async (desk) => must(await desk.attach(first, '照片.png', 'image/png', PICTURE))),
    save('answer', async (desk) => must(await desk.run({ name: 'record-answer', input: { case: first, way: 'phone', content: '已修好。', answeredBy: '' } }))),
    { name: 'backup', run: async ({ host }) => void must(await host.backup(BACKUP_TO)) },
    save('third case', (desk) => receiveCase(desk, '电梯异响')),
    restart,
  ] // prettier-ignore
}

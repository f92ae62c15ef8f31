/** A desk with real parts around it: the real host on a temporary folder, Dexie over fake-indexeddb, real keys. */
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import Dexie from 'dexie'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deriveKey } from '#core/keys/argon2.ts'
import type { Subtle } from '#core/keys/subtle.ts'
import type { FolderHost } from '#core/host/host.ts'
import { BugError } from '#core/lib/assert.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import type { DeskApi } from '#app/desk/api.ts'
import type { DeskEvent, SetUp } from '#app/desk/shapes.ts'
import { createDesk } from '#app/desk/desk.ts'
import { FOLD_AT_EVENTS } from '#app/desk/fold.ts'
import { openStationDb, stationsHere } from '#app/storage/station-db.ts'

export const SET_UP: SetUp = {
  stationName: '槐树里社区服务站',
  stationCode: '110101001001',
  short: 'S0012',
  userName: '受理员甲',
  password: '平安是福-2026',
  recoveryCode: '0000-1111-2222-3333-4444-5555-6666-7777',
  kdfCost: { m: 64, t: 1, p: 1 }, // the real cost is tested in tests/core/keys
}

/** The browser profile: emptied by giving it a new factory. */
export function newProfile(): void {
  Dexie.dependencies.indexedDB = new IDBFactory()
  Dexie.dependencies.IDBKeyRange = IDBKeyRange
}

export type World = {
  readonly folder: string
  readonly host: StationFolder
  readonly desk: DeskApi
  readonly events: DeskEvent[]
  readonly idle: () => void
  readonly close: () => Promise<void>
}

/** `wrap` may stand between desk and host, to let a call fail. */
export async function openWorld(
  folder: string,
  wrap: (host: FolderHost) => FolderHost = (host) => host,
  clock: () => number = () => Date.now(),
  openDb = openStationDb,
  foldAtEvents = FOLD_AT_EVENTS,
): Promise<World> {
  const exportFolder = join(folder, 'out')
  const host = await openStationFolder({ fs: nodeFileSystem, folder, edition: 'browser', demo: false, exportFolder, now: clock }) // prettier-ignore
  if (!host.ok) throw new BugError(`no station folder: ${host.error}`)
  const { desk, events, idle } = deskOver(wrap(host.value), clock, openDb, foldAtEvents)
  const close = async (): Promise<void> => {
    await desk.lock()
    await host.value.close()
  }
  return { folder, host: host.value, desk, events, idle, close }
}

/** The desk alone. `idle` does what it left for a quiet moment. */
export function deskOver(
  host: FolderHost,
  clock: () => number = () => Date.now(),
  openDb = openStationDb,
  foldAtEvents = FOLD_AT_EVENTS,
): Pick<World, 'desk' | 'events' | 'idle'> {
  const events: DeskEvent[] = []
  const waiting: (() => void)[] = []
  const desk = createDesk(
    {
      host,
      subtle: crypto.subtle as unknown as Subtle,
      random: (n) => crypto.getRandomValues(new Uint8Array(n)),
      derive: deriveKey,
      clock,
      openDb,
      stationsHere,
      whenIdle: (work) => waiting.push(work),
      foldAtEvents,
    },
    (event) => events.push(event),
  )
  const idle = (): void => {
    for (const work of waiting.splice(0)) work()
  }
  return { desk, events, idle }
}

export const newFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'linwu-desk-'))
export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true })

export const INTAKE = {
  requestKind: 'help',
  channel: 'phone',
  urgency: 'general',
  title: '插座一用就跳闸',
  text: '厨房插座一用就跳闸，墙里有焦味。',
  requesterName: '王素兰',
  requesterPhone: '13800002764',
  anonymous: false,
  place: '3号楼2单元101',
  category: '',
  serviceType: 'market',
} as const

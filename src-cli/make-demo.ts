/** The demo's folder: thrown away and made anew at each start, in a place that no real station uses. */
import { userInfo, tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO_PASSWORD, DEMO_SEED, DEMO_STATION } from '#core/demo/demo-station.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import type { HostCode } from '#core/host/host.ts'
import { SCOPES } from '#core/kernel/event.ts'
import type { StationCard } from '#core/keys/slots.ts'
import { err, type Result } from '#core/lib/result.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { removeTree } from '#host/atomic-files.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { hostCode } from '#host/host-error.ts'
import { openStationFolder, type StationFolder, type StationFolderOptions } from '#host/station-folder.ts'
import { clock, random } from './clock.ts'
import { newStation } from './new-station.ts'
import { markStation } from './open-station.ts'

/** The password is in the source: a key that is cheap to make opens the demo half a second sooner. */
const DEMO_COST = { m: 8_192, t: 1, p: 1 } as const

/** One per person and door (port, or the desktop edition), so that two demos never share a folder. */
export const demoFolder = (door: number | 'desktop'): string => join(tmpdir(), `linwu-demo-${userInfo().uid}-${door}`)

/** 'locked-by-other' while a demo with the same folder runs, or what the disk refused. */
export async function openDemo(options: Omit<StationFolderOptions, 'demo'>): Promise<Result<StationFolder, HostCode>> {
  const before = await openStationFolder({ ...options, demo: true })
  if (!before.ok) return before
  await before.value.close()
  try {
    await removeTree(nodeFileSystem, options.folder)
  } catch (error) {
    return err(hostCode(error))
  }
  const host = await openStationFolder({ ...options, demo: true })
  if (!host.ok) return host
  const filled = await fill(host.value)
  if (filled.ok) return host
  await host.value.close()
  return filled
}

async function fill(host: StationFolder): Promise<Result<null, HostCode>> {
  const now = clock()
  const { name, code, short, letter, userName } = DEMO_STATION
  const uuid = uuidv7(now, random(10))
  const user = `user:${uuidv7(now, random(10))}`
  const card: StationCard = { id: uuid, code, short, name, letter, demo: true }
  const slot = { label: userName, user, secret: DEMO_PASSWORD, scopes: SCOPES }
  const made = await newStation(
    host,
    card,
    [
      { kind: 'user', ...slot },
      { kind: 'command-line', ...slot },
    ],
    DEMO_COST,
  )
  if (!made.ok) return made
  const filled = await fillDemo({ ...made.value, stationId: `station:${uuid}`, user, now, seed: DEMO_SEED })
  return filled.ok ? markStation(host, card, made.value.book) : filled
}

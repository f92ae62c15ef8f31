import { mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { type FileSystem, nodeFileSystem } from '#host/file-system.ts'
import { acquireLock, type Lock, LOCK_TIMES, type LockTimes } from '#host/lock.ts'
import { type Machine, thisMachine } from '#host/machine.ts'
import { size } from '../size.ts'
import { bundledChild, lines } from './child.ts'
import { idOf } from './crash-trials.ts'
import { faultFileSystem } from './fault-file-system.ts'
import { simulatedMachine } from './simulated-machine.ts'
import { tempFolder } from './temp-folder.ts'

const NOW = 1_700_000_000_000
const DEAD_PID = 4_194_305 // above the largest pid that Linux gives

async function withNote(
  note: object | string | null,
  machine: Machine,
  times: Partial<LockTimes> = {},
  now = () => NOW,
): Promise<Lock | null> {
  const folder = await tempFolder()
  if (note !== null) await writeFile(join(folder, 'lock'), typeof note === 'string' ? note : JSON.stringify(note))
  return acquireLock(nodeFileSystem, folder, machine, now, { ...LOCK_TIMES, beat: 0, ...times })
}

const me = simulatedMachine(1, 200)
const noteOf = (of: object) => ({
  nonce: idOf(1),
  pid: 200,
  host: 'pc',
  boot: 'boot 1',
  began: null,
  started: NOW,
  heartbeat: NOW,
  ...of,
})

describe('who is alive', () => {
  const cases: readonly [string, object | string | null, boolean][] = [
    ['nobody', null, true],
    ['the pid is alive', noteOf({}), false],
    [
      'the pid is alive and was silent for an hour (asleep): not ours to take',
      noteOf({ began: 'then', heartbeat: NOW - 3_600_000 }),
      false,
    ],
    ['the pid is dead', noteOf({ pid: 201 }), true],
    ['another boot', noteOf({ boot: 'boot 0' }), true],
    [
      'another computer, a fresh heartbeat',
      noteOf({ host: 'other', boot: 'b', pid: 201, heartbeat: NOW - 59_000 }),
      false,
    ],
    ['another computer, silent for over a minute', noteOf({ host: 'other', boot: 'b', heartbeat: NOW - 61_000 }), true],
    ['the pid was given to another program', noteOf({ began: 'before' }), true],
  ]
  const began: Machine = { ...me, beganOf: () => 'then' }
  for (const [name, note, free] of cases) {
    test(name, async () => {
      const lock = await withNote(note, began)
      expect(lock !== null).toBe(free)
      expect(lock?.unclean ?? false).toBe(free && note !== null)
    })
  }

  test('where boots and processes cannot be told: a silent owner is watched', async () => {
    const vague: Machine = { ...me, exact: false }
    expect(await withNote(noteOf({}), vague)).toBeNull()
    expect(await withNote(noteOf({ heartbeat: NOW - 61_000 }), vague, { watch: 300 })).not.toBeNull()
    expect(await withNote(noteOf({ boot: 'about noon' }), vague, { watch: 300 })).not.toBeNull()
    const folder = await tempFolder()
    await writeFile(join(folder, 'lock'), JSON.stringify(noteOf({ heartbeat: NOW - 61_000 })))
    const trying = acquireLock(nodeFileSystem, folder, vague, () => NOW, { ...LOCK_TIMES, beat: 0, watch: 2_000 })
    await wait(100)
    await writeFile(join(folder, 'lock'), JSON.stringify(noteOf({ heartbeat: NOW })))
    expect(await trying).toBeNull()
  })

  test('a lock that cannot be read is being written, and after ten seconds it is nobody’s', async () => {
    for (const text of [
      '',
      '{',
      'null',
      '{"nonce":"../x","pid":1}',
      JSON.stringify(noteOf({ pid: -1 })),
      '\0'.repeat(200),
    ]) {
      const folder = await tempFolder()
      await writeFile(join(folder, 'lock'), text)
      await utimes(join(folder, 'lock'), NOW / 1_000, NOW / 1_000)
      const acquire = (now: number) => acquireLock(nodeFileSystem, folder, me, () => now, { ...LOCK_TIMES, beat: 0 })
      expect(await acquire(NOW + 9_000)).toBeNull()
      expect(await acquire(NOW + 11_000)).not.toBeNull()
      expect(await readdir(folder)).toEqual(['lock'])
    }
  })

  test('a chain of dead owners is followed to its end', async () => {
    const folder = await tempFolder()
    await writeFile(join(folder, 'lock'), JSON.stringify(noteOf({ pid: 1 })))
    await writeFile(join(folder, `lock.next.${idOf(1)}`), JSON.stringify(noteOf({ pid: 2, nonce: idOf(2) })))
    await writeFile(join(folder, `lock.next.${idOf(2)}`), JSON.stringify(noteOf({ pid: 200, nonce: idOf(3) })))
    const acquire = () => acquireLock(nodeFileSystem, folder, me, () => NOW, { ...LOCK_TIMES, beat: 0 })
    expect(await acquire()).toBeNull()
    await writeFile(join(folder, `lock.next.${idOf(2)}`), JSON.stringify(noteOf({ pid: 3, nonce: idOf(3) })))
    expect(await acquire()).not.toBeNull()
    expect(await readdir(folder)).toEqual(['lock'])
    expect(await acquire()).toBeNull()
  })
})

describe('heartbeat', () => {
  const beating = { ...LOCK_TIMES, beat: 20 }

  test('moves on, and the lock goes with its owner', async () => {
    const folder = await tempFolder()
    let now = NOW
    const lock = await acquireLock(nodeFileSystem, folder, me, () => now++, beating)
    const read = async () => JSON.parse(await readFile(join(folder, 'lock'), 'utf8')).heartbeat as number
    const first = await read()
    while ((await read()) <= first) await wait(5)
    await lock!.release()
    expect(await readdir(folder)).toEqual([])
  })

  test('a lock removed by hand is put back; one that another program has is lost, and left alone', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'lock')
    const lock = (await acquireLock(nodeFileSystem, folder, me, () => NOW, beating))!
    await rm(path)
    while (!(await readdir(folder)).includes('lock')) await wait(5)
    expect(lock.isLost()).toBe(false)
    const other = JSON.stringify(noteOf({ nonce: idOf(9) }))
    while (!lock.isLost()) {
      await writeFile(path, other)
      await wait(30)
    }
    await lock.release()
    expect(await readFile(path, 'utf8')).toBe(other)
  })
})

test('this machine knows itself', () => {
  const machine = thisMachine(Date.now)
  expect(machine).toMatchObject({ pid: process.pid, host: hostname() })
  expect(machine.isAlive(process.pid)).toBe(true)
  expect(machine.isAlive(DEAD_PID)).toBe(false)
  expect(machine.boot).toBe(thisMachine(Date.now).boot)
  if (process.platform === 'linux') {
    expect(machine.exact).toBe(true)
    expect(machine.beganOf(process.pid)).toMatch(/^\d+$/)
    expect(machine.beganOf(DEAD_PID)).toBeNull()
  }
})

describe('races', () => {
  /** Programs that come, own, leave or are killed at any step, in random order: never two living owners. */
  test('any interleaving, in memory', async () => {
    let acquired = 0
    let deaths = 0
    for (let seed = 1; seed <= size(1_500, 15_000); seed++) {
      let state = seed
      const draw = (below: number) => ((state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8) % below
      const disk = faultFileSystem()
      await disk.makeFolder('/station')
      const alive = new Set<number>()
      let owner: number | null = null
      let pids = 0

      const programme = async (): Promise<void> => {
        const pid = ++pids
        alive.add(pid)
        const dieAt = draw(3) === 0 ? draw(25) : Infinity
        let steps = 0
        const step = async () => {
          for (let i = draw(4); i > 0; i--) await turn()
          if (++steps > dieAt) {
            alive.delete(pid)
            throw new Error('killed')
          }
        }
        const machine: Machine = {
          pid,
          host: 'pc',
          boot: 'b',
          exact: true,
          isAlive: (other) => alive.has(other),
          beganOf: () => null,
        }
        try {
          const lock = await acquireLock(slowly(disk, step), '/station', machine, () => NOW, { ...LOCK_TIMES, beat: 0 })
          if (!lock) return
          expect(owner !== null && alive.has(owner)).toBe(false)
          owner = pid
          acquired += 1
          await step()
          await step()
          owner = null
          await lock.release()
        } catch (error) {
          if (!(error instanceof Error && error.message === 'killed')) throw error
          deaths += 1
        } finally {
          alive.delete(pid)
        }
      }
      await Promise.all(Array.from({ length: 5 }, async () => {
        for (let round = 0; round < 2; round++) await programme()
      })) // prettier-ignore
      // Whatever happened, the next one gets in.
      const last = await acquireLock(disk, '/station', simulatedMachine(9, 9), () => NOW, { ...LOCK_TIMES, beat: 0 })
      expect(last).not.toBeNull()
    }
    expect(acquired).toBeGreaterThan(10)
    expect(deaths).toBeGreaterThan(10)
  })

  test('real processes over a dead one’s lock: exactly one gets in', { timeout: 120_000 }, async () => {
    const start = await bundledChild('lock-child.ts')
    for (let round = 0; round < size(3, 20); round++) {
      const root = await tempFolder()
      const folder = join(root, 'station')
      await mkdir(folder)
      // Round 0: no lock. Then one of a dead pid, of another boot.
      const own = thisMachine(Date.now)
      const dead = {
        nonce: idOf(1),
        pid: DEAD_PID,
        host: own.host,
        boot: own.boot,
        began: null,
        started: 0,
        heartbeat: Date.now(),
      }
      const note = round === 0 ? null : round % 2 === 0 ? dead : { ...dead, pid: process.pid, boot: 'another' }
      if (note) await writeFile(join(folder, 'lock'), JSON.stringify(note))
      const said: string[] = []
      let ready = 0
      let allReady: () => void
      const waiting = new Promise<void>((done) => (allReady = done))
      const children = Array.from({ length: 4 }, () => start(folder, join(root, 'go'), 'die'))
      const ended = children.map((child) =>
        lines(child, (line) => {
          if (line !== 'ready') said.push(line)
          else if (++ready === children.length) allReady()
        }),
      )
      await waiting
      await writeFile(join(root, 'go'), '')
      await Promise.all(ended)
      expect(said.sort()).toEqual(['locked-by-other', 'locked-by-other', 'locked-by-other', 'open'])
      // The winner killed itself while it owned the folder.
      const after = await acquireLock(nodeFileSystem, folder, own, Date.now, { ...LOCK_TIMES, beat: 0 })
      expect(after?.unclean).toBe(true)
    }
  })
})

/** Each operation waits for its turn; the program may be killed before any of them. */
function slowly(fs: FileSystem, step: () => Promise<void>): FileSystem {
  const wrapped = Object.entries(fs).map(([name, operation]) => [
    name,
    async (...args: unknown[]) => {
      await step()
      return (operation as (...all: unknown[]) => unknown)(...args)
    },
  ])
  return Object.fromEntries(wrapped) as FileSystem
}

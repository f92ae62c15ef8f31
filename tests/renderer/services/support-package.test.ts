/** 支持包 of a filled station: everything a helper needs, and not one word about anybody. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BugError } from '#core/lib/assert.ts'
import { errorTrace } from '#app/services/error-trace.ts'
import { supportPackage } from '#app/services/support-package.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from '../../desk/desk-world.ts'

let world: World
let folder: string
const at = '2026-11-22T09:02:11+08:00'
const SECRETS = ['王素兰', '13800002764', '2764', '3号楼', '插座', '跳闸', '焦味', '李举报', '13911112222', '平安', SET_UP.stationName, SET_UP.userName] // prettier-ignore

beforeAll(async () => {
  newProfile()
  folder = await newFolder()
  world = await openWorld(folder)
  const opened = await world.desk.setUp(SET_UP)
  if (!opened.ok) throw new BugError(opened.error)
  await world.desk.run({ name: 'receive-case', input: { ...INTAKE } as never })
  await world.desk.run({ name: 'receive-case', input: { ...INTAKE, requestKind: 'report', requesterName: '李举报', requesterPhone: '13911112222' } as never }) // prettier-ignore
  // The folder is marked when the station is closed.
  await world.desk.lock()
  await world.desk.unlock(SET_UP.password, 'user')
  await world.host.backup(`${folder}-王素兰-backup`)
})
afterAll(async () => {
  await world.close()
  await removeFolder(folder)
  await removeFolder(`${folder}-王素兰-backup`)
})

/** An error as the desk's worker sends it, quoting what somebody typed. */
const bug = new BugError(
  `TypeError: cannot read 王素兰 13800002764\n    at run (http://127.0.0.1/assets/worker-a1.js:12:34)`,
)

const made = async () =>
  supportPackage({
    at,
    version: '0.1.0',
    language: 'zh-CN',
    engine: 'Chrome/156',
    phase: 'open',
    preferences: { largePrint: false, counterView: true },
    modules: await world.desk.modules(),
    save: await world.desk.saveState(),
    opened: { from: 'copy', cases: 2, returned: 0, damagedJournal: 0, damagedCopy: 0, gaps: 0 },
    counts: await world.desk.counts(),
    folder: await world.host.state(),
    lastError: { ...errorTrace(bug), at },
  })

test('no personal data of a filled station, no folder, no name of the station', async () => {
  const text = JSON.stringify(await made())
  expect(SECRETS.filter((secret) => text.includes(secret))).toEqual([])
  expect(text).not.toContain(folder)
  expect(text).not.toMatch(/\p{Script=Han}/u)
})

test('what it is for: version, codes, counts, journal, heads of 8 hex digits, where it broke', async () => {
  const content = await made()
  expect(content).toMatchObject({ kind: 'linwu-support', v: 1, version: '0.1.0', counts: { total: 2, open: 2 }, modules: expect.arrayContaining(['import']) }) // prettier-ignore
  expect(content.lastError).toEqual({ at, name: 'BugError', places: expect.arrayContaining(['worker-a1.js:12:34']) })
  const { folder: state } = content
  if (!state || 'error' in state) throw new BugError('no folder facts')
  expect(state).toMatchObject({ edition: 'browser', slots: true, blobs: 0, backup: { ok: true } })
  expect(state.segments.length).toBeGreaterThan(0)
  expect(state.marker?.heads.length).toBeGreaterThanOrEqual(3)
  for (const { log, head } of state.marker?.heads ?? []) {
    expect(head).toMatch(/^[0-9a-f]{8}$/)
    expect(log).toMatch(/^[\w-]{1,8}\/\w+$/)
  }
})

test('a folder that does not answer is told by its code', async () => {
  const content = supportPackage({ at, version: '', language: '', engine: '', phase: 'failed', preferences: {}, modules: null, save: { savedAt: null, trouble: 'disk-full', copyTrouble: null }, opened: null, counts: null, folder: { ok: false, error: 'io-failed' }, lastError: null }) // prettier-ignore
  expect(content).toMatchObject({ folder: { error: 'io-failed' }, save: { trouble: 'disk-full' }, counts: null })
})

test.each([
  [new Error('王素兰'), 'Error'],
  [Object.assign(new Error('x'), { name: '王素兰 13800002764' }), 'Error'],
  [new TypeError('x'), 'TypeError'],
  ['王素兰', 'string'],
])('%o is told as %s', (error, name) => {
  const trace = errorTrace(error)
  expect(trace.name).toBe(name)
  expect(JSON.stringify(trace)).not.toMatch(/\p{Script=Han}/u)
})

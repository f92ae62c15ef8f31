/** 首接负责 (DOMAIN §4.2): who took it in keeps it, until it is handed to somebody else; nobody who left gets new work. */
import { beforeEach, expect, test } from 'vitest'
import { handlerOf } from '#core/case-file/handler.ts'
import { leftOut } from '#core/follow-up/many-cases.ts'
import { presenceOf } from '#core/station/colleagues.ts'
import { INTAKE, newStation, type Station } from '../commands/station.ts'

let station: Station
let id: string
let colleague: string
beforeEach(async () => {
  station = newStation()
  id = await station.done({ name: 'receive-case', input: INTAKE })
  colleague = await station.done({ name: 'save-colleague', input: { name: '小李', duty: '养老' } })
})
const assign = (to = colleague) => ({ name: 'assign-case', input: { case: id, to, reason: '' } }) as const

test('首接负责: the first receiver has it until it is handed over, and gets it back by taking that back', async () => {
  expect(handlerOf(station.file(id))).toBe('user:clerk')
  const act = await station.done(assign())
  expect(handlerOf(station.file(id))).toBe(colleague)
  expect(station.file(id).fields.receivedBy).toBe('user:clerk')
  await station.done({ name: 'withdraw-act', input: { case: id, act } })
  expect(handlerOf(station.file(id))).toBe('user:clerk')
})

test('no work for who left, none twice to the same, none on what is closed', async () => {
  await station.done(assign())
  expect(await station.refusal(assign())).toBe('nothing-changed')
  expect(await station.refusal(assign('user:nobody'))).toEqual(['no-such-colleague', 'to'])
  await station.done({ name: 'save-colleague', input: { id: colleague, name: '小李', leftOn: '2026-03-01' } })
  const other = await station.done({ name: 'save-colleague', input: { name: '小王' } })
  await station.done(assign(other))
  expect(await station.refusal(assign(colleague))).toEqual(['colleague-left', 'to'])
})

test('two colleagues of one name are told apart, and days away run forward', async () => {
  expect(await station.refusal({ name: 'save-colleague', input: { name: '小李' } })).toEqual(['same-name', 'name'])
  const input = { id: colleague, name: '小李', awayFrom: '2026-03-05', awayUntil: '2026-03-04' }
  expect(await station.refusal({ name: 'save-colleague', input })).toEqual(['invalid-input', 'awayUntil'])
  const impossible = { id: colleague, name: '小李', awayFrom: '2026-02-30' }
  expect(await station.refusal({ name: 'save-colleague', input: impossible })).toEqual(['invalid-input', 'awayFrom'])
  const me = { id: 'user:clerk', name: '小张', leftOn: '2026-03-01' }
  expect(await station.refusal({ name: 'save-colleague', input: me })).not.toBeNull()
})

test.each([
  [{}, 'here'],
  [{ awayFrom: '2026-03-02', awayUntil: '2026-03-02' }, 'away'],
  [{ awayFrom: '2026-03-03' }, 'here'],
  [{ awayFrom: '2026-03-01' }, 'away'],
  [{ awayUntil: '2026-03-01' }, 'here'],
  [{ leftOn: '2026-03-02' }, 'left'],
  [{ leftOn: '2026-03-03', awayFrom: '2026-03-01' }, 'away'],
] as const)('%o is %s on 2 March', (said, presence) => expect(presenceOf(said, '2026-03-02')).toBe(presence))

test('批量办理 leaves out what its command would refuse, and nothing else', async () => {
  const row = { status: 'received', provider: null, handler: 'user:clerk' } as const
  expect(leftOut('assign', row, 'user:clerk')).toBe('nothing-changed')
  expect(leftOut('assign', row, colleague)).toBeNull()
  expect(leftOut('assign', { ...row, status: 'closed' }, colleague)).toBe('case-closed')
  expect(leftOut('urge', row)).toBe('no-such-referral')
  expect(leftOut('urge', { ...row, provider: 'provider:a' })).toBeNull()
  expect(leftOut('print', { ...row, status: 'closed' })).toBeNull()
})

/** What a request brings along: attachments, for whom, and 当场办结 in one command. */
import { expect, test } from 'vitest'
import type { Intake } from '#core/intake/receive-case.ts'
import { statusOf } from '#core/case-file/status.ts'
import { newStation } from '../commands/station.ts'

const INTAKE: Intake = {
  requestKind: 'help',
  channel: 'visit',
  urgency: 'general',
  title: '插座一用就跳闸',
  text: '厨房插座一用就跳闸。',
  requesterName: '王素兰',
  requesterPhone: '13800002764',
  anonymous: false,
  place: '3号楼2单元101',
  category: '',
}
const FILE = { blob: 'ab'.repeat(16), name: '跳闸.jpg', media: 'image/jpeg', bytes: 3, sha256: 'cd'.repeat(32) }

test('attachments come with the case, in one command', async () => {
  const station = newStation()
  const id = await station.done({
    name: 'receive-case',
    input: { ...INTAKE, files: [FILE, { ...FILE, name: '2.jpg' }] },
  })
  expect(station.file(id).acts.map((act) => act.type === 'attachment' && act.name)).toEqual(['跳闸.jpg', '2.jpg'])
  const commands = new Set(station.events.map((event) => event.header.c[0]))
  expect(commands.size).toBe(1)
})

test('当场办结: answered the way the resident came, and closed, in one command', async () => {
  const station = newStation()
  const onTheSpot = { content: '已教会老人复位开关。', outcome: 'solved' as const }
  const id = await station.done({ name: 'receive-case', input: { ...INTAKE, onTheSpot } })
  const file = station.file(id)
  expect(statusOf(file)).toBe('closed')
  expect(file.acts).toMatchObject([
    { type: 'answer', way: 'face-to-face', content: onTheSpot.content },
    { type: 'closing', outcome: 'solved' },
  ])
  expect(await station.refusal({ name: 'receive-case', input: { ...INTAKE, onTheSpot: { ...onTheSpot, content: ' ' } } })).toEqual(['invalid-input', 'onTheSpot.content']) // prettier-ignore
})

test('for whom: asked for when somebody speaks for another, kept private, and nothing of it when anonymous', async () => {
  const station = newStation()
  const forWhom = (input: Partial<Intake>) => ({ name: 'receive-case' as const, input: { ...INTAKE, ...input } })
  expect(await station.refusal(forWhom({ forWhom: ' ' }))).toEqual(['invalid-input', 'forWhom'])
  const id = await station.done(forWhom({ forWhom: '李奶奶，邻居' }))
  expect(station.file(id).fields.forWhom).toBe('李奶奶，邻居')
  const anonymous = await station.done(forWhom({ forWhom: '李奶奶', anonymous: true }))
  expect(station.file(anonymous).fields.forWhom).toBeUndefined()
})

test('what cannot be seen is not kept', async () => {
  const station = newStation()
  const input = { ...INTAKE, requesterName: '\u200B𠮷田𪚥\uFEFF', text: '一\r\n二\u202E三', place: '3\u00A0号楼' }
  const { fields } = station.file(await station.done({ name: 'receive-case', input }))
  expect(fields).toMatchObject({ requesterName: '𠮷田𪚥', text: '一\n二三', place: '3 号楼' })
})

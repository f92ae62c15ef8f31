/** DOMAIN §3.1 and §3.2: who asks; 举报 is confidential by default, turning it off needs a reason; the reported unit. */
import { describe, expect, test } from 'vitest'
import { isReportedUnit } from '#core/case-file/reported-unit.ts'
import { caseSummary, searchedText } from '#core/case-file/summary.ts'
import type { Intake } from '#core/intake/receive-case.ts'
import { INTAKE, newStation } from '../commands/station.ts'

const REPORT: Intake = { ...INTAKE, requestKind: 'report', requesterName: '甄举人', reportedUnit: '安居物业' }
const received = async (input: Partial<Intake>) => {
  const station = newStation()
  return station.file(await station.done({ name: 'receive-case', input: { ...REPORT, ...input } }))
}

describe('举报 is confidential by default', () => {
  test('the name stands in its own scope and in no list', async () => {
    const file = await received({ person: 'person:1' })
    expect(file.fields).toMatchObject({ requesterName: '', reporterName: '甄举人', reportedUnit: '安居物业' })
    expect(file.fields.person).toBeUndefined()
    expect(caseSummary(file).requester).toBe('')
    expect(searchedText(file)).not.toContain('甄举人')
  })
  test('turning it off needs a reason, which stays visible', async () => {
    const station = newStation()
    expect(await station.refusal({ name: 'receive-case', input: { ...REPORT, openReason: ' ' } })).toEqual(['invalid-input', 'openReason']) // prettier-ignore
    const file = await received({ openReason: '举报人当面声明公开姓名' })
    expect(file.fields).toMatchObject({ requesterName: '甄举人', openReason: '举报人当面声明公开姓名' })
    expect(file.fields.reporterName).toBeUndefined()
    expect(caseSummary(file).requester).toBe('甄举人')
  })
  test('a reason left behind from another kind opens nothing', async () => {
    const file = await received({ requestKind: 'complaint', openReason: '公开', reportedUnit: '安居物业' })
    expect(file.fields.openReason).toBeUndefined()
    expect(file.fields.reportedUnit).toBeUndefined()
  })
})

test.each([
  ['安居物业', '安居物业服务有限公司', true],
  ['安居物业服务有限公司', '安居物业', true],
  ['安 居 物 业（槐树里项目部）', '安居物业服务公司（演示）', true],
  ['快手维修部，安居物业', '安居物业服务公司', true],
  ['桂园物业', '安居物业服务公司', false],
  ['物业', '安居物业服务公司', false],
  ['', '安居物业服务公司', false],
  [undefined, '安居物业服务公司', false],
  ['安居物业', '', false],
])('the reported unit is never a provider on the case: %s · %s → %s', (reported, provider, is) =>
  expect(isReportedUnit(reported, provider)).toBe(is),
)

describe('who asks', () => {
  test('a unit with a contact person: both are named, the phone is the contact’s', async () => {
    const file = await received({ requestKind: 'help', requesterUnit: '东渡口小学', requesterName: '李老师' })
    expect(file.fields).toMatchObject({ requesterUnit: '东渡口小学', requesterName: '李老师' })
    expect(caseSummary(file).requester).toBe('东渡口小学 · 李老师')
    const station = newStation()
    expect(await station.refusal({ name: 'receive-case', input: { ...INTAKE, requesterUnit: '' } })).toEqual(['invalid-input', 'requesterUnit']) // prettier-ignore
  })
  test('on behalf of another, with the relation', async () => {
    const file = await received({ requestKind: 'help', forWhom: '王素兰', relation: 'child' })
    expect(file.fields).toMatchObject({ forWhom: '王素兰', relation: 'child' })
  })
  test('anonymous: nothing that names anybody is kept', async () => {
    const file = await received({
      requestKind: 'help', anonymous: true, requesterUnit: '东渡口小学', forWhom: '王', relation: 'child', person: 'person:1', forPerson: 'person:2',
    }) // prettier-ignore
    for (const field of ['requesterUnit', 'forWhom', 'relation', 'person', 'forPerson'] as const)
      expect(file.fields[field], field).toBeUndefined()
  })
})

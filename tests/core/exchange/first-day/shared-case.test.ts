/** What the ledger is made of: cases without anything that is not `shared`. */
import { expect, test } from 'vitest'
import type { Act, CaseFile } from '#core/case-file/case-file.ts'
import { ACT_SCOPES, CASE_SCOPES } from '#core/case-file/scopes.ts'
import { sharedCase } from '#core/exchange/first-day/shared-case.ts'
import { caseRows } from '#core/reports/case-rows.ts'

const MARK = '王素兰13800002764'
const AT = '2026-10-03T09:00:00+08:00'
const frame = { written: [1, 'x'] as const, enteredAt: AT }
/** Every text field that is not shared says who it is. */
const marked = (scopes: Readonly<Record<string, string>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(scopes).flatMap(([field, scope]) => (scope === 'shared' ? [] : [[field, MARK]])))
const act = (type: string, fields: Record<string, unknown>): Act =>
  ({ ...marked(ACT_SCOPES[type as 'closing']), id: `${type}:1`, type, ...frame, case: 'case:1', at: AT, ...fields }) as unknown as Act // prettier-ignore

const file = (requestKind: 'help' | 'report', category: string): CaseFile => ({
  id: 'case:1',
  pc: '0000000000000001',
  fields: { ...marked(CASE_SCOPES), number: 'S0012-A-2026-00001', requestKind, channel: 'phone', urgency: 'general', receivedAt: AT, openReason: '' }, // prettier-ignore
  acts: [
    act('classification', { serviceType: 'market', category }),
    act('answer', { way: 'phone' }),
    act('closing', { outcome: 'solved' }),
  ],
  withdrawn: [],
  conflicts: [],
})
const NAMES = {
  provider: () => '',
  user: () => '',
  category: (code: string) => (code === 'L010101' ? '水暖维修' : code),
}

test('nothing private is left in any column, whatever stands in the case', () => {
  expect(JSON.stringify(caseRows([file('help', 'L010101')], 'zh-CN', NAMES))).toContain('王素兰')
  const row = caseRows([sharedCase(file('help', 'L010101'))], 'zh-CN', NAMES)
  expect(JSON.stringify(row)).not.toContain('王素兰')
  const cells = Object.fromEntries(row.columns.map(({ title }, i) => [title, row.rows[0]![i]]))
  expect(cells).toMatchObject({ 编号: 'S0012-A-2026-00001', 分类: '水暖维修', 状态: '已办结', 办理结果: '已解决' })
  expect(cells).toMatchObject({ 标题: null, 内容: null, 诉求人: null, 联系电话: null, 地点: null, 答复内容: null, 经办人: null }) // prettier-ignore
})

test('words of older records are no category, and a report (举报) has none', () => {
  const category = (one: CaseFile): unknown => (sharedCase(one).acts[0] as { category?: string }).category
  expect(category(file('help', 'L010101'))).toBe('L010101')
  expect(category(file('help', '王素兰家漏水'))).toBe('')
  expect(category(file('report', 'L010101'))).toBe('')
})

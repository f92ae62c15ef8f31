/** Issue 4: 12345 work orders: own deadline, no refusal, 申请退单, the answer copied back in the order's own form. */
import { describe, expect, test } from 'vitest'
import { actsOf } from '#core/case-file/case-file.ts'
import { dueOf } from '#core/case-file/due.ts'
import { orderReply, replyText } from '#core/case-file/order-reply.ts'
import { statusOf } from '#core/case-file/status.ts'
import { guessColumns, lackingFields } from '#core/intake/column-map.ts'
import { readOrder } from '#core/intake/hotline-order.ts'
import { planImport } from '#core/intake/plan-import.ts'
import type { Intake } from '#core/intake/receive-case.ts'
import { INTAKE, newStation, NOW } from '../commands/station.ts'

const ORDER: Intake = {
  ...INTAKE,
  channel: 'hotline-12345',
  orderNumber: 'DH2026030200123',
  orderAt: '2026-03-02T08:45:00+08:00',
  orderDueAt: '2026-03-03T18:00:00+08:00',
  orderDemand: '电话答复来电人',
  orderForm: '【工单编号】{}',
}
const received = async (input: Partial<Intake> = {}) => {
  const station = newStation()
  const id = await station.done({ name: 'receive-case', input: { ...ORDER, ...input } })
  return { station, id }
}
const answered = async () => {
  const { station, id } = await received()
  await station.done({
    name: 'record-answer',
    input: { case: id, way: 'phone', content: '路灯已修好，\n已回电。', answeredBy: '' },
  })
  return { station, id }
}

describe("the order's own deadline beats our preset", () => {
  test('shorter or longer than ours, it is the one that holds', async () => {
    for (const orderDueAt of ['2026-03-02T12:00:00+08:00', '2026-05-02T23:59:59+08:00']) {
      const { station, id } = await received({ orderDueAt })
      expect(dueOf(station.file(id))).toMatchObject({ at: orderDueAt, original: orderDueAt })
    }
  })
  test('an order without a limit has ours', async () => {
    const { station, id } = await received({ orderDueAt: undefined })
    expect(dueOf(station.file(id)).at).toBe('2026-03-09T23:59:59+08:00')
  })
  test('it was raised when it was sent, and received now', async () => {
    const { station, id } = await received()
    expect(station.file(id).fields).toMatchObject({ raisedAt: ORDER.orderAt, receivedAt: NOW })
  })
  test('what was left in an order’s fields is not kept when the channel is another', async () => {
    const { station, id } = await received({ channel: 'phone' })
    expect(station.file(id).fields).toMatchObject({ channel: 'phone' })
    expect(station.file(id).fields.orderNumber).toBeUndefined()
    expect(dueOf(station.file(id)).at).toBe('2026-03-09T23:59:59+08:00')
  })
})

describe('impossible orders are named beside the field', () => {
  const station = newStation()
  test.each<[string, Partial<Intake>, (string | undefined)[]]>([
    ['without a number', { orderNumber: ' ' }, ['invalid-input', 'orderNumber']],
    ['sent tomorrow', { orderAt: '2026-03-03T00:00:00+08:00', orderDueAt: undefined }, ['in-the-future', 'orderAt']],
    ['due before it was sent', { orderDueAt: '2026-03-01T00:00:00+08:00' }, ['invalid-input', 'orderDueAt']],
  ])('%s', async (_, input, refusal) => {
    expect(await station.refusal({ name: 'receive-case', input: { ...ORDER, ...input } })).toEqual(refusal)
  })
})

describe('no refusal there, only 申请退单', () => {
  const refusal = { outcome: 'not-accepted', refusalReason: 'beyond-duty', toldChannel: '街道' } as const
  test('不予受理 is refused at the counter and on closing', async () => {
    const { station, id } = await answered()
    expect(await station.refusal({ name: 'close-case', input: { case: id, note: '', ...refusal } })).toEqual(['order-not-refused', 'outcome']) // prettier-ignore
    expect(await station.refusal({ name: 'receive-case', input: { ...ORDER, onTheSpot: { content: '不', ...refusal } } })).toBe('order-not-refused') // prettier-ignore
  })
  test('asked back with a coded reason, and taken back by the upper office: the case ends with its channel', async () => {
    const { station, id } = await received()
    const step = (input: object) => ({ name: 'return-order', input: { case: id, step: 'applied', note: '', ...input } }) as const // prettier-ignore
    expect(await station.refusal(step({}))).toEqual(['reason-needed', 'reasonCode'])
    expect(await station.refusal(step({ reasonCode: 'other' }))).toEqual(['reason-needed', 'note'])
    expect(await station.refusal(step({ step: 'granted' }))).toBe('not-asked-back')
    await station.done(step({ reasonCode: 'out-of-area', note: '属东渡口社区' }))
    expect(statusOf(station.file(id))).not.toBe('closed')
    expect(await station.refusal(step({ reasonCode: 'duplicate' }))).toBe('return-pending')
    await station.done(step({ step: 'granted', note: '同意' }))
    expect(statusOf(station.file(id))).toBe('closed')
    expect(actsOf(station.file(id).acts, 'order-return').map(({ step: said }) => said)).toEqual(['applied', 'granted'])
    expect(actsOf(station.file(id).acts, 'closing')).toMatchObject([{ outcome: 'other-channel' }])
  })
  test('not taken back: work goes on, and it may be asked back once more', async () => {
    const { station, id } = await received()
    const step = (input: object) => ({ name: 'return-order', input: { case: id, step: 'applied', note: '', ...input } }) as const // prettier-ignore
    await station.done(step({ reasonCode: 'out-of-duty' }))
    await station.done(step({ step: 'refused', note: '请继续办理' }))
    expect(statusOf(station.file(id))).not.toBe('closed')
    await station.done(step({ reasonCode: 'duplicate' }))
  })
  test('a case that is no order is not asked back', async () => {
    const station = newStation()
    const id = await station.done({ name: 'receive-case', input: INTAKE })
    expect(await station.refusal({ name: 'return-order', input: { case: id, step: 'applied', reasonCode: 'duplicate', note: '' } })).toBe('not-an-order') // prettier-ignore
  })
})

describe('the answer copies back in its form', () => {
  test('nothing before there is an answer', async () => {
    const { station, id } = await received()
    expect(orderReply(station.file(id))).toBeNull()
  })
  test('number, title and answer under labels of the order’s own make', async () => {
    const { station, id } = await answered()
    expect(replyText(orderReply(station.file(id))!)).toBe(
      [
        '【工单编号】DH2026030200123',
        '【诉求标题】路灯不亮',
        '【答复内容】路灯已修好，\n已回电。',
        '【答复时间】2026-03-02 09:00',
      ].join('\n'),
    )
  })
  test.each([
    ['工单编号：DH2026030201\n派单时间：2026-03-02 08:00\n诉求内容：灯不亮', '工单编号：DH2026030201', '答复内容：'],
    ['受理单号: DH2026030202\n派单时间: 2026-03-02 08:00\n诉求内容: 灯不亮', '受理单号:DH2026030202', '答复内容:'],
    [
      '【流水号】：DH2026030203\n【交办时间】：2026-03-02\n【反映内容】：灯不亮',
      '【流水号】：DH2026030203',
      '【答复内容】：',
    ],
    ['[工单编号] DH2026030204 [派单时间] 2026-03-02 [诉求内容] 灯不亮', '[工单编号]DH2026030204', '[答复内容]'],
  ])('from paste to reply: %j', async (text, number, label) => {
    const order = readOrder(text)!
    const station = newStation()
    const { orderNumber, orderForm } = order
    const id = await station.done({ name: 'receive-case', input: { ...ORDER, orderNumber, orderForm } })
    await station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '已修', answeredBy: '' } })
    const lines = orderReply(station.file(id))!.lines
    expect(lines[0]).toBe(number)
    expect(lines).toContain(`${label}已修`)
  })
})

describe('imported from a sheet: own deadline, number and demand; answered ones are old records', () => {
  const HEADER = ['工单编号', '派单时间', '办理时限', '诉求内容', '来电人', '联系电话', '地址', '答复方式', '来源渠道', '来电时间', '答复内容'] // prettier-ignore
  const ROWS = [
    ['GD1', '2026-03-02 08:00', '2026-03-06', '路灯不亮', '王女士', '13800001234', '3号楼', '电话', '12345热线', '2026-03-01 20:00', ''],
    ['GD2', '2026-03-02 08:10', '2026-03-04 12:30', '井盖响', '', '', '', '', '', '2026-03-01 21:00', ''],
    ['GD3', '2026-03-02 08:20', '5个工作日', '占道', '', '', '', '', '12345', '2026-03-01 22:00', ''],
    ['GD4', '2025-03-02 08:20', '2025-03-04', '旧件', '', '', '', '', '12345', '2025-03-01 22:00', '已处理'],
    ['GD5', '', '2025-03-04', '旧台账', '', '', '', '', '电话', '2025-03-01 22:00', ''],
  ] // prettier-ignore
  const sheet = { rows: [HEADER, ...ROWS].map((cells, i) => ({ row: i + 1, cells })), blankRows: 0, problems: [] }
  const plan = planImport(sheet, { row: 1, names: HEADER }, guessColumns(HEADER))

  test('every row is read, and the right ones are orders', () => {
    expect(plan.refused).toEqual([])
    expect(plan.rows.map(({ input }) => input.order?.dueAt ?? (input.order ? 'no limit' : null))).toEqual([
      '2026-03-06T23:59:59+08:00',
      '2026-03-04T12:30:00+08:00',
      'no limit',
      null,
      null,
    ])
    expect(plan.rows[0]!.input).toMatchObject({ channel: 'hotline-12345', order: { demand: '电话' } })
    expect(plan.rows[4]!.input.channel).toBe('phone')
  })
  test('without a time of the call the sending will do', () => {
    const header = HEADER.filter((name) => name !== '来电时间')
    const row = ROWS[0]!.filter((_, i) => HEADER[i] !== '来电时间')
    const { rows } = planImport({ ...sheet, rows: [{ row: 1, cells: header }, { row: 2, cells: row }] }, { row: 1, names: header }, guessColumns(header)) // prettier-ignore
    expect(rows[0]?.input.raisedAt).toBe('2026-03-02T08:00:00+08:00')
    expect(lackingFields(guessColumns(header))).toEqual([])
  })
  test('the case has the order’s number and deadline; an old record raises no alarm', async () => {
    const station = newStation()
    const taken = async (row: number) =>
      station.file(await station.done({ name: 'import-request', input: plan.rows[row]!.input }))
    const file = await taken(0)
    expect(file.fields).toMatchObject({ orderNumber: 'GD1', orderAt: '2026-03-02T08:00:00+08:00', orderDemand: '电话' })
    expect(dueOf(file).at).toBe('2026-03-06T23:59:59+08:00')
    expect(dueOf(await taken(3)).at).toBeNull()
    expect(dueOf(await taken(4)).at).toBeNull()
  })
})

/** DOMAIN §3 and issue 4: a 12345 work order pasted as text, in the layouts in which such orders come. All invented. */
import { describe, expect, test } from 'vitest'
import { readOrder, type OrderReading } from '#core/intake/hotline-order.ts'

const LAYOUTS: readonly (readonly [name: string, text: string, expected: Partial<OrderReading>])[] = [
  [
    'a label and a colon on each line',
    `工单编号：DH2026030200123
派单时间：2026-03-02 08:45:10
办理时限：2026-03-06 18:00
诉求内容：市民反映槐树里小区3号楼前路灯连续三天不亮，晚上老人出行不便。希望尽快维修。
来电人：王女士
联系电话：13800001234
地址：槐树里小区3号楼
要求答复方式：电话答复来电人`,
    {
      orderNumber: 'DH2026030200123',
      orderAt: '2026-03-02T08:45:10+08:00',
      orderDueAt: '2026-03-06T18:00:00+08:00',
      text: '市民反映槐树里小区3号楼前路灯连续三天不亮，晚上老人出行不便。希望尽快维修。',
      requesterName: '王女士',
      requesterPhone: '13800001234',
      place: '槐树里小区3号楼',
      orderDemand: '电话答复来电人',
      orderForm: '工单编号：{}',
      unread: [],
    },
  ],
  [
    'labels in square brackets, one below the other',
    `【工单编号】2026-HT-000871
【交办时间】2026年3月2日9时05分
【办结时限】2026年3月9日
【诉求标题】楼道堆物
【诉求内容】来电人称柳荫巷12号院2单元楼道内堆满纸箱，
消防通道被堵，多次沟通无果。
【诉求人】赵先生
【联系方式】010-66001234
【事发地点】柳荫巷12号院2单元
【答复方式】书面答复`,
    {
      orderNumber: '2026-HT-000871',
      orderAt: '2026-03-02T09:05:00+08:00',
      orderDueAt: '2026-03-09T23:59:59+08:00',
      title: '楼道堆物',
      text: '来电人称柳荫巷12号院2单元楼道内堆满纸箱，\n消防通道被堵，多次沟通无果。',
      requesterName: '赵先生',
      requesterPhone: '010-66001234',
      place: '柳荫巷12号院2单元',
      orderDemand: '书面答复',
      orderForm: '【工单编号】{}',
    },
  ],
  [
    'two columns parted by tabs, as copied from a table',
    `工单号\tGD20260302-55\t派单时间\t2026/3/2 10:00
来电人\t孙阿姨\t联系电话\t13900002222
诉求类型\t投诉\t紧急程度\t一般
事发地址\t桂花园小区5栋
诉求内容\t楼上装修周末施工，影响休息
办理时限\t2026/3/7`,
    {
      orderNumber: 'GD20260302-55',
      orderAt: '2026-03-02T10:00:00+08:00',
      orderDueAt: '2026-03-07T23:59:59+08:00',
      requesterName: '孙阿姨',
      requesterPhone: '13900002222',
      kind: 'complaint',
      place: '桂花园小区5栋',
      text: '楼上装修周末施工，影响休息',
      urgent: false,
    },
  ],
  [
    'everything in one line, parted by semicolons',
    '受理单号：20260302889；转办时间：2026-03-02 11:20；办理期限：24小时；来电人：周先生；电话：13700003333；地址：东渡口路18号；诉求内容：井盖缺失，怕有人掉下去；办理要求：请速处置并回复。',
    {
      orderNumber: '20260302889',
      orderAt: '2026-03-02T11:20:00+08:00',
      orderDueAt: '2026-03-03T11:20:00+08:00',
      requesterName: '周先生',
      requesterPhone: '13700003333',
      place: '东渡口路18号',
      text: '井盖缺失，怕有人掉下去',
      orderDemand: '请速处置并回复。',
      orderForm: '受理单号：{}',
    },
  ],
  [
    'a printed form, words spread over the column, values below their labels',
    `12345 热线交办单
工 单 编 号：京热 2026-0302-17
诉 求 人：李某（要求保密）
联 系 电 话：13600004444
办理时限
2026-03-05 17:30
诉求内容
询问高龄津贴在哪里办理，需要什么材料。
诉求类型：咨询
派单时间：2026-03-02 08:00`,
    {
      orderDueAt: '2026-03-05T17:30:00+08:00',
      requesterName: '李某',
      requesterPhone: '13600004444',
      text: '询问高龄津贴在哪里办理，需要什么材料。',
      kind: 'consult',
      orderAt: '2026-03-02T08:00:00+08:00',
      secret: true,
    },
  ],
  [
    'full-width signs, a table drawn with lines',
    `｜工单编号：ＷＯ２０２６０３０２００１
｜交办时间：2026-03-02 13:30:00
｜截止时间：2026-03-04 13:30:00
｜来电人：吴同志
｜来电号码：13500005555
｜问题描述：小区南门垃圾清运不及时，已有异味。
｜问题地点：桂花园小区南门`,
    {
      orderNumber: 'WO20260302001',
      orderAt: '2026-03-02T13:30:00+08:00',
      orderDueAt: '2026-03-04T13:30:00+08:00',
      requesterName: '吴同志',
      requesterPhone: '13500005555',
      text: '小区南门垃圾清运不及时，已有异味。',
      place: '桂花园小区南门',
    },
  ],
  [
    'what an order says besides does not run into its fields; days counted from its sending',
    `工单编号: 330102-2026-00871
诉求来源: 12345电话
交办时间: 2026-03-02 15:02
交办单位: 东渡口街道办事处
承办单位: 槐树里社区
处理时限: 5个自然日
紧急程度: 紧急
反映人: 郑大爷
性别: 男
联系电话: 0571-88001234
地址: 槐树里小区8号楼2单元301
反映内容: 家里没水了，问是不是停水。
问题分类: 公用事业 / 供水
满意度: `,
    {
      orderNumber: '330102-2026-00871',
      orderAt: '2026-03-02T15:02:00+08:00',
      orderDueAt: '2026-03-07T23:59:59+08:00',
      requesterName: '郑大爷',
      requesterPhone: '0571-88001234',
      place: '槐树里小区8号楼2单元301',
      text: '家里没水了，问是不是停水。',
      urgent: true,
      orderForm: '工单编号:{}',
    },
  ],
  [
    'an anonymous caller, a number masked by the hotline, a limit in working days that nobody guesses',
    `[工单编号]: A-2026-0000998
[派单时间]: 2026.03.02 16:40
[办理时限]: 5个工作日
[来电人]: 匿名
[联系电话]: 138****6666
[诉求内容]: 建议在社区广场增加健身器材。
[诉求类型]: 建议`,
    {
      orderNumber: 'A-2026-0000998',
      orderAt: '2026-03-02T16:40:00+08:00',
      requesterName: '',
      requesterPhone: '138****6666',
      kind: 'suggestion',
      unread: ['5个工作日'],
      orderForm: '[工单编号]:{}',
    },
  ],
  [
    'a message in a group that hands an order on',
    `@槐树里社区 请接收12345工单
工单号：20260302-1209
时间：今天
办结时限：2026-03-03 12:00前
内容：2号楼一单元电梯停运，老人下不了楼
联系人 冯师傅 电话：13400007777
地点：槐树里2号楼1单元`,
    {
      orderNumber: '20260302-1209',
      orderDueAt: '2026-03-03T12:00:00+08:00',
      text: '2号楼一单元电梯停运，老人下不了楼',
      requesterPhone: '13400007777',
      place: '槐树里2号楼1单元',
    },
  ],
]

describe('12345 工单: recognised in usual layouts', () => {
  test.each(LAYOUTS)('%s', (_, text, expected) => {
    expect(readOrder(text)).toMatchObject(expected)
  })
})

test.each([
  ['a chat', '您好，我是3号楼的王素兰，电话13800001234，家里暖气不热。'],
  ['a bare number', '工单编号：12345'],
  ['labels without a number', '来电人：王\n电话：13800001234\n地址：3号楼\n内容：灯不亮'],
  ['nothing', ''],
  ['blanks', ' \n\t '],
])('no order: %s', (_, text) => expect(readOrder(text)).toBeNull())

test('a limit is shown when it cannot be read, never guessed', () => {
  const order = readOrder('工单编号：20260302001\n来电人：王\n办理时限：尽快\n派单时间：昨天\n诉求内容：灯不亮')
  expect(order).toMatchObject({ unread: ['昨天', '尽快'] })
  expect(order?.orderDueAt).toBeUndefined()
})

/** Words of the papers that go to providers: 派单单 · 上报单 · 联席协调单 · 清单外事项说明. To add one: its type, then both tables. */
import type { Capacity, Ground, OrderRole, Part, SentField } from '#core/case-file/referral-codes.ts'
import type { PaperWords } from './paper-words.ts'

type OrderWords = {
  readonly title: string
  readonly titleUp: string
  readonly copy: (provider: string, role: OrderRole) => string
  readonly asks: (due: string, reply: string) => string
  readonly asksUp: (due: string) => string
  readonly label: Readonly<Record<SentField | 'due' | 'reply' | 'role' | 'ground' | 'demand' | 'sentBy' | 'capacity' | 'sentAt', string>> // prettier-ignore
  readonly role: Readonly<Record<OrderRole, string>>
  readonly part: Readonly<Record<Part, string>>
  readonly capacity: Readonly<Record<Capacity, string>>
  readonly ground: Readonly<Record<Ground, string>>
  readonly takenBack: string
  readonly remarksTitle: string
  /** `until`: for an objection; '' when there is none. */
  readonly remarks: (until: string) => readonly string[]
  readonly remarksUp: readonly string[]
  readonly signs: readonly [station: string, provider: string]
  readonly seal: string
  readonly cutAlong: (number: string) => string
  readonly receiptTitle: string
  readonly receiptUp: string
  readonly reply: readonly [label: string, value: string]
  readonly replyUp: readonly [label: string, value: string]
  readonly result: readonly [label: string, value: string]
  readonly unknownProvider: string
  readonly joint: {
    readonly title: string
    readonly opening: string
    readonly head: readonly string[]
    readonly vacantTitle: string
    readonly vacant: string
    readonly convener: string
  }
  readonly offList: {
    readonly title: string
    readonly text: (category: string, capacity: string) => string
    readonly label: Readonly<Record<'category' | 'basis' | 'note', string>>
    readonly signs: string
  }
}

export const ORDER_WORDS: Readonly<Record<PaperWords['language'], OrderWords>> = {
  'zh-CN': {
    title: '派单单',
    titleUp: '上报单',
    copy: (provider, role) => `交${provider}（${role === 'lead' ? '主办' : '协办'}）`,
    asks: (due, reply) => `请办理下列事项，${due}办完并把结果告诉本站。${reply}请回话，说明是否承接。`,
    asksUp: (due) => `现将下列事项上报，请予受理，并请在${due}反馈办理结果。`,
    label: {
      title: '事项',
      text: '诉求内容',
      place: '地点',
      name: '联系人',
      phone: '联系电话',
      'for-whom': '为谁反映',
      due: '办理期限',
      reply: '接单时限',
      role: '承办方式',
      ground: '提供信息的依据',
      demand: '办理要求',
      sentBy: '派单人',
      capacity: '以何身份',
      sentAt: '派单时间',
    },
    role: { lead: '主办', co: '协办' },
    part: { lead: '牵头协调', 'carry-out': '承办', support: '支持参与', supervise: '监督' },
    capacity: {
      party: '社区党组织',
      committee: '社区居民委员会',
      station: '社区服务站',
      'street-party': '街道党工委',
      street: '街道办事处',
      'district-party': '区委有关部门',
      district: '区政府有关部门',
    },
    ground: {
      consent: '本人同意',
      contract: '订立或履行合同所必需',
      'statutory-duty': '履行法定职责或法定义务所必需',
      emergency: '紧急情况下保护生命健康和财产安全所必需',
      'already-public': '已依法公开的信息',
      'other-law': '法律、行政法规规定的其他情形',
      'no-personal-data': '不含个人信息',
    },
    takenBack: '（本人已撤回同意，不再提供）',
    remarksTitle: '请注意',
    remarks: (until) => [
      '单上的个人信息只用于办理本件，办完后请销毁，不得留作他用或转给他人。',
      ...(until ? [`对派单有异议的，请在${until}书面说明原因，逾期不再受理；裁定以前仍由贵单位办理。`] : []),
      '到期不能办完的，请在期限前报告阶段性工作情况和原因。',
      '办完请填写下面的回执，或打电话告诉本站。',
    ],
    remarksUp: [
      '本站是首接单位，由本站答复诉求人，请把办理结果告诉本站。',
      '受理、退回或需要补充材料的，请填写下面的回执。',
    ],
    signs: ['派单人（签字）', '承办单位签收'],
    seal: '（站章）',
    cutAlong: (number) => `沿此线剪下　${number}　回执交回本站`,
    receiptTitle: '派单回执',
    receiptUp: '上报回执',
    reply: ['回话', '□ 接单　　□ 不接，原因：'],
    replyUp: ['回话', '□ 受理　　□ 退回，原因：'],
    result: ['办理结果', '□ 已解决　□ 部分解决　□ 客观受限已解释　□ 其他：'],
    unknownProvider: '承办单位',
    joint: {
      title: '联席协调单',
      opening: '下列事项涉及几个单位，按分工共同办理：牵头的协调，承办的落实，支持的配合，监督的督促。',
      head: ['单位', '角色', '做什么', '期限', '签字'],
      vacantTitle: '待定',
      vacant: '还没有牵头协调的单位（缺位），请当场商定。',
      convener: '召集人（签字）',
    },
    offList: {
      title: '清单外事项说明',
      text: (category, capacity) =>
        `贵单位要求本社区承担“${category}”。经核对，这一项不在本社区工作事项清单内。按照社区减负的规定，本${capacity}不予承接，请由职责所在单位办理；确需社区协助的，请按规定程序准入，并同时保障经费和条件。`,
      label: { category: '事项类别', basis: '依据', note: '说明' },
      signs: '经办人（签字）',
    },
  },
  en: {
    title: 'Dispatch order',
    titleUp: 'Report to the upper office',
    copy: (provider, role) => `For ${provider} (${role === 'lead' ? 'lead' : 'co-handler'})`,
    asks: (due, reply) =>
      `Please deal with the matter below ${due} and tell the station the result. Please say ${reply} whether you take it.`,
    asksUp: (due) => `The matter below is reported to you. Please take it on and report the result ${due}.`,
    label: {
      title: 'Matter',
      text: 'Story',
      place: 'Place',
      name: 'Contact',
      phone: 'Telephone',
      'for-whom': 'For whom',
      due: 'To be done by',
      reply: 'To answer by',
      role: 'Role',
      ground: 'Ground for the data',
      demand: 'What is asked',
      sentBy: 'Sent by',
      capacity: 'In the capacity of',
      sentAt: 'Sent at',
    },
    role: { lead: 'Lead', co: 'Co-handler' },
    part: { lead: 'Coordinates', 'carry-out': 'Carries out', support: 'Supports', supervise: 'Supervises' },
    capacity: {
      party: 'community party organisation',
      committee: 'residents’ committee',
      station: 'service station',
      'street-party': 'street party working committee',
      street: 'street office',
      'district-party': 'department of the district party committee',
      district: 'department of the district government',
    },
    ground: {
      consent: 'the person’s consent',
      contract: 'needed to conclude or perform a contract',
      'statutory-duty': 'needed for a statutory duty',
      emergency: 'emergency: protection of life, health or property',
      'already-public': 'lawfully public already',
      'other-law': 'other case named by law',
      'no-personal-data': 'no personal data',
    },
    takenBack: '(consent was taken back; no longer given)',
    remarksTitle: 'Please note',
    remarks: (until) => [
      'Personal data on this order serve this matter only. Destroy them when it is done; do not keep or pass them on.',
      ...(until
        ? [`An objection has to be made in writing, with its reason, ${until}; later ones are not taken. Until the ruling the order stays with you.`] // prettier-ignore
        : []),
      'If it cannot be done in time, report how far it is and why before the deadline.',
      'When it is done fill in the slip below, or telephone the station.',
    ],
    remarksUp: [
      'The station received it first and answers the resident: please tell the station the result.',
      'If you take it on, send it back or need more papers, fill in the slip below.',
    ],
    signs: ['Sent by (signature)', 'Received by the provider'],
    seal: '(seal of the station)',
    cutAlong: (number) => `Cut here　${number}　return the slip to the station`,
    receiptTitle: 'Return slip',
    receiptUp: 'Return slip',
    reply: ['Answer', '□ Accepted　　□ Declined because:'],
    replyUp: ['Answer', '□ Taken on　　□ Sent back because:'],
    result: ['Result', '□ Solved　□ Partly solved　□ Limits explained　□ Other:'],
    unknownProvider: 'Provider',
    joint: {
      title: 'Joint coordination sheet',
      opening:
        'Several organisations share the matter below: one coordinates, those who carry it out do it, those who support help, those who supervise see that it is done.',
      head: ['Organisation', 'Part', 'Task', 'By', 'Signature'],
      vacantTitle: 'Open',
      vacant: 'Nobody coordinates yet: agree on it at the table.',
      convener: 'Convener (signature)',
    },
    offList: {
      title: 'Matter off the list',
      text: (category, capacity) =>
        `You ask this community to take on “${category}”. It is not on the list of this community’s tasks. Under the rules on reducing the load of communities this ${capacity} does not take it on; please have it done by whoever is in charge. Where help of the community is really needed, please have it admitted by the due procedure, with funds and means.`,
      label: { category: 'Category', basis: 'Basis', note: 'Remarks' },
      signs: 'Handled by (signature)',
    },
  },
}

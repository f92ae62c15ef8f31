/** Words for the stored codes, the same on screens, in reports and in `linwu`. To add one: the code's own list first, then both languages here. */
import type { Channel, Outcome, RequestKind, ServiceType, Status, Urgency, Verdict } from '../case-file/codes.ts'

export type Language = 'zh-CN' | 'en'

export type CodeWords = {
  readonly requestKind: Readonly<Record<RequestKind, string>>
  readonly channel: Readonly<Record<Channel, string>>
  readonly urgency: Readonly<Record<Urgency, string>>
  readonly serviceType: Readonly<Record<ServiceType | 'undecided', string>>
  readonly status: Readonly<Record<Status, string>>
  /** The same where the matter goes up (administrative): 上报, never 派单. */
  readonly statusUp: Readonly<Record<Status, string>>
  readonly outcome: Readonly<Record<Outcome, string>>
  readonly verdict: Readonly<Record<Verdict, string>>
  /** Grades of both scales: where they share a code, they share the word. */
  readonly grade: Readonly<Record<string, string>>
  readonly yes: string
  readonly no: string
}

export const ZH_WORDS: CodeWords = {
  requestKind: { consult: '咨询', help: '求助', complaint: '投诉', report: '举报', suggestion: '建议' },
  channel: {
    visit: '来访',
    phone: '电话',
    'home-visit': '入户',
    'grid-patrol': '网格巡查',
    wechat: '微信',
    'hotline-12345': '12345 转办',
    letter: '信函',
    'party-member': '党员代报',
    import: '导入',
  },
  urgency: { general: '一般', urgent: '紧急 24 小时', danger: '危及安全 2 小时' },
  serviceType: { administrative: '行政服务型', welfare: '公益服务型', market: '市场服务型', undecided: '待分类' },
  status: {
    received: '待派单',
    dispatched: '已派单',
    'in-work': '办理中',
    answered: '已答复',
    closed: '已办结',
    revisited: '已回访',
  },
  statusUp: {
    received: '待上报',
    dispatched: '已上报',
    'in-work': '办理中',
    answered: '已答复',
    closed: '已办结',
    revisited: '已回访',
  },
  outcome: {
    solved: '已解决',
    'partly-solved': '部分解决',
    'limited-explained': '客观受限已解释',
    'not-accepted': '不予受理',
    'other-channel': '转其他渠道',
    unreachable: '无法联系',
    withdrawn: '撤回',
  },
  verdict: { 'in-order': '规范', 'to-rectify': '需整改', serious: '严重问题' },
  grade: {
    'very-satisfied': '非常满意',
    satisfied: '满意',
    basically: '基本满意',
    neutral: '一般',
    dissatisfied: '不满意',
    'very-dissatisfied': '非常不满意',
  },
  yes: '是',
  no: '否',
}

export const EN_WORDS: CodeWords = {
  requestKind: {
    consult: 'Question',
    help: 'Help',
    complaint: 'Complaint',
    report: 'Confidential report',
    suggestion: 'Suggestion',
  },
  channel: {
    visit: 'At the counter',
    phone: 'Phone',
    'home-visit': 'Home visit',
    'grid-patrol': 'Grid patrol',
    wechat: 'WeChat',
    'hotline-12345': '12345 hotline',
    letter: 'Letter',
    'party-member': 'Party member',
    import: 'Imported',
  },
  urgency: { general: 'General', urgent: 'Urgent, 24 h', danger: 'Danger, 2 h' },
  serviceType: {
    administrative: 'Administrative',
    welfare: 'Welfare',
    market: 'Market',
    undecided: 'Not yet classified',
  },
  status: {
    received: 'To dispatch',
    dispatched: 'Dispatched',
    'in-work': 'In work',
    answered: 'Answered',
    closed: 'Closed',
    revisited: 'Revisited',
  },
  statusUp: {
    received: 'To report up',
    dispatched: 'Reported up',
    'in-work': 'In work',
    answered: 'Answered',
    closed: 'Closed',
    revisited: 'Revisited',
  },
  outcome: {
    solved: 'Solved',
    'partly-solved': 'Partly solved',
    'limited-explained': 'Not possible, explained',
    'not-accepted': 'Not accepted',
    'other-channel': 'Sent to another channel',
    unreachable: 'Could not be reached',
    withdrawn: 'Withdrawn',
  },
  verdict: { 'in-order': 'In order', 'to-rectify': 'To be put right', serious: 'Serious' },
  grade: {
    'very-satisfied': 'Very satisfied',
    satisfied: 'Satisfied',
    basically: 'Basically satisfied',
    neutral: 'Neutral',
    dissatisfied: 'Dissatisfied',
    'very-dissatisfied': 'Very dissatisfied',
  },
  yes: 'Yes',
  no: 'No',
}

export const codeWords = (language: Language): CodeWords => (language === 'en' ? EN_WORDS : ZH_WORDS)

export const statusWords = (words: CodeWords, status: Status, serviceType: ServiceType | null): string =>
  (serviceType === 'administrative' ? words.statusUp : words.status)[status]

/** Words of money on paper and in sheets, in both languages. */
import type { QUOTA_UNITS } from '../agreement/agreement.ts'
import type { EntryKind } from '../agreement/ledger-entry.ts'
import type { Language } from './code-words.ts'

type Unit = (typeof QUOTA_UNITS)[number]
type MoneyWords = {
  readonly sheet: string
  readonly columns: readonly [
    day: string,
    kind: string,
    about: string,
    provider: string,
    account: string,
    units: string,
    fen: string,
    copay: string,
    reserved: string,
    paid: string,
    income: string,
    voucher: string,
    receipt: string,
    by: string,
    note: string,
    id: string,
    corrects: string,
  ]
  readonly kind: Readonly<Record<EntryKind, string>>
  readonly unit: Readonly<Record<Unit, string>>
  readonly statement: {
    readonly title: string
    readonly fileName: (provider: string, from: string, to: string) => string
    readonly about: (provider: string, creditCode: string) => string
    readonly period: (from: string, to: string) => string
    readonly head: readonly string[]
    readonly opening: string
    readonly moved: string
    readonly closing: string
    readonly total: (figure: string, words: string) => string
    readonly copay: (figure: string) => string
    readonly reserved: (figure: string) => string
    readonly none: string
    readonly places: readonly string[]
    readonly seal: string
    readonly remarks: readonly string[]
  }
}

const ZH: MoneyWords = {
  sheet: '资金台账',
  columns: [
    '日期',
    '种类',
    '对应',
    '单位',
    '来源',
    '数量',
    '金额（元）',
    '居民自付（元）',
    '预留变动（元）',
    '支付变动（元）',
    '收入变动（元）',
    '凭证号',
    '收据号',
    '经办',
    '说明',
    '账目号',
    '更正哪一笔',
  ],
  kind: { reserve: '预留', settle: '结算', release: '释放', adjust: '更正', income: '收入', spend: '支出' },
  unit: { times: '次', hours: '小时', people: '人', months: '个月', fen: '' },
  statement: {
    title: '结算单',
    fileName: (provider, from, to) => `结算单-${provider}-${from}至${to}`,
    about: (provider, code) => `单位：${provider}${code ? `（${code}）` : ''}`,
    period: (from, to) => (from ? `期间：${from} 至 ${to}` : `截至 ${to}`),
    head: ['日期', '工单', '种类', '合同或经费', '数量', '金额（元）', '居民自付', '凭证号'],
    opening: '期初已付',
    moved: '本期支付',
    closing: '期末已付',
    total: (figure, words) => `本期合计 ¥${figure}（大写：${words}）`,
    copay: (figure) => `居民自付 ¥${figure}，由居民直接付给单位，不在合计内。`,
    reserved: (figure) => `期末还有预留未结 ¥${figure}。`,
    none: '这段时间没有结算。',
    places: ['单位确认（签字）', '经办人（签字）', '负责人（签字）'],
    seal: '（盖章）',
    remarks: ['更正的账目带正负号，原来的一笔照列；每一笔都对应一件工单。'],
  },
}

const EN: MoneyWords = {
  sheet: 'Ledger',
  columns: [
    'Day',
    'Kind',
    'For',
    'Provider',
    'From',
    'Units',
    'Amount (yuan)',
    'Co-payment (yuan)',
    'Reserved moved (yuan)',
    'Paid moved (yuan)',
    'Income moved (yuan)',
    'Voucher',
    'Receipt',
    'By',
    'Note',
    'Entry',
    'Corrects',
  ],
  kind: {
    reserve: 'Reserved',
    settle: 'Settled',
    release: 'Released',
    adjust: 'Corrected',
    income: 'Income',
    spend: 'Spent',
  },
  unit: { times: ' times', hours: ' h', people: ' people', months: ' months', fen: '' },
  statement: {
    title: 'Statement',
    fileName: (provider, from, to) => `Statement-${provider}-${from}-${to}`,
    about: (provider, code) => `Provider: ${provider}${code ? ` (${code})` : ''}`,
    period: (from, to) => (from ? `Period: ${from} to ${to}` : `Until ${to}`),
    head: ['Day', 'Case', 'Kind', 'Contract or fund', 'Units', 'Amount (yuan)', 'Co-payment', 'Voucher'],
    opening: 'Paid before',
    moved: 'Paid in the period',
    closing: 'Paid until now',
    total: (figure, words) => `Total of the period: ¥${figure} (${words})`,
    copay: (figure) => `Residents paid ¥${figure} themselves, straight to the provider; not in the total.`,
    reserved: (figure) => `¥${figure} is reserved and not yet settled.`,
    none: 'Nothing was settled in this period.',
    places: ['Provider (signature)', 'Clerk (signature)', 'Head of station (signature)'],
    seal: '(seal)',
    remarks: ['Corrections carry their sign and the corrected entry stays; every entry belongs to one case.'],
  },
}

export const moneyWords = (language: Language): MoneyWords => (language === 'en' ? EN : ZH)

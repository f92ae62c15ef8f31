/** Words of 回访单, 差评整改单 and 回访抽样说明. The digits and letters in the boxes are the keys with which a form is typed in. */
import type { ScaleId } from '#core/case-file/codes.ts'

export type RevisitPaperWords = {
  readonly form: {
    readonly title: string
    readonly fileName: (day: string) => string
    readonly carryCopy: string
    readonly head: (page: number, of: number) => string
    readonly caller: string
    readonly letterTo: (name: string) => string
    readonly letter: (day: string, title: string) => string
    readonly secret: string
    readonly number: string
    readonly when: string
    readonly questions: readonly [contacted: string, solved: string, grade: string, words: string]
    readonly yes: string
    readonly no: string
    readonly solved: string
    readonly unsolved: string
    readonly grades: Readonly<Record<ScaleId, readonly string[]>>
    readonly notReached: string
    readonly reasons: readonly [string, string, string, string]
    readonly signs: string
    readonly back: string
    readonly nobody: string
    readonly noPhone: string
  }
  readonly demand: {
    readonly title: string
    readonly fileName: (number: string) => string
    readonly about: string
    readonly provider: string
    readonly said: string
    readonly words: string
    readonly solved: (solved: boolean) => string
    readonly until: string
    readonly found: string
    readonly done: string
    readonly objection: string
    readonly secret: string
    readonly signs: readonly [string, string]
    readonly seal: string
    readonly none: string
  }
  readonly draw: {
    readonly title: string
    readonly fileName: (month: string) => string
    readonly population: string
    readonly counts: (n: {
      closings: number
      always: number
      nobody: number
      byLot: number
      unplanned: number
    }) => string
    readonly group: (rate: number, seed: string, of: number, drawn: number) => string
    readonly how: string
    readonly head: readonly [string, string, string, string, string, string]
    readonly drawn: (drawn: boolean) => string
    readonly cut: (rows: number, of: number) => string
  }
}

const ZH: RevisitPaperWords = {
  form: {
    title: '回访单',
    fileName: (day) => `回访单-${day}`,
    carryCopy: '访完交回本站录入　注意保管',
    head: (page, of) => `第 ${page} 页，共 ${of} 页`,
    caller: '回访人',
    letterTo: (name) => (name === '' ? '' : `${name}：`),
    letter: (day, title) =>
      `您${day}反映的“${title}”，想请您说说办得怎么样。请在方框里打勾，把本单交回或寄回本站，也可以打电话告诉我们。`,
    secret: '您的评价只用来改进工作，不会告诉办事的人是谁评的。',
    number: '编号',
    when: '回访时间　　月　　日　　：　　',
    questions: ['一、有没有人和您联系过', '二、事情解决了没有', '三、您满意吗', '四、还有什么要说的'],
    yes: 'Y 有',
    no: 'N 没有',
    solved: 'Y 解决了',
    unsolved: 'N 没解决',
    grades: {
      'three-rates': ['1 满意', '2 基本满意', '3 一般', '4 不满意'],
      'good-bad-5': ['1 非常满意', '2 满意', '3 基本满意', '4 不满意', '5 非常不满意'],
    },
    notReached: '没有访成',
    reasons: ['A 无人接听', 'J 拒访', 'K 号码错误', 'F 非本人'],
    signs: '居民签字（可不签）',
    back: '请于十日内交回。',
    nobody: '未留姓名',
    noPhone: '未留电话',
  },
  demand: {
    title: '差评整改单',
    fileName: (number) => `差评整改单-${number}`,
    about: '事项',
    provider: '承办',
    said: '评价',
    words: '居民的话',
    solved: (solved) => (solved ? '说解决了' : '说没解决'),
    until: '整改期限',
    found: '核实情况',
    done: '整改情况',
    objection: '异议',
    secret: '评价人的信息保密：本单不写是谁评的、是哪一件，任何人不得打听、报复。',
    signs: ['整改人', '复核人'],
    seal: '（盖章）',
    none: '没有留话',
  },
  draw: {
    title: '回访抽样说明',
    fileName: (month) => `回访抽样说明-${month}`,
    population: '抽样范围',
    counts: ({ closings, always, nobody, byLot, unplanned }) =>
      `本期办结 ${closings} 件：必访 ${always} 件，参加抽样 ${byLot} 件，匿名无人可问 ${nobody} 件${unplanned > 0 ? `，旧记录没有计划 ${unplanned} 件` : ''}。`,
    group: (rate, seed, of, drawn) => `比例 ${rate} %，种子 ${seed}：${of} 件里抽中 ${drawn} 件`,
    how: '抽法：对“种子/工单内部号/第几轮”做 SHA-256，前 8 位十六进制数除以 4294967296，小于抽样比例的抽中。任何人都能重算。',
    head: ['序', '编号', '办结', '种子/工单内部号/轮次', '抽签号', '结果'],
    drawn: (drawn) => (drawn ? '抽中' : '—'),
    cut: (rows, of) => `表里只印前 ${rows} 件，共 ${of} 件；全部请导出表格。`,
  },
}

const EN: RevisitPaperWords = {
  form: {
    title: 'Revisit form',
    fileName: (day) => `revisit-forms-${day}`,
    carryCopy: 'To be typed in at the station · keep it safe',
    head: (page, of) => `Page ${page} of ${of}`,
    caller: 'Asked by',
    letterTo: (name) => (name === '' ? '' : `Dear ${name},`),
    letter: (day, title) =>
      `On ${day} you told us about “${title}”. Please tell us how it went: tick the boxes and bring or send this form back, or call us.`,
    secret: 'What you say is only used to do better. Whoever handled it will not be told who gave the rating.',
    number: 'Number',
    when: 'Asked on ____ /____   ____:____',
    questions: [
      '1. Was somebody in touch with you',
      '2. Has it been solved',
      '3. How satisfied are you',
      '4. Anything else',
    ],
    yes: 'Y yes',
    no: 'N no',
    solved: 'Y solved',
    unsolved: 'N not solved',
    grades: {
      'three-rates': ['1 satisfied', '2 fairly satisfied', '3 neutral', '4 dissatisfied'],
      'good-bad-5': ['1 very satisfied', '2 satisfied', '3 fairly', '4 dissatisfied', '5 very dissatisfied'],
    },
    notReached: 'Not reached',
    reasons: ['A no answer', 'J refused', 'K wrong number', 'F somebody else'],
    signs: 'Signature (not needed)',
    back: 'Please return it within ten days.',
    nobody: 'no name left',
    noPhone: 'no number left',
  },
  demand: {
    title: 'Bad rating: to put right',
    fileName: (number) => `bad-rating-${number}`,
    about: 'Matter',
    provider: 'Handled by',
    said: 'Rating',
    words: 'In their words',
    solved: (solved) => (solved ? 'says it is solved' : 'says it is not solved'),
    until: 'Put right by',
    found: 'Verified',
    done: 'What was changed',
    objection: 'Objections, if any',
    secret:
      'The rater is kept secret: this paper names neither person nor case. Nobody may try to find out or retaliate.',
    signs: ['Put right by', 'Checked by'],
    seal: '(seal)',
    none: 'no words left',
  },
  draw: {
    title: 'The draw of revisits',
    fileName: (month) => `revisit-draw-${month}`,
    population: 'Population',
    counts: ({ closings, always, nobody, byLot, unplanned }) =>
      `Closed in this period: ${closings}; always asked ${always}, in the draw ${byLot}, anonymous ${nobody}${unplanned > 0 ? `, older records without a plan ${unplanned}` : ''}.`,
    group: (rate, seed, of, drawn) => `Rate ${rate} %, seed ${seed}: ${drawn} drawn of ${of}`,
    how: 'How: SHA-256 of “seed/internal case id/round”; the first 8 hex digits divided by 4294967296; drawn when that lies under the rate. Anybody can work it out again.',
    head: ['No.', 'Number', 'Closed', 'Seed/internal id/round', 'Lot', 'Result'],
    drawn: (drawn) => (drawn ? 'drawn' : '—'),
    cut: (rows, of) => `Only the first ${rows} of ${of} are printed; export the table for all of them.`,
  },
}

export const REVISIT_PAPER_WORDS = { 'zh-CN': ZH, en: EN } as const

/** Words of 入户走访单 alone. The digits and letters in its boxes are the keys with which it is typed in. */
import type { Urgency } from '#core/case-file/codes.ts'

/** Kinds a walker takes down, in the order of their digits: 举报 is never written on a paper that goes from door to door. */
export const WALK_PAPER_KINDS = ['consult', 'help', 'complaint', 'suggestion'] as const
/** In the order of their letters A B C. */
export const WALK_PAPER_URGENCIES = ['general', 'urgent', 'danger'] as const satisfies readonly Urgency[]

export type WalkWords = {
  readonly title: string
  readonly fileName: (number: string) => string
  readonly copy: string
  /** Head of a page. */
  readonly page: (building: string, page: number, of: number) => string
  readonly walker: string
  readonly day: string
  readonly row: (row: number) => string
  readonly time: string
  readonly nobody: string
  readonly nameless: string
  readonly request: string
  readonly kinds: Readonly<Record<(typeof WALK_PAPER_KINDS)[number], string>>
  readonly urgencies: Readonly<Record<(typeof WALK_PAPER_URGENCIES)[number], string>>
  readonly signs: string
  readonly remarks: readonly string[]
}

const ZH: WalkWords = {
  title: '入户走访单',
  fileName: (number) => `入户走访单-${number}`,
  copy: '走访后交回本站录入　注意保管',
  page: (building, page, of) => `${building}　第 ${page} 页，共 ${of} 页`,
  walker: '走访人',
  day: '　　　年　　月　　日',
  row: (row) => `第 ${row} 行`,
  time: '时间　　月　　日　　：　　',
  nobody: '□ 家中无人',
  nameless: '住户未登记：姓名　　　　　电话',
  request: '诉求',
  kinds: { consult: '咨询', help: '求助', complaint: '投诉', suggestion: '建议' },
  urgencies: { general: '一般', urgent: '紧急', danger: '危及安全' },
  signs: '签字',
  remarks: [
    '一行写一件；同一户有第二件的，写在空行里并注明门牌。居民不愿留名的，姓名空着。',
    '遇到危险先打 110、119、120，不要等回站。举报不写在本单上，请居民到站或打电话。',
  ],
}

const EN: WalkWords = {
  title: 'Walk sheet',
  fileName: (number) => `walk-sheet-${number}`,
  copy: 'To be typed in at the station · keep it safe',
  page: (building, page, of) => `${building} · page ${page} of ${of}`,
  walker: 'Walked by',
  day: 'Date ____________',
  row: (row) => `Row ${row}`,
  time: 'Time ____ /____   ____:____',
  nobody: '□ Nobody at home',
  nameless: 'Not registered: name                phone',
  request: 'Request',
  kinds: { consult: 'Question', help: 'Help', complaint: 'Complaint', suggestion: 'Suggestion' },
  urgencies: { general: 'Normal', urgent: 'Urgent', danger: 'Danger' },
  signs: 'Signature',
  remarks: [
    'One request a row; a second one of the same door goes into an empty row with the door beside it. A name is not needed.',
    'In danger call 110, 119 or 120 first. Confidential reports are not written here: by telephone or at the station.',
  ],
}

export const WALK_WORDS = { 'zh-CN': ZH, en: EN } as const

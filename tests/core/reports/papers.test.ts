import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Act } from '#core/case-file/case-file.ts'
import type { ActType } from '#core/case-file/fields.ts'
import { codeWords } from '#core/reports/code-words.ts'
import { caseListPaper, LIST_ROWS, type ListRow } from '#core/reports/papers/case-list.ts'
import { CASE_PAPERS } from '#core/reports/papers/case-papers.ts'
import { dataHeads } from '#core/reports/papers/data-heads.ts'
import { maskedName, maskedPhone, maskedPlace, maskedText } from '#core/case-file/masked.ts'
import { noticeNote, noticeOf } from '#core/reports/papers/notice-note.ts'
import { EN_PAPER_WORDS } from '#core/reports/papers/paper-words-en.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import {
  PAPER_KINDS,
  type Paper,
  type PaperCase,
  type PaperFrame,
  type PaperKind,
  type Reader,
} from '#core/reports/papers/paper.ts'

const frame = (language: 'zh-CN' | 'en' = 'zh-CN'): PaperFrame => ({
  station: '幸福里社区服务站',
  clerk: '李敏',
  printedAt: '2026-11-22T15:04:05+08:00',
  heads: 'P-1a2b3c4d',
  words: language === 'en' ? EN_PAPER_WORDS : ZH_PAPER_WORDS,
  codes: codeWords(language),
})

let written = 0
const act = <T extends ActType>(type: T, fields: object): Act =>
  ({
    id: `${type}:${(written += 1)}`,
    type,
    written: [written, ''],
    enteredAt: '2026-11-22T10:00:00+08:00',
    at: '2026-11-22T10:00:00+08:00',
    case: 'case:1',
    by: 'user:1',
    ...fields,
  }) as unknown as Act

const view = (fields: object = {}, acts: readonly Act[] = []): PaperCase => ({
  status: 'in-work',
  serviceType: 'market',
  providerNames: { 'provider:1': '安居物业' },
  userNames: { 'user:1': '李敏' },
  file: {
    id: 'case:1',
    pc: '',
    conflicts: [],
    withdrawn: [],
    acts,
    fields: {
      number: 'S0012-A-2026-00001',
      requestKind: 'help',
      channel: 'visit',
      urgency: 'general',
      raisedAt: '2026-11-22T08:10:00+08:00',
      receivedAt: '2026-11-22T08:12:30+08:00',
      dueAt: '2026-11-29T23:59:59+08:00',
      receivedBy: 'user:1',
      title: '楼道灯不亮',
      text: '我是王素兰，电话 13812342764，灯坏了一个月。',
      place: '幸福里小区3号楼2单元501',
      requesterName: '王素兰',
      requesterPhone: '13812342764',
      anonymous: false,
      ...fields,
    },
  },
})

const make = (kind: PaperKind, of: PaperCase, reader: Reader, language: 'zh-CN' | 'en' = 'zh-CN'): Paper =>
  CASE_PAPERS[kind].make(of, frame(language), reader)
/** Every word that is drawn. */
const textOf = ({ words: _words, ...paper }: Paper): string => JSON.stringify(paper)
const READERS: readonly Reader[] = ['resident', 'staff', 'outsider']
const LANGUAGES = ['zh-CN', 'en'] as const

describe('masks', () => {
  test.each([
    ['王素兰', '王**'],
    ['王兰', '王*'],
    ['欧阳娜娜', '欧阳**'],
    ['司徒', '司*'],
    ['𠮷田', '𠮷*'],
    ['幸福里业主委员会', '幸**'],
    ['Anna Smith', 'A*** S****'],
    ['', ''],
  ])('%s → %s', (name, masked) => expect(maskedName(name)).toBe(masked))

  test.each([
    ['13812342764', '138****2764'],
    ['66778899', '667****8899'],
    ['110', '***10'],
    ['', ''],
  ])('%s → %s', (phone, masked) => expect(maskedPhone(phone)).toBe(masked))

  test.each([
    ['幸福里小区3号楼2单元501', '幸福里小区***'],
    ['三里屯东街十二号楼', '三里屯东街***'],
    ['社区广场', '社区广场'],
    ['', ''],
  ])('%s → %s', (place, masked) => expect(maskedPlace(place)).toBe(masked))

  test('a typed text loses the name and every long number', () => {
    expect(maskedText('王素兰家 3 号楼漏水，电话 138-1234-2764', '王素兰', '')).toBe(
      '王**家 3 号楼漏水，电话 138****2764',
    )
  })
})

describe('who may read what', () => {
  test('the resident’s own receipt carries their name and never a whole number of theirs outside the story', () => {
    const paper = make('receipt', view({ text: '灯坏了' }), 'resident')
    expect(textOf(paper)).toContain('王素兰')
    expect(textOf(paper)).toContain('138****2764')
    expect(textOf(paper)).not.toContain('13812342764')
  })

  test.each(PAPER_KINDS)('%s for others: no name, no number, no door, no story, no answer', (kind) => {
    const told = [act('answer', { way: 'phone', content: '王素兰家的灯已修好', answeredBy: '' })]
    for (const language of LANGUAGES) {
      const text = textOf(make(kind, view({ title: '王素兰家楼道灯不亮' }, told), 'outsider', language))
      expect(text).not.toMatch(/王素兰|13812342764|501|灯坏了一个月|灯已修好/)
    }
  })

  test.each(PAPER_KINDS)(
    '%s of a report: who reported and what stands nowhere, for nobody, and nobody signs',
    (kind) => {
      fc.assert(
        fc.property(
          fc.stringMatching(/^[赵钱孙李]{2,3}$/),
          fc.stringMatching(/^13\d{9}$/),
          fc.constantFrom(...READERS),
          fc.constantFrom(...LANGUAGES),
          (name, phone, reader, language) => {
            const fields = {
              requestKind: 'report',
              reporterName: name,
              reporterPhone: phone,
              // Whatever a merge left there.
              requesterName: name,
              requesterPhone: phone,
              title: `${name}反映餐馆油烟`,
              text: `我叫${name}，电话${phone}`,
            }
            const paper = make(kind, view(fields), reader, language)
            const text = textOf(paper).replaceAll('李敏', '')
            expect(text).not.toContain(name)
            expect(text).not.toContain(phone)
            expect(text).not.toContain(frame(language).words.progress.requesterSigns)
            expect(text).not.toContain(frame(language).words.receipt.received)
          },
        ),
        { numRuns: 100 },
      )
    },
  )

  test('an anonymous requester is asked for no signature', () => {
    const text = textOf(make('receipt', view({ anonymous: true, requesterName: '', requesterPhone: '' }), 'resident'))
    expect(text).toContain('匿名')
    expect(text).not.toContain('诉求人签收')
  })
})

describe('progress slip', () => {
  const acts = [
    act('classification', { serviceType: 'market', category: '维修', reason: '内部理由' }),
    act('referral', {
      provider: 'provider:1',
      serviceType: 'market',
      way: 'dispatch',
      reason: '内部理由',
      demand: '内部要求',
    }),
    act('contact', { kind: 'first-contact', way: 'phone', reached: true, note: '内部备注' }),
    act('contact', { kind: 'note', way: 'system', reached: true, note: '内部备注' }),
    act('contact', { kind: 'progress', way: 'phone', reached: false, note: '内部备注' }),
    act('finding', { verdict: 'to-rectify', demand: '内部督查' }),
    act('viewing', { what: 'phone' }),
    act('answer', { way: 'phone', content: '灯明天修好', answeredBy: '' }),
  ]
  const rows = (paper: Paper): readonly (readonly string[])[] =>
    paper.parts.flatMap((part) => (part.kind === 'table' ? part.rows : []))

  test('tells what was done, and nothing that staff wrote for themselves', () => {
    const paper = make('progress', view({}, acts), 'resident')
    expect(rows(paper).map(([, step]) => step)).toEqual(['受理', '派单', '联系', '联系', '答复'])
    expect(rows(paper).at(-1)![2]).toBe('电话答复：灯明天修好')
    expect(textOf(paper)).not.toContain('内部')
  })

  test('a matter that goes up is reported up, never dispatched', () => {
    const up = view({}, [act('referral', { provider: 'provider:1', serviceType: 'administrative', way: 'report-up' })])
    const paper = make('progress', { ...up, serviceType: 'administrative', status: 'dispatched' }, 'resident')
    expect(rows(paper)[1]!.slice(1)).toEqual(['上报', '已上报安居物业。'])
    expect(textOf(paper)).not.toContain('派')
  })
})

describe('one-time notice', () => {
  const item = fc.stringMatching(/^[一-龥A-Za-z（）]{1,30}$/)

  test('what was told is read back from the record', () => {
    const until = fc.constantFrom('', '2026-11-27')
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 30 }),
        until,
        fc.constantFrom(...LANGUAGES),
        (items, day, language) => {
          expect(noticeOf(noticeNote({ items, until: day }, frame(language).words))).toEqual({ items, until: day })
        },
      ),
    )
  })

  test.each(['', '备注', '1. 身份证', '一次性告知'])('%j is another note', (note) => expect(noticeOf(note)).toBeNull())

  test('the paper lists the last one, numbered', () => {
    const note = (items: readonly string[]): string => noticeNote({ items, until: '2026-11-27' }, ZH_PAPER_WORDS)
    const told = (items: readonly string[]): Act =>
      act('contact', { kind: 'progress', way: 'face-to-face', reached: true, note: note(items) })
    const paper = make('notice', view({}, [told(['户口簿']), told(['身份证', '房产证'])]), 'resident')
    const table = paper.parts.find((part) => part.kind === 'table')
    expect(table?.rows).toEqual([
      ['1', '身份证', '□'],
      ['2', '房产证', '□'],
    ])
    expect(textOf(paper)).toContain('请于2026年11月27日前补齐')
  })
})

describe('list', () => {
  const row = (i: number, more: Partial<ListRow> = {}): ListRow => ({
    id: `case:${i}`,
    number: `S0012-A-2026-${i}`,
    title: '王素兰家楼道灯不亮',
    requester: '王素兰',
    place: '幸福里3号楼',
    requestKind: 'help',
    channel: 'visit',
    urgency: 'general',
    status: 'in-work',
    serviceType: 'administrative',
    provider: null,
    providerName: '街道办事处',
    handler: null,
    category: '',
    placeId: null,
    person: null,
    pc: null,
    joined: '',
    receivedAt: '2026-11-22T08:12:30+08:00',
    dueAt: null,
    paused: false,
    extensions: 0,
    urgeAt: null,
    superviseAt: null,
    replyBy: null,
    duty: 'none',
    waiting: null as never,
    nextAt: null,
    reopened: false,
    disputed: false,
    rating: 'none',
    ...more,
  })
  const table = (paper: Paper) => paper.parts.find((part) => part.kind === 'table')!

  test('masked for others; a report names nobody to anybody', () => {
    const list = { rows: [row(1), row(2, { requestKind: 'report' })], total: 2, filters: ['未办结'] }
    expect(textOf(caseListPaper(list, frame(), 'outsider'))).not.toContain('王素兰')
    const rows = table(caseListPaper(list, frame(), 'staff')).rows
    expect(rows.map((cells) => cells[4])).toEqual(['王素兰', '—'])
    expect(rows[0]!).toHaveLength(10)
  })

  test('a long list says that it is cut', () => {
    const rows = Array.from({ length: LIST_ROWS + 5 }, (_, i) => row(i))
    const paper = caseListPaper({ rows, total: 100_000, filters: [] }, frame(), 'staff')
    expect(table(paper).rows).toHaveLength(LIST_ROWS)
    expect(textOf(paper)).toContain(`本清单为前 ${LIST_ROWS} 件，全部 100000 件请导出表格`)
  })

  test.each(LANGUAGES)('%s: widths fill the sheet, one for every column', (language) => {
    const { head, widths } = table(caseListPaper({ rows: [], total: 0, filters: [] }, frame(language), 'staff'))
    expect(widths).toHaveLength(head.length)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(100)
  })
})

test('data heads: scope letter and eight hex digits, in one order, the rest counted', () => {
  const head = (id: string) => ({ n: 3, id })
  expect(dataHeads({ 'd1/shared': head('AQIDBAUG'), 'd1/private': head('_____w') })).toBe('P-ffffffff S-01020304')
  const many = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`d${i}/private`, head('AQIDBA')]))
  expect(dataHeads(many).split(' ')).toHaveLength(9)
  expect(dataHeads(many)).toMatch(/ \+2$/)
})

/** Monthly report, letters, gap report and notice: what they say is what was counted, and nobody is named who is not theirs to name. */
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeDocx } from '#core/document/write-docx.ts'
import { monthOf, type Period } from '#core/figures/period.ts'
import { rateText } from '#core/figures/rates.ts'
import { fromUtf8 } from '#core/lib/bytes.ts'
import { gapPaper, gapSheets } from '#core/reports/gap-report.ts'
import { certificatesPaper, certificatesSheet, lettersPaper, lettersSheet } from '#core/reports/letters.ts'
import { periodAbout } from '#core/reports/period-about.ts'
import { monthlyPaper, monthlySheets } from '#core/reports/monthly-report.ts'
import { outgoingWords } from '#core/reports/outgoing-words.ts'
import { paperDocument } from '#core/reports/paper-document.ts'
import type { Paper } from '#core/reports/papers/paper.ts'
import { noticePaper, noticeSheets } from '#core/reports/public-notice.ts'
import { yuanText } from '#core/lib/yuan.ts'
import { LEAST, withoutSmall } from '#core/reports/small-numbers.ts'
import { writeXlsx, type SheetToWrite } from '#core/sheet/write-sheet.ts'
import { demoBook, factsOfBook, frameIn, HEADS, NOW } from './demo-papers.ts'

const MONTH = monthOf('2026-03-01')
const YEAR: Period = { from: '2025-04-01T00:00:00+08:00', until: '2026-04-01T00:00:00+08:00' }
const LANGUAGES = ['zh-CN', 'en'] as const

/** Every word that is drawn. */
const textOf = ({ words: _words, ...paper }: Paper): string => JSON.stringify(paper)
const textIn = async (paper: Paper): Promise<string> => {
  const files = unzipSync(await writeDocx(paperDocument(paper, NOW)))
  return Object.entries(files).filter(([name]) => /\.(?:xml|rels)$/.test(name)).map(([, bytes]) => fromUtf8(bytes)).join('\n') // prettier-ignore
}
const sheetText = (sheets: readonly SheetToWrite[]): string =>
  Object.values(unzipSync(writeXlsx(sheets))).map((bytes) => fromUtf8(bytes)).join('\n') // prettier-ignore

let world: Awaited<ReturnType<typeof factsOfBook>>
let year: typeof world
beforeAll(async () => {
  const book = await demoBook()
  world = await factsOfBook(book, MONTH, 'zh-CN')
  year = await factsOfBook(book, YEAR, 'zh-CN')
}, 60_000)

describe('月报', () => {
  test('prints period, weights, filters, counts, data heads and when it was made', () => {
    for (const language of LANGUAGES) {
      const text = textOf(monthlyPaper(world.facts, frameIn(language)))
      const { cases, rounds, valid } = world.facts.figures.stamp.counts
      expect(text).toContain(HEADS)
      expect(text).toMatch(language === 'en' ? /2026-03-01 00:00 to 2026-04-01 00:00/ : /2026年3月1日00:00 至 2026年4月1日00:00/) // prettier-ignore
      expect(text).toMatch(language === 'en' ? /response × 0\.1 .*0\.9 × basically/ : /响应率×0\.1＋满意率×0\.4＋解决率×0\.5.*0\.9×基本满意/) // prettier-ignore
      expect(text).toContain(language === 'en' ? 'None: all cases' : '不筛选')
      expect(text).toContain(language === 'en' ? `${cases} cases, ${rounds} rounds; ${valid} valid` : `工单 ${cases} 件、办理 ${rounds} 轮；有效回访 ${valid} 次`) // prettier-ignore
      expect(text).toMatch(language === 'en' ? /2026, issue 3/ : /2026年第3期/)
      expect(text).toContain(language === 'en' ? '2026' : '2026年4月1日 15:20')
    }
  })

  test('its sentences and its tables say what the figures say', () => {
    const { figures, more } = world.facts
    const { counts: n, rates, inTime } = figures.all
    // A month in which nothing happened would show nothing.
    expect(n.received).toBeGreaterThan(10)
    expect(rates.valid).toBeGreaterThan(0)
    const paper = monthlyPaper(world.facts, frameIn('zh-CN'))
    const text = textOf(paper)
    expect(text).toContain(`受理诉求 ${n.received} 件`)
    expect(text).toContain(`按时办结率 ${rateText(inTime)}`)
    expect(text).toContain(`有效回访 ${rates.valid} 次：已联系 ${rates.contacted} 次，响应率 ${rateText(rates.response)}；已解决 ${rates.solved} 次，解决率 ${rateText(rates.solution)}`) // prettier-ignore
    expect(text).toContain(`满意 ${rates.satisfied} 次、基本满意 ${rates.basically} 次，满意率 ${rateText(rates.satisfaction)}。综合得分 ${rateText(rates.score, '')}`) // prettier-ignore
    expect(text).toContain(`期末未办结 ${n.open} 件，其中超期 ${n.overdue} 件`)
    const { bad } = more
    expect(bad.all).toBe(bad.putRight + bad.setAside + bad.notPutRight + bad.inWork)
    expect(more.late).toHaveLength(n.overdue)
    const table = (title: string) =>
      paper.parts.flatMap((part) => (part.kind === 'table' && part.head[0] === title ? [part.rows] : []))[0]!
    for (const [title, groups] of [
      ['服务类型', figures.groups.type],
      ['小区', figures.groups.place],
      ['事项大类', figures.groups.level1],
      ['承办单位', figures.groups.provider],
    ] as const) {
      // prettier-ignore
      const rows = table(title)
      expect(rows).toHaveLength(groups.length + 1)
      groups.forEach((group, i) =>
        expect(rows[i]!.slice(1)).toEqual([
          String(group.counts.received),
          String(group.counts.closed),
          String(group.counts.open),
          String(group.counts.overdue),
          rateText(group.inTime),
          String(group.rates.valid),
          rateText(group.rates.response),
          rateText(group.rates.solution),
          rateText(group.rates.satisfaction),
          rateText(group.rates.score, ''),
        ]),
      )
      // Every round stands in exactly one group.
      for (const column of [1, 2, 3, 4, 6])
        expect(rows.slice(0, -1).reduce((sum, row) => sum + Number(row[column]), 0)).toBe(Number(rows.at(-1)![column]))
    }
  })

  test('the spreadsheet has the same tables, and its numbers are numbers', () => {
    const sheets = monthlySheets(world.facts, frameIn('zh-CN'))
    const provider = sheets.find(({ name }) => name === '承办单位')!
    expect(provider.columns.map(({ kind }) => kind)).toEqual(['text', ...Array.from({ length: 10 }, () => 'number')])
    expect(provider.rows.map((row) => row[1])).toEqual([
      ...world.facts.figures.groups.provider.map(({ counts }) => counts.received),
      world.facts.figures.all.counts.received,
    ])
    expect(sheets[0]!.rows.flat().join(' ')).toContain(HEADS)
  })

  test('without a valid revisit there is no rate but "—"', async () => {
    const none = await factsOfBook(await demoBook(), { from: '2030-01-01T00:00:00+08:00', until: '2030-02-01T00:00:00+08:00' }, 'zh-CN') // prettier-ignore
    const text = textOf(monthlyPaper(none.facts, frameIn('zh-CN')))
    expect(text).toContain('本期没有有效回访')
    expect(text).not.toMatch(/NaN|undefined|null%/)
  })
})

describe('who stands on a paper that leaves the station', () => {
  test('nobody’s name, number or door of the station: looked for in every file, in both languages', async () => {
    const { names, phones, doors } = year.secret
    expect(names.length).toBeGreaterThan(300)
    expect(phones.length).toBeGreaterThan(300)
    expect(doors.length).toBeGreaterThan(50)
    for (const language of LANGUAGES) {
      const frame = frameIn(language)
      const about = periodAbout(YEAR, language)
      const parts = { helpers: year.helpers, about, frame }
      const papers = [monthlyPaper(year.facts, frame), gapPaper(year.facts, frame), noticePaper(year.open, frame), lettersPaper(parts), certificatesPaper(parts)] // prettier-ignore
      const files = [
        ...(await Promise.all(papers.flatMap((paper) => (paper ? [textIn(paper)] : [])))),
        sheetText([...monthlySheets(year.facts, frame)]),
        sheetText(gapSheets(year.facts, frame)),
        sheetText(noticeSheets(year.open, frame)),
        sheetText([lettersSheet(parts), certificatesSheet(parts)]),
      ]
      for (const file of files) {
        expect(file.length).toBeGreaterThan(1_000)
        expect(phones.filter((phone) => file.includes(phone))).toEqual([])
        expect(doors.filter((door) => file.includes(door))).toEqual([])
        expect(names.filter((name) => file.includes(name))).toEqual([])
        expect(file).not.toMatch(/\d+号楼\s*\d+单元/)
      }
    }
  }, 60_000)

  test('words that were typed lose names, long numbers and doors', () => {
    const names = new Set(['王素兰', '𠮷田', '李 明'])
    expect(outgoingWords('陪王素兰看病，住槐树里3号楼2单元501，电话13812342764', names)).toBe(
      '陪王**看病，住槐树里***，电话138****2764',
    )
    expect(outgoingWords('住３号楼２单元５０１，电话１３８１２３４２７６４', names)).toBe('住***，电话138****2764')
    expect(outgoingWords('给𠮷田送饭', names)).toBe('给𠮷*送饭')
    expect(outgoingWords('清扫 3 次，12 人', names)).toBe('清扫 3 次，12 人')
  })
})

describe('办理结果公示', () => {
  const sum = (groups: readonly { count: number }[]): number => groups.reduce((all, { count }) => all + count, 0)

  test('a group of fewer than three goes into 其他, with as many more as it takes', () => {
    const of = (...counts: number[]) => counts.map((count, i) => ({ name: `g${i}`, count }))
    expect(withoutSmall(of(9, 2, 1), '其他')).toEqual([{ name: 'g0', count: 9 }, { name: '其他', count: 3 }]) // prettier-ignore
    // One of them alone would be told by the sum: the next smallest goes with it.
    expect(withoutSmall(of(9, 4, 1), '其他')).toEqual([{ name: 'g0', count: 9 }, { name: '其他', count: 5 }]) // prettier-ignore
    expect(withoutSmall(of(5, 4, 3), '其他')).toEqual(of(5, 4, 3))
    expect(withoutSmall(of(1, 1), '其他')).toEqual([])
    expect(withoutSmall([], '其他')).toEqual([])
    for (let n = 1; n < 300; n++) {
      const groups = of(...Array.from({ length: 1 + (n % 6) }, (_, i) => (n * (i + 3)) % 8))
      const shown = withoutSmall(groups, '其他')
      for (const { count } of shown) expect(count).toBeGreaterThanOrEqual(LEAST)
      expect([0, sum(groups)]).toContain(sum(shown))
      expect(sum(shown) === 0).toBe(sum(groups) < LEAST)
    }
  })

  test('no group on the demonstration’s notice is smaller, sums are whole, and 举报 is not in it', () => {
    const paper = noticePaper(world.open, frameIn('zh-CN'))
    const tables = paper.parts.flatMap((part) => (part.kind === 'table' ? [part.rows] : []))
    expect(tables.length).toBeGreaterThan(2)
    for (const rows of tables) for (const [, count] of rows) expect(Number(count)).toBeGreaterThanOrEqual(LEAST)
    const reports = world.rounds.filter(({ requestKind, receivedAt }) => requestKind === 'report' && receivedAt >= MONTH.from && receivedAt < MONTH.until) // prettier-ignore
    expect(world.open.figures.all.counts.received).toBe(
      world.facts.figures.all.counts.received - reports.filter(({ round }) => round === 1).length,
    )
    const text = textOf(paper)
    expect(text).not.toContain('举报人')
    expect(text).not.toMatch(/S\d{4}-[A-Z]-\d{4}-\d+/)
  })
})

test('money is written with its fen', () => {
  expect([0, 5, 123, 123_450, 100_000_000, -250].map(yuanText)).toEqual(['0.00', '0.05', '1.23', '1,234.50', '1,000,000.00', '-2.50']) // prettier-ignore
})

test('a period is called by its quarter or month', () => {
  const about = (from: string, until: string): string => periodAbout({ from: `${from}T00:00:00+08:00`, until: `${until}T00:00:00+08:00` }, 'zh-CN') // prettier-ignore
  expect(about('2026-07-01', '2026-10-01')).toBe('2026年第3季度')
  expect(about('2026-10-01', '2027-01-01')).toBe('2026年第4季度')
  expect(about('2026-08-01', '2026-11-01')).toBe('2026-08-01至2026-10-31')
  expect(about('2026-09-01', '2026-10-01')).toBe('2026年9月')
  expect(about('2026-01-01', '2027-01-01')).toBe('2026年')
})

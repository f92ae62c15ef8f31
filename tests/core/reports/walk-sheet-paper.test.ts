/** The paper that goes from door to door: what stands on it, and what must not. */
import { expect, test } from 'vitest'
import { codeWords } from '#core/reports/code-words.ts'
import { EN_PAPER_WORDS } from '#core/reports/papers/paper-words-en.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import type { PaperFrame } from '#core/reports/papers/paper.ts'
import { walkSheetPaper } from '#core/reports/papers/walk-sheet.ts'

const frame = (words: PaperFrame['words']): PaperFrame => ({
  station: '槐树里社区服务站',
  clerk: '受理员甲',
  printedAt: '2026-03-02T09:00:00+08:00',
  heads: 'P-00000000',
  words,
  codes: codeWords(words.language),
})
const door = (i: number) => ({
  words: `1单元${i}01`,
  name: i === 0 ? '王素兰' : '',
  phone: i === 0 ? '13812342764' : '',
})
const doors = Array.from({ length: 8 }, (_, i) => door(i))
const paper = walkSheetPaper({ number: '2026-0007', name: '槐树里3号楼' }, doors, frame(ZH_PAPER_WORDS))
const pages = paper.parts.flatMap((part) => (part.kind === 'doors' ? [part] : []))

test('six doors a page; sheet number, page and row number stand on it', () => {
  expect(paper.number).toBe('2026-0007')
  expect(pages.map(({ rows }) => rows.length)).toEqual([6, 2])
  expect(pages.map(({ head }) => head)).toEqual(['槐树里3号楼　第 1 页，共 2 页', '槐树里3号楼　第 2 页，共 2 页'])
  expect(pages[1]!.rows.map(({ row }) => row)).toEqual(['第 7 行', '第 8 行'])
})

test('王** style masking is for prints for outsiders: a name and a number on it are never whole', () => {
  const whole = JSON.stringify(paper)
  expect(whole).not.toContain('素兰')
  expect(whole).not.toContain('13812342764')
  expect(pages[0]!.rows[0]!.who).toBe('王**　138****2764')
  expect(pages[0]!.rows[1]!.who).toContain('未登记')
})

test('kind and urgency are ticked in boxes whose keys type them in; 举报 has no box', () => {
  const [kinds, urgencies] = pages[0]!.rows[0]!.boxes
  expect(kinds).toBe('□ 1 咨询　□ 2 求助　□ 3 投诉　□ 4 建议')
  expect(urgencies).toBe('□ A 一般　□ B 紧急　□ C 危及安全')
})

test('in English too', () => {
  const english = walkSheetPaper({ number: '2026-0007', name: 'Building 3' }, doors, frame(EN_PAPER_WORDS))
  expect(english.title).toBe('Walk sheet')
  expect(JSON.stringify(english.parts)).not.toMatch(/第|咨询/)
})

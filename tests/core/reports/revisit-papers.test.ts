/** 回访单, 差评整改单, 抽样说明: what stands on them, and what must not. */
import { expect, it } from 'vitest'
import { codeWords } from '#core/reports/code-words.ts'
import { badRatingPaper } from '#core/reports/papers/bad-rating-demand.ts'
import { EN_PAPER_WORDS } from '#core/reports/papers/paper-words-en.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import type { PaperFrame } from '#core/reports/papers/paper.ts'
import { DRAW_ROWS, revisitDrawPaper } from '#core/reports/papers/revisit-draw.ts'
import { FORMS_A_PAGE, revisitFormPaper, type FormToPrint } from '#core/reports/papers/revisit-form.ts'

const frame = (language: 'zh-CN' | 'en' = 'zh-CN'): PaperFrame => ({
  station: '槐树里社区服务站',
  clerk: '甲',
  printedAt: '2026-11-23T09:00:00+08:00',
  heads: 'aaaaaaaa',
  words: language === 'en' ? EN_PAPER_WORDS : ZH_PAPER_WORDS,
  codes: codeWords(language),
})
const forms = Array.from(
  { length: 9 },
  (_, i): FormToPrint => ({ number: `S0012-A-2026-0000${i}`, title: '路灯不亮', name: '王素兰', phone: '13812342764', place: '3号楼', receivedAt: '2026-11-02T09:00:00+08:00', provider: '安居维修' }),
) // prettier-ignore

it.each(['zh-CN', 'en'] as const)(
  'four forms a page to carry; one a page to post, which names no number: %s',
  (language) => {
    const carried = revisitFormPaper(forms, 'carry', frame(language))
    const pages = carried.parts.filter((part) => part.kind === 'revisits')
    expect(pages.map(({ rows }) => rows.length)).toEqual([FORMS_A_PAGE, FORMS_A_PAGE, 1])
    expect(JSON.stringify(carried)).toContain('13812342764')
    const posted = revisitFormPaper(forms, 'post', frame(language))
    expect(posted.parts.filter(({ kind }) => kind === 'next')).toHaveLength(8)
    expect(JSON.stringify(posted)).not.toContain('13812342764')
    // Every form bears the keys with which it is typed in: 1-4, Y, N.
    for (const paper of [carried, posted]) expect(JSON.stringify(paper)).toMatch(/□ Y.*□ N.*□ 1.*□ 4/)
  },
)

it('a demand to put right names neither the resident nor the case', () => {
  const paper = badRatingPaper(
    { number: 'CP-3F9A21', about: '公共照明', provider: '安居维修', grade: '不满意', solved: false, words: '还是不亮', dueAt: '2026-11-30T23:59:59+08:00', found: '属实', done: '' },
    frame(),
  ) // prettier-ignore
  const words = JSON.stringify(paper)
  for (const said of ['CP-3F9A21', '还是不亮', '2026年11月30日']) expect(words).toContain(said)
  expect(words).not.toMatch(/S0012-A|王素兰|138/)
})

it('the draw with population, rate, seed and list; a long one says what is left out', () => {
  const row = { number: 'S0012-A-2026-00001', at: '2026-11-02T09:00:00+08:00', seed: '1', case: 'case:0190', round: 1, digits: '3f9a21c0', drawn: true } // prettier-ignore
  const draw = { month: '2026-11', closings: 1_300, always: 90, nobody: 10, byLot: 1_200, unplanned: 0, groups: [{ rate: 20, seed: '1', of: 1_200, drawn: 240 }], rows: Array.from({ length: DRAW_ROWS + 200 }, () => row) } // prettier-ignore
  const words = JSON.stringify(revisitDrawPaper(draw, frame()))
  for (const said of ['比例 20 %，种子 1：1200 件里抽中 240 件', '1/case:0190/1', '3f9a21c0', '前 1000 件，共 1200 件']) expect(words).toContain(said) // prettier-ignore
})

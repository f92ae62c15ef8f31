/** Any paper as a Word file: the same words in the same order as on the printed sheet. */
import type { WordDocument, WordPart } from '../document/word-document.ts'
import { BugError } from '../lib/assert.ts'
import type { Moment } from '../lib/time.ts'
import type { Paper, PaperPart, PaperSheet } from './papers/paper.ts'
import type { PaperWords } from './papers/paper-words.ts'

export const paperDocument = (paper: Paper, madeAt: Moment): WordDocument => ({
  language: paper.words.language,
  landscape: paper.landscape,
  head: headOf(paper, paper.words),
  parts: paper.parts.flatMap((part) => wordParts(part, paper.words)),
  foot: { ...paper.foot, page: paper.words.page },
  madeAt,
})

const headOf = ({ station, title, number, copy }: PaperSheet, words: PaperWords): WordDocument['head'] => ({
  station,
  title,
  copy,
  number: number && words.number(number),
})

const sheetParts = (sheet: PaperSheet, words: PaperWords): WordPart[] => [
  { kind: 'sheet', head: headOf(sheet, words) },
  ...sheet.parts.flatMap((part) => wordParts(part, words)),
]

const evenly = (columns: number): number[] => Array.from({ length: columns }, () => 1)

function wordParts(part: PaperPart, words: PaperWords): WordPart[] {
  switch (part.kind) {
    case 'letter':
      return [
        ...(part.to ? [{ kind: 'paragraph', text: part.to, indented: false } as const] : []),
        { kind: 'paragraph', text: part.text, indented: part.to !== '' },
      ]
    case 'heading':
      return [part]
    case 'text':
      return part.paragraphs.map((text) => ({ kind: 'paragraph', text, indented: true }))
    case 'boxes':
      return [part]
    case 'road': {
      const all = part.steps.map((_, i) => i)
      const head = part.steps.map(({ name }) => name)
      const days = part.steps.map(({ day }) => day)
      return [{ kind: 'table', caption: '', head, widths: evenly(all.length), centred: all, right: [], rows: [days] }]
    }
    case 'table':
      return [{ ...part, caption: part.caption ?? '', right: part.right ?? [] }]
    case 'remarks':
      return [{ ...part, kind: 'lines' }]
    case 'signing':
      return [{ ...part, seal: part.seal && words.signed.seal, date: words.signed.date }]
    // Forms to be written on by hand, and what hangs on a wall: printed only, no screen offers them as a file.
    case 'doors':
    case 'revisits':
    case 'poster':
      throw new BugError(`${part.kind}: no Word file`)
    case 'next':
    case 'stub':
      return sheetParts(part.sheet, words)
  }
}

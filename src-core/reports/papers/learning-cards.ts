/** 典型案例 and 政策卡片 as a booklet. Neither says who asked, nor which case it was. */
import type { ModelCase, PolicyCard } from '#core/learning/fields.ts'
import { footOf, type Paper, type PaperFrame, type PaperPart } from './paper.ts'

/** To add a word: in both. */
const WORDS = {
  'zh-CN': {
    models: '典型案例',
    policies: '政策卡片',
    situation: '情况：',
    done: '办法：',
    result: '结果：',
    learnt: '体会：',
    source: '依据：',
    until: (day: string) => `有效期至 ${day}`,
    comma: '，',
  },
  en: {
    models: 'Model cases',
    policies: 'Policy cards',
    situation: 'Situation: ',
    done: 'What was done: ',
    result: 'Result: ',
    learnt: 'Learnt: ',
    source: 'Source: ',
    until: (day: string) => `valid until ${day}`,
    comma: ', ',
  },
} as const

export type CardsToPrint =
  | { readonly kind: 'models'; readonly rows: readonly Pick<ModelCase, 'title' | 'situation' | 'done' | 'result' | 'learnt'>[] }
  | { readonly kind: 'policies'; readonly rows: readonly Pick<PolicyCard, 'title' | 'text' | 'source' | 'number' | 'date' | 'until'>[] } // prettier-ignore

export function learningPaper(cards: CardsToPrint, frame: PaperFrame): Paper {
  const { words } = frame
  const own = WORDS[words.language]
  const lines = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '')
  const parts: PaperPart[] =
    cards.kind === 'models'
      ? cards.rows.flatMap((card, i) => [
          { kind: 'heading', text: `${i + 1}. ${card.title}` },
          {
            kind: 'text',
            paragraphs: (['situation', 'done', 'result', 'learnt'] as const).flatMap((part) =>
              card[part] === '' ? [] : lines(own[part] + card[part]),
            ),
          },
        ])
      : cards.rows.flatMap((card, i) => [
          { kind: 'heading', text: `${i + 1}. ${card.title}` },
          {
            kind: 'text',
            paragraphs: [
              ...lines(card.text),
              own.source + [card.source, card.number, words.day(card.date), card.until && own.until(card.until)].filter(Boolean).join(own.comma), // prettier-ignore
            ],
          },
        ])
  return {
    station: frame.station,
    title: own[cards.kind],
    number: '',
    copy: '',
    landscape: false,
    fileName: `${own[cards.kind]}-${frame.printedAt.slice(0, 10)}`,
    words,
    foot: footOf(frame),
    parts,
  }
}

/** 差评整改单, for whoever was rated: what was said and until when it is put right, never who said it nor of which case (DOMAIN §7.4). */
import type { Moment } from '#core/lib/time.ts'
import { footOf, type Paper, type PaperFrame } from './paper.ts'
import { REVISIT_PAPER_WORDS } from './revisit-words.ts'

export type DemandToPrint = {
  /** 差评编号. */
  readonly number: string
  readonly about: string
  readonly provider: string
  readonly grade: string
  readonly solved: boolean
  readonly words: string
  readonly dueAt: Moment | null
  readonly found: string
  readonly done: string
}

export function badRatingPaper(demand: DemandToPrint, frame: PaperFrame): Paper {
  const { words, station } = frame
  const own = REVISIT_PAPER_WORDS[words.language].demand
  return {
    station,
    title: own.title,
    number: demand.number,
    copy: '',
    landscape: false,
    fileName: own.fileName(demand.number),
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'boxes',
        rows: [
          [
            { label: own.about, value: demand.about },
            { label: own.provider, value: demand.provider },
          ],
          [
            { label: own.said, value: `${demand.grade}　${own.solved(demand.solved)}` },
            { label: own.until, value: demand.dueAt === null ? '' : words.limit(demand.dueAt) },
          ],
          [{ label: own.words, value: demand.words || own.none }],
          [{ label: own.found, value: demand.found, blank: 24 }],
          [{ label: own.done, value: demand.done, blank: 56 }],
          [{ label: own.objection, value: '', blank: 32 }],
        ],
      },
      { kind: 'remarks', title: '', lines: [own.secret] },
      { kind: 'signing', places: own.signs, seal: own.seal, station },
    ],
  }
}

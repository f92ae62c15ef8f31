/**
 * 督办单: what is demanded and by when; below the cut the slip with the answer. Of a 挂牌 or 约谈 also when, where and who was
 * there. One sheet for every order of the case that is not closed; when all are, for the last one.
 */
import type { CaseFile } from '#core/case-file/case-file.ts'
import { supervisionOf } from '#core/case-file/supervised.ts'
import { ORDER_WORDS } from './order-words.ts'
import { footOf, type Box, type Paper, type PaperCase, type PaperFrame, type PaperPart, type PaperSheet, type Reader } from './paper.ts' // prettier-ignore
import { maskedWords } from './shown-person.ts'
import { SUPERVISION_WORDS } from './supervision-words.ts'

type Standing = ReturnType<typeof supervisionOf>[number]

export const hasSupervision = (file: CaseFile): boolean => supervisionOf(file).length > 0

export function supervisionOrderPaper({ file }: PaperCase, frame: PaperFrame, reader: Reader): Paper {
  const words = SUPERVISION_WORDS[frame.words.language]
  const all = supervisionOf(file)
  const unsettled = all.filter(({ stands }) => stands.state !== 'accepted')
  const [first, ...others] = (unsettled.length > 0 ? unsettled : all.slice(-1)).map((one) => sheetOf(one, file, frame, reader)) // prettier-ignore
  const sheet = first ?? { station: frame.station, title: words.title, number: '', copy: '', parts: [] }
  return {
    ...sheet,
    parts: [...sheet.parts, ...others.map((next): PaperPart => ({ kind: 'next', sheet: next }))],
    landscape: false,
    fileName: `${words.title}-${file.fields.number ?? ''}`,
    words: frame.words,
    foot: footOf(frame),
  }
}

function sheetOf({ order, steps, stands }: Standing, file: CaseFile, frame: PaperFrame, reader: Reader): PaperSheet {
  const words = SUPERVISION_WORDS[frame.words.language]
  const { moment, limit, none } = frame.words
  const { capacity } = ORDER_WORDS[frame.words.language]
  const told = (text: string): string => (reader === 'outsider' ? maskedWords(file, text) : text)
  const held = steps.findLast(({ step }) => step === 'held')
  const answer = stands.unjudged ?? steps.findLast(({ step }) => step === 'answered') ?? null
  const box = (label: keyof typeof words.label, value: string): Box => ({
    label: words.label[label],
    value: value || none,
  })
  const number = order.number || file.fields.number || ''
  const stub: PaperSheet = {
    station: frame.station,
    title: words.slip,
    number,
    copy: '',
    parts: [
      {
        kind: 'boxes',
        rows: [
          answer ? [box('answer', told(answer.note))] : [{ label: words.label.answer, value: '', blank: 32 }],
          [
            box('answeredAt', answer ? moment(answer.at) : ''),
            box('answeredAs', answer?.capacity ? capacity[answer.capacity] : ''),
          ],
        ],
      },
      { kind: 'signing', places: [words.signs[1]], seal: words.seal, station: frame.station },
    ],
  }
  return {
    station: order.from || frame.station,
    title: words.title,
    number,
    copy: words.kind[order.kind],
    parts: [
      { kind: 'letter', to: frame.words.to(order.to), text: words.asks(limit(stands.dueAt)) },
      {
        kind: 'boxes',
        rows: [
          [box('case', file.fields.number ?? ''), box('trigger', words.trigger[order.trigger])],
          [box('matter', told(file.fields.title ?? ''))],
          [box('demand', told(order.demand))],
          [box('at', moment(order.at)), box('due', limit(stands.dueAt))],
          ...(order.kind === 'daily'
            ? []
            : [
                [box(order.kind, [held ? moment(held.at) : order.heldAt ? moment(order.heldAt) : '', held?.place ?? order.heldPlace].filter(Boolean).join(' · '))] as const, // prettier-ignore
                [held?.attendance ? box('attendance', told(held.attendance)) : { label: words.label.attendance, value: '', blank: 10 }] as const, // prettier-ignore
              ]),
        ],
      },
      { kind: 'signing', places: [words.signs[0]], seal: words.seal, station: order.from || frame.station },
      { kind: 'stub', along: words.cutAlong(number), sheet: stub },
    ],
  }
}

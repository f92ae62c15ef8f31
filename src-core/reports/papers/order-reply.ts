/** 12345 工单答复单: the answer of an order in the order's own terms, to be signed, sealed and sent back. */
import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import { footOf, type Paper, type PaperCase, type PaperFrame, type Reader } from './paper.ts'
import { maskedWords, shownPerson } from './shown-person.ts'

export function orderReplyPaper(view: PaperCase, frame: PaperFrame, reader: Reader): Paper {
  const { words, station } = frame
  const { label, orderReply, none } = words
  const { fields } = view.file
  const person = shownPerson(view.file, reader, words)
  const number = fields.orderNumber ?? ''
  const answer = actsOf(currentRound(view.file), 'answer').at(-1)
  return {
    station,
    title: orderReply.title,
    number: fields.number ?? '',
    copy: '',
    landscape: false,
    fileName: `${orderReply.fileName}-${number}`,
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'boxes',
        rows: [
          [
            { label: orderReply.number, value: number || none },
            { label: orderReply.at, value: fields.orderAt ? words.moment(fields.orderAt) : none },
          ],
          [
            { label: label.requester, value: person.name || none },
            { label: orderReply.due, value: fields.orderDueAt ? words.limit(fields.orderDueAt) : none },
          ],
          [{ label: label.place, value: person.place || none }],
          [{ label: label.title, value: person.title || none }],
          ...(fields.orderDemand
            ? [
                [
                  {
                    label: orderReply.demand,
                    value: reader === 'outsider' ? maskedWords(view.file, fields.orderDemand) : fields.orderDemand,
                  },
                ] as const,
              ]
            : []),
          [
            { label: orderReply.answeredAt, value: answer ? words.moment(answer.at) : none },
            { label: orderReply.way, value: answer ? words.way[answer.way] : none },
          ],
          [
            {
              label: orderReply.answer,
              value: answer ? (reader === 'outsider' ? words.withheld : answer.content) : none,
              blank: 60,
            },
          ],
        ],
      },
      { kind: 'signing', places: [orderReply.leaderSigns], seal: orderReply.seal, station },
    ],
  }
}

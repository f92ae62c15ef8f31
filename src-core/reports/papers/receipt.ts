/** 受理单: what the resident takes home, and below the cut the stub (存根) that they sign and the station keeps. */
import { dueShown } from '#core/case-file/due.ts'
import { footOf, type Box, type Paper, type PaperCase, type PaperFrame, type PaperPart, type Reader } from './paper.ts'
import { shownPerson } from './shown-person.ts'

export function receiptPaper(view: PaperCase, frame: PaperFrame, reader: Reader): Paper {
  const { words, codes, station } = frame
  const { label, receipt, none } = words
  const { fields } = view.file
  const person = shownPerson(view.file, reader, words)
  const number = fields.number ?? ''
  const box = (name: keyof typeof label, value: string | undefined): Box => ({
    label: label[name],
    value: value || none,
  })
  const requester = box('requester', person.name)
  const received = box('receivedAt', fields.receivedAt && words.moment(fields.receivedAt))
  const until = dueShown(view.file)
  const due = box('dueAt', until ? words.limit(until) : undefined)
  const clerk = box('receivedBy', view.userNames[fields.receivedBy ?? ''] || frame.clerk)
  const signing = (places: readonly string[], seal: string): PaperPart => ({ kind: 'signing', places, seal, station })
  return {
    station,
    title: receipt.title,
    number,
    copy: receipt.copy,
    landscape: false,
    fileName: `${receipt.fileName}-${number}`,
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'boxes',
        rows: [
          [requester, box('phone', person.phone)],
          [
            box('requestKind', codes.requestKind[fields.requestKind ?? 'help']),
            box('channel', codes.channel[fields.channel ?? 'visit']),
          ],
          [box('raisedAt', fields.raisedAt && words.moment(fields.raisedAt)), received],
          [box('urgency', codes.urgency[fields.urgency ?? 'general']), due],
          ...(person.forWhom ? [[box('forWhom', person.forWhom)] as const] : []),
          [box('place', person.place)],
          [box('title', person.title)],
          // A request of one sentence is its own title.
          ...(person.text.trim() === person.title.trim() ? [] : [[box('text', person.text)] as const]),
          [clerk, box('serviceType', codes.serviceType[view.serviceType ?? 'undecided'])],
        ],
      },
      { kind: 'remarks', title: receipt.remarksTitle, lines: receipt.remarks },
      signing([receipt.clerkSigns], receipt.seal),
      {
        kind: 'stub',
        along: receipt.cutAlong(number),
        sheet: {
          station,
          title: receipt.stubTitle,
          number,
          copy: receipt.stubCopy,
          parts: [
            { kind: 'boxes', rows: [[requester, received], [box('title', person.title)], [due, clerk]] },
            // A signature would name whoever must not be named.
            ...(person.nameless ? [] : [signing([receipt.received], '')]),
          ],
        },
      },
    ],
  }
}

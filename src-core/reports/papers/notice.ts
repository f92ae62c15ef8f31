/** 一次性告知单 (DOMAIN §3.4): everything that is missing, told once. */
import { noticeOf, type Notice } from './notice-note.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { footOf, type Paper, type PaperCase, type PaperFrame, type Reader } from './paper.ts'
import { shownPerson } from './shown-person.ts'

/** What the resident was told last; null when nothing was. */
export const lastNotice = ({ file }: Pick<PaperCase, 'file'>): Notice | null =>
  actsOf(file.acts, 'contact')
    .map((contact) => noticeOf(contact.note))
    .findLast((notice) => notice !== null) ?? null

export function noticePaper(view: PaperCase, frame: PaperFrame, reader: Reader): Paper {
  const { words, codes, station } = frame
  const { label, notice, none } = words
  const { fields } = view.file
  const person = shownPerson(view.file, reader, words)
  const number = fields.number ?? ''
  const told = lastNotice(view) ?? { items: [], until: '' }
  return {
    station,
    title: notice.title,
    number,
    copy: '',
    landscape: false,
    fileName: `${notice.fileName}-${number}`,
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'letter',
        to: person.nameless ? words.toNobody : words.to(person.name),
        text: notice.opening(fields.raisedAt ?? fields.receivedAt ?? frame.printedAt, person.title),
      },
      {
        kind: 'boxes',
        rows: [
          [
            { label: label.requestKind, value: codes.requestKind[fields.requestKind ?? 'help'] },
            { label: label.receivedBy, value: view.userNames[fields.receivedBy ?? ''] || none },
          ],
        ],
      },
      {
        kind: 'table',
        head: notice.head,
        widths: [10, 70, 20],
        centred: [0, 2],
        rows: told.items.map((item, i) => [String(i + 1), item, '□']),
      },
      {
        kind: 'remarks',
        title: notice.remarksTitle,
        lines: [...(told.until ? [notice.until(told.until)] : []), ...notice.remarks],
      },
      {
        kind: 'signing',
        places: [notice.clerkSigns, ...(person.nameless ? [] : [notice.requesterSigns])],
        seal: notice.seal,
        station,
      },
    ],
  }
}

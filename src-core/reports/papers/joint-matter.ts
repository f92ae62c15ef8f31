/** 联席协调单 (DOMAIN §1): who has which part in a matter that several share. It goes round, so nobody is named on it. */
import { actsOf, currentRound, type CaseFile } from '#core/case-file/case-file.ts'
import { dueShown } from '#core/case-file/due.ts'
import { dutyOf } from '#core/case-file/duties.ts'
import { ordersInForce } from '#core/case-file/orders.ts'
import { ORDER_WORDS } from './order-words.ts'
import { footOf, type Paper, type PaperCase, type PaperFrame } from './paper.ts'
import { maskedWords, shownPerson } from './shown-person.ts'

export const isShared = (file: CaseFile): boolean =>
  ordersInForce(file).length + actsOf(currentRound(file), 'participation').length > 1

export function jointMatterPaper(view: PaperCase, frame: PaperFrame): Paper {
  const words = ORDER_WORDS[frame.words.language]
  const { label, none, limit } = frame.words
  const { file } = view
  const { fields } = file
  const person = shownPerson(file, 'outsider', frame.words)
  const number = fields.number ?? ''
  const due = dueShown(file)
  const rows = [
    ...actsOf(currentRound(file), 'participation').map(({ organisation, part, task, dueAt }) => ({ organisation, part, task: maskedWords(file, task), dueAt })), // prettier-ignore
    ...ordersInForce(file).map(({ provider, part, role, dueAt }) => ({
      organisation: view.providerNames[provider] || words.unknownProvider,
      part: part ?? (role === 'co' ? ('support' as const) : ('carry-out' as const)),
      // What was demanded of one of them may name the resident: the others read the part alone.
      task: words.role[role ?? 'lead'],
      dueAt,
    })),
  ]
  const order = ['lead', 'carry-out', 'support', 'supervise']
  const duty = dutyOf(file)
  return {
    station: frame.station,
    title: words.joint.title,
    number,
    copy: '',
    landscape: false,
    fileName: `${words.joint.title}-${number}`,
    words: frame.words,
    foot: footOf(frame),
    parts: [
      { kind: 'letter', to: '', text: words.joint.opening },
      {
        kind: 'boxes',
        rows: [
          [{ label: label.title, value: person.title }],
          [{ label: label.place, value: person.place || none }],
          [
            { label: label.dueAt, value: due ? limit(due) : none },
            { label: label.receivedBy, value: view.userNames[fields.receivedBy ?? ''] || none },
          ],
        ],
      },
      {
        kind: 'table',
        head: words.joint.head,
        widths: [26, 12, 24, 20, 18],
        centred: [1, 3],
        rows: rows
          .toSorted((a, b) => order.indexOf(a.part) - order.indexOf(b.part))
          .map(({ organisation, part, task, dueAt }) => [organisation, words.part[part], task, dueAt ? limit(dueAt) : none, '']), // prettier-ignore
      },
      ...(duty === 'vacant' || duty === 'both'
        ? [{ kind: 'remarks', title: words.joint.vacantTitle, lines: [words.joint.vacant] } as const]
        : []),
      { kind: 'signing', places: [words.joint.convener], seal: words.seal, station: frame.station },
    ],
  }
}

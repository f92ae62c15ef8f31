/**
 * 不予受理告知书 and 引导告知单 (DOMAIN §3.3): why the station does not take it in, and the channel that the resident was told.
 * Made of the closing and the answer of the current round.
 */
import { actsOf, currentRound, type CaseFile } from '#core/case-file/case-file.ts'
import { footOf, type Paper, type PaperCase, type PaperFrame, type Reader } from './paper.ts'
import { shownPerson } from './shown-person.ts'

/** What was told last; null unless the case ended as 不予受理 or 转其他渠道. */
const closingOf = (file: CaseFile) =>
  actsOf(currentRound(file), 'closing').findLast(
    ({ outcome }) => outcome === 'not-accepted' || outcome === 'other-channel',
  )

export const hasRefusal = (file: CaseFile): boolean => closingOf(file) !== undefined

export function refusalPaper(view: PaperCase, frame: PaperFrame, reader: Reader): Paper {
  const { words, codes, station } = frame
  const { label, refusal, none } = words
  const { fields } = view.file
  const person = shownPerson(view.file, reader, words)
  const number = fields.number ?? ''
  const closing = closingOf(view.file)
  const answer = actsOf(currentRound(view.file), 'answer').at(-1)
  const refused = closing?.outcome === 'not-accepted'
  const said = reader === 'outsider' || person.nameless ? '' : (answer?.content ?? '')
  return {
    station,
    title: refused ? refusal.title : refusal.guideTitle,
    number,
    copy: '',
    landscape: false,
    fileName: `${refusal.fileName}-${number}`,
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'letter',
        to: person.nameless ? words.toNobody : words.to(person.name),
        text: [
          refusal.opening(fields.raisedAt ?? fields.receivedAt ?? frame.printedAt, person.title),
          closing?.refusalReason ? refusal.refused(refusal.reasons[closing.refusalReason]) : refusal.guided,
        ].join(''),
      },
      {
        kind: 'boxes',
        rows: [
          [
            { label: label.requestKind, value: codes.requestKind[fields.requestKind ?? 'help'] },
            { label: label.receivedBy, value: view.userNames[fields.receivedBy ?? ''] || none },
          ],
          [{ label: refusal.channel, value: closing?.toldChannel || said || none }],
          ...(said && closing?.toldChannel ? [[{ label: refusal.said, value: said }] as const] : []),
        ],
      },
      { kind: 'remarks', title: refusal.remarksTitle, lines: refusal.remarks },
      {
        kind: 'signing',
        places: [refusal.clerkSigns, ...(person.nameless ? [] : [refusal.requesterSigns])],
        seal: refusal.seal,
        station,
      },
    ],
  }
}

/** 受理登记表: the station's own copy, with room for what is decided by hand. */
import { actsOf, currentRound } from '#core/case-file/case-file.ts'
import { dueShown } from '#core/case-file/due.ts'
import { openReferral } from '#core/case-file/status.ts'
import { countingRevisits, supersededRevisits } from '#core/revisit/rounds.ts'
import { footOf, type Box, type Paper, type PaperCase, type PaperFrame, type Reader } from './paper.ts'
import { shownPerson } from './shown-person.ts'

/** Room for three lines of handwriting, in millimetres. */
const BLANK_MM = 24

export function registerPaper(view: PaperCase, frame: PaperFrame, reader: Reader): Paper {
  const { words, codes, station } = frame
  const { label, register, none } = words
  const { fields, acts } = view.file
  const round = currentRound(view.file)
  const person = shownPerson(view.file, reader, words)
  const until = dueShown(view.file)
  const number = fields.number ?? ''
  const classification = actsOf(acts, 'classification').at(-1)
  const closing = actsOf(round, 'closing').at(-1)
  const answer = actsOf(round, 'answer').at(-1)
  const revisit = countingRevisits(round, supersededRevisits(view.file)).at(-1)
  const box = (name: keyof typeof label, value: string | undefined): Box => ({
    label: label[name],
    value: value || none,
  })
  const writable = (name: keyof typeof label, value: string): Box => ({ label: label[name], value, blank: BLANK_MM })
  const told = answer && reader !== 'outsider' ? answer.content : ''
  return {
    station,
    title: register.title,
    number,
    copy: reader === 'outsider' ? '' : register.copy,
    landscape: false,
    fileName: `${register.fileName}-${number}`,
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'boxes',
        rows: [
          [box('requester', person.name), box('phone', person.phone)],
          [
            box('requestKind', codes.requestKind[fields.requestKind ?? 'help']),
            box('channel', codes.channel[fields.channel ?? 'visit']),
          ],
          [
            box('raisedAt', fields.raisedAt && words.moment(fields.raisedAt)),
            box('receivedAt', fields.receivedAt && words.moment(fields.receivedAt)),
          ],
          [
            box('urgency', codes.urgency[fields.urgency ?? 'general']),
            box('dueAt', until ? words.limit(until) : undefined),
          ],
          [
            box('serviceType', codes.serviceType[view.serviceType ?? 'undecided']),
            box('category', classification?.category || fields.externalCategory),
          ],
          ...(person.forWhom ? [[box('forWhom', person.forWhom)] as const] : []),
          [box('place', person.place)],
          [box('title', person.title)],
          [box('text', person.text)],
          [
            box('provider', view.providerNames[openReferral(view.file)?.provider ?? '']),
            box('receivedBy', view.userNames[fields.receivedBy ?? '']),
          ],
          [writable('opinion', '')],
          [writable('approval', '')],
          [writable('result', [closing && codes.outcome[closing.outcome], told].filter(Boolean).join('\n'))],
          [
            writable(
              'revisit',
              revisit ? words.progress.revisited(revisit.solved, codes.grade[revisit.grade ?? ''] ?? '') : '',
            ),
          ],
        ],
      },
      { kind: 'signing', places: [register.writtenBy, register.leaderSigns], seal: '', station },
    ],
  }
}

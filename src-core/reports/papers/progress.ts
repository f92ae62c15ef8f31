/**
 * 办理进度告知单: what has been done so far, told to the resident. What staff wrote for themselves (notes, reasons, findings,
 * who looked at what) stands in no sentence; an answer stands as it was given.
 */
import { actsOf, type Act } from '#core/case-file/case-file.ts'
import { dueShown } from '#core/case-file/due.ts'
import { isOpen, road, openReferral } from '#core/case-file/status.ts'
import { noticeOf } from './notice-note.ts'
import { footOf, type Paper, type PaperCase, type PaperFrame, type Reader } from './paper.ts'
import { shownPerson } from './shown-person.ts'

type Line = readonly [step: string, what: string]

export function progressPaper(view: PaperCase, frame: PaperFrame, reader: Reader): Paper {
  const { words, codes, station } = frame
  const { label, progress, none } = words
  const { file, serviceType, status } = view
  const { fields } = file
  const person = shownPerson(file, reader, words)
  const number = fields.number ?? ''
  const until = dueShown(file)
  const due = until ? words.limit(until) : ''
  const isUp = serviceType === 'administrative'
  const raised = fields.raisedAt ?? fields.receivedAt ?? frame.printedAt
  const lines = file.acts
    .map((act) => ({ at: act.at, line: lineOf(act, view, frame, reader) }))
    .flatMap(({ at, line }) => (line ? [[words.moment(at), ...line]] : []))
  const next = progress.next(serviceType, due)
  return {
    station,
    title: progress.title,
    number,
    copy: '',
    landscape: false,
    fileName: `${progress.fileName}-${number}`,
    words,
    foot: footOf(frame),
    parts: [
      {
        kind: 'letter',
        to: person.nameless ? words.toNobody : words.to(person.name),
        text: progress.opening(raised, person.title),
      },
      {
        kind: 'boxes',
        rows: [
          [
            { label: label.status, value: (isUp ? codes.statusUp : codes.status)[status] },
            { label: label.dueAt, value: due || none },
          ],
          [
            { label: label.provider, value: view.providerNames[openReferral(file)?.provider ?? ''] || none },
            { label: label.receivedBy, value: view.userNames[fields.receivedBy ?? ''] || frame.clerk },
          ],
        ],
      },
      {
        kind: 'road',
        steps: road(file).map(({ step, state, at }) => ({
          name: (isUp ? progress.roadUp : progress.road)[step],
          // A step that was skipped has no day of its own.
          day: at ? at.slice(0, 10) : state === 'done' || state === 'skipped' ? none : '',
        })),
      },
      {
        kind: 'table',
        head: progress.head,
        widths: [24, 14, 62],
        centred: [0, 1],
        rows: [
          [
            fields.receivedAt ? words.moment(fields.receivedAt) : none,
            progress.step.receive,
            progress.received(codes.channel[fields.channel ?? 'visit']),
          ],
          ...lines,
        ],
      },
      {
        kind: 'remarks',
        title: progress.nextTitle,
        lines: [isOpen(status) ? (status === 'answered' ? next.answered : next.open) : status === 'closed' ? next.closed : next.revisited], // prettier-ignore
      },
      {
        kind: 'signing',
        places: [progress.clerkSigns, ...(person.nameless ? [] : [progress.requesterSigns])],
        seal: progress.seal,
        station,
      },
    ],
  }
}

function lineOf(act: Act, view: PaperCase, { words, codes }: PaperFrame, reader: Reader): Line | null {
  const { progress } = words
  const { step } = progress
  const provider = (id: string): string => view.providerNames[id] || progress.unknownProvider
  switch (act.type) {
    case 'referral':
      return act.way === 'report-up'
        ? [step.reportUp, progress.reportedUp(provider(act.provider))]
        : [step.dispatch, progress.dispatched(provider(act.provider))]
    case 'referral-step': {
      const referral = actsOf(view.file.acts, 'referral').find((one) => one.id === act.referral)
      return [step.provider, progress.stepOf[act.step](provider(referral?.provider ?? ''))]
    }
    case 'ruling': {
      // A return that was granted: the resident hears that somebody else will come.
      const objection = actsOf(view.file.acts, 'objection').find(({ id }) => id === act.objection)
      const referral = actsOf(view.file.acts, 'referral').find(({ id }) => id === objection?.referral)
      return act.decision === 'upheld' ? [step.provider, progress.stepOf.returned(provider(referral?.provider ?? ''))] : null // prettier-ignore
    }
    case 'contact': {
      const told = noticeOf(act.note)
      if (told) return [step.notice, progress.noticed(told.items)]
      if (act.kind === 'note') return null
      if (!act.reached)
        return [act.kind === 'visit' ? step.visit : step.contact, progress.notReached(words.way[act.way])]
      return act.kind === 'visit'
        ? [step.visit, progress.visited]
        : [step.contact, progress.contacted(words.way[act.way])]
    }
    case 'answer':
      return [step.answer, progress.answered(words.way[act.way], reader === 'outsider' ? words.withheld : act.content)]
    case 'closing':
      return [step.close, progress.closed(codes.outcome[act.outcome])]
    case 'extension':
      return [step.extend, progress.extended(words.limit(act.dueAt))]
    case 'reopening':
      return [step.reopen, progress.reopened]
    case 'revisit':
      // Who rated what is told to nobody else (DOMAIN §7.4).
      if (reader === 'outsider') return null
      return act.valid
        ? [step.revisit, progress.revisited(act.solved, codes.grade[act.grade ?? ''] ?? '')]
        : [step.revisit, progress.notRevisited(words.invalidReason[act.invalidReason ?? 'no-answer'])]
    case 'classification':
    case 'assignment':
    case 'finding':
    case 'attachment':
    case 'viewing':
    case 'correction':
    case 'order-return':
    case 'child-report':
    case 'linking':
    case 'consent':
    case 'consent-withdrawal':
    case 'objection':
    case 'gap':
    case 'participation':
    case 'off-list-refusal':
    case 'pause':
    case 'resume':
    case 'urging':
    case 'supervision-order':
    case 'rectification':
    case 'supervision-answer':
    case 'transfer':
    case 'transfer-result':
    // What came of a rating is between the station and whoever was rated.
    case 'rating-step':
      return null
  }
}

/**
 * Papers of a deliberation: 预告, 签到表, 会议记录, 决议, 公示. What hangs on a wall goes through the caller's check for personal
 * data first (topic/personal-data.ts); here nothing is added that came from a case.
 */
import { dayOf, type Day } from '#core/lib/time.ts'
import { isCarried, publicationEnd, type RoadStep } from '#core/topic/deliberation-road.ts'
import type { Deliberation, ResolutionTask, StepRecord } from '#core/topic/deliberation-fields.ts'
import type { DeliberationStep } from '#core/topic/deliberation-codes.ts'
import { DELIBERATION_PAPER_WORDS, type DeliberationPaper, type DeliberationPaperWords } from './deliberation-words.ts'
import { footOf, type Box, type Paper, type PaperFrame, type PaperPart } from './paper.ts'

export type DeliberationToPrint = Deliberation & {
  readonly road: readonly RoadStep[]
  readonly tasks: readonly ResolutionTask[]
}

/** Rows of a sign-in sheet: two pages; more people sign on a second print. */
const SIGNING_ROWS = 44

/** `clean`: takes names and numbers of members out of what somebody typed; for papers that hang on a wall. */
export function deliberationPaper(
  kind: DeliberationPaper,
  about: DeliberationToPrint,
  frame: PaperFrame,
  clean: (text: string) => string,
): Paper {
  const words = DELIBERATION_PAPER_WORDS[frame.words.language]
  return {
    station: frame.station,
    title: words.paper[kind],
    number: '',
    copy: '',
    landscape: false,
    fileName: `${words.paper[kind]}-${dayOf(about.at)}`,
    words: frame.words,
    foot: footOf(frame),
    parts: PARTS[kind]({ about, frame, words, clean }),
  }
}

type Parts = {
  readonly about: DeliberationToPrint
  readonly frame: PaperFrame
  readonly words: DeliberationPaperWords
  readonly clean: (text: string) => string
}

const recordOf = (about: DeliberationToPrint, step: DeliberationStep): StepRecord | undefined => about.road.find((one) => one.step === step)?.records[0] // prettier-ignore
const doneOf = (about: DeliberationToPrint, step: DeliberationStep): StepRecord | undefined => about.road.find((one) => one.step === step)?.records.find(({ skipped }) => !skipped) // prettier-ignore

function particulars({ about, frame, words, clean }: Parts): readonly (readonly [Box] | readonly [Box, Box])[] {
  const { label } = words
  return [
    [{ label: label.matter, value: clean(about.title) }],
    [
      { label: label.kind, value: words.kind[about.kind] },
      { label: label.authority, value: about.authority || frame.words.notFilled },
    ],
    [
      { label: label.when, value: about.meetingAt ? frame.words.moment(about.meetingAt) : frame.words.notFilled },
      { label: label.where, value: clean(about.venue) || frame.words.notFilled },
    ],
    [
      { label: label.expected, value: String(about.expected) },
      { label: label.secret, value: about.secret ? words.secret : words.open },
    ],
  ]
}

function outcome({ about, words, frame, clean }: Parts): readonly (readonly [Box] | readonly [Box, Box])[] {
  const attendance = doneOf(about, 'attendance')
  const vote = doneOf(about, 'vote')
  const legality = doneOf(about, 'legality')
  /** Left out on purpose is not the same as forgotten. */
  const without = (step: DeliberationStep): string => {
    const record = recordOf(about, step)
    return record?.skipped ? words.skipped(clean(record.reason)) : words.notRecorded
  }
  return [
    [
      { label: words.label.present, value: attendance?.present === undefined ? without('attendance') : words.present(attendance.present, about.expected) }, // prettier-ignore
      { label: words.label.rule, value: words.majority[about.majority] },
    ],
    [
      { label: words.label.votes, value: vote ? words.votes(vote.votesFor ?? 0, vote.against ?? 0, vote.abstain ?? 0) : without('vote') }, // prettier-ignore
      { label: words.label.result, value: vote ? (isCarried(vote, about) ? words.carried : words.rejected) : without('vote') }, // prettier-ignore
    ],
    [
      {
        label: words.label.legality,
        value: legality?.legality ? [words.legality[legality.legality], legality.checkedBy, frame.words.day(legality.on)].filter(Boolean).join('　') : without('legality'), // prettier-ignore
      },
    ],
  ]
}

function tasksPart({ about, frame, words, clean }: Parts): readonly PaperPart[] {
  if (about.tasks.length === 0) return []
  return [
    { kind: 'remarks', title: words.tasks, lines: [] },
    {
      kind: 'table',
      head: words.taskHead,
      widths: [44, 20, 16, 20],
      centred: [2],
      rows: about.tasks.map(({ what, who, dueOn, doneOn }) => [clean(what), clean(who), dueOn, doneOn ? frame.words.day(doneOn) : '']), // prettier-ignore
    },
  ]
}

const span = ({ about }: Parts): { readonly from: Day; readonly until: Day } => {
  const record = doneOf(about, 'publication')
  const from = record?.on ?? dayOf(about.at)
  return { from, until: record?.until || publicationEnd(about, from) }
}

const PARTS: Readonly<Record<DeliberationPaper, (parts: Parts) => readonly PaperPart[]>> = {
  notice: (parts) => [
    { kind: 'letter', to: '', text: parts.words.noticeText(parts.about.noticeDays) },
    { kind: 'boxes', rows: particulars(parts) },
    ...wordsOf(parts.clean(doneOf(parts.about, 'notice')?.text ?? '')),
    { kind: 'signing', places: [], seal: parts.frame.words.signed.seal, station: parts.frame.station },
  ],
  'sign-in': (parts) => [
    { kind: 'boxes', rows: particulars({ ...parts, clean: (text) => text }) },
    {
      kind: 'table',
      head: parts.words.signInHead,
      widths: [8, 20, 18, 16, 22, 16],
      centred: [0],
      rows: Array.from({ length: SIGNING_ROWS }, (_, i) => [String(i + 1), '', '', '', '', '']),
    },
  ],
  minutes: (parts) => [
    { kind: 'boxes', rows: [...particulars({ ...parts, clean: (text) => text }), ...outcome(parts)] },
    { kind: 'remarks', title: parts.words.road, lines: [] },
    {
      kind: 'table',
      head: parts.words.stepHead,
      widths: [18, 18, 64],
      centred: [1],
      rows: parts.about.road.map(({ step }) => stepLine(step, parts)),
    },
    {
      kind: 'boxes',
      rows: [[{ label: parts.words.label.speakers, value: doneOf(parts.about, 'attendance')?.note ?? '', blank: 60 }]],
    },
    { kind: 'signing', places: [parts.words.chair, parts.words.recorder], seal: '', station: parts.frame.station },
  ],
  resolution: (parts) => [
    { kind: 'boxes', rows: [...particulars(parts), ...outcome(parts)] },
    ...wordsOf(parts.clean(doneOf(parts.about, 'vote')?.text ?? '')),
    ...tasksPart(parts),
    { kind: 'signing', places: [parts.words.chair], seal: parts.frame.words.signed.seal, station: parts.frame.station },
  ],
  publication: (parts) => {
    const { from, until } = span(parts)
    const { frame, words, about, clean } = parts
    return [
      { kind: 'letter', to: '', text: words.publicationText(about.publicationDays, frame.words.day(from), frame.words.day(until)) }, // prettier-ignore
      ...wordsOf(clean(doneOf(about, 'publication')?.text ?? '')),
      { kind: 'boxes', rows: [[{ label: words.label.matter, value: clean(about.title) }], ...outcome(parts)] },
      ...tasksPart(parts),
      { kind: 'remarks', title: '', lines: [words.objectTo] },
      { kind: 'signing', places: [], seal: frame.words.signed.seal, station: frame.station },
    ]
  },
}

const wordsOf = (text: string): readonly PaperPart[] => text === '' ? [] : text.split('\n').filter(Boolean).map((line) => ({ kind: 'letter', to: '', text: line })) // prettier-ignore

function stepLine(step: DeliberationStep, { about, words }: Parts): readonly string[] {
  const record = recordOf(about, step)
  if (!record) return [words.step[step], '', words.notRecorded]
  if (record.skipped) return [words.step[step], record.on, words.skipped(record.reason)]
  const said = {
    proposal: record.note,
    notice: [record.where, record.note].filter(Boolean).join('；'),
    attendance: record.present === undefined ? '' : words.present(record.present, about.expected),
    vote: words.votes(record.votesFor ?? 0, record.against ?? 0, record.abstain ?? 0),
    legality: [record.legality && words.legality[record.legality], record.checkedBy, record.note].filter(Boolean).join('；'), // prettier-ignore
    publication: [record.where, record.until && `→ ${record.until}`].filter(Boolean).join('　'),
    objections: about.road.find((one) => one.step === 'objections')!.records.map(({ objection, answer, note }) => [objection || note, answer].filter(Boolean).join(' → ')).join('；'), // prettier-ignore
    'carry-out': record.note,
  }[step]
  return [words.step[step], record.on, said]
}

/**
 * 访问问卷: first the list of those whom one interviewer visits, then a question sheet for each. A filled-in sheet carries the
 * number alone; the list alone says who that is, and is left out for reviewers and whoever is outside (受访人 007).
 */
import { INTERVIEW_STATES } from '#core/survey/codes.ts'
import type { Question } from '#core/survey/question.ts'
import { surveyWords, type SurveyWords } from '../survey-words.ts'
import { footOf, type Paper, type PaperFrame, type PaperPart, type PaperSheet, type Reader } from './paper.ts'

export type SurveyPersonToPrint = {
  readonly number: number
  readonly name: string
  readonly phone: string
  readonly place: string
  readonly about: string
  readonly interviewer: string
}
export type SurveyPaperFacts = {
  readonly title: string
  /** From 1. */
  readonly version: number
  readonly questions: readonly Question[]
  readonly people: readonly SurveyPersonToPrint[]
  /** '' : everybody's. */
  readonly interviewer: string
  /** Only the sheet, for nobody: the preview of the editor. */
  readonly sample?: boolean
}

const LIST_WIDTHS = [8, 11, 8, 26, 22, 25]
const REDACTED_WIDTHS = [30, 70]
const QUESTION_WIDTHS = [7, 38, 55]

export function surveyPaper(facts: SurveyPaperFacts, frame: PaperFrame, reader: Reader): Paper {
  const { words, station } = frame
  const own = surveyWords(words.language)
  const redacted = reader === 'outsider'
  const sheet = (number: string): PaperSheet => questionSheet(facts, number, own, station)
  const frameOf = { landscape: false, fileName: own.paper.fileName(facts.title, facts.interviewer), words, foot: footOf(frame) } // prettier-ignore
  if (facts.sample) return { ...frameOf, ...sheet(own.paper.preview) }
  return {
    ...frameOf,
    station,
    title: own.paper.listTitle,
    number: '',
    copy: redacted ? own.paper.copyRedacted : own.paper.copy,
    parts: [
      { kind: 'letter', to: '', text: `${facts.title}　${own.paper.of(facts.interviewer, facts.people.length)}` },
      listOf(facts, own, redacted),
      { kind: 'remarks', title: '', lines: own.paper.listNote },
      ...facts.people.map(({ number }): PaperPart => ({ kind: 'next', sheet: sheet(own.person(number)) })),
    ],
  }
}

/** A choice of so many signs is not parted at the end of a line. */
const WHOLE = 14
const JOINER = '\u2060'
const whole = (choice: string): string =>
  choice.length > WHOLE ? choice : [...choice.replaceAll(' ', '\u00A0')].join(JOINER)

const boxes = (names: readonly string[]): string => names.map((name, i) => whole(`□ ${i + 1} ${name}`)).join('　')

function listOf({ people }: SurveyPaperFacts, own: SurveyWords, redacted: boolean): PaperPart {
  const outcome = INTERVIEW_STATES.map((state) => whole(`□ ${own.state[state]}`)).join(' ')
  if (people.length === 0) return { kind: 'letter', to: '', text: own.paper.nobody }
  const head = own.paper.listHead
  return redacted
    ? { kind: 'table', head: [head[0]!, head[5]!], widths: REDACTED_WIDTHS, centred: [0], rows: people.map(({ number }) => [own.person(number), outcome]) } // prettier-ignore
    : {
        kind: 'table',
        head,
        widths: LIST_WIDTHS,
        centred: [0, 2],
        rows: people.map(({ number, name, phone, place, about }) => [
          String(number).padStart(3, '0'),
          name,
          phone.replace(/\D/g, '').length >= 7 ? phone.replace(/\D/g, '').slice(-4) : '',
          place,
          about,
          outcome,
        ]),
      }
}

function questionSheet({ title, version, questions }: SurveyPaperFacts, number: string, own: SurveyWords, station: string): PaperSheet {
  const { paper } = own
  return {
    station,
    title,
    number,
    copy: `${paper.sheetTitle} · ${paper.version(version)}`,
    parts: [
      { kind: 'letter', to: '', text: paper.greeting },
      {
        kind: 'table',
        head: paper.questionHead,
        widths: QUESTION_WIDTHS,
        centred: [0],
        rows: questions.map((question, i) => [
          String(i + 1),
          question.words + (question.kind === 'several' ? paper.several : ''),
          answerRoom(question),
        ]),
      },
      {
        kind: 'boxes',
        rows: [
          [{ label: paper.outcome, value: boxes(INTERVIEW_STATES.map((state) => own.state[state])) }],
          [
            { label: paper.interviewer, value: '' },
            { label: paper.at, value: paper.day },
          ],
          [{ label: paper.noted, value: '', blank: 14 }],
        ],
      },
    ],
  }
} // prettier-ignore

/** What is ticked has the digit with which it is typed in; words get three lines. */
function answerRoom(question: Question): string {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return boxes(question.options)
    case 'scale':
      return `${question.low}　${Array.from({ length: question.points }, (_, i) => `□ ${i + 1}`).join('　')}　${question.high}`
    case 'number':
      return `____________ ${question.unit}`
    case 'text':
      return '\n\n\n'
  }
}

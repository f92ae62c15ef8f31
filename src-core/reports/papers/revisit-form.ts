/**
 * 回访单, in two ways: four a page to carry along and call from (with names and numbers, so it is kept safe and each printing leaves
 * a trace), or one a page to post, which names the matter and the resident and no number. Reports (举报) are never on it. The
 * boxes bear the keys with which the form is typed in again (features/feedback/paper-entry.tsx).
 */
import type { ScaleId } from '#core/case-file/codes.ts'
import { dayOf, type Moment } from '#core/lib/time.ts'
import { footOf, type Paper, type PaperFrame, type PaperPart, type PaperSheet, type RevisitPaperRow } from './paper.ts'
import { REVISIT_PAPER_WORDS } from './revisit-words.ts'

export const FORMS_A_PAGE = 4
/** About eight sheets to carry, thirty to post. */
export const MOST_FORMS = 30

export type FormToPrint = {
  readonly number: string
  readonly title: string
  readonly name: string
  readonly phone: string
  readonly place: string
  readonly receivedAt: Moment | ''
  readonly provider: string
}
export type FormKind = 'carry' | 'post'

export function revisitFormPaper(
  forms: readonly FormToPrint[],
  kind: FormKind,
  frame: PaperFrame,
  scale: ScaleId = 'three-rates',
): Paper {
  const { words, printedAt } = frame
  const own = REVISIT_PAPER_WORDS[words.language].form
  const common = { landscape: false, fileName: own.fileName(dayOf(printedAt)), words, foot: footOf(frame) } as const
  if (kind === 'carry') {
    const pages = Math.max(1, Math.ceil(forms.length / FORMS_A_PAGE))
    return {
      ...common,
      station: frame.station,
      title: own.title,
      number: '',
      copy: own.carryCopy,
      parts: Array.from({ length: pages }, (_, page) => ({
        kind: 'revisits' as const,
        head: own.head(page + 1, pages),
        caller: own.caller,
        rows: forms.slice(page * FORMS_A_PAGE, (page + 1) * FORMS_A_PAGE).map((form) => rowOf(form, frame, scale)),
      })),
    }
  }
  const sheets = forms.map((form) => letterOf(form, frame, scale))
  const first = sheets[0] ?? { station: frame.station, title: own.title, number: '', copy: '', parts: [] }
  return {
    ...common,
    ...first,
    parts: [...first.parts, ...sheets.slice(1).map((sheet): PaperPart => ({ kind: 'next', sheet }))],
  }
}

const box = (word: string): string => `□ ${word}`

/** The questions with their boxes, one line each. */
function questionsOf(frame: PaperFrame, scale: ScaleId): readonly (readonly [string, string])[] {
  const own = REVISIT_PAPER_WORDS[frame.words.language].form
  const [contacted, solved, grade] = own.questions
  return [
    [contacted, [own.yes, own.no].map(box).join('　　')],
    [solved, [own.solved, own.unsolved].map(box).join('　　')],
    [grade, own.grades[scale].map(box).join('　')],
  ]
}

function rowOf(form: FormToPrint, frame: PaperFrame, scale: ScaleId): RevisitPaperRow {
  const own = REVISIT_PAPER_WORDS[frame.words.language].form
  return {
    number: form.number,
    who: [form.name || own.nobody, form.phone || own.noPhone].join('　'),
    matter: [form.title, form.place, form.provider].filter(Boolean).join('　'),
    time: own.when,
    questions: questionsOf(frame, scale).map(([question, boxes]) => `${question}　${boxes}`),
    words: own.questions[3],
    invalid: `${own.notReached}　${own.reasons.map(box).join('　')}`,
  }
}

function letterOf(form: FormToPrint, frame: PaperFrame, scale: ScaleId): PaperSheet {
  const { words, station } = frame
  const own = REVISIT_PAPER_WORDS[words.language].form
  return {
    station,
    title: own.title,
    number: form.number,
    copy: '',
    parts: [
      {
        kind: 'letter',
        to: own.letterTo(form.name),
        text: own.letter(form.receivedAt === '' ? '' : words.limit(form.receivedAt), form.title),
      },
      {
        kind: 'boxes',
        rows: [
          ...questionsOf(frame, scale).map(([label, value]) => [{ label, value, blank: 16 }] as const),
          [{ label: own.questions[3], value: '', blank: 60 }],
        ],
      },
      { kind: 'remarks', title: '', lines: [own.secret, own.back] },
      { kind: 'signing', places: [own.signs], seal: '', station },
    ],
  }
}

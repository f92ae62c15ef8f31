/** 调查结果 as a workbook: draw and response, results, words without names, visits by number. Nobody is named in it. */
import type { Cell } from '../sheet/sheet.ts'
import type { Column, SheetToWrite } from '../sheet/write-sheet.ts'
import type { StrataBy } from '../survey/codes.ts'
import type { InterviewCard, SurveyCard } from '../survey/fields.ts'
import type { Question } from '../survey/question.ts'
import type { QuestionResult, SurveyResults } from '../survey/results.ts'
import { EN_WORDS, ZH_WORDS, type Language } from './code-words.ts'
import { surveyWords, type SurveyWords } from './survey-words.ts'

export type SurveyToExport = {
  readonly survey: SurveyCard
  readonly draw: {
    readonly at: string
    readonly population: number
    readonly digest: string
    readonly seed: number
    readonly size: number
    readonly strataBy: StrataBy
    readonly strata: readonly { readonly key: string; readonly name: string }[]
  }
  readonly places: readonly {
    readonly number: number
    readonly stratum: string
    readonly replaces: number | null
    readonly visits: number
    readonly interview: Pick<InterviewCard, 'state' | 'at'> | null
  }[]
  readonly results: SurveyResults
}

/** 0.1234 → 12.3: percent with one decimal, as a number. */
const percent = (share: number | null): Cell => (share === null ? null : Math.round(share * 1000) / 10)
const round2 = (n: number | null): Cell => (n === null ? null : Math.round(n * 100) / 100)
const text = (title: string, width: number): Column => ({ title, width, kind: 'text' })
const number = (title: string): Column => ({ title, width: 12, kind: 'number' })

export function surveySheets(whole: SurveyToExport, language: Language): SheetToWrite[] {
  const words = surveyWords(language)
  const { column, sheets } = words
  return [
    { name: sheets.about, columns: [text(column.item, 30), text(column.value, 70)], rows: aboutRows(whole, words, language) }, // prettier-ignore
    {
      name: sheets.results,
      columns: [text(column.question, 48), text(column.answer, 24), number(column.count), number(column.answered), number(`${column.share} %`), number(column.estimate), number(column.low), number(column.high)], // prettier-ignore
      rows: whole.results.questions.flatMap((one, i) => resultRows(one, i, words)),
    },
    {
      name: sheets.texts,
      columns: [text(column.question, 40), text(column.text, 90)],
      rows: whole.results.questions.flatMap((one, i) => one.texts.map((said) => [titleOf(one.question, i), said])),
    },
    {
      name: sheets.people,
      columns: [text(column.number, 14), text(column.stratum, 24), text(column.state, 12), number(column.visits), text(column.replaces, 14), { title: column.when, kind: 'datetime' }], // prettier-ignore
      rows: whole.places.map((place) => [
        words.person(place.number),
        stratumWords(place.stratum, whole.draw.strataBy, words, language),
        place.interview ? words.state[place.interview.state] : null,
        place.visits,
        place.replaces === null ? null : words.person(place.replaces),
        place.interview ? { date: place.interview.at.slice(0, 19) } : null,
      ]),
    },
  ]
}

function stratumWords(name: string, by: StrataBy, words: SurveyWords, language: Language): string {
  if (by === 'none') return ''
  if (name === '') return words.otherStratum
  const types: Readonly<Record<string, string>> = (language === 'en' ? EN_WORDS : ZH_WORDS).serviceType
  return by === 'service-type' ? (types[name] ?? name) : name
}

function aboutRows({ survey, draw, results }: SurveyToExport, words: SurveyWords, language: Language): Cell[][] {
  const { about } = words
  const { response, strata, weighted } = results
  const names = new Map(draw.strata.map(({ key, name }) => [key, name || key]))
  return [
    [about.title, survey.title],
    [about.purpose, survey.purpose || null],
    [about.period, `${survey.from} – ${survey.until}`],
    [about.population, String(draw.population)],
    [about.digest, draw.digest],
    [about.seed, String(draw.seed)],
    [about.size, String(draw.size)],
    [about.drawnAt, draw.at.slice(0, 16).replace('T', ' ')],
    ...(weighted
      ? strata.map((one): Cell[] => [
          about.strata,
          words.stratumLine(stratumWords(names.get(one.key) ?? '', draw.strataBy, words, language), one.population, one.drawn, one.done), // prettier-ignore
        ])
      : []),
    [about.called, String(response.called)],
    ...Object.entries(response.byState).map(([state, n]): Cell[] => [words.state[state as keyof typeof words.state], String(n)]), // prettier-ignore
    [about.rate, response.rate === null ? '—' : `${(response.rate * 100).toFixed(1)} % (${response.done} / ${response.tried})`], // prettier-ignore
    [about.method, words.methodText],
    [about.few, words.fewText],
    ...(weighted ? [[about.weighted, words.weightedText]] : []),
  ]
}

const titleOf = (question: Question, i: number): string => `${i + 1}. ${question.words}`

function resultRows({ question, answered, options, mean, least, middle, most }: QuestionResult, i: number, words: SurveyWords): Cell[][] {
  const title = titleOf(question, i)
  const rows = options.map((one): Cell[] => [
    title,
    optionWords(question, one.place),
    one.count,
    answered,
    percent(one.share),
    percent(one.estimate),
    percent(one.interval?.low ?? null),
    percent(one.interval?.high ?? null),
  ])
  if (mean) {
    const { interval } = mean
    rows.push([title, words.mean, null, answered, null, round2(mean.mean), round2(interval?.low ?? null), round2(interval?.high ?? null)]) // prettier-ignore
    if (question.kind === 'number')
      for (const [name, value] of [[words.least, least], [words.median, middle], [words.most, most]] as const) // prettier-ignore
        rows.push([title, name, null, answered, null, round2(value), null, null])
  }
  if (rows.length === 0) rows.push([title, null, null, answered, null, null, null, null])
  return rows
} // prettier-ignore

/** `1 很不满意`; points between the ends have their number alone. */
export function optionWords(question: Question, place: number): string {
  if (question.kind === 'choice' || question.kind === 'several') return question.options[place - 1] ?? String(place)
  if (question.kind !== 'scale') return ''
  const end = place === 1 ? question.low : place === question.points ? question.high : ''
  return end ? `${place} ${end}` : String(place)
}

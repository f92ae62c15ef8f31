/** The demonstration's station with all its papers of one period, and the names, numbers and doors that none of them may tell. */
import { entitiesOf, newBook, readCase, readEntity, type Book } from '#core/book/book.ts'
import { helpersOf, residentNames } from '#core/book/helpers-of.ts'
import { outcomesIn, publicRounds, reportMoreOf } from '#core/book/report-more-of.ts'
import { reportNamesOf } from '#core/book/report-names-of.ts'
import { countResults } from '#core/book/routing-of.ts'
import { DEMO_SEED } from '#core/demo/demo-station.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import type { Period } from '#core/figures/period.ts'
import { RATE_RULES_START } from '#core/figures/rates.ts'
import { factsOf } from '#core/figures/round-facts.ts'
import type { Appended } from '#core/journal/writer.ts'
import { SCOPES } from '#core/kernel/event.ts'
import { ok } from '#core/lib/result.ts'
import { epochOf } from '#core/lib/time.ts'
import { codeWords, type Language } from '#core/reports/code-words.ts'
import { helpersIn } from '#core/reports/helper-facts.ts'
import { paperNames } from '#core/reports/paper-names.ts'
import { EN_PAPER_WORDS } from '#core/reports/papers/paper-words-en.ts'
import { ZH_PAPER_WORDS } from '#core/reports/papers/paper-words-zh.ts'
import type { PaperFrame } from '#core/reports/papers/paper.ts'
import { reportFigures } from '#core/reports/report-figures.ts'

export const NOW = '2026-04-01T15:20:00+08:00'
export const HEADS = 'A-9c0e1f22 P-1a2b3c4d S-0f1e2d3c'

export const frameIn = (language: Language): PaperFrame => ({
  station: '槐树里社区服务站',
  clerk: '赵经办',
  printedAt: NOW,
  heads: HEADS,
  words: language === 'en' ? EN_PAPER_WORDS : ZH_PAPER_WORDS,
  codes: codeWords(language),
})

export async function demoBook(): Promise<Book> {
  const book = newBook(SCOPES)
  const appended: Appended = { segment: '', ordinal: 0, from: 0, to: 0, nextSeq: 0, batch: new Uint8Array(0) }
  const writer = {
    append: () => Promise.resolve(ok(appended)),
    settle: () => Promise.resolve(ok(null)),
    position: () => null,
  }
  const filled = await fillDemo({ book, writer, stationId: 'station:demo', user: 'user:demo', device: '0123456789abcdef', now: epochOf(NOW), seed: DEMO_SEED }) // prettier-ignore
  if (!filled.ok) throw new Error(JSON.stringify(filled.error))
  return book
}

export async function factsOfBook(book: Book, period: Period, language: Language) {
  const names = reportNamesOf(book, language)
  const rounds = book.cases.flatMap((id) => factsOf(readCase(book, id)!))
  const made = { at: NOW, heads: HEADS }
  const figures = reportFigures(rounds, period, {}, RATE_RULES_START, names, made)
  const results = countResults(book)
  const { more, gapList } = await reportMoreOf(book, {
    rounds,
    period,
    filters: {},
    names,
    now: NOW,
    results: (provider) => results.get(provider) ?? null,
    pause: () => Promise.resolve(),
  })
  const told = publicRounds(rounds)
  const secret = secretsOf(book)
  return {
    rounds,
    facts: { figures, more, named: paperNames(figures, more, names), list: gapList },
    open: {
      figures: reportFigures(told, period, {}, RATE_RULES_START, names, made),
      outcomes: outcomesIn(told, period),
    },
    helpers: helpersIn(
      helpersOf(
        book,
        residentNames(
          book,
          secret.names.map((name) => ({ name })),
        ),
      ),
      period,
    ),
    secret,
  }
}

/** Helpers are named on papers that are about them, staff at the foot of those they print. */
function secretsOf(book: Book) {
  const helpers = new Set([...entitiesOf(book, 'member')].map((id) => readEntity(book, id)?.['name']))
  const names = new Set<string>()
  const phones = new Set<string>()
  const doors = new Set<string>()
  const put = (set: Set<string>, value: unknown): void => {
    if (typeof value === 'string' && [...value.trim()].length > 1) set.add(value.trim())
  }
  for (const id of book.cases) {
    const { requesterName, requesterPhone, reporterName, reporterPhone, place, forWhom } = readCase(book, id)!.fields
    for (const name of [requesterName, reporterName, forWhom]) put(names, name)
    for (const phone of [requesterPhone, reporterPhone]) put(phones, phone)
    if (/\d/.test(place ?? '')) put(doors, place)
  }
  for (const id of entitiesOf(book, 'person')) {
    const person = readEntity(book, id)
    put(names, person?.['name'])
    put(phones, person?.['phone'])
    if (/\d/.test(String(person?.['placeWords'] ?? ''))) put(doors, person?.['placeWords'])
  }
  return {
    names: [...names].filter((name) => !helpers.has(name)),
    phones: [...phones].filter((phone) => phone.length > 5),
    doors: [...doors],
  }
}

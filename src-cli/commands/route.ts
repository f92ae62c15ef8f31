/** Who could answer a case, best first, with the reasons; who cannot, and why; and which kinds of service were tried. */
import { readCase } from '#core/book/book.ts'
import { countResults, routingOf } from '#core/book/routing-of.ts'
import { ok } from '#core/lib/result.ts'
import { momentOf } from '#core/lib/time.ts'
import type { Routing } from '#core/routing/ranking.ts'
import { exclusionWords, judgementWords, stepWords, unknownWords, type Language } from '#core/routing/sentences.ts'
import { clock } from '../clock.ts'
import { refused, type Command } from '../command.ts'
import { findCase } from '../find-case.ts'
import { withStation } from '../open-station.ts'

const USAGE = 'route DIR CASE --password-file F [--json]'

export const route: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '推荐承办单位：排名和每一分的理由、不合适的单位和原因、按什么顺序找的。CASE 是编号。',
    en: 'Recommends providers: the ranking with the reason for every point, who was left out and why, and what was tried. CASE is a number.', // prettier-ignore
  },
  places: ['DIR', 'CASE'],
  options: { 'password-file': 'value' },
  run: async (given) =>
    withStation(given, USAGE, ({ book }) => {
      const word = given.places[1]!
      const id = findCase(book, word)
      const file = id && readCase(book, id)
      if (!file) return Promise.resolve(refused({ code: 'no-such-case', words: { word } }))
      const results = countResults(book)
      const routing = routingOf(book, file, momentOf(clock()), (provider) => results.get(provider) ?? null)
      if (!routing) return Promise.resolve(refused({ code: 'not-classified' }))
      const json = { case: file.id, number: file.fields.number ?? '', ...routingJson(routing, given.language) }
      return Promise.resolve(ok({ json, lines: routingLines(routing, given.language) }))
    }),
}

const routingJson = (routing: Routing, language: Language) => ({
  ...routing,
  steps: routing.steps.map((step) => ({ ...step, sentence: stepWords(step, language) })),
  candidates: routing.candidates.map((candidate, i) => ({
    rank: i + 1,
    ...candidate,
    sentence: judgementWords(candidate.judgements, language),
    unknown: unknownWords(candidate.judgements, language),
  })),
  excluded: routing.excluded.map((one) => ({ ...one, sentence: exclusionWords(one.why, language) })),
})

const routingLines = ({ steps, candidates, excluded }: Routing, language: Language): string[] => [
  ...steps.map((step) => stepWords(step, language)),
  ...candidates.map(({ name, score, judgements }, i) =>
    `${String(i + 1).padStart(3)}  ${name}  ${score}  ${judgementWords(judgements, language)}  ${unknownWords(judgements, language)}`.trimEnd(),
  ),
  ...excluded.map(({ name, why }) => `  –  ${name}  ${exclusionWords(why, language)}`),
]

/** 建议分类 without a window: for one text at a station, or trained and tested on labelled tables, with its figures. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { readCase, type Book } from '#core/book/book.ts'
import { catalogueOf } from '#core/book/catalogue-of.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { momentOf } from '#core/lib/time.ts'
import { atOnce } from '#core/suggestion/at-once.ts'
import { decidedOf, inOrder } from '#core/suggestion/decided.ts'
import { figuresOf, labelOf, trainLabels, type Labelled } from '#core/suggestion/evaluate.ts'
import type { Suggester } from '#core/suggestion/suggest.ts'
import { teacher } from '#core/suggestion/teacher.ts'
import { clock } from '../clock.ts'
import { misused, refused, type Command, type Done, type Failed, type Given } from '../command.ts'
import { withStation } from '../open-station.ts'
import { readSheetInWorker } from '../read-sheet.ts'

const USAGE = 'suggest (DIR --text WORDS --password-file F | --train FILE --test FILE) [--json]'
const SURE = {
  'zh-CN': { high: '把握大', fair: '把握中', low: '把握小' },
  en: { high: 'sure', fair: 'fairly sure', low: 'unsure' },
} as const

export const suggest: Command = {
  usage: USAGE,
  about: {
    'zh-CN':
      '建议分类：给出三个可能的分类、把握和依据的词。--train、--test 用带 text、label 两列的表训练和检验，给出准确度和用时。',
    en: 'Suggests three categories with how sure it is and the words that decided. --train and --test take tables with the columns text and label, and give figures.', // prettier-ignore
  },
  places: [],
  more: ['DIR'],
  options: { text: 'value', train: 'value', test: 'value', 'password-file': 'value' },
  run(given) {
    const [train, test, text] = [given.option('train'), given.option('test'), given.option('text')]
    if (train !== undefined || test !== undefined) {
      if (train === undefined || test === undefined)
        return Promise.resolve(lacking(train === undefined ? 'train' : 'test'))
      return figures(train, test)
    }
    if (text === undefined) return Promise.resolve(lacking('text'))
    if (given.places.length === 0) return Promise.resolve(misused({ code: 'missing-words', words: { usage: USAGE } }))
    return withStation(given, USAGE, ({ book }) => Promise.resolve(ok(suggested(book, text, given))))
  },
}

const lacking = (word: string) => misused({ code: 'missing-option', words: { word, usage: USAGE } })

function suggested(book: Book, text: string, { language }: Given): Done {
  const catalogue = catalogueOf(book, momentOf(clock()))
  const { leaves, learnedFrom } = learned(book, catalogue).suggest(text, '')
  const shown = leaves.map((one) => ({ ...one, name: catalogue.leaf(one.code)!.name }))
  const lines = shown.map(
    ({ code, name, sure, words }) =>
      `${code}  ${language === 'en' ? name.en : name.zh}  ${SURE[language][sure]}  ${words.join(' ')}`,
  )
  const nothing = language === 'en' ? 'Nothing speaks for a category.' : '看不出是哪一类。'
  return { json: { learnedFrom, suggestions: shown }, lines: lines.length > 0 ? lines : [nothing] }
}

/** From all that was decided at this station, as the desk learns it. */
function learned(book: Book, catalogue: ReturnType<typeof catalogueOf>): Suggester {
  const decided = book.cases.flatMap((id) => {
    const file = readCase(book, id)
    const one = file && decidedOf(file)
    return one ? [one] : []
  })
  return atOnce(teacher(catalogue).learn(inOrder(decided)))
}

async function figures(train: string, test: string): Promise<Result<Done, Failed>> {
  const [taught, asked] = [await labelled(train), await labelled(test)]
  if (!taught.ok) return taught
  if (!asked.ok) return asked
  const began = performance.now()
  const model = trainLabels(taught.value)
  const trained = performance.now()
  const answers = asked.value.map(({ text }) => labelOf(model, text))
  const msPerText = (performance.now() - trained) / Math.max(1, asked.value.length)
  const { macroF1, perLabel } = figuresOf(asked.value, answers)
  const json = { macroF1, perLabel, msPerText, trainMs: trained - began, bytes: model.bytes }
  const rows = Object.entries(perLabel).map(([label, { f1, texts }]) => `${label}  F1 ${f1.toFixed(3)}  ${texts}`)
  return ok({
    json,
    lines: [
      `macro-F1 ${macroF1.toFixed(4)}  ${msPerText.toFixed(2)} ms/text  ${Math.round(json.trainMs)} ms  ${model.bytes} bytes`,
      ...rows,
    ],
  })
}

async function labelled(file: string): Promise<Result<readonly Labelled[], Failed>> {
  const bytes = await readFile(file).catch(() => null)
  if (!bytes) return refused({ code: 'no-such-file', words: { file, path: file } })
  const sheet = await readSheetInWorker(new Uint8Array(bytes), basename(file))
  if (!sheet.ok) return refused({ code: sheet.error })
  const [header, ...rows] = sheet.value.rows
  const names = (header?.cells ?? []).map((cell) => String(cell).trim().toLowerCase())
  const [text, label] = [names.indexOf('text'), names.indexOf('label')]
  if (text < 0 || label < 0) return refused({ code: 'no-header', words: { file } })
  const said = rows.map(({ cells }) => ({ text: String(cells[text] ?? ''), label: String(cells[label] ?? '') }))
  return ok(said.filter((row) => row.text !== '' && row.label !== ''))
}

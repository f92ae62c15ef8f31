/** `linwu`: the work of the station without a window. Exit 0 done, 1 refused or damaged, 2 usage. */
import { parseArgs, type ParseArgsConfig } from 'node:util'
import type { Language } from '#core/reports/code-words.ts'
import { misused, type Command, type Failed, type Given } from './command.ts'
import { addCalendar } from './commands/add-calendar.ts'
import { backup } from './commands/backup.ts'
import { conflicts } from './commands/conflicts.ts'
import { deadlineOf } from './commands/deadline.ts'
import { due } from './commands/due.ts'
import { receipt } from './commands/export-bundle.ts'
import { exportCases } from './commands/export.ts'
import { helpText } from './commands/help.ts'
import { importFile } from './commands/import.ts'
import { imports } from './commands/imports.ts'
import { init } from './commands/init.ts'
import { ledger } from './commands/ledger.ts'
import { inspect } from './commands/inspect.ts'
import { keys } from './commands/keys.ts'
import { list } from './commands/list.ts'
import { merge } from './commands/merge.ts'
import { providers } from './commands/providers.ts'
import { report } from './commands/report.ts'
import { restore } from './commands/restore.ts'
import { route } from './commands/route.ts'
import { show } from './commands/show.ts'
import { surveyDraw } from './commands/survey-draw.ts'
import { suggest } from './commands/suggest.ts'
import { undoImport } from './commands/undo-import.ts'
import { verify } from './commands/verify.ts'
import { problemLine } from './texts.ts'

/** To add one: its file in commands/, and a line here. A name may be of two words. */
const COMMANDS: Readonly<Record<string, Command>> = {
  init,
  import: importFile,
  imports,
  'undo-import': undoImport,
  list,
  due,
  deadline: deadlineOf,
  'calendar add': addCalendar,
  show,
  route,
  ledger,
  suggest,
  'survey draw': surveyDraw,
  export: exportCases,
  merge,
  receipt,
  inspect,
  keys,
  report,
  verify,
  conflicts,
  providers,
  backup,
  restore,
}

/** Options of every command. */
const COMMON = { json: 'flag', lang: 'value', help: 'flag' } as const

async function main(words: readonly string[]): Promise<number> {
  const language: Language = languageOf(words)
  const fail = ({ exit, problem }: Failed): number => {
    process.stderr.write(`linwu: ${problemLine(problem, language)}\n`)
    return exit
  }
  const isTwo = Object.hasOwn(COMMANDS, words.slice(0, 2).join(' '))
  const name = isTwo ? words.slice(0, 2).join(' ') : words[0]
  const rest = words.slice(isTwo ? 2 : 1)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    print(helpText(COMMANDS, language))
    return name === undefined ? 2 : 0
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name]! : null
  if (!command) return fail(misused({ code: 'unknown-command', words: { word: name } }).error)
  const given = read(command, rest, language)
  if ('exit' in given) return fail(given)
  if (given.flag('help')) {
    print(helpText({ [name]: command }, language))
    return 0
  }
  const missing = command.places[given.places.length]
  if (missing !== undefined)
    return fail(misused({ code: 'missing-words', words: { word: missing, usage: command.usage } }).error)
  const done = await command.run(given)
  if (!done.ok) return fail(done.error)
  print(given.flag('json') ? [JSON.stringify(done.value.json)] : done.value.lines)
  return done.value.damaged ? 1 : 0
}

function read(command: Command, words: readonly string[], language: Language): Given | Failed {
  const options: NonNullable<ParseArgsConfig['options']> = {}
  for (const [name, kind] of Object.entries({ ...COMMON, ...command.options })) {
    options[name] = { type: kind === 'flag' ? 'boolean' : 'string' }
  }
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true })
    const extra = positionals[command.places.length + (command.more?.length ?? 0)]
    if (extra !== undefined && !command.rest) return misused({ code: 'unknown-option', words: { word: extra } }).error
    const option = (name: string): string | undefined => {
      const value = values[name]
      return typeof value === 'string' ? value : undefined
    }
    const lang = option('lang')
    if (lang !== undefined && lang !== 'en' && lang !== 'zh-CN') {
      return misused({ code: 'wrong-value', words: { word: 'lang', value: lang, allowed: 'zh-CN, en' } }).error
    }
    return { places: positionals, option, flag: (name) => values[name] === true, language }
  } catch (error) {
    // parseArgs quotes the word it did not understand; there is no other way to learn it.
    const word = error instanceof Error ? (/'([^']*)'/.exec(error.message)?.[1] ?? '') : ''
    return misused({ code: 'unknown-option', words: { word } }).error
  }
}

/** Before the words are understood, an error must already be in the right language. */
function languageOf(words: readonly string[]): Language {
  const at = words.indexOf('--lang')
  return (at >= 0 && words[at + 1] === 'en') || words.includes('--lang=en') ? 'en' : 'zh-CN'
}

const print = (lines: readonly string[]): void => void process.stdout.write(lines.map((line) => `${line}\n`).join(''))

// The reader of a pipe may leave early (`linwu list … | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})
const words = process.argv.slice(2)
try {
  process.exitCode = await main(words)
} catch (bug) {
  const word = bug instanceof Error ? bug.message : String(bug)
  process.stderr.write(`linwu: ${problemLine({ code: 'bug', words: { word } }, languageOf(words))}\n`)
  process.exitCode = 1
}

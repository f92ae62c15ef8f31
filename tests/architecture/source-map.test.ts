/** docs/source-map.md says nothing that is not there. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMMANDS } from '#core/commands.ts'
import { PROJECT } from './sources.ts'
import { child, children, nameOf, parse, textOf, walk, type Node } from './syntax.ts'

const IDEAS = 19
const COLUMNS = 5

type Row = { readonly line: number; readonly cells: readonly string[] }

const MAP = readFileSync(join(PROJECT, 'docs/source-map.md'), 'utf8')

/** Rows of the one table, without its head. */
const rowsOf = (text: string): readonly Row[] =>
  text
    .split('\n')
    .map((line, i) => ({
      line: i + 1,
      cells: line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    })) // prettier-ignore
    .filter(({ cells }) => cells.length > 0 && cells[0] !== 'idea' && !/^-+$/.test(cells[0] ?? ''))

/** `…` between back ticks, one or several. */
const citedIn = (cell: string): readonly string[] =>
  cell === '—' ? [] : cell.split('<br>').map((cited) => /^`([^`]+)`$/.exec(cited.trim())?.[1] ?? `not cited: ${cited}`)

/** Words that start `linwu`, from its one list. */
const LINWU = ((): ReadonlySet<string> => {
  const file = 'src-cli/linwu.ts'
  const names = new Set<string>()
  walk(parse(file, readFileSync(join(PROJECT, file), 'utf8')).root, (node) => {
    if (node.type !== 'VariableDeclarator' || nameOf(child(node, 'id')) !== 'COMMANDS') return
    for (const property of children(child(node, 'init')!, 'properties')) {
      const name = nameOf(child(property, 'key')) ?? textOf(child(property, 'key'))
      if (name) names.add(name)
    }
  })
  return names
})()

const read = new Map<string, ReadonlySet<string>>()

/** `test('…')`, `it('…')` and what hangs on them (`.each`, `.skipIf(…)`). */
function testNames(file: string): ReadonlySet<string> {
  const before = read.get(file)
  if (before) return before
  const names = new Set<string>()
  read.set(file, names)
  const isTest = (node: Node | null): boolean =>
    node !== null &&
    (['test', 'it'].includes(nameOf(node) ?? '') || isTest(child(node, 'object') ?? child(node, 'callee')))
  walk(parse(file, readFileSync(join(PROJECT, file), 'utf8')).root, (node) => {
    if (node.type !== 'CallExpression' || !isTest(child(node, 'callee'))) return
    const name = textOf(children(node, 'arguments')[0])
    if (name !== null) names.add(name)
  })
  return names
}

function problemsOf(text: string): readonly string[] {
  const problems: string[] = []
  const seen = new Set<number>()
  for (const { line, cells } of rowsOf(text)) {
    const say = (what: string): void => void problems.push(`line ${line}: ${what}`)
    if (cells.length !== COLUMNS) {
      say(`${cells.length} cells instead of ${COLUMNS}`)
      continue
    }
    const [idea, feature, ...cells3] = cells as [string, string, string, string, string]
    const [screens, commands, tests] = cells3.map(citedIn) as [readonly string[], readonly string[], readonly string[]]
    const number = Number(/^\d+/.exec(idea)?.[0])
    if (!(number >= 1 && number <= IDEAS)) say(`no idea ${idea}`)
    if (!seen.has(number) && !/^\d+ \S/.test(idea)) say(`the first row of idea ${number} does not say what it is`)
    seen.add(number)
    if (feature.startsWith('*later*: ')) {
      if (screens.length + commands.length + tests.length > 0) say('later, and yet there')
      continue
    }
    if (screens.length + commands.length === 0) say('neither screen nor command')
    if (tests.length === 0) say('no test')
    for (const screen of screens) if (!existsSync(join(PROJECT, 'src-renderer', screen))) say(`no screen ${screen}`)
    for (const command of commands) {
      const word = /^linwu (\S+)$/.exec(command)?.[1]
      if (word === undefined ? !Object.hasOwn(COMMANDS, command) : !LINWU.has(word)) say(`no command ${command}`)
    }
    for (const cited of tests) {
      const [, file = '', name = ''] = /^(\S+?): (.*)$/.exec(cited) ?? []
      if (!/^tests\/.*\.test\.tsx?$/.test(file) || !existsSync(join(PROJECT, file)))
        say(`no test file ${file || cited}`)
      else if (!testNames(file).has(name)) say(`no test “${name}” in ${file}`)
    }
  }
  for (let n = 1; n <= IDEAS; n++) if (!seen.has(n)) problems.push(`idea ${n} has no row`)
  return problems
}

test('every screen, command and test of the map is there, and every idea has a row', () => {
  expect(rowsOf(MAP).length).toBeGreaterThanOrEqual(IDEAS)
  expect(problemsOf(MAP)).toEqual([])
})

const GOOD =
  '| 1 | x | `ui/kbd.tsx` | `classify` | `tests/architecture/source-map.test.ts: wrong rows are refused: %s` |'
test('a row that is right is let through', () => {
  expect(problemsOf(`${MAP}\n${GOOD}`)).toEqual([])
})

/** To add one: what is wrong with it, the row, and what is said. */
test.each([
  ['a screen that is gone', GOOD.replace('kbd', 'gone'), 'no screen ui/gone.tsx'],
  ['a command that is gone', GOOD.replace('classify', 'declassify'), 'no command declassify'],
  ['what every object has', GOOD.replace('classify', 'constructor'), 'no command constructor'],
  ['a word that linwu does not know', GOOD.replace('classify', 'linwu guess'), 'no command linwu guess'],
  ['a test file that is gone', GOOD.replace('source-map', 'gone'), 'no test file tests/architecture/gone.test.ts'],
  ['a test that is gone', GOOD.replace('wrong rows', 'right rows'), 'no test “right rows are refused: %s” in'],
  ['a feature without a test', GOOD.replace(/`tests.*`/, '—'), 'no test'],
  ['a feature that is nowhere', GOOD.replace('`ui/kbd.tsx` | `classify`', '— | —'), 'neither screen nor command'],
  ['later, with a command', GOOD.replace('| x |', '| *later*: x |'), 'later, and yet there'],
  ['an idea that nobody had', GOOD.replace('| 1 |', '| 20 more |'), 'no idea 20 more'],
  ['a cell too few', GOOD.replace('| x ', ''), '4 cells instead of 5'],
] as const)('wrong rows are refused: %s', (_what, row, said) => {
  const problems = problemsOf(`${MAP}\n${row}`)
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain(said)
})

test('an idea without a row is missed', () => {
  const without = MAP.split('\n').filter((line) => !line.startsWith('| 12 '))
  expect(problemsOf(without.join('\n'))).toEqual(['idea 12 has no row'])
})

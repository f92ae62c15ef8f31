import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkWalls, directions, roomOf } from './check-walls.ts'
import { PROJECT, readSources } from './sources.ts'
import { ROOMS, type Room } from './walls.ts'

const show = (files: ReadonlyMap<string, string>): readonly string[] =>
  checkWalls(files, ROOMS).map(({ file, line, message }) => `${file}:${line}: ${message}`)

/** A file of the room, and the name under which the others import it. */
const plant = (room: Room): { readonly file: string; readonly specifier: string } => {
  const at = room.at[0] ?? ''
  const file = at.endsWith('/') ? `${at}planted.ts` : at
  const [top = '', ...rest] = file.split('/')
  const subpath = { 'src-renderer': '#app' }[top] ?? top.replace('src-', '#')
  return { file, specifier: `${subpath}/${rest.join('/')}` }
}

const everyRoom = ROOMS.map((room) => [plant(room).file, ''] as const)

const covers = (patterns: readonly string[], name: string): boolean =>
  patterns.some((pattern) => (pattern.endsWith('/*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name))

test('every file of the project keeps to the walls', () => {
  const files = readSources()
  expect(files.size).toBeGreaterThan(10)
  expect(show(files)).toEqual([])
})

test('every name in the table is a room, and every package is in package.json', () => {
  const known = new Set(ROOMS.map(({ name }) => name))
  expect(known.size).toBe(ROOMS.length)
  for (const room of ROOMS)
    for (const name of [...room.may, ...(room.types ?? [])])
      expect(name.endsWith('/*') || known.has(name), `${room.name} → ${name}`).toBe(true)
  const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>
  }
  for (const name of ROOMS.flatMap(({ npm }) => npm ?? [])) expect(devDependencies, name).toHaveProperty([name])
})

test('a planted file belongs to the room it was planted for', () => {
  for (const room of ROOMS) expect(roomOf(plant(room).file, ROOMS)?.name).toBe(room.name)
})

/** One line each, in this order. */
const IMPORTS: readonly ((specifier: string) => string)[] = [
  (to) => `import { a } from '${to}'`,
  (to) => `import type { a } from '${to}'`,
  (to) => `export const b = () => import('${to}')`,
  (to) => `export { a } from '${to}'`,
  (to) => `export type { a } from '${to}'`,
  (to) => `export type C = import('${to}').C`,
  (to) => `export const d = require('${to}')`,
  (to) => `import e = require('${to}')`,
  (to) => `export const f = await import(\`${to}\`)`,
]
const TYPE_LINES = new Set([2, 5, 6])

describe.each(ROOMS)('planted in $name', (room) => {
  const { file } = plant(room)
  const others = ROOMS.filter(({ name }) => name !== room.name)
  const allowed = others.filter(({ name }) => covers(room.may, name))
  const typesOnly = others.filter(({ name }) => !covers(room.may, name) && covers(room.types ?? [], name))
  const forbidden = others.filter((other) => !allowed.includes(other) && !typesOnly.includes(other))
  const linesReported = (other: Room): readonly number[] => {
    const text = IMPORTS.map((write) => write(plant(other).specifier)).join('\n')
    const found = checkWalls(new Map([...everyRoom, [file, text]]), ROOMS)
    for (const { message } of found) {
      expect(message).toContain(other.name)
      expect(message).toContain(directions(room))
    }
    return found.filter((violation) => violation.file === file).map(({ line }) => line)
  }
  const every = IMPORTS.map((_, index) => index + 1)

  test('value, type and dynamic imports of every forbidden room are refused', () => {
    expect(forbidden.length).toBeGreaterThan(0)
    for (const other of forbidden) expect(linesReported(other), other.name).toEqual(every)
  })

  test('what the table allows passes', () => {
    for (const other of allowed) expect(linesReported(other), other.name).toEqual([])
    for (const other of typesOnly)
      expect(linesReported(other), other.name).toEqual(every.filter((line) => !TYPE_LINES.has(line)))
  })

  test('packages and Node modules outside its list are refused, in each form', () => {
    for (const name of ['left-pad', '@acme/thing/deep', 'electron', 'react', 'dexie', 'node:fs', 'fs']) {
      const text = IMPORTS.map((write) => write(name)).join('\n')
      const lines = checkWalls(new Map([[file, text]]), ROOMS).map(({ line }) => line)
      const fine = name === 'node:fs' ? room.node === true : (room.npm ?? []).includes(name)
      expect(lines, name).toEqual(fine ? [] : every)
    }
  })
})

describe('refused wherever it stands', () => {
  const a = 'src-core/lib/a.ts'
  const b = 'src-core/lib/b.ts'
  const only = (text: string, more: Readonly<Record<string, string>> = {}): readonly string[] =>
    show(new Map(Object.entries({ ...more, [a]: text })))

  test.each([
    ['a missing file', `import { x } from './gone.ts'`, /'\.\/gone\.ts' is no file/],
    ['a missing file by subpath', `import type { x } from '#core/lib/gone.ts'`, /is no file/],
    ['an unknown subpath', `import { x } from '#nowhere/x.ts'`, /is not a subpath/],
    ['no extension', `import { x } from './b'`, /extensions are written out/],
    ['no extension by subpath', `import { x } from '#core/lib/b'`, /extensions are written out/],
    ['two folders up', `import { x } from '../../src-core/lib/b.ts'`, /climbs more than one folder/],
    ['another src folder by path', `import { x } from '.././../src-host/a.ts'`, /leaves src-core/],
    ['a computed import', `export const x = (name: string) => import(name)`, /computed name/],
    ['a computed require', `export const x = (name: string) => require(name)`, /computed name/],
    ['createRequire', `export const x = createRequire('x')`, /createRequire hides/],
    ['import.meta.glob', `export const x = import.meta.glob('./*.ts')`, /import\.meta\.glob hides/],
    ['a triple-slash reference', `/// <reference types="node" />\nexport const x = 1`, /reference/],
    ['export *', `export * from './b.ts'\nexport const x = 1`, /barrel/],
    ['a barrel', `export { b } from './b.ts'`, /barrel/],
    ['a barrel in two steps', `import { b } from './b.ts'\nexport { b }`, /barrel/],
    ['a barrel of types', `export type { b } from './b.ts'`, /barrel/],
    ['a side-effect import', `import '#host/a.ts'`, /core\/lib may not import host/],
    ['a type among values', `import { type x } from '#host/a.ts'`, /core\/lib may not import host/],
    [
      'a worker of another room',
      `new Worker(new URL('../kernel/a.ts', import.meta.url))`,
      /may not import core\/kernel/,
    ],
  ])('%s', (_, text, message) => {
    const found = only(text, { [b]: 'export const b = 1', 'src-host/a.ts': '', 'src-core/kernel/a.ts': '' })
    expect(found.length).toBeGreaterThan(0)
    for (const line of found) expect(line).toMatch(message)
  })

  test('a file outside every room', () => {
    expect(show(new Map([['src-core/utils/x.ts', '']]))[0]).toMatch(/^src-core\/utils\/x\.ts:1: lies outside/)
    expect(show(new Map([['src-new/x.ts', '']]))[0]).toMatch(/outside every room/)
  })

  test('a circle of two and of three files, type imports included', () => {
    expect(
      only(`import type { b } from './b.ts'\nexport const a = 1`, {
        [b]: `import { a } from './a.ts'\nexport const b = a`,
      }),
    ).toEqual([`${a}:1: a circle: ${b} → ${a} → ${b}`])
    const c = 'src-core/lib/c.ts'
    const three = only(`import { b } from './b.ts'\nexport const a = b`, {
      [b]: `import { c } from '#core/lib/c.ts'\nexport const b = c`,
      [c]: `export const c = () => import('./a.ts')`,
    })
    expect(three).toHaveLength(1)
    expect(three[0]).toContain('a circle')
  })

  test('the message names file, line, room and directions', () => {
    const found = show(
      new Map([
        ['src-core/routing/x.ts', `\n\nimport { y } from '#core/intake/y.ts'\nexport const x = y`],
        ['src-core/intake/y.ts', ''],
      ]),
    )
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(
      /^src-core\/routing\/x\.ts:3: core\/routing may not import core\/intake \(import '#core\/intake\/y\.ts'\)\. Allowed: core\/routing → core\/case-file, .*core\/lib/,
    )
  })
})

/**
 * What the real build makes a station load before the first page can be used: start page and unlocking in Chinese, the desk worker,
 * 今日待办. Everything else waits until somebody asks for it.
 */
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureBuilt, ROOT } from '../../build/ensure-built.mjs'
import { readImports } from '../architecture/imports.ts'

/** Issue 3, "Must show". Kilobytes of 1,000 bytes, each file by itself at gzip's own level, as a page over a wire would be counted. */
const LIMIT_KB = 450

type Part = 'page' | 'worker' | 'today'

/**
 * Words that stand in the built code of what only some screens use, and nowhere else. `of`: the package, when it is one: a package
 * that is not installed is not looked for. `but`: the part that needs it. To add one: a line here; the test fails when the word is in no chunk at all.
 */
const LATER: readonly { readonly what: string; readonly of?: string; readonly word: string; readonly but?: Part }[] = [
  { what: 'pinyin', of: 'pinyin-pro', word: 'toneSandhi' },
  { what: 'PDF viewer', of: 'pdfjs-dist', word: 'getOptionalContentConfig' },
  { what: 'charts', of: 'echarts', word: 'echarts' },
  { what: '.docx', of: 'docx', word: 'wordprocessingml' },
  { what: '.xlsx', word: 'spreadsheetml' },
  { what: 'CSV', of: 'papaparse', word: 'PapaParse' },
  { what: 'English', word: 'People, matters, providers' },
  // The desk checks every command with it; the window needs it with the first form.
  { what: 'zod', word: 'invalid_union', but: 'worker' },
]

/**
 * Names of XML languages and addresses in messages of libraries: nothing fetches them, and the policy of the page would refuse it.
 * An address that ends with `/` stands for all below it. To add one: the address and whose it is.
 */
const KNOWN_ADDRESSES: Readonly<Record<string, string>> = {
  'http://www.w3.org/': 'names of SVG, MathML, XLink and XML',
  'http://schemas.openxmlformats.org/': 'names inside .xlsx and .docx',
  'http://schemas.microsoft.com/office/': 'names inside .xlsx and .docx',
  'http://purl.org/dc/': 'names inside .docx',
  'http://purl.oclc.org/ooxml/': 'names inside .docx',
  'https://answers.microsoft.com/': 'docx: where a message is explained',
  'http://json-schema.org/': 'zod: names of JSON schema dialects',
  'https://json-schema.org/': 'zod: names of JSON schema dialects',
  'https://react.dev/errors/': 'React: where a message is explained',
  'https://react.i18next.com/': 'react-i18next: where a message is explained',
  'https://www.npmjs.com/package/hash-wasm': 'hash-wasm: in a message',
  'https://github.com/mholt/PapaParse': 'papaparse: licence',
  'https://tinyurl.com/y2uuvskb': 'Dexie: in a message',
  'http://bit.ly/2kdckMn': 'Dexie: in a message',
  'http://www.xfa.org/schema/': 'pdf.js: names inside PDF forms',
  'http://ns.adobe.com/': 'pdf.js: names inside PDF forms',
  'https://github.com/zloirock/core-js/': 'core-js in pdf.js: licence',
  'https://github.com/zloirock/core-js': 'core-js in pdf.js: licence',
  'http://example.com': 'pdf.js: tries whether an address can be read',
  'https://foo.bar': 'pdf.js: tries whether an address can be read',
  'https://x': 'core-js in pdf.js: tries the browser’s own URL',
  'https://a': 'core-js in pdf.js: tries the browser’s own URL',
  'https://a@b': 'core-js in pdf.js: tries the browser’s own URL',
  'https://a#б': 'core-js in pdf.js: tries the browser’s own URL',
  'https://a/c%20d?a=1&c=3': 'core-js in pdf.js: tries the browser’s own URL',
}
const isKnown = (address: string): boolean =>
  Object.keys(KNOWN_ADDRESSES).some((known) => (known.endsWith('/') ? address.startsWith(known) : address === known))

const PAGE = join(ROOT, 'out/renderer')
const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> } // prettier-ignore
/** Path below out/renderer → content, read once: another build may replace the folder any time. */
const files = new Map<string, Buffer>()

const text = (path: string): string => {
  const bytes = files.get(path)
  if (!bytes) throw new Error(`not in the build: ${path}`)
  return bytes.toString('utf8')
}
const gzipped = (paths: Iterable<string>): number => {
  let sum = 0
  for (const path of paths) sum += gzipSync(files.get(path)!).length
  return sum / 1000
}
const scripts = (): readonly string[] => [...files.keys()].filter((path) => /\.m?js$/.test(path))

/** A script and all that it imports before it runs. */
function closure(entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const visit = (path: string): void => {
    if (seen.has(path)) return
    seen.add(path)
    for (const { kind, specifier } of readImports(path, text(path)).imports)
      if (kind === 'import' || kind === 'export from') visit(posix.join('assets', specifier))
  }
  for (const entry of entries) visit(entry)
  return seen
}

/** Chunks are called after the source that they were cut for. */
const chunks = (name: string): readonly string[] =>
  scripts().filter((path) => new RegExp(`^assets/${name}-[\\w-]{8}\\.js$`).test(path))

/** What the browser is told to fetch, scripts and style sheets, when `from` asks for a lazily loaded source. */
function lazily(from: string, name: string): readonly string[] {
  const source = text(from)
  const list = JSON.parse(/\.f=(\[[^\]]*\])/.exec(source)?.[1] ?? '[]') as readonly string[]
  const asked = new RegExp(`import\\([^)]*/${name}-[\\w-]{8}\\.js[^)]*\\)[^(]*__vite__mapDeps\\(\\[([\\d,]*)\\]`)
  const numbers = asked.exec(source)?.[1]
  return (numbers ?? '').split(',').filter(Boolean).map((index) => posix.join('assets', list[Number(index)]!)) // prettier-ignore
}

describe('first screen', () => {
  let parts: Readonly<Record<Part, ReadonlySet<string>>>

  beforeAll(async () => {
    await ensureBuilt()
    for (const entry of await readdir(PAGE, { recursive: true, withFileTypes: true }))
      if (entry.isFile()) {
        const path = join(entry.parentPath, entry.name)
        files.set(path.slice(PAGE.length + 1).replaceAll('\\', '/'), readFileSync(path))
      }
    const html = text('index.html')
    const entry = /<script type="module"[^>]* src="\.\/([^"]+)"/.exec(html)?.[1] ?? ''
    const styles = [...html.matchAll(/<link rel="stylesheet"[^>]* href="\.\/([^"]+)"/g)].map((match) => match[1]!)
    // The entry fetches the window's code and the words of one language at once.
    const [start] = chunks('start')
    const page = new Set([
      'index.html',
      ...styles,
      ...closure([entry]),
      ...lazily(entry, 'start'),
      ...lazily(entry, 'chinese'),
    ])
    const today = new Set(lazily(start ?? '', 'today').filter((path) => !page.has(path)))
    parts = { page, worker: closure(chunks('worker')), today }
  }, 120_000)

  test(`at most ${LIMIT_KB} kB`, () => {
    const rows = Object.entries(parts).flatMap(([part, paths]) =>
      [...paths].map((path) => ({ part, path, kB: Math.round(gzipped([path]) * 10) / 10 })),
    )
    const sum = gzipped(rows.map((row) => row.path))
    const all = gzipped(scripts())
    const of = (name: keyof typeof parts): string => gzipped(parts[name]).toFixed(0)
    const big = rows.toSorted((a, b) => b.kB - a.kB).slice(0, 8)
    console.log(
      [
        `first screen: ${sum.toFixed(0)} kB of ${LIMIT_KB} (page ${of('page')}, desk worker ${of('worker')}, 今日待办 ${of('today')}); every script together: ${all.toFixed(0)} kB`,
        ...big.map((row) => `  ${row.kB.toFixed(1).padStart(6)} kB  ${row.part.padEnd(6)} ${row.path}`),
      ].join('\n'),
    )
    for (const part of Object.values(parts)) expect(part.size).toBeGreaterThan(0)
    expect(parts.page.size).toBeGreaterThan(3)
    expect(sum).toBeLessThanOrEqual(LIMIT_KB)
  })

  const installed = LATER.filter(({ of }) => of === undefined || Object.hasOwn(devDependencies, of))
  test.each(installed)('$what only when used', ({ word, but }) => {
    const first = new Set(Object.entries(parts).flatMap(([part, paths]) => (part === but ? [] : [...paths])))
    const holders = scripts().filter((path) => text(path).includes(word))
    expect(holders).not.toEqual([])
    expect(holders.filter((path) => first.has(path))).toEqual([])
  })

  test('no source map, and no address but those known', () => {
    const found: string[] = []
    for (const path of files.keys()) {
      if (path.endsWith('.map')) found.push(path)
      if (!/\.(?:m?js|css|html)$/.test(path)) continue
      const content = text(path)
      if (content.includes('sourceMappingURL')) found.push(`${path}: source map`)
      const addresses = content.match(/(?:https?|wss?):\/\/[\w.-]+[^\s"'`)\\]*/g) ?? []
      for (const address of addresses) if (!isKnown(address)) found.push(`${path}: ${address}`)
    }
    expect(found).toEqual([])
    // Page and style sheets name nothing at all outside.
    for (const path of [...files.keys()].filter((name) => /\.(?:css|html)$/.test(name)))
      expect(text(path)).not.toMatch(/(?:href|src)="(?!\.\/)|url\((?!["']?(?:data:image|\.\/|#))|@import/)
  })
})

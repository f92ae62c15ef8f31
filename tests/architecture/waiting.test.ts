/**
 * core/lib/sha256.ts waits for WebAssembly, and so does whatever imports it. A worker that waits loses what is sent to it before its
 * `onmessage` (services/listening.ts); Electron's main process would come after `ready`. So each says that it listens, or waits
 * for nothing.
 */
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { readImports } from './imports.ts'
import { readSources } from './sources.ts'

const WAITS = 'src-core/lib/sha256.ts'
const FOLDERS: Readonly<Record<string, string>> = { '#core': 'src-core', '#host': 'src-host', '#main': 'src-main', '#cli': 'src-cli', '#app': 'src-renderer' } // prettier-ignore
const AT_ONCE: ReadonlySet<string> = new Set(['import', 'export from'])
const sources = readSources()

const target = (file: string, specifier: string): string => {
  const [top = '', ...rest] = specifier.split('/')
  return posix.normalize(FOLDERS[top] ? [FOLDERS[top], ...rest].join('/') : posix.join(posix.dirname(file), specifier))
}

/** Loaded before the file's own first line runs. */
function loadedBefore(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || !sources.has(file) || !/\.tsx?$/.test(file)) return seen
  seen.add(file)
  for (const { kind, specifier } of readImports(file, sources.get(file)!).imports)
    if (AT_ONCE.has(kind)) loadedBefore(target(file, specifier), seen)
  return seen
}

const workers = [...sources].flatMap(([file, text]) =>
  [...text.matchAll(/new Worker\(new URL\('([^']+)'/g)].map((found) => target(file, found[1]!)),
)

test.each([...new Set(workers)])('%s says that it listens, or waits for nothing', (worker) => {
  const says = sources.get(worker)!.includes('sayListens(')
  expect(says || !loadedBefore(worker).has(WAITS), worker).toBe(true)
})

test('the main process and its preload wait for nothing', () => {
  for (const entry of ['src-main/index.ts', 'src-main/preload.ts'])
    expect(loadedBefore(entry).has(WAITS), entry).toBe(false)
})

test('the desk and the sheets do wait: this test sees it', () => {
  expect(workers.length).toBeGreaterThan(5)
  expect(loadedBefore('src-renderer/desk/worker.ts').has(WAITS)).toBe(true)
  expect(loadedBefore('src-renderer/services/sheet-worker.ts').has(WAITS)).toBe(true)
})

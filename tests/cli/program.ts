/** The built `linwu` and the built server, as their users start them. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { withStation, type OpenStation } from '#cli/open-station.ts'
import { ok } from '#core/lib/result.ts'
import { ensureBuilt } from '../../build/ensure-built.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
const program = (name: string): string => join(ROOT, 'out/main', `${name}.js`)

/** Whatever some command may answer; a test reads what its own command does. */
type Answer = {
  readonly [field: string]: unknown
  readonly recoveryCode: string
  readonly imported: number
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
  readonly total: number
  readonly cases: readonly {
    readonly id: string
    readonly number: string
    readonly title: string
    readonly receivedAt: string
  }[]
  readonly id: string
  readonly events: readonly { readonly header: { readonly k: string; readonly log: string } }[]
  readonly damaged: readonly { readonly reason: string }[]
  readonly ok: boolean
}

export type Ran = { readonly code: number | null; readonly out: string; readonly err: string; readonly json: Answer }

let built: Promise<unknown> | null = null

/** Every command runs to its end; `json` is what --json printed. */
export async function linwu(...words: string[]): Promise<Ran> {
  await (built ??= ensureBuilt())
  const ran = spawnSync(process.execPath, [program('linwu'), ...words], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  const isJson = words.includes('--json') && ran.stdout !== ''
  return { code: ran.status, out: ran.stdout, err: ran.stderr, json: (isJson ? JSON.parse(ran.stdout) : {}) as Answer }
}

/** A folder of its own, gone after the test. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'linwu-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** ms for tests of many commands: each takes 0.5 s to 1 s (Argon2id), ten times that on a busy machine. */
export const LONG = 240_000

export const PASSWORD = '一二三四 five'

export type TestStation = {
  readonly folder: string
  readonly dir: string
  readonly key: readonly string[]
  readonly recoveryCode: string
}

/** A fresh station at `folder/station`; `key` opens it. */
export async function newStation(): Promise<TestStation> {
  const folder = tempFolder()
  const file = join(folder, 'password')
  writeFileSync(file, `${PASSWORD}\r\n`)
  const dir = join(folder, 'station')
  const key = ['--password-file', file]
  const made = await linwu(
    'init',
    dir,
    '--station-code',
    '110101001001',
    '--short',
    'S0012',
    '--station-name',
    '槐树里',
    ...key,
    '--json',
  )
  if (made.code !== 0) throw new Error(made.err)
  return { folder, dir, key, recoveryCode: made.json.recoveryCode }
}

/** Work on a station in this process, through the same door as the commands. */
export async function inStation(
  dir: string,
  key: readonly string[],
  work: (station: OpenStation) => Promise<void>,
): Promise<void> {
  const given = {
    places: [dir],
    option: (name: string) => (name === 'password-file' ? key[1] : undefined),
    flag: () => false,
    language: 'zh-CN' as const,
  }
  const opened = await withStation(given, '', async (station) => ok(await work(station)))
  if (!opened.ok) throw new Error(opened.error.problem.code)
}

export const CSV = [
  '编号,标题,内容,时间,姓名,电话,地点',
  '1,路灯不亮,楼前的灯坏了,2026-03-02 09:30,王素兰,10000000001,槐树里3号楼',
  '2,下水道堵了,"厨房反水，\n很急",2026/3/3,李二乙,10000000002,柳荫巷1号',
  '3,电梯停运,停了两天,2026年3月4日,𠮷田,10000000003,桂花园',
  '',
].join('\r\n')

export function put(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

export type Server = {
  readonly url: string
  readonly process: ChildProcess
  readonly stop: () => Promise<number | null>
}

/** Starts the browser edition and waits for its line; rejects with what it said when it ends before that. */
export async function serve(...words: string[]): Promise<Server> {
  await (built ??= ensureBuilt())
  const child = spawn(process.execPath, [program('serve'), '--no-open', ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<number | null>((done) => child.on('exit', done))
  onTestFinished(() => void child.kill('SIGKILL'))
  let said = ''
  let wrong = ''
  child.stderr.on('data', (part) => (wrong += part))
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (part) => {
      const match = /http:\/\/\S+/.exec((said += part))
      if (match) found(match[0])
    })
    void ended.then((code) => failed(new Error(`${code}: ${wrong}`)))
  })
  return {
    url,
    process: child,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}

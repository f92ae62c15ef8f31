/**
 * Builds `out/` when a source is newer than the build that stands there, and only then.
 *
 * Several programs may ask at once (the app, `linwu` in a script, the tests): one builds, the others wait. The build is
 * made beside `out` and renamed over it, so a build that fails or is killed leaves the last good one standing.
 *
 * As a program: `node build/ensure-built.mjs [--force]`, with the build's own output.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

export const ROOT = resolve(import.meta.dirname, '..')
const OUT = join(ROOT, 'out')
const STAMP = join(OUT, '.built')
const CACHE = join(ROOT, '.cache')
const LOCK = join(CACHE, 'build.lock')
const ELECTRON_VITE = join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js')

/** Whatever can change the build. To add one: a line here. */
const INPUTS = [/^src-/, /^resources$/, /^package\.json$/, /^package-lock\.json$/, /^electron\.vite\.config\.ts$/]

/** A build takes seconds; a lock this old belongs to a program that died and whose number was given to another. */
const STALE_LOCK_MS = 3 * 60_000

/** Names, sizes and times of all inputs: a deleted or renamed file shows as well as a changed one. */
const fingerprint = () => {
  const lines = []
  const add = (path) => {
    const { size, mtimeMs } = statSync(path)
    lines.push(`${path.slice(ROOT.length)}\t${size}\t${mtimeMs}`)
  }
  for (const name of readdirSync(ROOT).filter((entry) => INPUTS.some((input) => input.test(entry)))) {
    const path = join(ROOT, name)
    if (!statSync(path).isDirectory()) add(path)
    else
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) add(join(entry.parentPath, entry.name))
  }
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex')
}

const isBuilt = (print) => {
  try {
    return readFileSync(STAMP, 'utf8') === print
  } catch {
    return false
  }
}

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

const lockIsStale = () => {
  try {
    const pid = Number(readFileSync(LOCK, 'utf8'))
    const age = Date.now() - statSync(LOCK).mtimeMs
    // The number is written a moment after the file: an empty one is young, not dead.
    return age > STALE_LOCK_MS || (pid > 0 && !isAlive(pid))
  } catch {
    return false
  }
}

const tryLock = () => {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (lockIsStale()) rmSync(LOCK, { force: true })
    return false
  }
}

/** Leftovers of builds that were killed. */
const sweep = () => {
  for (const name of readdirSync(CACHE)) {
    const pid = Number(/^(?:out|old)-(\d+)$/.exec(name)?.[1] ?? 0)
    if (pid > 0 && !isAlive(pid)) rmSync(join(CACHE, name), { recursive: true, force: true })
  }
}

/** Windows refuses to rename a folder while a virus scanner looks into it; two builders may meet here as well. */
const swap = async (fresh) => {
  const old = join(CACHE, `old-${process.pid}`)
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (existsSync(OUT)) renameSync(OUT, old)
      renameSync(fresh, OUT)
      rmSync(old, { recursive: true, force: true })
      return
    } catch (error) {
      if (!existsSync(OUT) && existsSync(old)) renameSync(old, OUT)
      rmSync(old, { recursive: true, force: true })
      if (attempt === 20) throw error
      await sleep(100)
    }
  }
}

const build = async (print, loud) => {
  if (!existsSync(ELECTRON_VITE))
    throw new Error('依赖还没装，请先运行 npm ci · Packages are missing: run `npm ci` first')
  const fresh = join(CACHE, `out-${process.pid}`)
  rmSync(fresh, { recursive: true, force: true })
  const { status, error, stdout, stderr } = spawnSync(process.execPath, [ELECTRON_VITE, 'build'], {
    cwd: ROOT,
    env: { ...process.env, LINWU_OUT: fresh, NODE_ENV: 'production' },
    // Standard output stays free for the program that asked (`linwu --json`).
    stdio: loud ? ['ignore', process.stderr, process.stderr] : ['ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  // electron-vite answers 0 when there is nothing to build.
  if (status !== 0 || !existsSync(fresh)) {
    rmSync(fresh, { recursive: true, force: true })
    if (!loud) process.stderr.write(`${stdout ?? ''}${stderr ?? ''}`)
    throw error ?? new Error('构建失败，原来的程序没有动 · The build failed; the last good one was left as it was')
  }
  writeFileSync(join(fresh, '.built'), print)
  await swap(fresh)
}

/**
 * Resolves when `out/` is a build of the sources as they are; answers whether it had to be built.
 * `loud` shows the build's own output (on standard error), otherwise it is shown only when it fails.
 */
export const ensureBuilt = async ({ force = false, loud = false, onBuild = () => {} } = {}) => {
  if (!force && isBuilt(fingerprint())) return false
  mkdirSync(CACHE, { recursive: true })
  while (!tryLock()) await sleep(100)
  try {
    const print = fingerprint()
    if (!force && isBuilt(print)) return false
    sweep()
    onBuild()
    await build(print, loud)
    return true
  } finally {
    rmSync(LOCK, { force: true })
  }
}

/** Takes the stamp off, for whoever writes into `out/` by other means. */
export const forgetBuild = () => rmSync(STAMP, { force: true })

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    await ensureBuilt({ force: process.argv.includes('--force'), loud: true })
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}

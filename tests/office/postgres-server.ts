/** A PostgreSQL server of the test's own: as the postgres user, on a socket in a temporary folder, no port; gone afterwards. */
import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureInstalled } from './ensure-installed.ts'

const VERSIONS = '/usr/lib/postgresql'

function programs(): string | null {
  if (!existsSync(VERSIONS)) return null
  const folders = readdirSync(VERSIONS).toSorted((a, b) => Number(b) - Number(a))
  return folders.map((version) => join(VERSIONS, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null
}

const isRoot = process.getuid?.() === 0

function ensurePostgres(): string {
  ensureInstalled(() => (programs() === null ? ['PostgreSQL'] : []), ['postgresql'])
  return programs()!
}

export type PostgresServer = {
  /** Makes an empty database. */
  readonly create: (database: string) => void
  /** `psql -d database …words` in `folder`; answers standard output, throws with what it said on an error. */
  readonly psql: (database: string, words: readonly string[], folder?: string) => string
  /** Rows of one query as JSON. */
  readonly rows: <T>(database: string, query: string) => T[]
  /** For programs that the test starts itself. */
  readonly env: NodeJS.ProcessEnv
  readonly stop: () => void
}

export function startPostgres(): PostgresServer {
  const bin = ensurePostgres()
  const folder = mkdtempSync(join(tmpdir(), 'linwu-pg-'))
  const owner = isRoot ? idOf('postgres') : null
  // The server refuses to run as root.
  if (owner) chownSync(folder, owner.uid, owner.gid)
  const run = (program: string, args: readonly string[]): void => {
    const done = spawnSync(join(bin, program), args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'], ...owner }) // prettier-ignore
    if (done.status !== 0) throw new Error(`${program}: ${done.stderr}`)
  }
  const data = join(folder, 'data')
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync', '--locale=C.UTF-8'])
  const options = `-c listen_addresses='' -c unix_socket_directories='${folder}' -c fsync=off -c logging_collector=off`
  run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-w', '-o', options, 'start'])
  const env = { ...process.env, PGHOST: folder, PGUSER: 'postgres', PGTZ: 'UTC', PGCLIENTENCODING: 'UTF8' }
  const psql = (database: string, words: readonly string[], cwd = folder): string => {
    const args = ['-X', '-q', '-v', 'ON_ERROR_STOP=1', '-d', database, ...words]
    const done = spawnSync(join(bin, 'psql'), args, { cwd, env, encoding: 'utf8', maxBuffer: 512 * 1024 * 1024 })
    if (done.status !== 0) throw new Error(done.stderr)
    return done.stdout
  }
  return {
    create: (database) =>
      void psql('postgres', ['-c', `CREATE DATABASE ${database} TEMPLATE template0 ENCODING 'UTF8'`]),
    psql,
    rows: (database, query) => {
      const text = psql(database, ['-At', '-c', `SELECT coalesce(json_agg(q), '[]') FROM (${query}) q`])
      return JSON.parse(text)
    },
    env,
    stop: () => {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop'])
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function idOf(user: string): { uid: number; gid: number } {
  const ask = (flag: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: ask('-u'), gid: ask('-g') }
}

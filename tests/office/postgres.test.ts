/** `linwu export --format postgres` on a real server: the same merge, the same figures, once however often it is loaded. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Given } from '#cli/command.ts'
import { exportCases } from '#cli/commands/export.ts'
import { newStation } from '#cli/new-station.ts'
import { folderOptions, markStation, withStation } from '#cli/open-station.ts'
import { storable, storableJson } from '#cli/postgres/copy-text.ts'
import { columnOf, VIEWS } from '#cli/postgres/typed-views.ts'
import { measureColumn } from '#cli/postgres/figures-sql.ts'
import { absorb, newBook, readCase, type Book } from '#core/book/book.ts'
import { reportNamesOf } from '#core/book/report-names-of.ts'
import { dueOf } from '#core/case-file/due.ts'
import { openReferral, statusOf } from '#core/case-file/status.ts'
import { fieldScope } from '#core/catalogue.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import { seeded } from '#core/demo/seeded.ts'
import { MEASURES } from '#core/figures/measures.ts'
import { RATE_RULES_START } from '#core/figures/rates.ts'
import { factsOf, type RoundFacts } from '#core/figures/round-facts.ts'
import { eraseDraft } from '#core/kernel/command.ts'
import { conflicts, isGone, values } from '#core/kernel/entity.ts'
import { SCOPES, type StoredEvent } from '#core/kernel/event.ts'
import { receive } from '#core/kernel/replica.ts'
import { identityOf } from '#core/keys/identity.ts'
import { newKeyring } from '#core/keys/keyring.ts'
import { ok } from '#core/lib/result.ts'
import { epochOf } from '#core/lib/time.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { reportFigures } from '#core/reports/report-figures.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { size } from '../size.ts'
import { FROM, leaving, newPc, pcOf, pinned, type Pc } from '../houses.ts'
import { HOSTILE, mix, randomCase } from './random-case.ts'
import { startPostgres, type PostgresServer } from './postgres-server.ts'

const SEED = 20_261_123
const CASES = size(150)
const NOW = '2026-11-23T09:00:00+08:00'
const folder = mkdtempSync(join(tmpdir(), 'linwu-pg-test-'))
const passwordFile = join(folder, 'password')
const early = join(folder, 'early')
const late = join(folder, 'late')
let server: PostgresServer
/** What the program makes of the same events: all that may leave a station, and nothing else. */
let oracle: Book
let houses: string[]
let erasedText: string

beforeAll(async () => {
  server = startPostgres()
  writeFileSync(passwordFile, '平安是福\n')
  const random = seeded(SEED)
  const uuid = (): string => uuidv7(FROM, random.bytes(10))
  const [officeHouse, a, b, demo] = [uuid(), uuid(), uuid(), uuid()]
  houses = [officeHouse, a, b, demo]

  const dir = join(folder, 'office')
  const host = await openStationFolder(folderOptions(dir))
  if (!host.ok) throw new Error(host.error)
  const card = { id: officeHouse, code: '110101001000', short: 'JD001', name: '街道', letter: 'A', demo: false }
  const slot = {
    kind: 'command-line' as const,
    label: '测',
    user: `user:${uuid()}`,
    secret: '平安是福',
    scopes: SCOPES,
  }
  const made = await newStation(host.value, card, [slot], { m: 8_192, t: 1, p: 1 })
  if (!made.ok) throw new Error(made.error)
  const office = pcOf(officeHouse, made.value.device, identityOf(newKeyring(random.bytes)), made.value.book, random)
  let stored = 0
  const append = async (): Promise<void> => {
    for (; stored < office.events.length; stored += 2_000) {
      const done = await made.value.writer.append(office.events.slice(stored, stored + 2_000))
      if (!done.ok) throw new Error(done.error)
    }
    stored = office.events.length
    await markStation(host.value, card, office.book)
  }

  const pcsA = [newPc(a, random), newPc(a, random)]
  const pcsB = [newPc(b, random)]
  const demoPc = await demoHouse(demo, random)
  const stationCard = (name: string, house: string) => ({ entity: `station:${house}`, kind: 'station-set-up', fields: { name, code: '110101001001', short: 'S0001' } }) // prettier-ignore
  pcsA[0]!.write([stationCard(HOSTILE.join('|'), a)])
  pcsB[0]!.write([stationCard('乙', b)])
  office.write([
    stationCard('街道', officeHouse),
    ...pinned(pcsA, '甲'),
    ...pinned(pcsB, '乙'),
    ...pinned([demoPc], '丙'),
  ])
  // Directory entries of the office that a station changes while the office changes them, too.
  for (const p of ['p1', 'p2', 'p3'])
    office.write([{ entity: `provider:${p}`, kind: 'provider-saved', fields: { name: HOSTILE[2]! + p, kind: 'social', funding: 'purchased', contact: '内部' } }]) // prettier-ignore
  for (const pc of [...pcsA, ...pcsB]) pc.take(leaving(office.events))
  pcsA[1]!.write([{ entity: 'provider:p1', kind: 'provider-saved', fields: { name: '两边都改' } }])
  office.write([{ entity: 'provider:p1', kind: 'provider-saved', fields: { name: '这边也改' } }])
  // One side erases what the other writes to.
  office.write([eraseDraft('provider:p2', 'directory', 'test')])
  erasedText = '删了就没有了'
  pcsB[0]!.write([{ entity: 'provider:p2', kind: 'provider-saved', fields: { services: erasedText } }])

  const cases: string[] = []
  const part = (pcs: readonly Pc[], count: number): void => {
    for (let i = 0; i < count; i++) cases.push(randomCase(pcs, random))
  }
  const report = (pcs: readonly Pc[]): void => {
    const has = new Set(office.events.map(({ id }) => id))
    const fresh = pcs.flatMap((pc) => leaving(pc.events)).filter(({ id }) => !has.has(id))
    office.take([...new Map(fresh.map((event) => [event.id, event])).values()].toSorted(byLamport))
  }
  part(pcsA, CASES)
  part(pcsB, CASES)
  for (const pcs of [pcsA, pcsB, [demoPc]]) report(pcs)
  await append()
  expect(await exportCases.run(given(dir, early))).toMatchObject({ ok: false, error: { problem: { code: 'locked-by-other' } } }) // prettier-ignore
  await host.value.close()
  await exported(dir, early)

  // Later: more cases, orders from above in the log for that house alone, more erasures.
  part(pcsA, CASES / 5)
  part(pcsB, CASES / 5)
  mix(pcsA, random)
  for (const pcs of [pcsA, pcsB]) report(pcs)
  for (const id of cases.slice(0, 10))
    office.write([{ entity: `supervision-order:${uuid()}`, kind: 'ordered', fields: { case: id, at: NOW, kind: 'supervise', dueAt: NOW } }], a) // prettier-ignore
  for (const id of cases.slice(10, 20)) office.write([eraseDraft(id, 'shared', 'test')], a)
  office.write([{ entity: `closing:${uuid()}`, kind: 'closed', fields: { case: cases[25], at: NOW, outcome: 'solved' } }], a) // prettier-ignore
  await appendLater(dir, office.events.slice(stored))
  await exported(dir, late)

  oracle = newBook(['shared', 'directory'])
  absorb(oracle, receive(oracle.replica, leaving(office.events), 'own').touched)
}, 300_000)
afterAll(() => {
  server?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const byLamport = (x: StoredEvent, y: StoredEvent): number =>
  x.header.l - y.header.l || (x.header.log < y.header.log ? -1 : x.header.log > y.header.log ? 1 : 0) || x.header.n - y.header.n // prettier-ignore

const given = (dir: string, out: string): Given => {
  const words: Readonly<Record<string, string>> = { 'password-file': passwordFile, format: 'postgres', out }
  return { places: [dir], option: (name) => words[name], flag: () => false, language: 'zh-CN' }
}

async function exported(dir: string, out: string): Promise<void> {
  const done = await exportCases.run(given(dir, out))
  if (!done.ok) throw new Error(done.error.problem.code)
}

/** As another run of the program would add them. */
async function appendLater(dir: string, events: readonly StoredEvent[]): Promise<void> {
  const about = { peer: houses[1]!, pc: '0'.repeat(16), profile: 'report', file: 'x', sha256: '0'.repeat(64), bytes: 1 } as const // prettier-ignore
  const record = { ...about, logs: {}, letters: [], heads: [], have: {}, got: [] }
  const done = await withStation(given(dir, ''), '', async ({ keeper, mark }) => {
    const taken = await keeper.takeIn({ bundle: '0'.repeat(32), record, events })
    if (!taken.ok) throw new Error(JSON.stringify(taken.error))
    await mark()
    return ok(null)
  })
  if (!done.ok) throw new Error(done.error.problem.code)
}

/** The fictitious station's two years, by the real decisions. */
async function demoHouse(house: string, random: ReturnType<typeof seeded>): Promise<Pc> {
  const pc = newPc(house, random)
  const writer = {
    append: (events: readonly StoredEvent[]) => {
      pc.events.push(...events)
      return Promise.resolve(ok({ segment: '', ordinal: 0, from: 0, to: 0, nextSeq: 0, batch: new Uint8Array(0) }))
    },
    settle: () => Promise.resolve(ok(null)),
    position: () => null,
  }
  const book = newBook(SCOPES, `station:${house}`)
  const user = `user:${uuidv7(FROM, random.bytes(10))}`
  const filled = await fillDemo({ book, writer, stationId: `station:${house}`, user, device: pc.identity.pc, now: epochOf(NOW), seed: SEED }) // prettier-ignore
  if (!filled.ok) throw new Error('demo')
  return pc
}

const casesOf = (book: Book) => book.cases.flatMap((id) => readCase(book, id) ?? [])
const roundsOf = (book: Book): RoundFacts[] => casesOf(book).flatMap(factsOf)
const atOf = (moment: string | null): string | null => (moment ? new Date(epochOf(moment)).toISOString() : null)
const iso = (column: string): string => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS".000Z"')`

/** Tables in an order of their own, to be compared between databases. */
const dump = (database: string): string =>
  ['entity', 'act', 'round', 'case_now', 'touched']
    .map((table) =>
      server.psql(database, [
        '-At',
        '-c',
        `SELECT to_jsonb(t) - 'position' FROM linwu.${table} t ORDER BY to_jsonb(t)::text COLLATE "C"`,
      ]),
    ) // prettier-ignore
    .join('\n')

const load = (database: string, from: string): void => void server.psql(database, ['-f', 'load.sql'], from)

describe('loaded', () => {
  beforeAll(() => {
    server.create('d1')
    load('d1', early)
    load('d1', early)
    load('d1', late)
  })

  it('holds every event once, byte for byte, in the partition of its house', () => {
    const rows = server.rows<{ house: string; n: number }>('d1', 'SELECT house, count(*) AS n FROM linwu.event GROUP BY 1') // prettier-ignore
    expect(rows.map(({ house }) => house).toSorted()).toEqual(houses.toSorted())
    const known = [...oracle.replica.logs.values()].reduce((sum, { ids, branches }) => sum + ids.length - 1 + [...(branches?.forks.values() ?? [])].flat().length, 0) // prettier-ignore
    expect(rows.reduce((sum, { n }) => sum + n, 0)).toBe(known)
    const said = server.psql('d1', ['-At', '-f', 'queries.sql'], late)
    expect(said).toMatch(
      /== events whose id is not the hash of their header \(none, or somebody changed them\) ==\n0\n/,
    )
  })

  it('shows the values and conflicts that the program shows', () => {
    const rows = server.rows<{ id: string; fields: Record<string, unknown>; conflicts: string[] }>('d1', 'SELECT id, fields, conflicts FROM linwu.entity') // prettier-ignore
    const ours = [...oracle.replica.entities.values()].filter((entity) => !isGone(entity))
    expect(rows.length).toBe(ours.length)
    const theirs = new Map(rows.map((row) => [row.id, row]))
    expect(rows.some((row) => row.conflicts.length > 0)).toBe(true)
    for (const entity of ours) {
      const row = theirs.get(entity.id)!
      expect(row.fields, entity.id).toEqual(JSON.parse(storableJson(values(entity))))
      expect(row.conflicts, entity.id).toEqual(conflicts(entity))
    }
  })

  it('says of every case what the program says', () => {
    const rows = server.rows<Record<string, unknown>>('d1', `SELECT id, status, provider, ${iso('due_at')} AS due_at, disputed FROM linwu.case_now`) // prettier-ignore
    const ours = casesOf(oracle).map((file) => ({ id: file.id, status: statusOf(file), provider: openReferral(file)?.provider ?? null, due_at: atOf(dueOf(file).at), disputed: file.conflicts.length > 0 })) // prettier-ignore
    expect(new Set(ours.map(({ status }) => status)).size).toBe(6)
    const theirs = new Map(rows.map((row) => [row['id'], row]))
    expect(rows.length).toBe(ours.length)
    for (const one of ours) expect(theirs.get(one.id)).toEqual(one)
  })

  it('counts every round as the program does', () => {
    const rows = server.rows<Record<string, unknown>>(
      'd1',
      `SELECT case_id, round, service_type, category, provider, agreement, ${['received_at', 'first_contact_at', 'due_at', 'answered_at', 'closed_at', 'ended_at', 'revisited_at'].map((column) => `${iso(column)} AS ${column}`).join(', ')},
       outcome, on_the_spot, revisit, contacted, solved, grade, bad, self, tied FROM linwu.round`,
    )
    const theirs = new Map(rows.map((row) => [`${String(row['case_id'])} ${String(row['round'])}`, row]))
    const ours = roundsOf(oracle)
    expect(rows.length).toBe(ours.length)
    expect(ours.some(({ ties }) => ties.length > 0)).toBe(true)
    for (const facts of ours) {
      const { revisit } = facts
      expect(theirs.get(`${facts.case} ${facts.round}`), `${facts.case} ${facts.round}`).toEqual({
        case_id: facts.case,
        round: facts.round,
        service_type: facts.serviceType,
        category: storable(facts.category),
        provider: facts.provider,
        agreement: facts.agreement,
        received_at: atOf(facts.receivedAt),
        first_contact_at: atOf(facts.firstContactAt),
        due_at: atOf(facts.dueAt),
        answered_at: atOf(facts.answeredAt),
        closed_at: atOf(facts.closedAt),
        ended_at: atOf(facts.endedAt),
        revisited_at: atOf(revisit?.at ?? null),
        outcome: facts.outcome,
        on_the_spot: facts.onTheSpot,
        revisit: revisit?.id ?? null,
        contacted: revisit?.contacted ?? null,
        solved: revisit?.solved ?? null,
        grade: revisit?.grade ?? null,
        bad: revisit?.bad ?? null,
        self: revisit?.self ?? null,
        tied: facts.ties.length > 0,
      })
    }
  })

  it('gives the upper office the same figures', () => {
    const houseOfCase = new Map(server.rows<{ id: string; house: string }>('d1', 'SELECT id, house FROM linwu.case_now').map(({ id, house }) => [id, house])) // prettier-ignore
    const names = reportNamesOf(oracle, 'zh-CN')
    const figures = (rounds: readonly RoundFacts[], from: string, until: string) =>
      reportFigures(rounds, { from, until }, {}, RATE_RULES_START, names, { at: NOW, heads: '' })
    const rowOf = ({ counts, rates, inTime }: ReturnType<typeof figures>['all']): (number | null)[] => [
      ...MEASURES.map((measure) => counts[measure]),
      inTime,
      rates.response,
      rates.solution,
      rates.satisfaction,
      rates.score,
    ]
    const rounds = roundsOf(oracle)
    const [from, until] = ['2026-03-01T00:00:00+08:00', '2026-12-01T00:00:00+08:00']
    const said = server.psql('d1', ['-t', '-A', '-F', '\t', '-v', `from=${from}`, '-v', `until=${until}`, '-v', `now=${NOW}`, '-f', 'queries.sql'], late) // prettier-ignore
    const parts = new Map(said.split(/^== /m).slice(1).map((part) => [part.slice(0, part.indexOf(' ==')), part.slice(part.indexOf('\n') + 1)])) // prettier-ignore
    const table = (name: string): string[][] => (parts.get(name) ?? '').split('\n').filter(Boolean).map((line) => line.split('\t')) // prettier-ignore
    const last = (line: readonly string[]): (number | null)[] =>
      line.slice(-MEASURES.length - 5).map((cell) => (cell === '' ? null : Number(cell)))

    const whole = figures(rounds, from, until)
    expect(last(table('all')[0]!)).toEqual(rowOf(whole.all))
    expect(whole.all.counts.valid).toBeGreaterThan(20)
    expect(whole.all.counts.tied + whole.all.counts.reopened + whole.all.counts.overdue).toBeGreaterThan(20)
    expect(table('by station').filter(([house]) => houses.includes(house!)).length).toBe(3)
    for (const house of houses.slice(1)) {
      const ours = figures(rounds.filter((facts) => houseOfCase.get(facts.case) === house), from, until) // prettier-ignore
      // A name may hold tabs and line ends: the figures stand at the end of its last line.
      const line = parts.get('by station')!.split(new RegExp(`^(?=${houses.join('|')})`, 'm')).find((one) => one.startsWith(house))! // prettier-ignore
      expect(last(line.trimEnd().split('\t'))).toEqual(rowOf(ours.all))
    }
    const types = new Map(table('by type of service').map((line) => [line[0]!, last(line)]))
    for (const group of whole.groups.type) expect(types.get(group.key)).toEqual(rowOf(group))
    for (const line of table('by month')) {
      const month = Number(line[0]!.slice(5))
      const start = (of: number): string => `2026-${String(of).padStart(2, '0')}-01T00:00:00+08:00`
      expect(last(line)).toEqual(rowOf(figures(rounds, start(month), start(month + 1)).all))
    }
    expect(table('by month').length).toBe(9)
    const statuses = table('cases by station and status, now')
    expect(statuses.reduce((sum, line) => sum + Number(line[2]), 0)).toBe(casesOf(oracle).length)
    expect(measureColumn('in-time')).toBe('in_time')
  })

  it('holds nothing that was erased, and no field that stays at a station', () => {
    const text = server.psql('d1', ['-At', '-c', 'SELECT e::text FROM linwu.event e UNION ALL SELECT x::text FROM linwu.entity x']) // prettier-ignore
    expect(text).not.toContain(erasedText)
    expect(text).not.toMatch(/私下的话|内部/)
    const files = readdirSync(join(late, 'events')).map((name) => readFileSync(join(late, 'events', name), 'utf8'))
    expect(files.join('')).not.toContain(erasedText)
    // They were there before the erasure came.
    expect(server.rows('d1', `SELECT 1 FROM linwu.event WHERE payload IS NULL`).length).toBeGreaterThan(5)
  })
})

describe('whatever the order', () => {
  it('later export first, the earlier one on top, twice: the same tables', () => {
    server.create('d2')
    load('d2', late)
    load('d2', early)
    load('d2', late)
    expect(dump('d2')).toBe(dump('d1'))
  })

  it('stations side by side, and a load that is cut short and run again', () => {
    server.create('d3')
    server.psql('d3', ['-f', 'schema.sql'], early)
    const scripts = readdirSync(join(early, 'stations'))
    const some = spawnSync('sh', ['-c', 'ls stations/*.sql | xargs -P 4 -n 1 psql -X -q -d d3 -f'], { cwd: early, env: server.env, encoding: 'utf8' }) // prettier-ignore
    expect([some.status, some.stderr]).toEqual([0, ''])
    expect(scripts.length).toBe(4)
    // No finish.sql: as if the power had gone. The later export notes and does the rest.
    load('d3', late)
    expect(dump('d3')).toBe(dump('d1'))
  })
})

describe('views', () => {
  it('have the fields that may leave, under the catalogue’s names', () => {
    for (const { type, fields } of Object.values(VIEWS))
      for (const field of Object.keys(fields)) expect(['shared', 'directory'], `${type}.${field}`).toContain(fieldScope(type, field)) // prettier-ignore
    const [provider] = server.rows<Record<string, unknown>>(
      'd1',
      `SELECT * FROM linwu.provider WHERE id = 'provider:p1'`,
    )
    expect(provider).toMatchObject({ name: expect.stringMatching(/改/), conflicts: ['name'] })
    expect(columnOf('unitFen')).toBe('"unit_fen"')
    const [named] = server.rows<{ name: string }>('d1', `SELECT name FROM linwu.station WHERE house = '${houses[1]}'`)
    expect(named!.name).toBe(storable(HOSTILE.join('|')))
  })
})

describe('somebody who changes rows behind the program’s back', () => {
  it('is seen by the query that checks hashes', () => {
    const one = `(SELECT id FROM linwu.event WHERE payload IS NOT NULL ORDER BY id LIMIT 1)`
    server.psql('d3', ['-c', `UPDATE linwu.event SET payload = replace(payload, '{', '{ ') WHERE id = ${one}`])
    expect(server.psql('d3', ['-At', '-f', 'queries.sql'], late)).toMatch(/somebody changed them\) ==\n1\n/)
  })
})

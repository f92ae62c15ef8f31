/**
 * bundle.json, read strictly: everything this version knows has the right form and stays within its limits; what it does not
 * know is left alone. Nothing here is trusted yet (verify-bundle.ts, exchange/trust).
 */
import { SCOPES, scopeOfLog, type Scope } from '#core/kernel/event.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { isMoment } from '#core/lib/time.ts'
import { PROFILES } from '#core/peer/codes.ts'
import { readGrant, readHouse, readRevocation } from '../trust/statements.ts'
import { isListedName } from './bundle-files.ts'
import { BUNDLE_LIMITS, FORMAT, READER, SUITE, type Manifest } from './manifest.ts'
import { isRecord, parseJson, type Json } from './parse-json.ts'

export type ManifestCode = 'not-a-bundle' | 'newer-version' | 'bad-manifest'

/** Lists that grow with houses and PCs; a 区 with 200 stations has some 600 of each. */
const MOST = {
  got: 1_000,
  want: 1_000,
  statements: 5_000,
  logs: 20_000,
  heads: 50_000,
  parts: 9_999,
} as const

export function parseManifest(bytes: Uint8Array): Result<Manifest, ManifestCode> {
  const json = parseJson(bytes)
  if (json === null || json['format'] !== FORMAT) return err('not-a-bundle')
  const { v, minReader, suite } = json
  if (!isWithin(v, 1, 1_000) || !isWithin(minReader, 1, v as number) || !isText(suite, 20)) return err('bad-manifest')
  const isNewer = (v as number) > READER
  if ((minReader as number) > READER) return err('newer-version')
  const isFit =
    suite === SUITE && isOneOf(PROFILES, json['profile']) && KNOWN.every(([field, fits]) => fits(json[field]))
  // A suite or profile of a later version that forgot to raise minReader.
  if (!isFit) return err(isNewer ? 'newer-version' : 'bad-manifest')
  const manifest = json as unknown as Manifest
  return ok({
    ...manifest,
    // A statement of another form than today's says nothing here, and keeps nobody out who can do without it.
    grants: manifest.grants.flatMap((grant) => readGrant(grant) ?? []),
    revocations: manifest.revocations.flatMap((revocation) => readRevocation(revocation) ?? []),
    houses: manifest.houses.flatMap((house) => readHouse(house) ?? []),
  })
}

type Fits = (v: unknown) => boolean

const matches =
  (pattern: RegExp): Fits =>
  (v) =>
    typeof v === 'string' && pattern.test(v)
const isText = (v: unknown, most: number): boolean => typeof v === 'string' && v.length <= most
const isWithin = (v: unknown, low: number, high: number): boolean =>
  Number.isSafeInteger(v) && (v as number) >= low && (v as number) <= high
const isOneOf = (list: readonly string[], v: unknown): boolean => typeof v === 'string' && list.includes(v)
const isTime: Fits = (v) => typeof v === 'string' && isMoment(v)

/** At most `most`, each of which fits, no two with the same name. */
const listOf =
  (most: number, fits: Fits, nameOf: (item: unknown) => unknown = String): Fits =>
  (v) =>
    Array.isArray(v) && v.length <= most && v.every(fits) && new Set(v.map(nameOf)).size === v.length
const recordOf =
  (most: number, key: Fits, fits: Fits): Fits =>
  (v) =>
    isRecord(v) && Object.keys(v).length <= most && Object.entries(v).every(([name, value]) => key(name) && fits(value))
const shape =
  (fields: Readonly<Record<string, Fits>>): Fits =>
  (v) =>
    isRecord(v) && Object.entries(fields).every(([field, fits]) => fits(v[field]))

const HOUSE_ID = matches(/^[0-9A-Za-z._-]{1,80}$/)
const PC = matches(/^[0-9a-z]{16}$/)
const BUNDLE_ID = matches(/^[0-9a-f]{32}$/)
const HASH = matches(/^[0-9a-f]{64}$/)
const LOG = matches(/^[0-9a-z]{16,40}\/[a-z]{1,20}$/)
const EVENT_ID = matches(/^[0-9A-Za-z_-]{43}$/)
const SIGNATURE = matches(/^[0-9A-Za-z_-]{86}$/)
const BLOB_ID = matches(/^[0-9A-Za-z._-]{1,80}$/)

const isScope: Fits = (v) => isOneOf(SCOPES, v)
const isNumber: Fits = (v) => isWithin(v, 1, Number.MAX_SAFE_INTEGER)
const isLog: Fits = (v) => LOG(v) && isScope(scopeOfLog(v as string))
/** Of a log of which only later events are there: number 0, no id. */
const isTip: Fits = (v) =>
  isRecord(v) && (v['n'] === 0 ? v['id'] === '' || EVENT_ID(v['id']) : isNumber(v['n']) && EVENT_ID(v['id']))
const isLogHead: Fits = (v) => {
  if (!isTip(v)) return false
  const { forks, gap } = v as Json
  return (gap === undefined || gap === true) && (forks === undefined || (Array.isArray(forks) && forks.every(isTip)))
}
/** Each proves itself or does not (exchange/trust), so a double harms nobody. */
const isStatements = listOf(MOST.statements, isRecord, (item) => item)
const isRange: Fits = (v) =>
  Array.isArray(v) && v.length === 2 && isNumber(v[0]) && isNumber(v[1]) && (v[0] as number) <= (v[1] as number)

const HOUSE = {
  house: HOUSE_ID,
  name: (v: unknown) => isText(v, 200),
  code: (v: unknown) => isText(v, 40),
  short: (v: unknown) => isText(v, 40),
}

const KNOWN: readonly (readonly [field: keyof Manifest, fits: Fits])[] = [
  ['bundle', BUNDLE_ID],
  ['part', (v) => isRecord(v) && isWithin(v['of'], 1, MOST.parts) && isWithin(v['number'], 1, v['of'] as number)],
  ['from', shape({ ...HOUSE, pc: PC })],
  ['to', shape(HOUSE)],
  ['at', isTime],
  ['scopes', listOf(SCOPES.length, isScope)],
  ['have', recordOf(MOST.logs, isLog, isLogHead)],
  ['got', listOf(MOST.got, BUNDLE_ID)],
  ['want', (v) => v === undefined || listOf(MOST.want, BLOB_ID)(v)],
  ['logs', recordOf(MOST.logs, isLog, isRange)],
  [
    'heads',
    listOf(
      MOST.heads,
      shape({ log: isLog, n: isNumber, id: EVENT_ID, sig: SIGNATURE }),
      (head) => (head as Json)['id'],
    ),
  ],
  ['grants', isStatements],
  ['revocations', isStatements],
  ['houses', isStatements],
  [
    'blobs',
    listOf(BUNDLE_LIMITS.entries, shape({ id: BLOB_ID, sha256: HASH, scope: isScope }), (blob) => (blob as Json)['id']),
  ],
  [
    'files',
    listOf(
      BUNDLE_LIMITS.entries,
      shape({
        name: (v) => typeof v === 'string' && isListedName(v),
        bytes: (v) => isWithin(v, 0, BUNDLE_LIMITS.unpackedBytes),
        sha256: HASH,
      }),
      (file) => (file as Json)['name'],
    ),
  ],
]

/** Scopes of the logs, in the order of SCOPES. */
export const scopesOfLogs = (logs: Iterable<string>): readonly Scope[] => {
  const found = new Set([...logs].map(scopeOfLog))
  return SCOPES.filter((scope) => found.has(scope))
}

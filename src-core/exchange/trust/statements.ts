/**
 * What a house signs about keys, as bytes: the same statement is checked in a bundle, in a request, and years later in the
 * journal. Signed is everything but the signature, fields of a newer version too, as JSON with sorted keys:
 *
 *   linwu-statement-1\n{"at":"…","by":"…","house":"…","kind":"device",…}\n
 */
import { isSigned, type Signer } from '#core/keys/identity.ts'
import { fromBase64url, toBase64url, utf8 } from '#core/lib/bytes.ts'
import { moment, z } from '#core/lib/schema.ts'
import type { DeviceGrant, HouseGrant, Revocation, Statement } from '#core/peer/statements.ts'

export function statementText(statement: Statement | Omit<Statement, 'sig'>): Uint8Array {
  const { sig: _sig, ...said } = statement as Statement
  return utf8(`linwu-statement-1\n${sortedJson(said)}\n`)
}

/** JSON with the keys of every object in the order of their code units, without blanks. */
export function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = value as Readonly<Record<string, unknown>>
  const said = Object.keys(fields).toSorted().filter((key) => fields[key] !== undefined) // prettier-ignore
  return `{${said.map((key) => `${JSON.stringify(key)}:${sortedJson(fields[key])}`).join(',')}}`
}

type Said<S extends Statement> = Omit<S, 'v' | 'by' | 'sig'>

/** `by` the root key of the house that says it. */
function signed<S extends Statement>(said: Said<S>, root: Signer): S {
  const whole = { v: 1, ...said, by: toBase64url(root.open) } as unknown as Omit<S, 'sig'>
  return { ...whole, sig: toBase64url(root.sign(statementText(whole))) } as S
}

export const signGrant = (said: Said<DeviceGrant>, root: Signer): DeviceGrant => signed<DeviceGrant>(said, root)
export const signRevocation = (said: Said<Revocation>, root: Signer): Revocation => signed<Revocation>(said, root)
export const signHouse = (said: Said<HouseGrant>, root: Signer): HouseGrant => signed<HouseGrant>(said, root)

/**
 * Signature → the text under which it was found true. A district holds hundreds of statements, asks about all of them at every
 * bundle, and each check is 1.5 ms of arithmetic.
 */
const proven = new Map<string, string>()
const PROVEN = 20_000

/** Its form apart (`readGrant` …): true when this very root key has signed exactly this. */
export function isSaidBy(statement: Statement, root: Uint8Array): boolean {
  if (statement.by !== toBase64url(root)) return false
  const text = sortedJson(statement)
  if (proven.get(statement.sig) === text) return true
  const sig = fromBase64url(statement.sig)
  if (!sig || !isSigned(statementText(statement), sig, root)) return false
  if (proven.size >= PROVEN) proven.clear()
  proven.set(statement.sig, text)
  return true
}

export const PC = /^[0-9a-f]{16}$/
export const HOUSE = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KEY = /^[\w-]{43}$/
const SIG = /^[\w-]{86}$/
const shown = (max: number) => z.string().min(1).max(max)
export const CODE = /^\d{12}$/
export const SHORT = /^[A-Z][A-Z0-9]{1,7}$/
export const RECEIVES = /^age1[02-9ac-hj-np-z]{58}$/
/** A … Z, then AA … ZZ. */
export const LETTER = /^[A-Z]{1,2}$/

const said = { v: z.literal(1), at: moment, by: z.string().regex(KEY), sig: z.string().regex(SIG) }

/** Loose: what a newer version adds is signed too and must stay. */
export const DEVICE_GRANT: z.core.$ZodType<DeviceGrant, DeviceGrant> = z.looseObject({
  ...said,
  kind: z.literal('device'),
  house: z.string().regex(HOUSE),
  pc: z.string().regex(PC),
  letter: z.string().regex(LETTER),
  name: shown(40),
  signs: z.string().regex(KEY),
  receives: z.string().regex(RECEIVES),
})

export const REVOCATION: z.core.$ZodType<Revocation, Revocation> = z.looseObject({
  ...said,
  kind: z.literal('revocation'),
  house: z.string().regex(HOUSE),
  pc: z.string().regex(PC),
  upTo: z.record(z.string().max(64), z.number().int().min(0)),
})

export const HOUSE_GRANT: z.core.$ZodType<HouseGrant, HouseGrant> = z.looseObject({
  ...said,
  kind: z.enum(['house', 'upper']),
  house: z.string().regex(HOUSE),
  root: z.string().regex(KEY),
  name: shown(80),
  code: z.string().regex(CODE),
  short: z.string().regex(SHORT),
  under: z.string().regex(HOUSE),
})

/** What stands in a field of the book, or in a file: null for anything else than a statement of that kind. */
export const readGrant = (value: unknown): DeviceGrant | null => read(DEVICE_GRANT, value)
export const readRevocation = (value: unknown): Revocation | null => read(REVOCATION, value)
export const readHouse = (value: unknown): HouseGrant | null => read(HOUSE_GRANT, value)

function read<S extends Statement>(shape: z.core.$ZodType<S>, value: unknown): S | null {
  const parsed = z.safeParse(shape, value)
  return parsed.success ? parsed.data : null
}

/**
 * `….linwu-request`: JSON that a PC signs with its own key. It holds nothing secret; what makes it trustworthy is the
 * fingerprint that two people compare by phone.
 *
 *   kind pc      a new PC asks the founding PC of its house to be let in
 *   kind house   a house asks its upper office to be connected: its root key and the PCs that this key let in
 */
import { isSigned, type Signer } from '#core/keys/identity.ts'
import { fromBase64url, toBase64url, utf8 } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { moment, z } from '#core/lib/schema.ts'
import { parseJson } from '../bundle/parse-json.ts'
import { houseFingerprint, pcFingerprint } from './fingerprint.ts'
import { HOUSE_CARD, ROOT, rootOf, STATEMENTS } from './shapes.ts'
import { isSaidBy, PC, RECEIVES, sortedJson } from './statements.ts'
import type { TrustFileCode } from './trust-file-code.ts'

const FORMAT = 'linwu-request'
/** A house with 2,000 PCs stays below. */
export const TRUST_FILE_BYTES = 4 * 1024 * 1024

const head = { format: z.literal(FORMAT), v: z.literal(1), at: moment, sig: z.string().regex(/^[\w-]{86}$/) }
const PC_REQUEST = z.looseObject({
  ...head,
  kind: z.literal('pc'),
  pc: z.string().regex(PC),
  name: z.string().min(1).max(40),
  signs: ROOT,
  receives: z.string().regex(RECEIVES),
})
const HOUSE_REQUEST = z.looseObject({
  ...head,
  kind: z.literal('house'),
  from: HOUSE_CARD,
  root: ROOT,
  /** Whose key signed the request: one of the PCs that `statements` lets in. */
  pc: z.string().regex(PC),
  statements: STATEMENTS,
})

export type PcRequest = z.infer<typeof PC_REQUEST>
export type HouseRequest = z.infer<typeof HOUSE_REQUEST>
export type TrustRequest = PcRequest | HouseRequest

export const writePcRequest = (
  { pc, name, signs, receives, at }: Pick<PcRequest, 'pc' | 'name' | 'signs' | 'receives' | 'at'>,
  signer: Signer,
): Uint8Array => write({ kind: 'pc', pc, name, signs, receives, at }, signer)

export const writeHouseRequest = (
  { from, root, pc, statements, at }: Pick<HouseRequest, 'from' | 'root' | 'pc' | 'statements' | 'at'>,
  signer: Signer,
): Uint8Array => write({ kind: 'house', from, root, pc, statements, at }, signer)

function write(said: object, signer: Signer): Uint8Array {
  const whole = { format: FORMAT, v: 1, ...said }
  return utf8(`${JSON.stringify({ ...whole, sig: toBase64url(signer.sign(requestText(whole))) }, null, 2)}\n`)
}

const requestText = (request: object): Uint8Array => {
  const { sig: _sig, ...said } = request as { sig?: string }
  return utf8(`linwu-request-1\n${sortedJson(said)}\n`)
}

/** Checked in itself: whoever signed it has the keys that it names. Who that is, only the fingerprint tells. */
export function readRequest(bytes: Uint8Array): Result<TrustRequest, TrustFileCode> {
  const json = bytes.length > TRUST_FILE_BYTES ? null : parseJson(bytes)
  if (json?.['format'] !== FORMAT) return err('not-a-request')
  if (typeof json['v'] === 'number' && json['v'] > 1) return err('newer-version')
  const parsed = json['kind'] === 'pc' ? PC_REQUEST.safeParse(json) : HOUSE_REQUEST.safeParse(json)
  if (!parsed.success) return err('not-a-request')
  const request = parsed.data as TrustRequest
  return isSigned(requestText(json), fromBase64url(request.sig)!, signerOf(request))
    ? ok(request)
    : err('bad-signature')
}

/** An empty key, which signs nothing, when the root did not let that PC in. */
function signerOf(request: TrustRequest): Uint8Array {
  if (request.kind === 'pc') return fromBase64url(request.signs)!
  const { house } = request.from
  const root = rootOf(request.root)
  if (!request.statements.grants.every((grant) => grant.house === house && isSaidBy(grant, root)))
    return new Uint8Array()
  const grant = request.statements.grants.find(({ pc }) => pc === request.pc)
  return grant ? fromBase64url(grant.signs)! : new Uint8Array()
}

export const requestFingerprint = (request: TrustRequest): string =>
  request.kind === 'pc'
    ? pcFingerprint(request.pc, fromBase64url(request.signs)!, request.receives)
    : houseFingerprint(request.from.house, rootOf(request.root))

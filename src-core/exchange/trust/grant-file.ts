/**
 * `….linwu-grant`: the answer to a request, sealed with age for whoever asked, signed by the answering house's root key.
 *
 *   kind pc      "you are ours": the house, its root key, the PC's own grant and letter, who signs in on it first
 *   kind house   "we are connected": the upper office's card, root key and PCs
 */
import { isSigned, type Signer } from '#core/keys/identity.ts'
import { fromBase64url, toBase64url, utf8 } from '#core/lib/bytes.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { entityId, moment, z } from '#core/lib/schema.ts'
import { openAge, sealAge } from '../bundle/age.ts'
import { parseJson } from '../bundle/parse-json.ts'
import { TRUST_FILE_BYTES } from './request-file.ts'
import { HOUSE_CARD, ROOT, rootOf, STATEMENTS } from './shapes.ts'
import { DEVICE_GRANT, HOUSE, isSaidBy, sortedJson } from './statements.ts'
import type { TrustFileCode } from './trust-file-code.ts'

const FORMAT = 'linwu-grant'
const head = {
  format: z.literal(FORMAT),
  v: z.literal(1),
  from: HOUSE_CARD,
  root: ROOT,
  statements: STATEMENTS,
  at: moment,
  sig: z.string().regex(/^[\w-]{86}$/),
}
const PC_GRANT = z.looseObject({
  ...head,
  kind: z.literal('pc'),
  grant: DEVICE_GRANT,
  user: z.object({ id: entityId('user'), name: z.string().min(1).max(40) }),
  /** Of a 街道 or 区; a station leaves it out. */
  office: z.enum(['street', 'district']).optional(),
})
const HOUSE_GRANT_FILE = z.looseObject({
  ...head,
  kind: z.literal('house'),
  /** Who asked: uuid and root key, so that it fits no other house. */
  to: z.object({ house: z.string().regex(HOUSE), root: ROOT }),
})

export type PcGrantFile = z.infer<typeof PC_GRANT>
export type HouseGrantFile = z.infer<typeof HOUSE_GRANT_FILE>
export type GrantFile = PcGrantFile | HouseGrantFile

type Said<F extends GrantFile> = Pick<F, 'from' | 'root' | 'statements' | 'at'>

export const writePcGrant = (
  said: Said<PcGrantFile> & Pick<PcGrantFile, 'grant' | 'user' | 'office'>,
  root: Signer,
): Promise<Uint8Array> => write({ kind: 'pc', ...said }, root, [said.grant.receives])

/** `recipients`: every PC of the house that asked. */
export const writeHouseGrant = (
  said: Said<HouseGrantFile> & Pick<HouseGrantFile, 'to'>,
  root: Signer,
  recipients: readonly string[],
): Promise<Uint8Array> => write({ kind: 'house', ...said }, root, recipients)

function write(said: object, root: Signer, recipients: readonly string[]): Promise<Uint8Array> {
  const whole = JSON.parse(JSON.stringify({ format: FORMAT, v: 1, ...said })) as object
  const signed = { ...whole, sig: toBase64url(root.sign(grantText(whole))) }
  return sealAge(utf8(`${JSON.stringify(signed, null, 2)}\n`), recipients)
}

const grantText = (file: object): Uint8Array => {
  const { sig: _sig, ...said } = file as { sig?: string }
  return utf8(`linwu-grant-1\n${sortedJson(said)}\n`)
}

/** Checked in itself: signed by the root key that it names, which has also let in every PC in it. */
export async function readGrantFile(
  bytes: Uint8Array,
  secrets: readonly string[],
): Promise<Result<GrantFile, TrustFileCode>> {
  if (bytes.length > TRUST_FILE_BYTES) return err('not-a-grant')
  const opened = await openAge(bytes, secrets)
  if (!opened.ok) return err(opened.error === 'not-for-us' ? 'not-for-this-pc' : 'not-a-grant')
  const json = parseJson(opened.value)
  if (json?.['format'] !== FORMAT) return err('not-a-grant')
  if (typeof json['v'] === 'number' && json['v'] > 1) return err('newer-version')
  const parsed = json['kind'] === 'pc' ? PC_GRANT.safeParse(json) : HOUSE_GRANT_FILE.safeParse(json)
  if (!parsed.success) return err('not-a-grant')
  const file = parsed.data as GrantFile
  const root = rootOf(file.root)
  if (!isSigned(grantText(json), fromBase64url(file.sig)!, root)) return err('bad-signature')
  const grants = [...file.statements.grants, ...(file.kind === 'pc' ? [file.grant] : [])]
  const isOurs = grants.every((grant) => grant.house === file.from.house && isSaidBy(grant, root))
  return isOurs ? ok(file) : err('bad-signature')
}

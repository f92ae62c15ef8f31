/**
 * 这是本站的另一台电脑: keys are made here and stay here; a request file goes to the founding PC, a grant file comes back, and
 * the station opens with the same uuid and none of its data yet. Between the two files (days, perhaps) the keys lie sealed under
 * the chosen password among the drafts of the folder: there is no station yet, and a reload loses nothing.
 */
import { readGrantFile, type PcGrantFile } from './exchange/trust/grant-file.ts'
import { houseFingerprint, pcFingerprint } from './exchange/trust/fingerprint.ts'
import { writePcRequest } from './exchange/trust/request-file.ts'
import type { TrustFileCode } from './exchange/trust/trust-file-code.ts'
import type { FolderHost, HostCode } from './host/host.ts'
import type { RandomBytes } from './journal/cipher.ts'
import { newKeyring, type Keyring } from './keys/keyring.ts'
import { identityOf } from './keys/identity.ts'
import { openSlots, parseSlots, sealSlot, SUITE, writeSlots, type DeriveKey, type KdfCost, type KeysCode, type StationCard } from './keys/slots.ts' // prettier-ignore
import type { Subtle } from './keys/subtle.ts'
import { fromBase64url, fromUtf8, toBase64url, utf8 } from './lib/bytes.ts'
import { err, ok, type Result } from './lib/result.ts'
import { momentOf } from './lib/time.ts'
import { uuidv7 } from './lib/uuid.ts'

/** What it needs of whoever asks: the desk, or `linwu`. */
export type JoinParts = {
  readonly host: Pick<FolderHost, 'state' | 'listDrafts' | 'putDraft'>
  readonly subtle: Subtle
  readonly random: RandomBytes
  readonly derive: DeriveKey
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number
}

export type FileMade = { readonly name: string; readonly bytes: Uint8Array }

/** `file`: the request, once more. */
export type Joining = { readonly name: string; readonly fingerprint: string; readonly file: FileMade }

export type AskToJoin = { readonly name: string; readonly password: string; readonly kdfCost?: KdfCost }

/** What the grant file says, for a person to compare before anything is written. */
export type JoinShown = {
  readonly house: { readonly name: string; readonly code: string; readonly short: string }
  readonly fingerprint: string
  readonly letter: string
  readonly user: string
}
export type JoinStation = {
  readonly grant: Uint8Array
  readonly password: string
  readonly recoveryCode: string
  readonly kdfCost?: KdfCost
}

export type JoinCode = KeysCode | HostCode | TrustFileCode | 'no-slots' | 'station-exists' | 'not-asked'

const DRAFT = 'joining'

type Kept = {
  readonly v: 1
  readonly name: string
  readonly fingerprint: string
  readonly request: string
  readonly slots: string
}

async function kept(parts: JoinParts): Promise<Kept | null> {
  const drafts = await parts.host.listDrafts()
  const draft = drafts.ok ? drafts.value.find(({ id }) => id === DRAFT) : undefined
  try {
    const file = draft && (JSON.parse(fromUtf8(draft.bytes)) as Kept)
    return file?.v === 1 ? file : null
  } catch {
    return null // cut by a full disk: asked anew
  }
}

const shown = ({ name, fingerprint, request }: Kept): Joining => ({
  name,
  fingerprint,
  file: { name: `${name}.linwu-request`, bytes: fromBase64url(request)! },
})

export async function joining(parts: JoinParts): Promise<Joining | null> {
  const file = await kept(parts)
  return file && shown(file)
}

/** Makes the keys and the request. What was asked before is replaced: its grant then fits no more. */
export async function askToJoin(
  parts: JoinParts,
  input: AskToJoin,
): Promise<Result<Joining, HostCode | 'station-exists'>> {
  const folder = await parts.host.state()
  if (!folder.ok) return folder
  if (folder.value.slots || folder.value.segments.length > 0) return err('station-exists')
  const ring = newKeyring(parts.random, null)
  const identity = identityOf(ring)
  const { pc, open, receives } = identity
  const now = parts.clock()
  const signs = toBase64url(open)
  const request = writePcRequest({ pc, name: input.name, signs, receives, at: momentOf(now) }, identity)
  const id = uuidv7(now, parts.random(10))
  const slot = { id, kind: 'user', label: input.name, user: '', secret: input.password } as const
  const sealed = await sealSlot({ ...slot, ...(input.kdfCost && { cost: input.kdfCost }) }, ring, pc, parts)
  const card: StationCard = { id: pc, code: '', short: '', name: input.name, letter: '', demo: folder.value.demo }
  const file: Kept = {
    v: 1,
    name: input.name,
    fingerprint: pcFingerprint(pc, open, receives),
    request: toBase64url(request),
    slots: fromUtf8(writeSlots({ v: 1, suite: SUITE, station: card, slots: [sealed] })),
  }
  const written = await parts.host.putDraft(DRAFT, utf8(JSON.stringify(file)))
  return written.ok ? ok(shown(file)) : written
}

export const stopJoining = async (parts: JoinParts): Promise<void> =>
  void (await parts.host.putDraft(DRAFT, new Uint8Array()))

export type JoinOpened = { readonly ring: Keyring; readonly grant: PcGrantFile; readonly shown: JoinShown }

/** The grant for the keys that wait here. */
export async function openJoin(
  parts: JoinParts,
  bytes: Uint8Array,
  password: string,
): Promise<Result<JoinOpened, JoinCode>> {
  const waiting = await kept(parts)
  const slots = waiting && parseSlots(utf8(waiting.slots))
  if (!slots?.ok) return err('not-asked')
  const key = await openSlots(slots.value, ['user'], password, parts)
  if (!key.ok) return key
  const { ring } = key.value
  const file = await readGrantFile(bytes, [identityOf(ring).secret])
  if (!file.ok) return file
  const grant = file.value
  if (grant.kind !== 'pc') return err('other-kind')
  const { pc, open, receives } = identityOf(ring)
  const { grant: mine, from, user } = grant
  if (mine.pc !== pc || mine.signs !== toBase64url(open) || mine.receives !== receives) return err('not-for-this-pc')
  const { house, ...card } = from
  const fingerprint = houseFingerprint(house, fromBase64url(grant.root)!)
  return ok({ ring, grant, shown: { house: card, fingerprint, letter: mine.letter, user: user.name } })
}

/** The station's card on the PC that joins. */
export const joinedCard = ({ from, grant, office }: PcGrantFile, demo: boolean): StationCard => {
  const { house, name, code, short } = from
  return { id: house, code, short, name, letter: grant.letter, demo, ...(office && { office }) }
}

/** What it writes first. */
export const joinCommand = ({ from, root, user, statements, grant }: PcGrantFile) =>
  ({
    name: 'join-house',
    input: { ...from, root, user, statements: { ...statements, grants: [...statements.grants, grant] } },
  }) as const

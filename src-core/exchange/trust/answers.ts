/**
 * What a PC says of itself and answers to others, composed and signed; the same for the program and `linwu`. Whatever is written
 * down of it goes through the commands beside this file.
 */
import type { Identity, Signer } from '#core/keys/identity.ts'
import { pcOfLog, type LogId } from '#core/kernel/event.ts'
import type { HeadSet } from '#core/kernel/head-set.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import type { Moment } from '#core/lib/time.ts'
import type { DeviceGrant, HouseGrant, Revocation } from '#core/peer/statements.ts'
import { firstName } from './first-name.ts'
import type { FoundHouse } from './found-house.ts'
import { writeHouseGrant, writePcGrant, type PcGrantFile } from './grant-file.ts'
import { nextLetter } from './letters.ts'
import type { PinHouse } from './pin-house.ts'
import { writeHouseRequest, writePcRequest, type HouseRequest, type PcRequest } from './request-file.ts'
import type { HouseCard } from './shapes.ts'
import { signGrant, signHouse, signRevocation } from './statements.ts'
import type { Trust } from './trust.ts'

export type Ours = {
  /** As the book calls the house now. */
  readonly own: HouseCard
  readonly identity: Identity
  readonly trust: Trust
  readonly now: Moment
  /** Of this PC, as its card says. */
  readonly letter: string
  readonly office?: PcGrantFile['office']
}
/** On the PC that has the root key. */
export type Founding = Ours & { readonly root: Signer }

/** What this PC is called; under new keys what it was called before, unless that was only its letter. */
export function ownPcName({ identity, trust }: Pick<Ours, 'identity' | 'trust'>, letter: string): string {
  for (const pc of [identity.pc, ...identity.former.map((one) => one.pc).toReversed()]) {
    const name = trust.nameOf(pc)
    if (name !== '' && name !== firstName(trust.grantOf(pc)?.letter ?? '')) return name
  }
  return firstName(letter)
}

/** Of found-house: null where there is nothing to say, on a PC without the root key or one that is granted. */
export function foundingOf({ own, identity, trust, now, letter }: Ours): FoundHouse | null {
  const { root, pc, open, receives } = identity
  if (!root || trust.isGranted) return null
  const free = trust.letters.has(letter) ? nextLetter(trust.letters) : letter
  const said = {
    kind: 'device',
    house: own.house,
    pc,
    letter: free,
    name: ownPcName({ identity, trust }, free),
  } as const
  return {
    root: toBase64url(root.open),
    grant: signGrant({ ...said, signs: toBase64url(open), receives, at: now }, root),
  }
}

/** Of let-pc-in: the next letter, which the command may find taken meanwhile. */
export function grantFor({ own, trust, now, root }: Founding, { pc, name, signs, receives }: PcRequest): DeviceGrant {
  const letter = nextLetter(trust.letters)
  return signGrant({ kind: 'device', house: own.house, pc, letter, name, signs, receives, at: now }, root)
}

/** What a PC that was let in needs: the house, its root key, its own grant and those of the others. */
export function pcGrantFile(
  { own, trust, now, root, office }: Founding,
  grant: DeviceGrant,
  user: PcGrantFile['user'],
): Promise<Uint8Array> {
  const statements = trust.statementsFor(trust.pcsOf(own.house).filter((pc) => pc !== grant.pc))
  const said = { from: own, root: toBase64url(root.open), statements, at: now, ...(office && { office }) }
  return writePcGrant({ ...said, grant, user }, root)
}

/** Of pin-house, for a house below. */
export function pinOf({ own, now, root }: Founding, { from, root: key, statements }: HouseRequest): PinHouse {
  const vouched = signHouse({ kind: 'house', ...from, root: key, under: own.house, at: now }, root)
  return { ...from, kind: 'below', root: key, statements, vouched }
}

/** Our word for the upper office, to the houses below: what it writes to them goes through us. */
export const wordAbove = (
  { own, now, root }: Pick<Founding, 'own' | 'now' | 'root'>,
  { house, name, code, short, root: key }: HouseCard & { readonly root: string },
): HouseGrant => signHouse({ kind: 'upper', house, name, code, short, root: key, under: own.house, at: now }, root)

export function houseGrantFile({ own, trust, now, root }: Founding, asked: HouseRequest): Promise<Uint8Array> {
  const statements = trust.statementsFor(trust.pcsOf(own.house))
  const to = { house: asked.from.house, root: asked.root }
  const recipients = asked.statements.grants.map(({ receives }) => receives)
  return writeHouseGrant({ from: own, root: toBase64url(root.open), statements, at: now, to }, root, recipients)
}

/** 接入申请. Null on a PC that was not let in (yet): nobody could check it. */
export function houseRequest({ own, identity, trust, now }: Ours): Uint8Array | null {
  if (!trust.root || !trust.isGranted) return null
  const statements = trust.statementsFor(trust.pcsOf(own.house))
  return writeHouseRequest({ from: own, root: toBase64url(trust.root), pc: identity.pc, statements, at: now }, identity)
}

/** For this PC's new keys. */
export const pcRequest = ({ identity, now }: Ours, name: string): Uint8Array => {
  const { pc, receives, open } = identity
  return writePcRequest({ pc, name, signs: toBase64url(open), receives, at: now }, identity)
}

/** What is here of the PC counts, and nothing that it signs later. */
export function revocationOf({ own, now, root }: Founding, pc: string, heads: HeadSet): Revocation {
  const upTo: Record<LogId, number> = {}
  for (const [log, head] of Object.entries(heads)) if (pcOfLog(log) === pc) upTo[log] = head.n
  return signRevocation({ kind: 'revocation', house: own.house, pc, upTo, at: now }, root)
}

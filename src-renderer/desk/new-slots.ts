/** The ways of opening a station that are made here: a new station's first two, and the command line's. */
import { withScopes, type Keyring } from '#core/keys/keyring.ts'
import {
  KDF_COST,
  sealSlot,
  SUITE,
  type KdfCost,
  type SlotKind,
  type SlotsFile,
  type StationCard,
} from '#core/keys/slots.ts'
import type { Scope } from '#core/kernel/event.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import type { OpenStation } from './open-station.ts'
import type { DeskParts } from './parts.ts'
import type { SetUp } from './shapes.ts'

/** What the recovery code opens: everything but the reporters of 举报, which get a code of their own. */
const RECOVERY_SCOPES: readonly Scope[] = ['private', 'shared', 'directory', 'audit']

/** The password, and the recovery code. */
export async function newSlots(
  parts: DeskParts,
  card: StationCard,
  ring: Keyring,
  user: { readonly id: string; readonly name: string },
  { password, recoveryCode, kdfCost: cost = KDF_COST }: Pick<SetUp, 'password' | 'recoveryCode' | 'kdfCost'>,
): Promise<SlotsFile> {
  const slot = (kind: SlotKind, secret: string, of: Keyring) => {
    const id = uuidv7(parts.clock(), parts.random(10))
    return sealSlot({ id, kind, label: user.name, user: user.id, secret, cost }, of, card.id, parts)
  }
  const slots = [
    await slot('user', password, ring),
    await slot('recovery', recoveryCode, withScopes(ring, RECOVERY_SCOPES)),
  ]
  return { v: 1, suite: SUITE, station: card, slots }
}

/** In place of the one that was there. */
export async function withCommandLine(
  parts: DeskParts,
  file: SlotsFile,
  { user, ring, card }: OpenStation,
  password: string,
): Promise<SlotsFile> {
  const cost: KdfCost = file.slots[0]?.kdf ?? KDF_COST
  const id = uuidv7(parts.clock(), parts.random(10))
  const slot = await sealSlot(
    { id, kind: 'command-line', label: 'linwu', user, secret: password, cost },
    ring,
    card.id,
    parts,
  )
  return { ...file, slots: [...file.slots.filter((old) => old.kind !== 'command-line'), slot] }
}

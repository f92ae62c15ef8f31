/**
 * `slots.json`: the keyring, wrapped once per way of opening it. The file says which algorithms and parameters were
 * used (`suite`, `kdf`), so both can change without guessing. It holds no personal data beyond the station's name.
 *
 * A slot's metadata is the associated data of its wrapped keys: nobody can relabel a slot or weaken its parameters.
 */
import { SCOPES, type Scope } from '../kernel/event.ts'
import type { RandomBytes } from '../journal/cipher.ts'
import { fromBase64url, fromUtf8, toBase64url, utf8 } from '../lib/bytes.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Keyring } from './keyring.ts'
import type { Subtle } from './subtle.ts'

/** A1 = Argon2id, AES-256-GCM, SHA-256, Ed25519. To add one: here, and a branch in `wrapKey`. */
export const SUITE = 'A1'

/** What opens it. `command-line` is marked as such because it works without the PC's own secret. */
export type SlotKind = 'user' | 'recovery' | 'command-line'

/** m in KiB. 64 MiB, 3 rounds: 0.24 s on the two-core reference PC (Node); a guess costs an attacker the same memory. */
export type Kdf = {
  readonly name: 'argon2id'
  readonly m: number
  readonly t: number
  readonly p: number
  readonly salt: string
}
export const KDF_COST = { m: 65_536, t: 3, p: 1 } as const
export type KdfCost = { readonly m: number; readonly t: number; readonly p: number }

export type Slot = {
  readonly id: string
  readonly kind: SlotKind
  /** What must come together: a password alone, or a password and the device's own secret. */
  readonly factors: readonly ('password' | 'device')[]
  /** Shown when a person chooses how to unlock. */
  readonly label: string
  readonly user: string
  readonly kdf: Kdf
  readonly iv: string
  readonly wrapped: string
}

export type StationCard = {
  readonly id: string
  /** 12-digit code of the community. */
  readonly code: string
  /** Short code in case numbers, e.g. S0012. */
  readonly short: string
  readonly name: string
  /** Letter of the first device; each further PC gets its own. */
  readonly letter: string
  readonly demo: boolean
  /** 街道 or 区; left out: a community's service station. */
  readonly office?: 'street' | 'district'
}

export type SlotsFile = {
  readonly v: 1
  readonly suite: string
  readonly station: StationCard
  readonly slots: readonly Slot[]
  /** One salt (base64url, 16 bytes) for each time this PC got new keys; see identity.ts, renewedRing. */
  readonly renewed?: readonly string[]
}

export const saltsOf = (file: SlotsFile): Uint8Array[] => (file.renewed ?? []).map((salt) => fromBase64url(salt)!)

/** Password (or code) and salt → 32 bytes. Argon2id through WebAssembly; see argon2.ts. */
export type DeriveKey = (secret: string, salt: Uint8Array, cost: KdfCost) => Promise<Uint8Array>

export type KeysCode = 'slots-damaged' | 'newer-version' | 'no-such-slot' | 'wrong-password'

export async function sealSlot(
  of: { id: string; kind: SlotKind; label: string; user: string; secret: string; cost?: KdfCost },
  ring: Keyring,
  station: string,
  deps: { subtle: Subtle; random: RandomBytes; derive: DeriveKey },
): Promise<Slot> {
  const salt = deps.random(16)
  const iv = deps.random(12)
  const kdf: Kdf = { name: 'argon2id', ...(of.cost ?? KDF_COST), salt: toBase64url(salt) }
  const open = {
    id: of.id,
    kind: of.kind,
    factors: ['password'] as const,
    label: of.label,
    user: of.user,
    kdf,
    iv: toBase64url(iv),
  }
  const key = await wrapKey(of.secret, kdf, deps)
  const plain = utf8(JSON.stringify(ringToJson(ring)))
  const wrapped = await deps.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: slotData(open, station) },
    key,
    plain,
  )
  return { ...open, wrapped: toBase64url(new Uint8Array(wrapped)) }
}

/** Tries each slot of the kinds; the first that opens wins. */
export async function openSlots(
  file: SlotsFile,
  kinds: readonly SlotKind[],
  secret: string,
  deps: { subtle: Subtle; derive: DeriveKey },
): Promise<Result<{ ring: Keyring; slot: Slot }, KeysCode>> {
  const candidates = file.slots.filter((slot) => kinds.includes(slot.kind) && !slot.factors.includes('device'))
  if (candidates.length === 0) return err('no-such-slot')
  if (secret === '') return err('wrong-password') // Argon2 refuses an empty password by throwing
  for (const slot of candidates) {
    const iv = fromBase64url(slot.iv)!
    const wrapped = fromBase64url(slot.wrapped)!
    const key = await wrapKey(secret, slot.kdf, deps)
    try {
      const plain = await deps.subtle.decrypt(
        { name: 'AES-GCM', iv, additionalData: slotData(slot, file.station.id) },
        key,
        wrapped,
      )
      return ok({ ring: ringFromJson(JSON.parse(fromUtf8(new Uint8Array(plain)))), slot })
    } catch {
      continue // not this slot's secret
    }
  }
  return err('wrong-password')
}

export const writeSlots = (file: SlotsFile): Uint8Array<ArrayBuffer> => utf8(`${JSON.stringify(file, null, 2)}\n`)

export function parseSlots(bytes: Uint8Array): Result<SlotsFile, KeysCode> {
  let file: SlotsFile
  try {
    file = JSON.parse(fromUtf8(bytes)) as SlotsFile
  } catch {
    return err('slots-damaged')
  }
  if (typeof file !== 'object' || file === null || !isWithin(file.v, 1, 1_000) || !isText(file.suite))
    return err('slots-damaged')
  if (file.v !== 1 || file.suite !== SUITE) return err('newer-version')
  if (
    file.renewed !== undefined &&
    !(Array.isArray(file.renewed) && file.renewed.every((salt) => bytesIn(salt) === 16))
  )
    return err('slots-damaged')
  return isCard(file.station) && Array.isArray(file.slots) && file.slots.every(isSlot) ? ok(file) : err('slots-damaged')
}

const isText = (v: unknown): v is string => typeof v === 'string'
const isWithin = (v: unknown, low: number, high: number): boolean =>
  Number.isSafeInteger(v) && (v as number) >= low && (v as number) <= high
const bytesIn = (v: unknown): number => (isText(v) ? (fromBase64url(v)?.length ?? 0) : 0)

/** Bounds on the parameters of a file that may have been tampered with: 1 GiB of memory is a denial of service, not a slot. */
function isSlot(slot: Slot | null): boolean {
  if (typeof slot !== 'object' || slot === null || typeof slot.kdf !== 'object' || slot.kdf === null) return false
  const { id, kind, factors, label, user, kdf, iv, wrapped } = slot
  if (![id, kind, label, user].every(isText) || !Array.isArray(factors) || !factors.every(isText)) return false
  if (kdf.name !== 'argon2id' || !isWithin(kdf.m, 8, 1_048_576) || !isWithin(kdf.t, 1, 20) || kdf.p !== 1) return false
  return bytesIn(kdf.salt) >= 16 && bytesIn(iv) === 12 && bytesIn(wrapped) > 16
}

function isCard(card: StationCard | null): boolean {
  if (typeof card !== 'object' || card === null || typeof card.demo !== 'boolean') return false
  return [card.id, card.code, card.short, card.name, card.letter].every(isText)
}

async function wrapKey(secret: string, kdf: Kdf, deps: { subtle: Subtle; derive: DeriveKey }): Promise<object> {
  const raw = await deps.derive(secret.normalize('NFKC'), fromBase64url(kdf.salt)!, kdf)
  return deps.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

function slotData(slot: Omit<Slot, 'wrapped'>, station: string): Uint8Array {
  const { id, kind, factors, label, user, kdf, iv } = slot
  return utf8(
    JSON.stringify([SUITE, station, id, kind, factors, label, user, kdf.name, kdf.m, kdf.t, kdf.p, kdf.salt, iv]),
  )
}

type RingJson = {
  keys: { id: number; scope: string; key: string }[]
  device: string
  signing: string
  root?: string | null
  renewed?: number
  former?: { device: string; signing: string }[]
}

const ringToJson = (ring: Keyring): RingJson => ({
  keys: ring.keys.map((key) => ({ id: key.id, scope: key.scope, key: toBase64url(key.raw) })),
  device: ring.device,
  signing: toBase64url(ring.signingSeed),
  ...(ring.rootSeed !== undefined && { root: ring.rootSeed && toBase64url(ring.rootSeed) }),
  ...(ring.renewed !== undefined && { renewed: ring.renewed }),
  ...(ring.former && {
    former: ring.former.map(({ device, signingSeed }) => ({ device, signing: toBase64url(signingSeed) })),
  }),
})

function ringFromJson(json: RingJson): Keyring {
  const scopes: readonly string[] = SCOPES
  return {
    keys: json.keys
      .filter((key) => scopes.includes(key.scope))
      .map((key) => ({ id: key.id, scope: key.scope as Scope, raw: fromBase64url(key.key)! })),
    device: json.device,
    signingSeed: fromBase64url(json.signing)!,
    ...(json.root !== undefined && { rootSeed: json.root === null ? null : fromBase64url(json.root)! }),
    ...(json.renewed !== undefined && { renewed: json.renewed }),
    ...(json.former && {
      former: json.former.map(({ device, signing }) => ({ device, signingSeed: fromBase64url(signing)! })),
    }),
  }
}

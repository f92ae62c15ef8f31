/** PCs with real keys that write real events, and a bundle between them that has everything a bundle can have. */
import { sha256 } from '@noble/hashes/sha2.js'
import { signGrant } from '#core/exchange/trust/statements.ts'
import type { BundleContent, ManifestDraft } from '#core/exchange/bundle/pack-bundle.ts'
import { splitParts } from '#core/exchange/bundle/split-parts.ts'
import { composeCommand, cursorOf, type Draft } from '#core/kernel/command.ts'
import { addressedDevice, type Scope, type StoredEvent } from '#core/kernel/event.ts'
import { newReplica, receive, type Replica } from '#core/kernel/replica.ts'
import { identityOf, type Identity } from '#core/keys/identity.ts'
import { toHex, utf8 } from '#core/lib/bytes.ts'

export const AT = '2026-11-23T09:00:00+08:00'
export const STATION = { house: '0193aaaa-0000-7000-8000-00000000000a', name: '槐树里', code: '110101001001', short: 'S0012' } // prettier-ignore
export const OFFICE = { house: '0193bbbb-0000-7000-8000-00000000000b', name: '东风街道', code: '110101001000', short: 'JD001' } // prettier-ignore
export const SCOPES_HERE: readonly Scope[] = ['private', 'shared', 'directory']

/** The same name gives the same keys. */
export function identity(name: string): Identity {
  const seed = sha256(utf8(name))
  return identityOf({ keys: [], device: toHex(seed.subarray(0, 8)), signingSeed: sha256(seed) })
}

export type Pc = { readonly me: Identity; readonly replica: Replica; readonly events: StoredEvent[] }

export const newPc = (name: string): Pc => ({ me: identity(name), replica: newReplica(SCOPES_HERE), events: [] })

const SCOPE_OF: Readonly<Record<string, Scope>> = { title: 'private', state: 'shared', name: 'directory' }
let counter = 0

/** One command. `house`: in the logs for that house alone. */
export function save({ me, replica, events }: Pc, drafts: readonly Draft[], house?: string): readonly StoredEvent[] {
  counter += 1
  const device = house === undefined ? me.pc : addressedDevice(me.pc, house)
  const author = { device, user: 'user:1', at: AT, schema: 1 }
  const salt = (): string => `salt${(counter += 1)}`
  const made = composeCommand(replica, cursorOf(replica), drafts, author, (_, field) => SCOPE_OF[field], `command${counter}`, salt) // prettier-ignore
  receive(replica, made, 'own')
  events.push(...made)
  return made
}

export const changed = (number: number, fields: Readonly<Record<string, unknown>>): Draft => ({
  entity: `case:${number}`,
  kind: 'case-changed',
  fields,
})

export function take({ replica, events }: Pc, arrived: readonly StoredEvent[]): void {
  const { fresh } = receive(replica, arrived, 'import')
  events.push(...fresh)
}

export const grantOf = (pc: Identity, house: string, root: Identity) =>
  signGrant(
    { kind: 'device', house, pc: pc.pc, letter: 'A', name: '前台', signs: base64url(pc.open), receives: pc.receives, at: AT }, // prettier-ignore
    root.root!,
  )

const base64url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

export const draftOf = (from: Identity, more: Partial<ManifestDraft> = {}): ManifestDraft => ({
  bundle: toHex(sha256(utf8(`bundle ${from.pc}`)).subarray(0, 16)),
  part: { of: 1, number: 1 },
  profile: 'hand-over',
  from: { ...STATION, pc: from.pc },
  to: OFFICE,
  at: AT,
  scopes: SCOPES_HERE,
  have: {},
  got: [],
  heads: [],
  grants: [grantOf(from, STATION.house, from)],
  revocations: [],
  houses: [],
  blobs: [],
  ...more,
})

const BLOB = utf8('一张照片'.repeat(500))
const BLOB_SHA = toHex(sha256(BLOB))

export type Sample = {
  readonly front: Identity
  readonly back: Identity
  readonly office: Identity
  readonly content: BundleContent
  readonly events: readonly StoredEvent[]
  readonly keyOf: (pc: string) => Uint8Array | null
}

/** Of the front PC: own logs, the back PC's (with its kept heads), an erased payload, a letter, an attachment. */
export function sample(commands = 20): Sample {
  const [front, back] = [newPc('front'), newPc('back')]
  const office = identity('office')
  for (let i = 0; i < commands; i++) {
    save(back, [changed(i, { title: `后屋 ${i} 张三`, state: 'open' })])
    save(front, [changed(100 + i, { title: `前台 ${i}：路灯坏了“\\n”𠮷`, state: i % 3 === 0 ? 'closed' : 'open' })])
  }
  save(front, [changed(7, { state: 'for the office' })], OFFICE.house)
  const given = splitParts(back.events, [], back.me, []).parts[0]!
  take(front, given.events)
  save(front, [changed(0, { title: '改过' })])
  const events = front.events.map((event, i) => (i === 4 ? { ...event, payloadLine: null, fields: null } : event))
  const part = splitParts(events, [], front.me, given.heads).parts[0]!
  return {
    front: front.me,
    back: back.me,
    office,
    events: part.events,
    content: {
      manifest: draftOf(front.me, {
        heads: part.heads,
        grants: [grantOf(front.me, STATION.house, front.me), grantOf(back.me, STATION.house, front.me)],
        have: { [`${back.me.pc}/shared`]: { n: 3, id: part.events[0]!.id } },
        blobs: [{ id: 'f'.repeat(32), sha256: BLOB_SHA, scope: 'shared' }],
      }),
      events: part.events,
      letters: [
        { id: 'letter:0193cccc-0000-7000-8000-00000000000c', kind: 'transfer', at: AT, body: { text: '转报' } },
      ],
      blobs: [{ sha256: BLOB_SHA, bytes: BLOB }],
    },
    keyOf: (pc) => [front.me, back.me].find((known) => known.pc === pc)?.open ?? null,
  }
}

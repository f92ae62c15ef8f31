/** The slots file: each way of opening the keyring, and every way of tampering with it. */
import { randomBytes, webcrypto } from 'node:crypto'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { deriveKey } from '#core/keys/argon2.ts'
import { cipherOf, newKeyring, scopesOf, withScopes, type Keyring } from '#core/keys/keyring.ts'
import { newRecoveryCode, readRecoveryCode } from '#core/keys/recovery-code.ts'
import {
  KDF_COST,
  openSlots,
  parseSlots,
  sealSlot,
  SUITE,
  writeSlots,
  type Slot,
  type SlotKind,
  type SlotsFile,
} from '#core/keys/slots.ts'
import { SCOPES } from '#core/kernel/event.ts'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { size } from '../../size.ts'

const random = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(randomBytes(n))
const deps = { subtle: webcrypto.subtle, random, derive: deriveKey }
/** The smallest cost Argon2 allows; the real one has a test of its own. */
const cost = { m: 8, t: 1, p: 1 }
const station = { id: 'station:1', code: '110101001001', short: 'S0012', name: '幸福社区', letter: 'A', demo: false }
const PASSWORD = '口令 correct horse'

const ring = newKeyring(random)
const code = newRecoveryCode(random)
const slotOf = (kind: SlotKind, secret: string, of: Keyring, label = kind as string): Promise<Slot> =>
  sealSlot({ id: `slot:${label}`, kind, label, user: 'user:1', secret, cost }, of, station.id, deps)
const withoutConfidential = withScopes(
  ring,
  SCOPES.filter((scope) => scope !== 'confidential'),
)
const slots = [
  await slotOf('user', PASSWORD, ring),
  await slotOf('recovery', code, withoutConfidential),
  await slotOf('command-line', 'cli 口令', ring),
]
const file: SlotsFile = { v: 1, suite: SUITE, station, slots }

describe('slots', () => {
  test('what was sealed opens again, through the file, by each kind of slot', async () => {
    const read = parseSlots(writeSlots(file))
    expect(read).toEqual({ ok: true, value: file })
    if (!read.ok) return
    const user = await openSlots(read.value, ['user'], PASSWORD, deps)
    expect(user).toEqual({ ok: true, value: { ring, slot: slots[0] } })
    const commandLine = await openSlots(read.value, ['command-line'], 'cli 口令', deps)
    expect(commandLine).toEqual({ ok: true, value: { ring, slot: slots[2] } })
    // What one ring seals, the ring out of the slot opens.
    const iv = random(12)
    const sealed = await (await cipherOf(ring, webcrypto.subtle)).seal(ring.keys[0]!.id, iv, utf8('aad'), utf8('内容'))
    const opened = await cipherOf(user.ok ? user.value.ring : newKeyring(random), webcrypto.subtle)
    expect(fromUtf8((await opened.open(ring.keys[0]!.id, iv, utf8('aad'), sealed))!)).toBe('内容')
    expect(await opened.open(ring.keys[1]!.id, iv, utf8('aad'), sealed)).toBe(null)
    expect(await opened.open(1, iv, utf8('aad'), sealed)).toBe(null)
  })

  test('the recovery slot opens everything but the confidential scope', async () => {
    const opened = await openSlots(file, ['recovery'], readRecoveryCode(code.toLowerCase())!, deps)
    if (!opened.ok) throw new Error(opened.error)
    expect(scopesOf(opened.value.ring)).toEqual(['private', 'shared', 'directory', 'audit'])
    const cipher = await cipherOf(opened.value.ring, webcrypto.subtle)
    expect(cipher.keyFor('confidential')).toBe(undefined)
    const confidential = ring.keys.find((key) => key.scope === 'confidential')!
    expect(JSON.stringify(opened.value.ring.keys.map((key) => [...key.raw]))).not.toContain(
      JSON.stringify([...confidential.raw]),
    )
    expect(opened.value.ring.signingSeed).toEqual(ring.signingSeed)
  })

  test('a wrong password, an empty one, another kind of slot: refused', async () => {
    for (const wrong of ['', ' ', `${PASSWORD} `, PASSWORD.toUpperCase(), 'cli 口令']) {
      expect(await openSlots(file, ['user'], wrong, deps)).toEqual({ ok: false, error: 'wrong-password' })
    }
    expect(await openSlots({ ...file, slots: [slots[0]!] }, ['recovery'], code, deps)).toEqual({
      ok: false,
      error: 'no-such-slot',
    })
    const bound: Slot = { ...slots[0]!, factors: ['password', 'device'] }
    expect(await openSlots({ ...file, slots: [bound] }, ['user'], PASSWORD, deps)).toEqual({
      ok: false,
      error: 'no-such-slot',
    })
  })

  test('the same password typed in full width or composed otherwise opens', async () => {
    const slot = await slotOf('user', 'Ａbc１２３ é', ring)
    const opened = await openSlots({ ...file, slots: [slot] }, ['user'], 'Abc123 e\u0301', deps)
    expect(opened.ok).toBe(true)
  })

  test('a slot relabelled, moved to another station or given weaker parameters does not open', async () => {
    const [slot] = slots
    const changed: Slot[] = [
      { ...slot!, label: 'director' },
      { ...slot!, user: 'user:2' },
      { ...slot!, id: 'slot:other' },
      { ...slot!, kdf: { ...slot!.kdf, m: 9 } },
      { ...slot!, kdf: { ...slot!.kdf, t: 2 } },
      { ...slot!, kdf: { ...slot!.kdf, salt: slots[1]!.kdf.salt } },
      { ...slot!, iv: slots[1]!.iv },
      { ...slot!, wrapped: slots[1]!.wrapped },
      { ...slots[1]!, kind: 'user' },
    ]
    for (const one of changed) {
      const read = parseSlots(writeSlots({ ...file, slots: [one] }))
      if (!read.ok) throw new Error(`unreadable: ${JSON.stringify(one)}`)
      for (const secret of [PASSWORD, code]) {
        expect(await openSlots(read.value, ['user'], secret, deps), JSON.stringify(one)).toEqual({
          ok: false,
          error: 'wrong-password',
        })
      }
    }
    const elsewhere = { ...file, station: { ...station, id: 'station:2' } }
    expect(await openSlots(elsewhere, ['user'], PASSWORD, deps)).toEqual({ ok: false, error: 'wrong-password' })
    // A command-line slot does not pass for a user's, nor a recovery slot for a command-line one.
    for (const kind of ['user', 'command-line'] as const) {
      const passed = { ...file, slots: slots.map((one): Slot => ({ ...one, kind })) }
      const secrets = [PASSWORD, code, 'cli 口令'].filter((_, i) => slots[i]!.kind !== kind)
      for (const secret of secrets) expect((await openSlots(passed, [kind], secret, deps)).ok).toBe(false)
    }
  })

  test('parameters outside the bounds are refused before any work is done with them', () => {
    const [slot] = slots
    const kdfs = [
      { m: 7 },
      { m: 1_048_577 },
      { m: 8.5 },
      { m: '8' },
      { m: null },
      { t: 0 },
      { t: 21 },
      { t: Infinity },
      { p: 2 },
      { name: 'pbkdf2' },
      { salt: '' },
      { salt: 'AAAA' },
      { salt: 5 },
    ]
    for (const change of kdfs) {
      const bytes = utf8(JSON.stringify({ ...file, slots: [{ ...slot, kdf: { ...slot!.kdf, ...change } }] }))
      expect(parseSlots(bytes), JSON.stringify(change)).toEqual({ ok: false, error: 'slots-damaged' })
    }
  })

  test('a newer version or another suite is told apart from damage', () => {
    expect(parseSlots(utf8(JSON.stringify({ ...file, v: 2, slots: 'whatever it is then' })))).toEqual({
      ok: false,
      error: 'newer-version',
    })
    expect(parseSlots(utf8(JSON.stringify({ ...file, suite: 'B2' })))).toEqual({ ok: false, error: 'newer-version' })
  })

  test('a damaged file is refused, never half read and never thrown over', async () => {
    const bytes = writeSlots(file)
    const damaged = { ok: false, error: 'slots-damaged' }
    for (const text of [
      '',
      'null',
      '[]',
      '{}',
      '7',
      '"x"',
      '{"v":1}',
      '{"v":1,"suite":"A1","station":null,"slots":[]}',
    ]) {
      expect(parseSlots(utf8(text)), text).toEqual(damaged)
    }
    for (const key of ['id', 'kind', 'factors', 'label', 'user', 'kdf', 'iv', 'wrapped'] as const) {
      for (const value of [undefined, null, 7, [7], {}]) {
        const text = JSON.stringify({ ...file, slots: [slots[1], { ...slots[0]!, [key]: value }] })
        expect(parseSlots(utf8(text)), `${key} ${String(value)}`).toEqual(damaged)
      }
    }
    for (const key of ['id', 'code', 'short', 'name', 'letter', 'demo'] as const) {
      expect(parseSlots(utf8(JSON.stringify({ ...file, station: { ...station, [key]: null } })))).toEqual(damaged)
    }
    for (let cut = 0; cut < bytes.length - 2; cut++) expect(parseSlots(bytes.subarray(0, cut))).toEqual(damaged)
  })

  test('one flipped bit anywhere: refused, or it changes nothing that the slot protects', async () => {
    const bytes = writeSlots({ ...file, slots: [slots[0]!] })
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length * 8 - 1), async (bit) => {
        const copy = bytes.slice()
        copy[bit >> 3]! ^= 1 << (bit & 7)
        const read = parseSlots(copy)
        if (!read.ok) return
        // A flip that raises the cost would only be slow; what it proves is covered above.
        if (read.value.slots.some((slot) => slot.kdf.m > 1_000)) return
        const opened = await openSlots(read.value, ['user'], PASSWORD, deps)
        if (opened.ok) expect(opened.value.ring).toEqual(ring)
      }),
      { numRuns: size(300) },
    )
  })

  test('the real cost: 64 MiB, three rounds', async () => {
    expect(KDF_COST).toEqual({ m: 65_536, t: 3, p: 1 })
    const slot = await sealSlot(
      { id: 'slot:real', kind: 'user', label: 'real', user: 'user:1', secret: PASSWORD },
      ring,
      station.id,
      deps,
    )
    expect(slot.kdf).toMatchObject({ name: 'argon2id', m: 65_536, t: 3, p: 1 })
    const opened = await openSlots({ ...file, slots: [slot] }, ['user'], PASSWORD, deps)
    expect(opened).toEqual({ ok: true, value: { ring, slot } })
  })
})

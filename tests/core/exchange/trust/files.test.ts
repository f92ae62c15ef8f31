import { describe, expect, test } from 'vitest'
import { readGrantFile, writeHouseGrant, writePcGrant } from '#core/exchange/trust/grant-file.ts'
import {
  readRequest,
  requestFingerprint,
  writeHouseRequest,
  writePcRequest,
} from '#core/exchange/trust/request-file.ts'
import { houseFingerprint } from '#core/exchange/trust/fingerprint.ts'
import { sealAge } from '#core/exchange/bundle/age.ts'
import { fromUtf8, toBase64url, utf8 } from '#core/lib/bytes.ts'
import { AT, newHouse } from './houses.ts'

const house = newHouse('槐树里')
const street = newHouse('金水街道')
const b = house.letIn('B')
const none = { grants: [], revocations: [], houses: [] }
const root = toBase64url(house.root.open)
const { pc, receives, open } = b.identity
const pcRequest = writePcRequest({ pc, name: '里屋', signs: toBase64url(open), receives, at: AT }, b.identity)
const statements = { ...none, grants: [house.first.grant, b.grant] }
const houseRequest = writeHouseRequest({ from: house.card, root, pc, statements, at: AT }, b.identity)

/** As somebody would change it on its way. */
const changed = (bytes: Uint8Array, change: (json: Record<string, unknown>) => void): Uint8Array => {
  const json = JSON.parse(fromUtf8(bytes)) as Record<string, unknown>
  change(json)
  return utf8(JSON.stringify(json))
}
const codeOf = (bytes: Uint8Array): string | null => {
  const read = readRequest(bytes)
  return read.ok ? null : read.error
}

describe('a request file', () => {
  test('is read as it was written', () => {
    expect(readRequest(pcRequest)).toMatchObject({ ok: true, value: { kind: 'pc', pc, name: '里屋' } })
    const read = readRequest(houseRequest)
    expect(read).toMatchObject({ ok: true, value: { kind: 'house', from: house.card, statements } })
    expect(read.ok && requestFingerprint(read.value)).toBe(houseFingerprint(house.house, house.root.open))
  })
  test('that was changed, cut, or signed by another is refused with its reason', () => {
    expect(codeOf(changed(pcRequest, (json) => (json['name'] = '别的')))).toBe('bad-signature')
    expect(codeOf(changed(pcRequest, (json) => (json['receives'] = street.first.identity.receives)))).toBe(
      'bad-signature',
    )
    expect(codeOf(changed(pcRequest, (json) => (json['v'] = 2)))).toBe('newer-version')
    expect(codeOf(changed(pcRequest, (json) => (json['kind'] = 'house')))).toBe('not-a-request')
    expect(codeOf(pcRequest.subarray(0, 100))).toBe('not-a-request')
    expect(codeOf(utf8('{}'))).toBe('not-a-request')
    expect(codeOf(new Uint8Array(5_000_000))).toBe('not-a-request')
    expect(codeOf(utf8(`{"format":"linwu-request","v":1,"__proto__":{"a":1}}`))).toBe('not-a-request')
  })
  test('of a house holds only PCs that its root let in, the asking one among them', () => {
    const say = (of: object) => ({ from: house.card, root, pc, statements, at: AT, ...of })
    const foreign = { ...none, grants: [b.grant, street.first.grant] }
    expect(codeOf(writeHouseRequest(say({ statements: foreign }), b.identity))).toBe('bad-signature')
    expect(codeOf(writeHouseRequest(say({ root: toBase64url(street.root.open) }), b.identity))).toBe('bad-signature')
    expect(codeOf(writeHouseRequest(say({ pc: house.first.identity.pc }), b.identity))).toBe('bad-signature')
    expect(codeOf(writeHouseRequest(say({ pc: '0123456789abcdef' }), b.identity))).toBe('bad-signature')
  })
})

describe('a grant file', () => {
  const said = { from: house.card, root, statements: { ...none, grants: [house.first.grant] }, at: AT }
  const user = { id: 'user:b', name: '乙' }
  const secrets = [b.identity.secret]
  const opened = async (bytes: Uint8Array, with_ = secrets): Promise<string | null> => {
    const read = await readGrantFile(bytes, with_)
    return read.ok ? null : read.error
  }

  test('opens at the PC for which it was made, and nowhere else', async () => {
    const bytes = await writePcGrant({ ...said, grant: b.grant, user }, house.root)
    expect(await readGrantFile(bytes, secrets)).toMatchObject({ ok: true, value: { kind: 'pc', grant: b.grant, user } })
    expect(await opened(bytes, [house.first.identity.secret])).toBe('not-for-this-pc')
    expect(await opened(bytes.subarray(0, bytes.length - 3))).toBe('not-a-grant')
    expect(await opened(utf8('hello'))).toBe('not-a-grant')
    expect(fromUtf8(bytes.subarray(0, 21))).toBe('age-encryption.org/v1')
  })
  test('for a house opens at each of its PCs', async () => {
    const to = { house: house.house, root }
    const from = { from: street.card, root: toBase64url(street.root.open), statements: { ...none, grants: [street.first.grant] }, at: AT } // prettier-ignore
    const bytes = await writeHouseGrant({ ...from, to }, street.root, [receives, house.first.identity.receives])
    for (const { identity } of [b, house.first])
      expect(await readGrantFile(bytes, [identity.secret])).toMatchObject({ ok: true, value: { kind: 'house', to } })
  })
  test('signed by another root than it names, or with a stranger’s PC, is refused', async () => {
    expect(await opened(await writePcGrant({ ...said, grant: b.grant, user }, street.root))).toBe('bad-signature')
    const withStranger = { ...none, grants: [street.first.grant] }
    expect(await opened(await writePcGrant({ ...said, statements: withStranger, grant: b.grant, user }, house.root))).toBe('bad-signature') // prettier-ignore
    const again = (text: string) => sealAge(utf8(text), [receives])
    expect(await opened(await again('{"format":"linwu-grant","v":9}'))).toBe('newer-version')
    expect(await opened(await again('{"format":"linwu-grant","v":1}'))).toBe('not-a-grant')
  })
})

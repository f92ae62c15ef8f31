/** The ZIP with a password: bytes as the format says, nothing of the text readable, and the password as it is made. */
import { expect, test } from 'vitest'
import { utf8 } from '#core/lib/bytes.ts'
import { sealedZip } from '#core/exchange/first-day/sealed-zip.ts'
import { readablePassword } from '#core/exchange/first-day/readable-password.ts'

const AT = Date.parse('2026-11-02T01:00:00Z')
const SECRET = '去标识台账里的一行字'

test('every file is encrypted with AES-256 and bears the date it was given', async () => {
  const files = [
    { name: '月报.docx', bytes: utf8(SECRET.repeat(20)) },
    { name: '台账.xlsx', bytes: utf8(SECRET) },
  ]
  const zip = Buffer.from(await sealedZip(files, 'abcd-efgh', AT))
  expect(zip.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004')
  // Names in UTF-8 with the flag that says so, method 99 (AES), strength 3 (256 bits) in the extra field 0x9901.
  expect(zip.readUInt16LE(6) & 0x0801).toBe(0x0801)
  expect(zip.readUInt16LE(8)).toBe(99)
  expect(zip.includes(Buffer.from('月报.docx'))).toBe(true)
  const aes = zip.indexOf(Buffer.from([0x01, 0x99, 7, 0]))
  expect(zip[aes + 8]).toBe(3)
  expect(zip.includes(Buffer.from(SECRET))).toBe(false)
})

test('the same files sealed twice share no ciphertext', async () => {
  const files = [{ name: 'a', bytes: utf8(SECRET) }]
  const [one, two] = [await sealedZip(files, 'p', AT), await sealedZip(files, 'p', AT)]
  expect(Buffer.compare(one, two)).not.toBe(0)
})

test('passwords: four groups of four signs that nobody mixes up, even ones out of every byte', () => {
  let seed = 1
  // Middle bits of a linear congruence: every byte as often as any other.
  const bytes = (n: number): Uint8Array =>
    Uint8Array.from({ length: n }, () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) >>> 16)
  const seen = new Map<string, number>()
  for (let i = 0; i < 2_300; i++) {
    const word = readablePassword(bytes)
    expect(word).toMatch(/^[2-9acdefhjkmnprtxy]{4}(-[2-9acdefhjkmnprtxy]{4}){3}$/)
    for (const sign of word.replaceAll('-', '')) seen.set(sign, (seen.get(sign) ?? 0) + 1)
  }
  expect(seen.size).toBe(23)
  const counts = [...seen.values()]
  expect(Math.max(...counts) / Math.min(...counts)).toBeLessThan(1.2)
})

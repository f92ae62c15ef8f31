/** Packing and opening: what goes in comes out, byte for byte, and every lie has its reason. */
import { describe, expect, test } from 'vitest'
import { peekAge, sealAge } from '#core/exchange/bundle/age.ts'
import type { BundleCode } from '#core/exchange/bundle/bundle-code.ts'
import { bundleName } from '#core/exchange/bundle/bundle-name.ts'
import type { Letter, Manifest } from '#core/exchange/bundle/manifest.ts'
import { isMinisigned, minisign } from '#core/exchange/bundle/minisign.ts'
import { bundleFiles, packBundle, type BundleContent } from '#core/exchange/bundle/pack-bundle.ts'
import { splitParts } from '#core/exchange/bundle/split-parts.ts'
import { readFiles, unseal } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle, type KeyOf } from '#core/exchange/bundle/verify-bundle.ts'
import { writeZip, type NamedFile } from '#core/exchange/bundle/write-zip.ts'
import { hashLine } from '#core/kernel/event.ts'
import type { Identity } from '#core/keys/identity.ts'
import { concat, fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { changed, draftOf, grantOf, identity, newPc, OFFICE, sample, save, STATION } from './sample.ts'

const { front, back, office, content, events, keyOf } = sample()
const packed = await packBundle(content, [office.receives, front.receives], front)

/** Packed without the envelope, changed by hand, and opened again. */
async function reopened(
  change: (files: Map<string, Uint8Array>) => void,
  of: { content?: BundleContent; signer?: Identity; keyOf?: KeyOf } = {},
): Promise<BundleCode | 'ok'> {
  const files = new Map<string, Uint8Array>(bundleFiles(of.content ?? content, of.signer ?? front).files)
  change(files)
  const unsealed = await readFiles(await writeZip([...files] as NamedFile[]))
  if (!unsealed.ok) return unsealed.error
  const verified = verifyBundle(unsealed.value, of.keyOf ?? keyOf)
  return verified.ok ? 'ok' : verified.error
}

/** Another bundle.json, rightly signed. */
const withManifest = (
  change: (manifest: Manifest & Record<string, unknown>) => Record<string, unknown>,
): Promise<BundleCode | 'ok'> =>
  reopened((files) => {
    const manifest = JSON.parse(fromUtf8(files.get('bundle.json')!)) as Manifest & Record<string, unknown>
    const json = utf8(JSON.stringify(change(manifest)))
    files.set('bundle.json', json)
    files.set('bundle.json.minisig', utf8(minisign(json, 'x', front)))
  })

/** Other content, rightly listed and signed. */
const withContent = (change: Partial<BundleContent>, manifest = content.manifest): Promise<BundleCode | 'ok'> =>
  reopened(() => undefined, { content: { ...content, ...change, manifest } })

describe('what goes in comes out', () => {
  test.each([
    ['the receiver', office],
    ['the sender, from his own copy', front],
  ])('%s', async (_, { secret }) => {
    const unsealed = await unseal(packed.bytes, [identity('other').secret, secret])
    expect(unsealed.ok).toBe(true)
    if (!unsealed.ok) return
    const verified = verifyBundle(unsealed.value, keyOf)
    expect(verified).toEqual({
      ok: true,
      value: {
        manifest: packed.manifest,
        events,
        letters: content.letters,
        blobs: new Map(content.blobs.map(({ sha256, bytes }) => [sha256, bytes])),
      },
    })
    expect(events.some((event) => event.payloadLine === null)).toBe(true)
    expect(events.some(({ header }) => header.log.startsWith(back.pc))).toBe(true)
  })

  test('a receipt: no events, no letters', async () => {
    const receipt = { manifest: draftOf(front, { profile: 'receipt', scopes: [] }), events: [], letters: [], blobs: [] }
    const { bytes, manifest } = await packBundle(receipt, [office.receives], front)
    const unsealed = await unseal(bytes, [office.secret])
    expect(unsealed.ok && verifyBundle(unsealed.value, keyOf)).toEqual({
      ok: true,
      value: { manifest, events: [], letters: [], blobs: new Map() },
    })
    expect(manifest.files.map(({ name }) => name)).toEqual(['README.txt'])
  })

  test('the same content and keys give the same ZIP: no clock and no chance but in the envelope', async () => {
    const [one, two] = [bundleFiles(content, front), bundleFiles(content, front)]
    expect(await writeZip(one.files)).toEqual(await writeZip(two.files))
  })

  test('fields and profiles of a later version', async () => {
    const newer = { v: 3, minReader: 1, 'something new': { deep: [1] } }
    expect(await withManifest((manifest) => ({ ...manifest, ...newer }))).toBe('ok')
    expect(await withManifest((manifest) => ({ ...manifest, ...newer, profile: 'new' }))).toBe('newer-version')
    expect(await withManifest((manifest) => ({ ...manifest, ...newer, suite: 'B1' }))).toBe('newer-version')
    expect(await withManifest((manifest) => ({ ...manifest, v: 2, minReader: 2 }))).toBe('newer-version')
    expect(await withManifest((manifest) => ({ ...manifest, profile: 'new' }))).toBe('bad-manifest')
    expect(await withManifest((manifest) => ({ ...manifest, v: 0, minReader: 0 }))).toBe('bad-manifest')
    expect(await withManifest((manifest) => ({ ...manifest, v: -1 }))).toBe('bad-manifest')
  })

  test('a statement of a later form is left out, the others stay', async () => {
    const grant = grantOf(front, STATION.house, front)
    const files = new Map(bundleFiles({ ...content, manifest: { ...content.manifest, grants: [grant, { ...grant, v: 2 } as never] } }, front).files) // prettier-ignore
    const unsealed = await readFiles(await writeZip([...files]))
    expect(unsealed.ok && unsealed.value.manifest.grants).toEqual([grant])
  })

  test('the name of the file', () => {
    expect(bundleName({ ...STATION, letter: 'A' }, OFFICE, '2026-11-23T09:00:00+08:00', 7)).toBe('S0012A-JD001-20261123-0007.zip.age') // prettier-ignore
    expect(bundleName({ short: '../街', letter: 'AB' }, OFFICE, '2026-11-23T09:00:00+08:00', 12_345)).toBe('XAB-JD001-20261123-12345.zip.age') // prettier-ignore
  })
})

const noZip = await sealAge(utf8('no ZIP'), [office.receives])
const otherZip = await sealAge(await writeZip([['x.txt', utf8('x')]]), [office.receives])

describe('every lie has its reason', () => {
  test.each<[BundleCode, Uint8Array]>([
    ['not-a-bundle', utf8('just text')],
    ['not-a-bundle', new Uint8Array()],
    ['damaged', packed.bytes.subarray(0, 40)],
    ['damaged', packed.bytes.subarray(0, packed.bytes.length - 1)],
    ['damaged', concat([packed.bytes, Uint8Array.of(0)])],
    ['damaged', concat([utf8('age-encryption.org/v1\n'), utf8('-> X25519 a\n\n'.repeat(100_000))])],
    ['not-a-bundle', noZip],
    ['not-a-bundle', otherZip],
  ])('%s', async (code, bytes) => {
    expect(await unseal(bytes, [office.secret])).toEqual({ ok: false, error: code })
  })

  test('not for us: other keys, none', async () => {
    const refusal = { ok: false, error: 'not-for-us' }
    expect(await unseal(packed.bytes, [identity('other').secret])).toEqual(refusal)
    expect(await unseal(packed.bytes, [])).toEqual(refusal)
  })

  test('a bit anywhere in the file', async () => {
    for (let at = 0; at < packed.bytes.length; at += 97) {
      const bytes = Uint8Array.from(packed.bytes)
      bytes[at]! ^= 1 << (at % 8)
      expect((await unseal(bytes, [office.secret])).ok).toBe(false)
    }
  })

  test.each<[BundleCode, (files: Map<string, Uint8Array>) => void]>([
    ['not-a-bundle', (files) => files.delete('bundle.json')],
    ['not-a-bundle', (files) => files.set('bundle.json', utf8('{"format":"other"}'))],
    ['not-a-bundle', (files) => files.set('bundle.json', utf8('[1]'))],
    ['not-a-bundle', (files) => files.set('bundle.json', utf8(`{"format":"linwu-bundle","__proto__":{}}`))],
    ['not-a-bundle', (files) => files.set('bundle.json', utf8(`{"format":"linwu-bundle","a":${'['.repeat(900_000)}${']'.repeat(900_000)},"__proto__":1}`))], // prettier-ignore
    ['file-missing', (files) => files.delete('bundle.json.minisig')],
    ['file-missing', (files) => files.delete('events/0001.ndjson')],
    ['file-missing', (files) => files.delete('README.txt')],
    ['file-unlisted', (files) => files.set('events/0002.ndjson', utf8('x'))],
    ['file-unlisted', (files) => files.set('../../x', utf8('x'))],
    ['file-unlisted', (files) => files.set('__proto__.json', utf8('x'))],
    ['file-changed', (files) => files.set('README.txt', utf8('x'))],
    ['file-changed', (files) => files.set('README.txt', files.get('README.txt')!.toReversed())],
    ['file-changed', (files) => files.set('events/0001.ndjson', concat([files.get('events/0001.ndjson')!, utf8('\n')]))], // prettier-ignore
    ['bad-signature', (files) => files.set('bundle.json', concat([files.get('bundle.json')!, utf8(' ')]))],
    ['bad-signature', (files) => files.set('bundle.json.minisig', utf8('untrusted'))],
    ['bad-signature', (files) => files.set('bundle.json.minisig', Uint8Array.of(0xff))],
    ['bad-signature', (files) => files.set('bundle.json.minisig', utf8(minisign(files.get('bundle.json')!, 'x', back)))], // prettier-ignore
  ])('%s (%#)', async (code, change) => {
    expect(await reopened(change)).toBe(code)
  })

  test('a file that unpacks to more than it says, and one too many', async () => {
    const large: NamedFile = ['blobs/x', new Uint8Array(193 * 1024 * 1024)]
    expect(await reopened(() => undefined)).toBe('ok')
    expect((await readFiles(await writeZip([large]))).ok).toBe(false)
    const many = Array.from({ length: 4_001 }, (_, i): NamedFile => [`events/${i}`, new Uint8Array()])
    expect(await readFiles(await writeZip(many))).toEqual({ ok: false, error: 'too-big' })
    expect(await unseal(new Uint8Array(97 * 1024 * 1024), [office.secret])).toEqual({ ok: false, error: 'too-big' })
  })

  test.each<[string, (manifest: Manifest) => Record<string, unknown>]>([
    ['bundle', () => ({ bundle: '../../etc' })],
    ['part', () => ({ part: { of: 2, number: 3 } })],
    ['part', () => ({ part: null })],
    ['from', ({ from }) => ({ from: { ...from, pc: 'x' } })],
    ['to', () => ({ to: 'x' })],
    ['at', () => ({ at: '2026-02-31T00:00:00+08:00' })],
    ['scopes', () => ({ scopes: ['private', 'private'] })],
    ['scopes', () => ({ scopes: ['secret'] })],
    ['have', () => ({ have: { x: { n: 1, id: '' } } })],
    ['have', () => ({ have: [] })],
    ['got', () => ({ got: [1] })],
    ['logs', ({ logs }) => ({ logs: Object.fromEntries(Object.keys(logs).map((log) => [log, [2, 1]])) })],
    ['heads', ({ heads }) => ({ heads: [...heads, heads[0]] })],
    ['heads', ({ heads }) => ({ heads: heads.map((head) => ({ ...head, n: 1e300 })) })],
    ['grants', () => ({ grants: {} })],
    ['blobs', ({ blobs }) => ({ blobs: blobs.map((blob) => ({ ...blob, scope: 'x' })) })],
    ['files', ({ files }) => ({ files: [...files, { name: '/etc/passwd', bytes: 0, sha256: 'a'.repeat(64) }] })],
    ['files', ({ files }) => ({ files: files.map((file) => ({ ...file, bytes: -1 })) })],
  ])('bad-manifest: %s (%#)', async (_, change) => {
    expect(await withManifest((manifest) => ({ ...manifest, ...change(manifest) }))).toBe('bad-manifest')
  })

  test.each<[BundleCode, (manifest: Manifest) => Record<string, unknown>]>([
    ['unknown-pc', ({ from }) => ({ from: { ...from, pc: office.pc } })],
    ['bad-signature', ({ from }) => ({ from: { ...from, pc: back.pc } })],
    ['bad-signature', ({ heads }) => ({ heads: heads.map((head) => ({ ...head, sig: heads[0]!.sig })) })],
    ['bad-signature', ({ heads }) => ({ heads: heads.map((head) => ({ ...head, n: head.n + 1 })) })],
    ['head-missing', ({ heads }) => ({ heads: heads.slice(1) })],
    ['contents-differ', ({ logs }) => ({ logs: Object.fromEntries(Object.entries(logs).slice(1)) })],
    ['contents-differ', ({ logs }) => ({ logs: { ...logs, [`${back.pc}/audit`]: [1, 1] } })],
    ['contents-differ', ({ logs }) => ({ logs: Object.fromEntries(Object.entries(logs).map(([log, [a, b]]) => [log, [a, b + 1]])) })], // prettier-ignore
    ['contents-differ', () => ({ scopes: ['shared', 'directory'] })],
    ['contents-differ', () => ({ blobs: [] })],
    ['contents-differ', ({ blobs }) => ({ blobs: [...blobs, { id: 'b', sha256: 'c'.repeat(64), scope: 'shared' }] })],
  ])('%s: the sender signs what is not so (%#)', async (code, change) => {
    expect(await withManifest((manifest) => ({ ...manifest, ...change(manifest) }))).toBe(code)
  })

  test('a relay cannot invent, exchange or drop an event of another PC', async () => {
    const foreign = newPc('back')
    const [invented] = save(foreign, [changed(1, { state: 'forged' })])
    expect(await withContent({ events: [...events, invented!] })).toBe('head-missing')
    const own = newPc('x')
    const [mine] = save(own, [changed(1, { state: 'mine' })])
    expect(await withContent({ events: [...events, { ...mine!, payloadLine: '{"s":"x","f":{"state":"other"}}' }] })).toBe('bad-event') // prettier-ignore
    const [first] = events.filter(({ header }) => header.log === `${back.pc}/private` && header.n === 3)
    expect(await withContent({ events: events.filter((event) => event !== first) })).toBe('head-missing')
    expect(await withContent({ events: [...events, events[0]!] })).toBe('contents-differ')
  })

  test('lines that are no events', async () => {
    const [event] = events
    const bad = (headerLine: string, payloadLine = '-') => withContent({ events: [{ ...event!, headerLine, payloadLine }] }) // prettier-ignore
    expect(await bad('{}')).toBe('bad-event')
    expect(await bad('x')).toBe('bad-event')
    expect(await bad(event!.headerLine, `{"s":"x","f":{"__proto__":{}}}`)).toBe('bad-event')
    expect(await bad(event!.headerLine, `{"s":"x","f":{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}}`)).toBe(
      'bad-event',
    )
    expect(await bad(event!.headerLine, 'a\nb')).toBe('bad-event')
  })

  test('a granted PC signs an event so deep that whoever walks it falls over', async () => {
    const own = newPc('front')
    const [event] = save(own, [changed(1, { title: 'a' })])
    const payloadLine = `{"s":"x","f":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`
    const header = { ...event!.header, ph: hashLine(payloadLine) }
    const headerLine = JSON.stringify(header)
    const deep = { ...event!, id: hashLine(headerLine), header, headerLine, payloadLine }
    const { heads } = splitParts([deep], [], front, []).parts[0]!
    expect(await withContent({ events: [deep], letters: [], blobs: [] }, draftOf(front, { heads }))).toBe('bad-event')
  })

  test('a head of a PC nobody knows', async () => {
    expect(await reopened(() => undefined, { keyOf: (pc) => (pc === front.pc ? front.open : null) })).toBe('unknown-pc')
    expect(await reopened(() => undefined, { keyOf: () => null })).toBe('unknown-pc')
    expect(await reopened(() => undefined, { keyOf: () => back.open })).toBe('bad-signature')
  })

  test.each<[string, Record<string, unknown>]>([
    ['at', { at: 'yesterday' }],
    ['body', { body: [] }],
    ['kind', { kind: 1 }],
    ['answers', { answers: 'case:1' }],
    ['case', { case: '__proto__' }],
  ])('bad-letter: %s', async (_, change) => {
    expect(await withContent({ letters: [{ ...content.letters[0]!, ...change } as Letter] })).toBe('bad-letter')
  })
})

describe('signature files', () => {
  const text = utf8('bundle')
  const file = minisign(text, 'a comment', front)

  test('fit one file, one key, one comment', () => {
    expect(isMinisigned(text, file, front.open)).toBe(true)
    expect(isMinisigned(utf8('bundlf'), file, front.open)).toBe(false)
    expect(isMinisigned(text, file, back.open)).toBe(false)
    expect(isMinisigned(text, file.replace('a comment', 'another'), front.open)).toBe(false)
  })

  test('no letter of the three lines that count may change, but in the key id, which only helps to find the key', () => {
    const from = file.indexOf('\n') + 1
    const keyId = { from: from + 2, to: from + 13 } // bits 16 to 80 in base64
    for (let at = from; at < file.length; at++) {
      if (at >= keyId.from && at < keyId.to) continue
      const other = String.fromCharCode(file.charCodeAt(at) ^ 1)
      expect(isMinisigned(text, file.slice(0, at) + other + file.slice(at + 1), front.open), String(at)).toBe(false)
    }
  })
})

test('without a key only the envelope is seen', async () => {
  const seen = peekAge(packed.bytes)
  expect(seen).toEqual({ ok: true, value: { recipients: 2, plainBytes: (await writeZip(bundleFiles(content, front).files)).length } }) // prettier-ignore
})

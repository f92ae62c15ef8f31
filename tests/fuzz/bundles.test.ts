/**
 * 10,000 hostile bundles: none crashes the reader, none changes anything, every one has a reason. Half are broken as files (what
 * a bad stick does), half are packed and sealed for us by somebody who wants to hurt (what anybody who has our address can do).
 */
import { describe, expect, test } from 'vitest'
import { sealAge } from '#core/exchange/bundle/age.ts'
import { BUNDLE_CODES } from '#core/exchange/bundle/bundle-code.ts'
import type { NamedFile } from '#core/exchange/bundle/write-zip.ts'
import { minisign } from '#core/exchange/bundle/minisign.ts'
import { bundleFiles, packBundle } from '#core/exchange/bundle/pack-bundle.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { unseal } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle, type Verified } from '#core/exchange/bundle/verify-bundle.ts'
import { ERASED_LINE } from '#core/kernel/event.ts'
import { newReplica, receive } from '#core/kernel/replica.ts'
import { concat, fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { identity, sample, SCOPES_HERE } from '../core/exchange/bundle/sample.ts'
import { zipFile, type ZipLies, type ZipPart } from '../core/sheet/zip-file.ts'
import { size } from '../size.ts'
import { random, type Random } from './random.ts'

const FILES = size(1_000, 10_000)
/** ms. One honest bundle takes 30; a bomb must not take a second of the desk. */
const TIMEOUT_MS = 5_000

const { front, office, content, keyOf } = sample(6)
const honest = (await packBundle(content, [office.receives], front)).bytes
const FILES_INSIDE = bundleFiles(content, front).files
const manifestText = fromUtf8(FILES_INSIDE[0]![1])
const eventsText = fromUtf8(FILES_INSIDE.find(([name]) => name.startsWith('events/'))![1])

type Hostile = { readonly bytes: Uint8Array; readonly allowed?: readonly string[] }
type Files = Map<string, Uint8Array>

const files = (): Files => new Map(FILES_INSIDE)
const parts = (of: Iterable<NamedFile>): ZipPart[] => [...of].map(([name, data]) => ({ name, data }))
const sealed = async (zip: Uint8Array, to = office.receives): Promise<Uint8Array> => sealAge(zip, [to])
const sealedFiles = (of: Files, lies?: ZipLies): Promise<Uint8Array> => sealed(zipFile(parts(of), lies))

/** What a PC of the house itself could do: everything listed and signed again after the change. */
function resigned(of: Files, change: (manifest: Record<string, unknown>) => void = () => undefined): Files {
  const manifest = JSON.parse(manifestText) as Record<string, unknown>
  manifest['files'] = [...of]
    .filter(([name]) => !name.startsWith('bundle.json'))
    .map(([name, bytes]) => ({ name, bytes: bytes.length, sha256: sha256Hex(bytes) }))
  change(manifest)
  const json = utf8(JSON.stringify(manifest))
  return of.set('bundle.json', json).set('bundle.json.minisig', utf8(minisign(json, 'x', front)))
}

const NASTY: readonly unknown[] = [
  null,
  -1,
  0,
  2 ** 53,
  1e300,
  '',
  '__proto__',
  '../../x',
  [],
  {},
  true,
  'x'.repeat(100_000),
]
const NAMES = ['../../x', '/etc/passwd', 'C:\\x', '__proto__', 'constructor', 'events/../x', 'BUNDLE.JSON', 'events/0001.ndjson ', 'a\u0000b', '.', 'events/', 'con'] // prettier-ignore

/** To add one: here. Each makes one bundle that must be refused, unless `allowed` says 'ok' too. */
const MUTATIONS: Readonly<Record<string, (chance: Random) => Promise<Hostile>>> = {
  cut: async (chance) => ({ bytes: honest.subarray(0, chance.below(honest.length)) }),
  'bits flipped': async (chance) => {
    const bytes = Uint8Array.from(honest)
    const at = chance.below(bytes.length)
    bytes[at]! ^= 1 << chance.below(8)
    return { bytes }
  },
  'bytes overwritten': async (chance) => {
    const bytes = Uint8Array.from(honest)
    const from = chance.below(bytes.length)
    for (let i = from; i < from + 1 + chance.below(64) && i < bytes.length; i++) bytes[i]! ^= 0x55
    return { bytes }
  },
  'a piece twice, a piece lost': async (chance) => {
    const [from, to] = [chance.below(honest.length), chance.below(honest.length)]
    const bytes = concat([honest.subarray(0, from), honest.subarray(to)])
    return { bytes, allowed: from === to ? ['ok'] : [] }
  },
  'header of age': async (chance) => {
    const text = chance.pick([
      '-> X25519 \n',
      '-> scrypt a 30\nAAAA\n',
      '-> X25519 a\n'.repeat(1_000),
      '--- \n',
      '\n',
      '-> \u4e2d\n',
    ])
    return { bytes: concat([honest.subarray(0, 22), utf8(text), honest.subarray(22)]) }
  },
  'for somebody else': async () => ({
    bytes: await sealed(zipFile(parts(files())), identity('somebody').receives),
    allowed: ['not-for-us'],
  }),
  'cut inside': async (chance) => {
    const zip = zipFile(parts(files()))
    return { bytes: await sealed(zip.subarray(0, chance.below(zip.length))) }
  },
  'bits flipped inside': async (chance) => {
    const zip = zipFile(parts(files()))
    zip[chance.below(zip.length)]! ^= 1 << chance.below(8)
    // Times and versions in the ZIP's own headers say nothing to us.
    return { bytes: await sealed(zip), allowed: ['ok'] }
  },
  'members swapped': async (chance) => {
    const of = [...FILES_INSIDE]
    const [a, b] = [chance.below(of.length), chance.below(of.length)]
    const swapped = of.map(([name], i): NamedFile => [name, of[i === a ? b : i === b ? a : i]![1]])
    return { bytes: await sealed(zipFile(parts(swapped))), allowed: a === b ? ['ok'] : [] }
  },
  'members doubled': async (chance) => {
    const twice = [...parts(files()), parts([chance.pick(FILES_INSIDE)])[0]!]
    return { bytes: await sealed(zipFile(twice)), allowed: ['damaged'] }
  },
  'member missing': async (chance) => {
    const of = files()
    of.delete(chance.pick([...of.keys()]))
    return { bytes: await sealedFiles(of), allowed: ['file-missing', 'not-a-bundle'] }
  },
  'member of another name': async (chance) => {
    const of = files().set(chance.pick(NAMES), utf8('x'))
    return { bytes: await sealedFiles(of), allowed: ['file-unlisted', 'damaged', 'not-a-bundle'] }
  },
  'a listed member of another name': async (chance) => {
    const of = files().set(chance.pick(NAMES), utf8('x'))
    return { bytes: await sealedFiles(resigned(of)) }
  },
  'directory lies': async (chance) => {
    const says = chance.pick<NonNullable<ZipPart['says']>>([{ size: 1 }, { size: 2 ** 31 }, { packed: 3 }, { crc: 7 }, { at: 0 }, { name: 'x' }]) // prettier-ignore
    const at = chance.below(FILES_INSIDE.length)
    const lying = parts(files()).map((part, i) => (i === at ? { ...part, says } : part))
    return { bytes: await sealed(zipFile(lying)), allowed: at === 0 && 'at' in says ? ['ok'] : [] }
  },
  'end of the ZIP lies': async (chance) => {
    const lies = chance.pick<ZipLies>([{ count: 1 }, { count: 65_535 }, { directoryAt: 9 }, { tail: utf8('tail') }, { end64: { count: 2 ** 40 } }]) // prettier-ignore
    return { bytes: await sealedFiles(files(), lies) }
  },
  'a bomb': async (chance) => {
    const zeros = new Uint8Array(chance.pick([1, 20]) * 1024 * 1024)
    const name = chance.pick(['blobs/x', 'bundle.json', 'events/0001.ndjson'])
    const quoted = chance.below(2) === 0 ? { says: { size: 100 } } : {}
    return { bytes: await sealed(zipFile([...parts(files()).filter((part) => part.name !== name), { name, data: zeros, ...quoted }])) } // prettier-ignore
  },
  'manifest: a field lost or exchanged': async (chance) => {
    const of = resigned(files(), (manifest) => {
      const field = chance.pick(Object.keys(manifest))
      if (chance.below(3) === 0) delete manifest[field]
      else manifest[field] = chance.pick(NASTY)
    })
    // Empty lists of statements, or of what the sender has, are honest.
    return { bytes: await sealedFiles(of), allowed: ['ok'] }
  },
  'manifest: a value inside exchanged': async (chance) => {
    const of = resigned(files(), (manifest) => {
      const inside = ['part', 'from', 'to', 'have', 'logs', 'heads', 'files', 'blobs', 'grants']
      const value = manifest[chance.pick(inside)] as Record<string, unknown> | Record<string, unknown>[]
      const record = Array.isArray(value) ? chance.pick(value) : value
      record[chance.pick([...Object.keys(record), '__proto__x'])] = chance.pick(NASTY)
    })
    return { bytes: await sealedFiles(of), allowed: ['ok'] }
  },
  'manifest: bytes': async (chance) => {
    const bytes = Uint8Array.from(FILES_INSIDE[0]![1])
    bytes[chance.below(bytes.length)] = chance.below(256)
    return { bytes: await sealedFiles(files().set('bundle.json', bytes)), allowed: ['ok'] }
  },
  'manifest: versions': async (chance) => {
    const v = chance.pick([-1, 0, 2, 3])
    const of = resigned(files(), (manifest) => Object.assign(manifest, { v, minReader: v }))
    return { bytes: await sealedFiles(of), allowed: v > 1 ? ['newer-version'] : ['bad-manifest'] }
  },
  'manifest: hostile keys': async (chance) => {
    const key = chance.pick(['__proto__', 'constructor', 'prototype', '\\u005f_proto__'])
    const json = utf8(manifestText.replace('{', `{"${key}":{"polluted":true},`))
    const of = files()
      .set('bundle.json', json)
      .set('bundle.json.minisig', utf8(minisign(json, 'x', front)))
    return { bytes: await sealedFiles(of), allowed: ['not-a-bundle'] }
  },
  'manifest: deep': async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
    const json = utf8(manifestText.replace('{', `{"x":${deep},"constructor":1,`))
    return { bytes: await sealedFiles(files().set('bundle.json', json)), allowed: ['not-a-bundle'] }
  },
  'signature: letters': async (chance) => {
    const signature = Uint8Array.from(files().get('bundle.json.minisig')!)
    signature[chance.below(signature.length)] = chance.below(256)
    // The first comment and the key id are for people.
    return { bytes: await sealedFiles(files().set('bundle.json.minisig', signature)), allowed: ['ok', 'bad-signature'] }
  },
  'signature: of another key': async () => {
    const of = files()
    of.set('bundle.json.minisig', utf8(minisign(of.get('bundle.json')!, 'x', office)))
    return { bytes: await sealedFiles(of), allowed: ['bad-signature'] }
  },
  'events: lines swapped, lost, doubled': async (chance) => {
    const lines = eventsText.split('\n').slice(0, -1)
    const [a, b] = [chance.below(lines.length), chance.below(lines.length)]
    const kind = chance.below(3)
    if (kind === 0) [lines[a], lines[b]] = [lines[b]!, lines[a]!]
    if (kind === 1) lines.splice(a - (a % 2), 2)
    if (kind === 2) lines.push(...lines.slice(a - (a % 2), a - (a % 2) + 2))
    const isSame = kind === 0 && lines[a] === lines[b]
    return { bytes: await sealedFiles(withEvents(lines.join('\n') + '\n')), allowed: isSame ? ['ok'] : [] }
  },
  'events: bytes': async (chance) => {
    const bytes = utf8(eventsText)
    const at = chance.below(bytes.length)
    const was = bytes[at]!
    bytes[at] = chance.below(256)
    return { bytes: await sealedFiles(resigned(files().set('events/0001.ndjson', bytes))), allowed: was === bytes[at] ? ['ok'] : [] } // prettier-ignore
  },
  'events: hostile payloads': async (chance) => {
    const payload = chance.pick([
      '{"s":"x","f":{"__proto__":{"polluted":true}}}',
      '{"s":"x","f":{"a":{"constructor":{"prototype":{"polluted":true}}}}}',
      `{"s":"x","f":{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}}`,
      '{"s":"x","f":[]}',
      'null',
      '',
    ])
    const lines = eventsText.split('\n')
    const at = 1 + 2 * chance.below((lines.length - 1) / 2)
    lines[at] = payload
    return { bytes: await sealedFiles(withEvents(lines.join('\n'))), allowed: ['bad-event'] }
  },
  // Withheld payloads are no forgery: a holder cannot be made to show what was erased. They must change nothing that is there.
  'events: payloads withheld': async () => {
    const lines = eventsText.split('\n').map((line, i) => (i % 2 === 1 ? ERASED_LINE : line))
    return { bytes: await sealedFiles(withEvents(lines.join('\n'))), allowed: ['ok'] }
  },
  'letters and attachments': async (chance) => {
    const of = files()
    const name = chance.pick([...of.keys()].filter((file) => /^(?:letters|blobs)/.test(file)))
    const bytes = Uint8Array.from(of.get(name)!)
    bytes[chance.below(bytes.length)]! ^= 1 << chance.below(8)
    const listed = chance.below(2) === 0
    return { bytes: await sealedFiles(listed ? resigned(of.set(name, bytes)) : of.set(name, bytes)), allowed: listed ? ['ok'] : ['file-changed'] } // prettier-ignore
  },
  replay: async () => ({ bytes: honest, allowed: ['ok'] }),
}

const withEvents = (text: string): Files => resigned(files().set('events/0001.ndjson', utf8(text)))

const prototypes = (): string =>
  [Object.prototype, Array.prototype, Map.prototype].map((one) => Object.getOwnPropertyNames(one).join()).join(';')

async function open(bytes: Uint8Array): Promise<{ code: string; verified: Verified | null }> {
  const unsealed = await unseal(bytes, [office.secret])
  if (!unsealed.ok) return { code: unsealed.error, verified: null }
  const verified = verifyBundle(unsealed.value, keyOf)
  return verified.ok ? { code: 'ok', verified: verified.value } : { code: verified.error, verified: null }
}

describe(`${FILES} hostile bundles`, () => {
  test('no crash, no changed state, a reason each', async () => {
    const replica = newReplica(SCOPES_HERE)
    receive(replica, content.events, 'import')
    const stateBefore = JSON.stringify([...replica.entities])
    const before = prototypes()
    const kinds = Object.keys(MUTATIONS)
    const outcomes: Record<string, number> = {}
    const faults: string[] = []
    let slowestMs = 0
    for (let seed = 0; seed < FILES; seed++) {
      const kind = kinds[seed % kinds.length]!
      const { bytes, allowed = [] } = await MUTATIONS[kind]!(random(seed))
      const name = `${kind} #${seed}`
      const start = performance.now()
      const { code, verified } = await open(bytes).catch((error: unknown) => ({
        code: `thrown ${String(error)}`,
        verified: null,
      }))
      const ms = performance.now() - start
      slowestMs = Math.max(slowestMs, ms)
      outcomes[code] = (outcomes[code] ?? 0) + 1
      if (ms > TIMEOUT_MS) faults.push(`${name}: ${Math.round(ms)} ms`)
      if (code !== 'ok' && !(BUNDLE_CODES as readonly string[]).includes(code)) faults.push(`${name}: ${code}`)
      if (code === 'ok' && !allowed.includes('ok')) faults.push(`${name}: taken`)
      if (code !== 'ok' && allowed.length > 0 && !allowed.includes('ok') && !allowed.includes(code)) faults.push(`${name}: ${code}, not ${allowed.join(' or ')}`) // prettier-ignore
      if (prototypes() !== before) faults.push(`${name}: a prototype was changed`)
      // What is taken says nothing that the honest one did not.
      if (verified) {
        receive(replica, verified.events, 'import')
        if (JSON.stringify([...replica.entities]) !== stateBefore) faults.push(`${name}: changed the state`)
      }
      if (faults.length > 20) break
    }
    console.log(`${FILES} bundles: ${JSON.stringify(outcomes)}, slowest ${Math.round(slowestMs)} ms`)
    expect(faults).toEqual([])
    // The mutations reach every step.
    const always = ['ok', 'not-a-bundle', 'not-for-us', 'damaged', 'newer-version', 'bad-manifest', 'file-missing', 'file-unlisted', 'file-changed', 'bad-signature', 'bad-event', 'head-missing', 'contents-differ'] // prettier-ignore
    if (FILES >= 1_000) expect(Object.keys(outcomes)).toEqual(expect.arrayContaining(always))
  }, 1_800_000)
})

/**
 * The bundle is no private format: what we pack opens with standard tools by the three commands of docs/formats.md, and what
 * somebody packs with those tools, following that page and none of our code, opens here.
 */
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Manifest } from '#core/exchange/bundle/manifest.ts'
import { minisignKey } from '#core/exchange/bundle/minisign.ts'
import { packBundle } from '#core/exchange/bundle/pack-bundle.ts'
import { unseal } from '#core/exchange/bundle/unseal.ts'
import { verifyBundle } from '#core/exchange/bundle/verify-bundle.ts'
import { inStation, linwu, PASSWORD } from '../cli/program.ts'
import { identity, sample } from '../core/exchange/bundle/sample.ts'
import { ensureTools, tool } from './standard-tools.ts'

const place = mkdtempSync(join(tmpdir(), 'linwu-bundle-'))
const at = (...names: readonly string[]): string => join(place, ...names)
const text = (...names: readonly string[]): string => readFileSync(at(...names), 'utf8')
afterAll(() => rmSync(place, { recursive: true, force: true }))
beforeAll(ensureTools)

const sha256 = (content: string | Uint8Array): Buffer => createHash('sha256').update(content).digest()

describe('what we pack', () => {
  const { front, back, office, content, events } = sample()

  beforeAll(async () => {
    const { bytes } = await packBundle(content, [office.receives, front.receives], front)
    writeFileSync(at('FILE.zip.age'), bytes)
    writeFileSync(at('KEY.txt'), `${office.secret}\n`)
    // The three commands.
    tool(place, 'age', '-d', '-i', 'KEY.txt', '-o', 'bundle.zip', 'FILE.zip.age')
    tool(place, 'unzip', '-q', 'bundle.zip', '-d', 'bundle')
  })

  test('opens and verifies by the three commands', () => {
    const said = tool(place, 'minisign', '-V', '-P', minisignKey(front.open), '-m', 'bundle/bundle.json')
    expect(said).toContain(`linwu-bundle ${content.manifest.bundle}`)
  })

  test('README.txt says the same three commands, with the sender’s key', () => {
    const readme = text('bundle', 'README.txt')
    for (const line of [
      'age -d -i KEY.txt -o bundle.zip FILE.zip.age',
      'unzip bundle.zip -d bundle',
      `minisign -V -P ${minisignKey(front.open)} -m bundle/bundle.json`,
    ])
      // prettier-ignore
      expect(readme).toContain(line)
  })

  test('every file is the one that bundle.json lists', () => {
    const manifest = JSON.parse(text('bundle', 'bundle.json')) as Manifest
    const sums = manifest.files.map(({ name, sha256: sum }) => `${sum}  ${name}\n`).join('')
    writeFileSync(at('SUMS'), sums)
    expect(tool(at('bundle'), 'sha256sum', '-c', at('SUMS')).match(/: OK$/gm)).toHaveLength(manifest.files.length)
    const there = readdirSync(at('bundle'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(there).toHaveLength(manifest.files.length + 2)
  })

  test('the events are the lines that the page describes: ids, payloads, chains', () => {
    const lines = text('bundle', 'events', '0001.ndjson').split('\n').slice(0, -1)
    expect(lines).toHaveLength(events.length * 2)
    for (let i = 0; i < lines.length; i += 2) {
      const header = JSON.parse(lines[i]!) as { ph: string }
      expect(sha256(lines[i]!).toString('base64url')).toBe(events[i / 2]!.id)
      if (lines[i + 1] !== '-') expect(sha256(lines[i + 1]!).toString('base64url')).toBe(header.ph)
    }
  })

  test('no other key opens it, and a changed bundle.json is found', () => {
    writeFileSync(at('OTHER.txt'), `${identity('other').secret}\n`)
    expect(() => tool(place, 'age', '-d', '-i', 'OTHER.txt', '-o', 'x.zip', 'FILE.zip.age')).toThrow(
      /no identity matched/,
    )
    mkdirSync(at('changed'))
    writeFileSync(at('changed', 'bundle.json'), `${text('bundle', 'bundle.json')} `)
    writeFileSync(at('changed', 'bundle.json.minisig'), text('bundle', 'bundle.json.minisig'))
    const verify = (key: Uint8Array, file: string) => () =>
      tool(place, 'minisign', '-V', '-P', minisignKey(key), '-m', file)
    expect(verify(front.open, 'changed/bundle.json')).toThrow(/verification failed/)
    expect(verify(back.open, 'bundle/bundle.json')).toThrow()
  })
})

describe('what the tools pack', () => {
  const PC = '00112233445566aa'
  const house = { house: '0193dddd-0000-7000-8000-00000000000d', name: '手工站', code: '110101001002', short: 'S0099' }
  const folder = at('station')
  const key = ['--password-file', at('password')] as const
  let signs: Buffer
  let receives = ''

  /** Lines as docs/formats.md says, by JSON and SHA-256 alone. */
  function eventLines(): { text: string; last: string } {
    let previous = ''
    let all = ''
    for (let n = 1; n <= 3; n++) {
      const payload = JSON.stringify({ s: `salt${n}`, f: { status: `第 ${n} 步` } })
      const header = JSON.stringify({
        v: 1,
        log: `${PC}/shared`,
        n,
        p: previous,
        l: n,
        t: '2026-11-23T09:00:00+08:00',
        u: 'user:1',
        k: 'case-changed',
        e: 'case:1',
        c: [`command${n}`, { shared: 1 }],
        sv: 1,
        ph: sha256(payload).toString('base64url'),
      })
      previous = sha256(header).toString('base64url')
      all += `${header}\n${payload}\n`
    }
    return { text: all, last: previous }
  }

  beforeAll(async () => {
    writeFileSync(key[1], PASSWORD)
    const init = ['--station-code', '110101001001', '--short', 'S0012', '--station-name', '槐树里']
    const made = await linwu('init', folder, ...init, ...key)
    if (made.code !== 0) throw new Error(made.err)
    await inStation(folder, key, async ({ identity: me }) => void (receives = me.receives))

    tool(place, 'minisign', '-G', '-W', '-p', 'sign.pub', '-s', 'sign.key')
    signs = Buffer.from(text('sign.pub').split('\n')[1]!, 'base64').subarray(10)
    tool(place, 'age-keygen', '-o', 'age.key')
    writeFileSync(at('age.pub'), tool(place, 'age-keygen', '-y', 'age.key'))

    mkdirSync(at('hand', 'events'), { recursive: true })
    const { text: lines, last } = eventLines()
    writeFileSync(at('hand', 'events', '0001.ndjson'), lines)
    // The signature of a log's end is over its text itself: minisign's old form.
    writeFileSync(at('head'), `linwu-head-1\n${PC}/shared\n3\n${last}\n`)
    tool(place, 'minisign', '-S', '-l', '-s', 'sign.key', '-m', 'head')
    const sig = Buffer.from(text('head.minisig').split('\n')[1]!, 'base64').subarray(10).toString('base64url')
    const sums = tool(at('hand'), 'sha256sum', 'events/0001.ndjson').split('\n').slice(0, -1)
    writeFileSync(
      at('hand', 'bundle.json'),
      JSON.stringify(
        {
          format: 'linwu-bundle',
          v: 1,
          minReader: 1,
          suite: 'A1',
          bundle: 'a'.repeat(32),
          part: { of: 1, number: 1 },
          profile: 'report',
          from: { ...house, pc: PC },
          to: { house: '0193eeee-0000-7000-8000-00000000000e', name: '槐树里', code: '110101001001', short: 'S0012' },
          at: '2026-11-23T09:00:00+08:00',
          scopes: ['shared'],
          have: {},
          got: [],
          grants: [],
          revocations: [],
          houses: [],
          blobs: [],
          logs: { [`${PC}/shared`]: [1, 3] },
          heads: [{ log: `${PC}/shared`, n: 3, id: last, sig }],
          files: sums.map((line) => ({
            name: line.slice(66),
            bytes: Buffer.byteLength(lines),
            sha256: line.slice(0, 64),
          })),
        },
        null,
        2,
      ),
    )
    tool(place, 'minisign', '-S', '-s', 'sign.key', '-m', 'hand/bundle.json')
    tool(at('hand'), 'zip', '-q', '-r', '-X', '-D', at('hand.zip'), '.')
    tool(place, 'age', '-r', receives, '-R', 'age.pub', '-o', 'hand.zip.age', 'hand.zip')
  })

  test('opens and verifies here', async () => {
    const secret = text('age.key')
      .split('\n')
      .find((line) => line.startsWith('AGE-SECRET-KEY-1'))!
    const unsealed = await unseal(new Uint8Array(readFileSync(at('hand.zip.age'))), [secret])
    expect(unsealed.ok).toBe(true)
    if (!unsealed.ok) return
    const verified = verifyBundle(unsealed.value, (pc) => (pc === PC ? new Uint8Array(signs) : null))
    expect(verified.ok && verified.value.events.map(({ fields }) => fields)).toEqual([1, 2, 3].map((n) => ({ status: `第 ${n} 步` }))) // prettier-ignore
    expect(verifyBundle(unsealed.value, () => identity('other').open)).toEqual({ ok: false, error: 'bad-signature' })
  })

  test('linwu inspect: without a key the envelope, with the station’s keys everything, and who is not known', async () => {
    const shut = await linwu('inspect', at('hand.zip.age'), '--json')
    expect(shut.code).toBe(0)
    expect(shut.json).toMatchObject({ file: 'hand.zip.age', recipients: 2, opened: false })
    expect(shut.out).not.toMatch(/手工站|110101001002|events|report/)
    const open = await linwu('inspect', at('hand.zip.age'), '--keys', folder, ...key, '--json')
    expect(open.code).toBe(1)
    expect(open.json).toMatchObject({ opened: true, signature: 'unknown-pc', manifest: { bundle: 'a'.repeat(32), from: house, heads: 1 } }) // prettier-ignore
    const foreign = await linwu('inspect', at('FILE.zip.age'), '--keys', folder, ...key)
    expect(foreign).toMatchObject({ code: 1, out: '' })
    expect(foreign.err).toContain('不是给这台电脑的')
    const other = await linwu('inspect', at('sign.pub'), '--lang', 'en')
    expect(other.err).toContain('not an exchange file')
  })
})

/**
 * The bundle is no private format: what we pack opens with standard tools by the three commands of docs/formats.md, and what
 * somebody packs with those tools, following that page and none of our code, opens here. The same through the program's screens is
 * tests/e2e/standard-tools.test.ts.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { minisignKey } from '#core/exchange/bundle/minisign.ts'
import { packBundle } from '#core/exchange/bundle/pack-bundle.ts'
import { inStation, linwu, PASSWORD } from '../cli/program.ts'
import { identity, sample } from '../core/exchange/bundle/sample.ts'
import { request } from '../e2e/seed-station.ts'
import { handOffice, sha256 } from './hand-office.ts'
import { checkSums, ensureTools, openByThreeCommands, threeCommands, tool } from './standard-tools.ts'

const place = mkdtempSync(join(tmpdir(), 'linwu-bundle-'))
const at = (...names: readonly string[]): string => join(place, ...names)
const text = (...names: readonly string[]): string => readFileSync(at(...names), 'utf8')
afterAll(() => rmSync(place, { recursive: true, force: true }))
beforeAll(ensureTools)

describe('everything that a bundle can have', () => {
  const { front, back, office, content, events } = sample()

  let said = ''

  beforeAll(async () => {
    const { bytes } = await packBundle(content, [office.receives, front.receives], front)
    writeFileSync(at('FILE.zip.age'), bytes)
    writeFileSync(at('KEY.txt'), `${office.secret}\n`)
    said = openByThreeCommands(place, minisignKey(front.open))
  })

  test('opens and verifies by the three commands', () => {
    expect(said).toContain(`linwu-bundle ${content.manifest.bundle}`)
  })

  test('README.txt says the same three commands, with the sender’s key', () => {
    const readme = text('bundle', 'README.txt')
    for (const line of threeCommands()) expect(readme).toContain(line.replace(/<.*>/, minisignKey(front.open)))
  })

  test('every file is the one that bundle.json lists', () => {
    const there = readdirSync(at('bundle'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(there).toHaveLength(checkSums(place) + 2)
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

describe('between `linwu` and an office that has only the tools', () => {
  const folder = at('station')
  const key = ['--password-file', at('password')] as const
  const run = async (...words: readonly string[]) => {
    const done = await linwu(...words, ...key, '--json')
    if (done.code !== 0) throw new Error(done.err)
    return done.json
  }
  let office: ReturnType<typeof handOffice>
  let grant = ''
  let packed = ''

  beforeAll(async () => {
    writeFileSync(key[1], PASSWORD)
    await run('init', folder, '--station-code', '110101001001', '--short', 'S0012', '--station-name', '槐树里')
    await inStation(folder, key, async ({ keeper, mark }) => {
      const saved = await keeper.run(request({ requesterName: '王素兰', serviceType: 'welfare' }))
      if (!saved.ok) throw new Error(JSON.stringify(saved.error))
      await mark()
    })
    await run('keys', folder, '--request', at('station.linwu-request'))
    mkdirSync(at('office'))
    office = handOffice(at('office'))
    grant = office.answer(at('station.linwu-request'))
    packed = office.pack(['手工助餐点', '手工日托站'])
  })

  test('linwu inspect: without a key the envelope, with the station’s keys everything, and who is not known', async () => {
    const shut = await linwu('inspect', packed, '--json')
    expect(shut.code).toBe(0)
    expect(shut.json).toMatchObject({ recipients: 1, opened: false })
    expect(shut.out).not.toMatch(/手工|110101001000|events|directory/)
    const open = await linwu('inspect', packed, '--keys', folder, ...key, '--json')
    expect(open.code).toBe(1)
    expect(open.json).toMatchObject({
      opened: true,
      signature: 'unknown-pc',
      manifest: { from: office.card, heads: 1 },
    })
    const foreign = await linwu('inspect', at('FILE.zip.age'), '--keys', folder, ...key)
    expect(foreign).toMatchObject({ code: 1, out: '' })
    expect(foreign.err).toContain('不是给这台电脑的')
    const other = await linwu('inspect', at('office', 'root.pub'), '--lang', 'en')
    expect(other.err).toContain('not an exchange file')
  })

  test('the hand-made grant is taken with the right digits only', async () => {
    const shown = await run('keys', folder, '--file', grant)
    expect(shown).toMatchObject({ what: 'grant', name: office.card.name, fingerprint: office.fingerprint })
    const wrong = office.fingerprint.replace(/^\d/, (digit) => String(9 - Number(digit)))
    expect((await linwu('keys', folder, '--file', grant, '--compared', wrong, ...key)).code).toBe(1)
    await run('keys', folder, '--file', grant, '--compared', office.fingerprint)
  })

  test('the documented three commands open and verify what `linwu export` made', async () => {
    const file = at('week.zip.age')
    const sent = await run('export', folder, '--to', office.card.short, '--profile', 'report', '--out', file)
    const { bundle, events } = (sent['files'] as readonly { bundle: string; events: number }[])[0]!
    const { said, folder: opened } = office.open(file)
    expect(said).toContain(`linwu-bundle ${bundle}`)
    expect(checkSums(opened)).toBe(2)
    const lines = readFileSync(join(opened, 'bundle', 'events', '0001.ndjson'), 'utf8')
    expect(lines.split('\n')).toHaveLength(events * 2 + 1)
    expect(lines).toContain('case-received')
    expect(lines).not.toMatch(/王素兰|13812342764|楼道灯坏了/)
  })

  test('`linwu merge` takes in what the tools packed, the second one too', async () => {
    expect(await run('merge', folder, packed, '--dry-run')).toMatchObject({ new: 2, refused: 0 })
    expect(await run('merge', folder, packed)).toMatchObject({ new: 2, known: 0, parked: 0, conflicts: 0, refused: 0 })
    expect(await run('merge', folder, office.pack(['手工理发店']))).toMatchObject({ new: 1, known: 2, refused: 0 })
    await run('providers', 'export', folder, at('directory.json'))
    for (const name of ['手工助餐点', '手工日托站', '手工理发店']) expect(text('directory.json')).toContain(name)
    expect(await run('verify', folder)).toMatchObject({ ok: true })
  })

  test('one byte changed in the hand-made bundle, by whoever cannot sign: refused', async () => {
    const changed = at('office', 'changed')
    mkdirSync(changed)
    tool(changed, 'unzip', '-q', at('office', packed.match(/-(\d+)\./)![1]! + '.zip'))
    const lines = readFileSync(join(changed, 'events', '0001.ndjson'), 'utf8').replace('手工助餐点', '假冒助餐点')
    writeFileSync(join(changed, 'events', '0001.ndjson'), lines)
    tool(changed, 'zip', '-q', '-X', '-D', '-r', '../changed.zip', '.')
    const receives = text('station.linwu-request').match(/age1\w+/)![0]
    tool(place, 'age', '-r', receives, '-o', 'changed.zip.age', at('office', 'changed.zip'))
    const merged = await linwu('merge', folder, at('changed.zip.age'), ...key, '--json')
    expect(merged.json).toMatchObject({ new: 0, files: [{ refused: 'file-changed' }] })
  })
})

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { random } from '#cli/clock.ts'
import { writePcRequest } from '#core/exchange/trust/request-file.ts'
import { pcFingerprint } from '#core/exchange/trust/fingerprint.ts'
import { readGrantFile } from '#core/exchange/trust/grant-file.ts'
import { identityOf } from '#core/keys/identity.ts'
import { newKeyring } from '#core/keys/keyring.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import { inStation, linwu, LONG, newStation, tempFolder, type TestStation } from './program.ts'

const keys = async ({ dir, key }: TestStation, ...words: string[]) => {
  const ran = await linwu('keys', dir, ...words, ...key, '--json')
  return { code: ran.code, err: ran.err, json: ran.json as Readonly<Record<string, unknown>> }
}

describe('keys', () => {
  it(
    'connects a station with its upper office by a request and a grant, and only with the digits compared',
    async () => {
      const [station, street] = [await newStation(), await newStation()]
      const at = (name: string): string => join(station.folder, name)
      expect((await keys(station)).json).toMatchObject({ hasRoot: true, houses: [] })
      const asked = await keys(station, '--request', at('r.linwu-request'))
      expect(asked.code).toBe(0)
      expect((await keys(station, '--request', at('r.linwu-request'))).err).toContain('r.linwu-request')

      const seen = await keys(street, '--file', at('r.linwu-request'))
      expect(seen.json).toMatchObject({ what: 'request', kind: 'house', fingerprint: asked.json['fingerprint'] })
      expect((await keys(street)).json['houses']).toEqual([])
      const answer = (compared: string) =>
        keys(street, '--file', at('r.linwu-request'), '--compared', compared, '--out', at('g.linwu-grant'))
      expect((await answer('1234 5678 9012 3456')).err).toContain(String(asked.json['fingerprint']))
      const digits = String(seen.json['fingerprint'])
      expect((await answer(digits.replaceAll(' ', ''))).code).toBe(0)

      const grant = await keys(station, '--file', at('g.linwu-grant'))
      const upper = (await keys(street)).json
      expect(grant.json).toMatchObject({ what: 'grant', kind: 'house', fingerprint: upper['fingerprint'] })
      expect(upper['houses']).toMatchObject([{ kind: 'below', fingerprint: digits }])
      const compared = String(grant.json['fingerprint'])
      expect((await keys(station, '--file', at('g.linwu-grant'), '--compared', compared)).code).toBe(0)
      expect((await keys(station)).json['houses']).toMatchObject([{ kind: 'upper', fingerprint: compared }])
      // Another house cannot open it.
      expect((await keys(street, '--file', at('g.linwu-grant'))).code).toBe(1)
    },
    LONG,
  )

  it(
    'lets a PC in with a letter of its own, shuts it out again, and names what is no such file',
    async () => {
      const station = await newStation()
      const ring = newKeyring(random, null)
      const { pc, open, receives, secret } = identityOf(ring)
      const request = join(station.folder, 'pc.linwu-request')
      const out = join(station.folder, 'pc.linwu-grant')
      const said = { pc, name: '里屋', signs: toBase64url(open), receives, at: '2026-11-23T09:00:00+08:00' }
      writeFileSync(request, writePcRequest(said, identityOf(ring)))
      const digits = pcFingerprint(pc, open, receives)
      const granted = await keys(station, '--file', request, '--compared', digits, '--user', '受理员乙', '--out', out)
      expect(granted.json).toMatchObject({ pc, letter: 'B' })
      const file = await readGrantFile(readFileSync(out), [secret])
      expect(file).toMatchObject({ ok: true, value: { grant: { pc, letter: 'B' }, user: { name: '受理员乙' } } })
      expect((await keys(station)).json['pcs']).toMatchObject([{ isThis: true, letter: 'A' }, { pc, letter: 'B', state: 'in' }]) // prettier-ignore
      expect((await keys(station, '--revoke', pc)).json).toMatchObject({ revoked: pc, upTo: {} })
      expect((await keys(station)).json['pcs']).toMatchObject([{}, { state: 'revoked' }])
      expect((await keys(station, '--revoke', pc)).code).toBe(1)
      writeFileSync(join(station.folder, 'x'), 'x')
      const wrong = await keys(station, '--file', join(station.folder, 'x'))
      expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('不是申请或许可文件')])
    },
    LONG,
  )

  it(
    'makes an empty folder the second PC, only with the digits compared; then renews its keys and still opens what was made for the old ones',
    async () => {
      const [first, folder] = [await newStation(), tempFolder()]
      const at = (name: string): string => join(folder, name)
      const second = { ...first, folder, dir: at('second') }
      const [asks, grant] = [at('b.linwu-request'), at('b.linwu-grant')]
      writeFileSync(grant, 'x')
      expect((await keys(second, '--join', grant)).err).toContain('--ask')
      rmSync(grant)
      const asked = await keys(second, '--ask', '里屋', '--out', asks)
      expect(asked.json).toMatchObject({ name: '里屋', file: asks })
      const digits = String(asked.json['fingerprint'])
      expect((await keys(first, '--file', asks, '--compared', digits, '--user', '受理员乙', '--out', grant)).code).toBe(
        0,
      )
      const shown = await keys(second, '--join', grant)
      expect(shown.json).toMatchObject({ what: 'grant', letter: 'B', user: '受理员乙' })
      expect((await keys(second)).code).toBe(1)
      expect((await keys(second, '--join', grant, '--compared', '1'.repeat(16))).err).toContain(String(shown.json['fingerprint'])) // prettier-ignore
      const joined = await keys(second, '--join', grant, '--compared', String(shown.json['fingerprint']))
      expect(joined.json).toMatchObject({ letter: 'B', recoveryCode: expect.any(String) })
      expect((await keys(second, '--join', grant)).code).toBe(1)
      const before = (await keys(second)).json['pcs'] as { pc: string; isThis: boolean }[]
      expect(before).toMatchObject([{ isThis: true, letter: 'B', name: '里屋', state: 'in' }, { letter: 'A', name: 'A 机', state: 'in' }]) // prettier-ignore

      const send = async (from: TestStation, name: string) =>
        (await linwu('export', from.dir, '--to', 'S0012', '--profile', 'hand-over', '--out', at(name), ...from.key, '--json')).code // prettier-ignore
      expect(await send(first, '1.zip.age')).toBe(0)
      const renewed = await keys(second, '--renew')
      expect(renewed.code).toBe(0)
      expect(renewed.json['pcs']).toMatchObject([{ isThis: true, state: 'asked', name: '' }, {}, {}])
      const after = renewed.json['pcs'] as typeof before
      expect(after[0]!.pc).not.toBe(before[0]!.pc)
      expect(after.find(({ pc }) => pc === before[0]!.pc)).toMatchObject({ state: 'retired' })
      expect((await linwu('inspect', at('1.zip.age'), '--keys', second.dir, ...second.key, '--json')).json).toMatchObject({ opened: true, verdict: 'known' }) // prettier-ignore
      const merged = await linwu('merge', second.dir, at('1.zip.age'), ...second.key, '--json')
      expect([merged.code, merged.json]).toMatchObject([0, { refused: 0, files: [{ state: 'taken' }] }])
      // The same name, asked anew; nobody but the founding PC gives the letter.
      expect((await keys(second, '--request', at('again'))).code).toBe(0)
      expect((await keys(first, '--file', at('again'))).json).toMatchObject({ kind: 'pc', name: '里屋' })
    },
    LONG,
  )

  it(
    'gives a retired PC new keys before it writes anything for others, and only looks when it is asked to list',
    async () => {
      const station = await newStation()
      await keys(station, '--request', join(station.folder, 'r'))
      const [{ pc }] = (await keys(station)).json['pcs'] as [{ pc: string }]
      await inStation(station.dir, station.key, async ({ keeper, mark }) => {
        await keeper.run({ name: 'retire-pc', input: { pc } })
        await mark()
      })
      expect((await keys(station)).json['pcs']).toMatchObject([{ pc, isThis: true, state: 'retired' }])
      await keys(station, '--request', join(station.folder, 'again'))
      expect((await keys(station)).json['pcs']).toMatchObject([{ isThis: true, letter: 'B', name: 'B 机', state: 'in' }, { pc, state: 'retired' }]) // prettier-ignore
    },
    LONG,
  )
})

/**
 * 区 → 街道 → 社区, three folders and the built `linwu`: a report goes up through the 街道, a directory and a 督办令 come down through it,
 * the answer goes back up. What the 街道 changes or invents on the way is refused at the other end, and changes nothing there.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { Command } from '#core/commands.ts'
import { momentOf } from '#core/lib/time.ts'
import { sha256Hex } from '#core/lib/sha256.ts'
import { concat } from '#core/lib/bytes.ts'
import { CSV, inStation, linwu, LONG, PASSWORD, put, tempFolder, type Ran } from './program.ts'
import { wronglyPassedOn, type Changed } from './passed-on-wrongly.ts'

type House = { readonly short: string; readonly dir: string }
type Answer = Readonly<Record<string, unknown>>

const IDENTITY = /王素兰|李二乙|𠮷田|1000000000[123]|楼前的灯坏了|停了两天/

function place() {
  const folder = tempFolder()
  const key = ['--password-file', put(folder, 'password', PASSWORD)]
  const run = async (command: string, at: House, ...words: readonly string[]): Promise<Answer> => {
    const ran = await linwu(command, at.dir, ...words, ...key, '--json')
    if (ran.code !== 0 || ran.err !== '') throw new Error(`${command} at ${at.short}: ${ran.code} ${ran.err}${ran.out}`)
    return ran.json
  }
  const file = (name: string): string => join(folder, name)
  return {
    key,
    file,
    run,
    may: (command: string, at: House, ...words: readonly string[]): Promise<Ran> =>
      linwu(command, at.dir, ...words, ...key, '--json'),
    async make(short: string, name: string, office?: 'street' | 'district'): Promise<House> {
      const house = { short, dir: file(short) }
      const card = ['--station-code', '110101001001', '--short', short, '--station-name', name]
      await run('init', house, ...card, ...(office ? ['--office', office] : []))
      return house
    },
    /** Request up, grant down, the digits read out both ways. */
    async connect(upper: House, below: House): Promise<void> {
      const [request, grant] = [file(`${below.short}.linwu-request`), file(`${below.short}.linwu-grant`)]
      const asked = await run('keys', below, '--request', request)
      const seen = await run('keys', upper, '--file', request)
      expect(seen).toMatchObject({ what: 'request', kind: 'house', fingerprint: asked['fingerprint'] })
      await run('keys', upper, '--file', request, '--compared', String(seen['fingerprint']), '--out', grant)
      const answered = await run('keys', below, '--file', grant)
      expect(answered['fingerprint']).toBe((await run('keys', upper))['fingerprint'])
      await run('keys', below, '--file', grant, '--compared', String(answered['fingerprint']))
    },
    /** What no command writes; the first entity of each. */
    async write(at: House, ...commands: readonly Command[]): Promise<string[]> {
      const out: string[] = []
      await inStation(at.dir, key, async ({ keeper, mark }) => {
        for (const command of commands) {
          const saved = await keeper.run(command)
          if (!saved.ok) throw new Error(`${command.name}: ${JSON.stringify(saved.error)}`)
          out.push(saved.value.entities[0]!)
        }
        await mark()
      })
      return out
    },
    /** The file of one part, and what it says of it. */
    async send(from: House, to: House, profile: 'report' | 'directory', name: string) {
      const out = file(name)
      const sent = await run('export', from, '--to', to.short, '--profile', profile, '--out', out)
      expect(sent).toMatchObject({ profile, stays: 0, to: { short: to.short }, files: [{ file: out }] })
      const [one] = sent['files'] as readonly { events: number; letters: number }[]
      return { out, events: one!.events, letters: one!.letters }
    },
    async take(at: House, out: string, more: Answer = {}): Promise<void> {
      expect(await run('merge', at, out), `${out} at ${at.short}`).toMatchObject({ parked: 0, conflicts: 0, refused: 0, files: [{ state: 'taken' }], ...more }) // prettier-ignore
    },
    /** The journal, byte for byte, and what lies in the inbox. */
    stored({ dir }: House): string {
      const journal = readdirSync(join(dir, 'journal')).toSorted()
      const bytes = concat(journal.map((name) => new Uint8Array(readFileSync(join(dir, 'journal', name)))))
      return JSON.stringify([journal, sha256Hex(bytes), readdirSync(join(dir, 'inbox')).toSorted()])
    },
  }
}

const provider = (phone: string, id?: string): Command => ({
  name: 'save-provider',
  input: { ...(id && { id }), name: '区民政局', kind: 'public-affairs', phone, serviceType: 'administrative', funding: '', services: '', hours: '', area: '', contact: '' },
}) as Command // prettier-ignore

it(
  'a report up, directory and order down, the answer up: whole at both ends, and refused as soon as the office between changes a byte',
  { timeout: 2 * LONG },
  async () => {
    const at = place()
    const district = await at.make('QU001', '东城区', 'district')
    const street = await at.make('JD001', '东街街道', 'street')
    const station = await at.make('S0012', '槐树里社区服务站')
    await at.connect(district, street)
    await at.connect(street, station)

    /** What the 街道 could make of the file, all of it in one folder: each refused for its reason, nothing at `to` is other than before. */
    const refusesForgeries = async (to: House, out: string, change: Changed): Promise<void> => {
      const folder = `${out}-wrong`
      mkdirSync(folder)
      const reasons: Record<string, string> = {}
      await inStation(street.dir, at.key, async (relay) => {
        for (const { name, code, bytes } of await wronglyPassedOn(relay, new Uint8Array(readFileSync(out)), change)) {
          writeFileSync(join(folder, `${name}.zip.age`), bytes)
          reasons[name] = code
        }
      })
      const before = at.stored(to)
      const { code, json } = await at.may('merge', to, folder)
      const files = json['files'] as readonly { file: string; refused: string; state: string }[]
      expect(Object.fromEntries(files.map(({ file, refused }) => [file.slice(folder.length + 1, -'.zip.age'.length), refused]))).toEqual(reasons) // prettier-ignore
      expect([code, files.every(({ state }) => state === 'refused')]).toEqual([1, true])
      expect(json).toMatchObject({ new: 0, known: 0, parked: 0, conflicts: 0, refused: Object.keys(reasons).length })
      expect(at.stored(to)).toBe(before)
    }

    // Up: what was received at the station is seen at the 区, and nobody's name with it.
    await at.run('import', station, put(at.file('.'), 'requests.csv', CSV))
    const first = await at.send(station, street, 'report', '1-up.zip.age')
    await at.take(street, first.out, { new: first.events })
    const second = await at.send(street, district, 'report', '2-up.zip.age')
    expect(second.events).toBeGreaterThanOrEqual(first.events)
    await at.take(district, second.out, { new: second.events })
    const listed = await at.run('list', district)
    expect(listed['total']).toBe(3)
    expect(JSON.stringify(listed)).not.toMatch(IDENTITY)
    expect(JSON.stringify(await at.run('list', station))).toMatch(IDENTITY)
    const [about] = listed['cases'] as readonly { id: string; number: string }[]

    // Down: the directory of the 区 and an order on one case, through the 街道.
    const [bureau] = await at.write(district, provider('10000003001'), {
      name: 'order-supervision',
      input: { case: about!.id, to: '', kind: 'daily', trigger: 'overdue', demand: '请 5 日内办结', dueAt: momentOf(Date.now() + 5 * 86_400_000) },
    } as Command) // prettier-ignore
    const third = await at.send(district, street, 'directory', '3-down.zip.age')
    expect(third.letters).toBe(1)
    await at.take(street, third.out, { new: third.events })
    const fourth = await at.send(street, station, 'directory', '4-down.zip.age')
    expect(fourth.letters).toBe(1)
    // Whoever finds it sees nothing; the station sees who made it, that all of it fits, and whose words are in it.
    expect((await linwu('inspect', fourth.out, '--json')).json).toMatchObject({ opened: false })
    const inspected = (await linwu('inspect', fourth.out, '--keys', station.dir, ...at.key, '--json')).json
    expect(inspected).toMatchObject({ opened: true, verdict: 'known', signature: 'ok', events: fourth.events, manifest: { profile: 'directory', from: { short: 'JD001' }, to: { short: 'S0012' } } }) // prettier-ignore
    await refusesForgeries(station, fourth.out, { event: ['10000003001', '10000003002'], letter: ['请 5 日', '请 6 日'] }) // prettier-ignore
    expect(JSON.stringify(await at.run('show', station, about!.number))).not.toContain('日内办结')

    await at.take(station, fourth.out, { new: fourth.events })
    const ordered = (await at.run('show', station, about!.number))['acts'] as readonly Answer[]
    const order = ordered.find(({ type }) => type === 'supervision-order')!
    expect(order).toMatchObject({ demand: '请 5 日内办结', from: '东城区' })
    const directory = at.file('directory.json')
    await at.run('providers', { ...station, dir: 'export' }, station.dir, directory)
    const lacking = ['区民政局', '10000003001'].filter((word) => !readFileSync(directory, 'utf8').includes(word))
    expect(lacking).toEqual([])

    // Two offices change the same number, neither knowing of the other.
    await at.write(street, provider('10000003003', bureau))
    await at.write(district, provider('10000003004', bureau))

    // The answer, up again.
    await at.write(station, { name: 'answer-supervision', input: { case: about!.id, order: order['id'], step: 'answered', note: '换了 2 只灯' } } as Command) // prettier-ignore
    const fifth = await at.send(station, street, 'report', '5-up.zip.age')
    await at.take(street, fifth.out, { new: fifth.events })
    const sixth = await at.send(street, district, 'report', '6-up.zip.age')
    expect([fifth.letters, sixth.letters]).toEqual([1, 1])
    await refusesForgeries(district, sixth.out, {
      event: ['"step":"answered"', '"step":"accepted"'],
      letter: ['换了 2 只', '换了 3 只'],
    })
    expect(JSON.stringify(await at.run('show', district, about!.number))).not.toContain('只灯')
    await at.take(district, sixth.out, { new: sixth.events, conflicts: 1 })
    expect(await at.run('merge', district, sixth.out)).toMatchObject({ new: 0, files: [{ state: 'known' }] })
    const answered = await at.run('show', district, about!.number)
    expect(answered['acts']).toContainEqual(expect.objectContaining({ type: 'supervision-answer', note: '换了 2 只灯' })) // prettier-ignore
    expect(JSON.stringify(answered)).not.toMatch(IDENTITY)

    // Receipts: from then on nothing is left to send upwards.
    for (const [from, to] of [
      [district, street],
      [street, station],
    ] as const) {
      // prettier-ignore
      const out = at.file(`receipt-${to.short}.zip.age`)
      expect(await at.run('receipt', from, '--to', to.short, '--out', out)).toMatchObject({ profile: 'receipt', files: [{ events: 0, letters: 0 }] }) // prettier-ignore
      expect(await at.run('merge', to, out)).toMatchObject({ new: 0, parked: 0, refused: 0 })
      const nothing = await at.may('export', to, '--to', from.short, '--profile', 'report', '--out', at.file('none.zip.age')) // prettier-ignore
      expect([nothing.code, nothing.err], `${to.short} to ${from.short}`).toEqual([1, expect.stringContaining('没有')])
    }
    const differs = await at.run('conflicts', district)
    expect(differs).toMatchObject({ total: 1, counts: { field: 1 }, differences: [{ kind: 'field', entity: bureau, fields: ['phone'] }] }) // prettier-ignore
    const [{ versions }] = differs['differences'] as [{ versions: readonly { values: readonly string[] }[] }]
    expect(versions.flatMap(({ values }) => values).toSorted()).toEqual(['10000003003', '10000003004'])
    for (const house of [district, street, station]) {
      // The other two have not heard of the number of the 区 yet.
      if (house !== district) expect(await at.run('conflicts', house)).toMatchObject({ total: 0 })
      expect(await at.run('verify', house)).toMatchObject({ ok: true, damaged: [] })
    }
  },
)

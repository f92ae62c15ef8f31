import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { receipt } from '#cli/commands/export-bundle.ts'
import { exportCases } from '#cli/commands/export.ts'
import { keys } from '#cli/commands/keys.ts'
import { merge } from '#cli/commands/merge.ts'
import type { Command as Write } from '#core/commands.ts'
import { peerExchange } from '#core/exchange/import/peer-state.ts'
import { bundleRecords } from '#core/exchange/export/bundle-records.ts'
import { holdingOf } from '#core/book/holding-of.ts'
import { momentOf } from '#core/lib/time.ts'
import { newPlace, type House, type Place } from './connected.ts'

const request = (title: string): Write => ({
  name: 'receive-case',
  input: {
    requestKind: 'help',
    channel: 'phone',
    urgency: 'general',
    title,
    text: '楼道灯坏了',
    requesterName: '王素兰',
    requesterPhone: '10000000001',
    anonymous: false,
    place: '槐树里3号楼',
    category: '',
    serviceType: 'market',
  },
})

const caseCount = (place: Place, house: House): Promise<number> =>
  place.open(house, async ({ book }) => book.cases.length)

describe('a station and the office above it', () => {
  it('report, dry run, merge, again, receipt: nothing twice, nothing private, confirmed at the end', async () => {
    const place = newPlace()
    const [office, s1] = [await place.make('JD001'), await place.make('S0001')]
    await place.connect(office, s1)
    await place.write(s1, request('路灯'), request('下水道'), request('电梯'))
    const file = join(place.folder, 'out', 'week.zip.age')
    const sent = await place.run(exportCases, [s1.dir], { to: 'JD001', profile: 'report', out: file })
    expect(sent).toMatchObject({ profile: 'report', stays: 0, files: [{ file, letters: 0 }] })
    expect(sent.files[0]!.events).toBeGreaterThan(5)

    const tried = await place.run(merge, [office.dir, file], { 'dry-run': true })
    expect(tried).toMatchObject({ new: sent.files[0]!.events, known: 0, parked: 0, conflicts: 0, refused: 0, dryRun: true }) // prettier-ignore
    expect(await caseCount(place, office)).toBe(0)

    const taken = await place.run(merge, [office.dir, join(place.folder, 'out')])
    expect(taken).toMatchObject({ new: sent.files[0]!.events, known: 0, refused: 0, files: [{ state: 'taken' }] })
    expect(await caseCount(place, office)).toBe(3)
    const text = await place.open(office, async ({ book }) => JSON.stringify([...book.replica.entities.values()].map(({ writes }) => writes))) // prettier-ignore
    expect(text).not.toMatch(/王素兰|10000000001|楼道灯坏了/)

    const again = await place.run(merge, [office.dir, file, file])
    expect(again).toMatchObject({ new: 0, known: sent.files[0]!.events, files: [{ state: 'known' }] })

    const back = join(place.folder, 'receipt.zip.age')
    expect(await place.run(receipt, [office.dir], { to: 'S0001', out: back })).toMatchObject({ files: [{ events: 0 }] })
    expect(await place.run(merge, [s1.dir, back])).toMatchObject({ new: 0, refused: 0 })
    const state = await place.open(s1, async ({ book, trust }) => peerExchange(trust(), bundleRecords(holdingOf(book)), office.uuid, momentOf(Date.now()))) // prettier-ignore
    expect(state.state).toBe('confirmed')
    await expect(place.run(exportCases, [s1.dir], { to: 'JD001', out: file })).rejects.toThrow('nothing-new')
  })

  it('a folder in the wrong order, one file broken and one from a stranger: each its own verdict, nothing blocks', async () => {
    const place = newPlace()
    const [office, s1, s2] = [await place.make('JD001'), await place.make('S0001'), await place.make('S0002')]
    const stranger = await place.make('JD002')
    await place.connect(office, s1)
    const out = join(place.folder, 'files')
    mkdirSync(out)
    await place.write(s1, request('一'))
    await place.run(exportCases, [s1.dir], { to: 'JD001', out: join(out, 'z-first.zip.age') })
    // The office says that it has the first, so that the second holds only what follows.
    const early = join(place.folder, 'early')
    await place.run(merge, [office.dir, join(out, 'z-first.zip.age')], { 'dry-run': true })
    const shadow = await copied(place, office)
    await place.run(merge, [shadow.dir, join(out, 'z-first.zip.age')])
    await place.run(receipt, [shadow.dir], { to: 'S0001', out: early })
    await place.run(merge, [s1.dir, early])
    await place.write(s1, request('二'))
    const second = join(out, 'a-second.zip.age')
    const sent = await place.run(exportCases, [s1.dir], { to: 'JD001', out: second })

    await place.connect(stranger, s2)
    await place.write(s2, request('三'))
    await place.run(exportCases, [s2.dir], { to: 'JD002', out: join(out, 'm-stranger.zip.age') })
    const bytes = readFileSync(second)
    bytes[bytes.length - 5]! ^= 1
    writeFileSync(join(out, 'b-broken.zip.age'), bytes)

    const only = await place.run(merge, [office.dir, second])
    expect(only).toMatchObject({ new: 0, parked: sent.files[0]!.events, files: [{ state: 'waiting' }] })
    expect(readdirSync(join(office.dir, 'inbox')).length).toBeGreaterThan(0)
    const all = await place.run(merge, [office.dir, out])
    const of = (name: string) => all.files.find(({ file }) => file.endsWith(name))
    expect(of('z-first.zip.age')).toMatchObject({ state: 'taken' })
    expect(of('a-second.zip.age')).toMatchObject({ state: 'taken', new: sent.files[0]!.events, parked: 0 })
    expect(of('b-broken.zip.age')).toMatchObject({ state: 'refused', refused: 'damaged' })
    expect(of('m-stranger.zip.age')).toMatchObject({ state: 'refused', refused: 'not-for-us' })
    expect(all).toMatchObject({ parked: 0, refused: 2 })
    expect(await caseCount(place, office)).toBe(2)
  })

  it('what came before its sender was let in goes in with the next merge after the grant, and is no news until then', async () => {
    const place = newPlace()
    const [office, s1, s2] = [await place.make('JD001'), await place.make('S0001'), await place.make('S0002')]
    await place.connect(office, s1)
    // The station knows the office; the office itself has not answered yet.
    await place.connect(await copied(place, office), s2)
    const sent = async (from: House, title: string, name: string) => {
      await place.write(from, request(title))
      const out = join(place.folder, name)
      const { files } = await place.run(exportCases, [from.dir], { to: 'JD001', profile: 'report', out })
      return { out, events: files[0]!.events }
    }
    const box = (name: string): string[] => {
      const dir = join(office.dir, 'inbox', name)
      return existsSync(dir) ? readdirSync(dir).filter((file) => !file.endsWith('.json')) : []
    }
    // Two of one name, from two folders.
    const [early, later] = [await sent(s2, '一', 'a/week.zip.age'), await sent(s2, '二', 'b/week.zip.age')]
    const first = await place.run(merge, [office.dir, early.out, later.out])
    expect(first).toMatchObject({ new: 0, refused: 2, files: [{ state: 'quarantine', refused: 'unknown-house' }, { state: 'quarantine' }] }) // prettier-ignore
    expect(box('quarantine')).toHaveLength(2)
    const other = await sent(s1, '三', '1.zip.age')
    const without = await place.run(merge, [office.dir, other.out])
    expect(without).toMatchObject({ new: other.events, refused: 0, files: [{ file: other.out }] })
    expect(box('quarantine')).toHaveLength(2)

    const [asked, granted] = [join(place.folder, 'r.linwu-request'), join(place.folder, 'g.linwu-grant')]
    const { fingerprint } = await place.run(keys, [s2.dir], { request: asked })
    await place.run(keys, [office.dir], { file: asked, compared: String(fingerprint), out: granted })
    const next = await sent(s1, '四', '2.zip.age')
    const tried = await place.run(merge, [office.dir, next.out], { 'dry-run': true })
    expect(tried.files).toHaveLength(1)
    expect(box('quarantine')).toHaveLength(2)
    const all = await place.run(merge, [office.dir, next.out])
    expect(all).toMatchObject({ refused: 0, parked: 0, conflicts: 0, new: next.events - other.events + later.events })
    expect(all.files.map(({ state, file }) => [state, file.startsWith('inbox/')])).toEqual([['taken', false], ['taken', true], [expect.stringMatching(/taken|known/), true]]) // prettier-ignore
    expect(box('quarantine')).toEqual([])
    expect(await caseCount(place, office)).toBe(4)
  })

  it('what is found broken in quarantine is put aside with its reason', async () => {
    const place = newPlace()
    const [office, s1, s2] = [await place.make('JD001'), await place.make('S0001'), await place.make('S0002')]
    await place.connect(office, s1)
    await place.connect(await copied(place, office), s2)
    await place.write(s2, request('一'))
    const file = join(place.folder, '1.zip.age')
    await place.run(exportCases, [s2.dir], { to: 'JD001', out: file })
    await place.run(merge, [office.dir, file])
    const [quarantine, aside] = ['quarantine', 'aside'].map((box) => join(office.dir, 'inbox', box)) as [string, string]
    const [name] = readdirSync(quarantine).filter((one) => !one.endsWith('.json'))
    const bytes = readFileSync(join(quarantine, name!))
    bytes[bytes.length - 5]! ^= 1
    writeFileSync(join(quarantine, name!), bytes)
    await place.write(s1, request('二'))
    const next = join(place.folder, '2.zip.age')
    await place.run(exportCases, [s1.dir], { to: 'JD001', out: next })
    expect(await place.run(merge, [office.dir, next])).toMatchObject({ refused: 1, files: [{ state: 'taken' }, { state: 'refused', refused: 'damaged' }] }) // prettier-ignore
    expect([readdirSync(quarantine), readdirSync(aside).toSorted()]).toEqual([[], [name!, `${name!.slice(0, 32)}.json`].toSorted()]) // prettier-ignore
    expect(JSON.parse(readFileSync(join(aside, `${name!.slice(0, 32)}.json`), 'utf8'))).toMatchObject({ why: 'damaged' }) // prettier-ignore
    // A person's from then on: no later merge says it again.
    expect(await place.run(merge, [office.dir, next])).toMatchObject({ refused: 0 })
  })

  it('a file that takes a lot back wants the number typed', async () => {
    const place = newPlace()
    const [office, s1] = [await place.make('JD001'), await place.make('S0001')]
    await place.connect(office, s1)
    const ids = await place.write(s1, ...['一', '二', '三', '四'].map(request))
    await place.run(exportCases, [s1.dir], { to: 'JD001', out: join(place.folder, '1.zip.age') })
    await place.run(merge, [office.dir, join(place.folder, '1.zip.age')])
    await place.write(s1, ...ids.flatMap((id): Write[] => [
      { name: 'record-answer', input: { case: id, way: 'phone', content: '好了', answeredBy: '' } },
      { name: 'close-case', input: { case: id, outcome: 'solved', note: '' } },
      { name: 'reopen-case', input: { case: id, reason: '又坏了' } },
    ])) // prettier-ignore
    const file = join(place.folder, '2.zip.age')
    await place.run(exportCases, [s1.dir], { to: 'JD001', out: file })
    const asked = await place.run(merge, [office.dir, file])
    expect(asked).toMatchObject({ refused: 1, new: 0, files: [{ refused: 'mass-change', entities: 4 }] })
    expect(await place.run(merge, [office.dir, file], { confirm: '3' })).toMatchObject({ refused: 1 })
    expect(await place.run(merge, [office.dir, file], { confirm: '4' })).toMatchObject({ refused: 0, parked: 0 })
  })
})

/** The same folder once more: what that one is told, this one never hears. */
async function copied(place: Place, house: House): Promise<House> {
  const dir = join(place.folder, 'shadow')
  const copy = (from: string, to: string): void => {
    mkdirSync(to, { recursive: true })
    for (const entry of readdirSync(from, { withFileTypes: true }))
      if (entry.isDirectory()) copy(join(from, entry.name), join(to, entry.name))
      else copyFileSync(join(from, entry.name), join(to, entry.name))
  }
  copy(house.dir, dir)
  return { ...house, dir }
}

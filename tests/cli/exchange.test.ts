/** What `linwu export` and `linwu merge` carry besides events: attachments between PCs of one house, letters between houses. */
import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exportCases } from '#cli/commands/export.ts'
import { merge } from '#cli/commands/merge.ts'
import { lettersOf } from '#core/exchange/letters/letter-states.ts'
import { holdingOf } from '#core/book/holding-of.ts'
import { momentOf } from '#core/lib/time.ts'
import { newProfile, removeFolder } from '../desk/desk-world.ts'
import { newHouse, secondPc, type Pc } from '../desk/exchange-houses.ts'
import { receiveCase } from '../faults/station-story.ts'
import { newPlace, type House, type Place } from './connected.ts'
import { linwu, LONG, tempFolder } from './program.ts'

const PASSWORD = '命令行密码-2026'

it(
  'hand-over: cases with their stories and attachments; one that is lost there is asked for and comes again',
  { timeout: LONG },
  async () => {
    newProfile()
    const front = await newHouse('S0012', '槐树里社区服务站')
    const back = await secondPc(front, 'B')
    const id = await receiveCase(front.world.desk, '井盖翘起来了')
    const picture = new Uint8Array(30_000).map((_, i) => (i * 31) % 251)
    expect((await front.world.desk.attach(id, '井盖.png', 'image/png', picture)).ok).toBe(true)
    for (const { world } of [front, back]) {
      expect((await world.desk.addCommandLineSlot(PASSWORD)).ok).toBe(true)
      await world.close()
    }
    const place = tempFolder()
    const key = join(place, 'password')
    await writeFile(key, PASSWORD)
    const run = async (command: string, pc: Pc, ...words: readonly string[]) => {
      const done = await linwu(command, pc.folder, ...words, '--password-file', key, '--json')
      if (done.err !== '') throw new Error(done.err)
      return done.json
    }
    const over = async (from: Pc, to: Pc, name: string) => {
      const file = join(place, name)
      const sent = await run('export', from, '--to', 'S0012', '--profile', 'hand-over', '--out', file)
      const merged = await run('merge', to, file)
      expect(merged).toMatchObject({ parked: 0, refused: 0 })
      return (sent['files'] as readonly { blobs: number }[])[0]!.blobs
    }
    expect(await over(front, back, '1.zip.age')).toBe(1)
    expect(await run('verify', back)).toMatchObject({ ok: true, damaged: [] })
    expect((await linwu('show', back.folder, id, '--password-file', key)).out).toContain('井盖.png')

    for (const part of await readdir(join(back.folder, 'blobs'))) await rm(join(back.folder, 'blobs', part), { recursive: true }) // prettier-ignore
    expect((await run('verify', back)).damaged).toMatchObject([{ reason: 'blob-missing' }])
    expect(await over(back, front, '2.zip.age')).toBe(0)
    expect(await over(front, back, '3.zip.age')).toBe(1)
    expect(await run('verify', back)).toMatchObject({ ok: true, damaged: [] })
    for (const { folder } of [front, back]) await removeFolder(folder)
  },
)

const papers = (place: Place, house: House) =>
  place.open(house, async ({ book }) => {
    const holding = holdingOf(book)
    const { all } = lettersOf({ ...holding, ids: (type) => new Set(holding.ids(type)) })
    return all.map(({ letter: { kind, direction }, state, id }) => ({ kind, direction, state, id }))
  })

it('directory and report: an order goes down with the directory, its answer up with the report, each counted and arriving once', async () => {
  const place = newPlace()
  const [office, station] = [await place.make('JD001'), await place.make('S0001')]
  await place.connect(office, station)
  const order = { kind: 'daily', trigger: 'overdue', demand: '请五日内办结并回复。', dueAt: momentOf(Date.now() + 5 * 86_400_000) } as const // prettier-ignore
  await place.write(
    office,
    { name: 'send-letter', input: { kind: 'supervision-order', to: station.uuid, order } },
    { name: 'save-provider', input: { name: '养老驿站', kind: 'life-service', phone: '10000000001', serviceType: 'welfare', funding: '', services: '', hours: '', area: '', contact: '' } }, // prettier-ignore
  )
  const send = async (from: House, to: House, profile: string, name: string) => {
    const out = join(place.folder, name)
    const { files } = await place.run(exportCases, [from.dir], { to: to.short, profile, out })
    return { file: files[0]!, merged: await place.run(merge, [to.dir, out]) }
  }
  const down = await send(office, station, 'directory', '1.zip.age')
  expect(down.file).toMatchObject({ letters: 1 })
  expect(down.merged).toMatchObject({ parked: 0, refused: 0 })
  const [arrived] = await papers(place, station)
  expect(arrived).toMatchObject({ kind: 'supervision-order', direction: 'in', state: 'to-do' })
  const providers = await place.open(station, async ({ book }) => [...book.replica.entities.values()].flatMap(({ writes }) => writes.map(({ f }) => f['name']))) // prettier-ignore
  expect(providers).toContain('养老驿站')

  // Not acknowledged yet: it goes once more, and is the same letter there.
  expect((await send(office, station, 'directory', '2.zip.age')).file).toMatchObject({ letters: 1 })
  expect(await papers(place, station)).toHaveLength(1)
  await place.write(station, { name: 'answer-letter', input: { letter: arrived!.id, step: 'answered', note: '已换新井盖' } }) // prettier-ignore
  expect((await send(station, office, 'report', '3.zip.age')).file).toMatchObject({ letters: 1 })
  expect((await papers(place, office)).map(({ kind, state }) => [kind, state])).toEqual([
    ['supervision-order', 'answered'],
    ['supervision-answer', 'to-do'],
  ])
  // Each knows now that the other one has it.
  await place.write(office, { name: 'save-provider', input: { name: '日托站', kind: 'life-service', phone: '10000000001', serviceType: 'welfare', funding: '', services: '', hours: '', area: '', contact: '' } }) // prettier-ignore
  expect((await send(office, station, 'directory', '4.zip.age')).file).toMatchObject({ letters: 0 })
})

/** 文件交换 through the desk: two PCs of one station, a station and its office; lost, doubled, reordered, broken and locked files. */
import { cp, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { FolderHost } from '#core/host/host.ts'
import { err } from '#core/lib/result.ts'
import { importRowsOf, receiveCase } from '../faults/station-story.ts'
import { must } from '../host/crash-trials.ts'
import { newProfile, removeFolder, SET_UP } from './desk-world.ts'
import {
  clock,
  DAY,
  newHouse,
  openPc,
  pin,
  received,
  reopen,
  run,
  secondPc,
  sent,
  shownAt,
  taken,
  type Pc,
} from './exchange-houses.ts'
import { cipherOfFolder, inFolder, placesOf } from './everything-stored.ts'

let pcs: Pc[] = []
beforeEach(() => {
  newProfile()
  clock.now = Date.parse('2026-11-23T09:00:00+08:00')
})
afterEach(async () => {
  for (const pc of pcs) {
    await pc.world.close()
    await removeFolder(pc.folder)
  }
  pcs = []
})

const use = (...all: Pc[]): void => void pcs.push(...all)
const home = async ({ world }: Pc) => (await world.desk.exchangeHome())!
const peer = async (at: Pc, of: Pc) => (await home(at)).peers.find((one) => one.peer === of.house)
const inbox = async ({ world }: Pc) => (await world.desk.inbox()).map(({ box, why }) => [box, why].join(' ').trim())
const answer = (pc: Pc, id: string, content: string) =>
  run(pc.world.desk, { name: 'record-answer', input: { case: id, way: 'phone', content, answeredBy: '' } })

async function twoPcs(): Promise<[Pc, Pc]> {
  const first = await newHouse('S0012', '槐树里社区服务站')
  const second = await secondPc(first, 'B')
  use(first, second)
  return [first, second]
}

async function stationAndOffice(): Promise<[Pc, Pc]> {
  const station = await newHouse('S0012', '槐树里社区服务站')
  const office = await newHouse('JD001', '安定街道办事处')
  use(station, office)
  await pin(station, office, 'upper')
  await pin(office, station, 'below')
  return [station, office]
}

describe('two PCs of one station', () => {
  test('work on both, one file each way: both show the same, attachments open, and the first one knows that it arrived', async () => {
    const [front, back] = await twoPcs()
    const id = await receiveCase(front.world.desk, '楼道灯不亮')
    const picture = new TextEncoder().encode('照片'.repeat(5_000))
    const { id: act } = must(await front.world.desk.attach(id, '灯.png', 'image/png', picture))
    await receiveCase(back.world.desk, '水管漏水')
    expect(await peer(front, back)).toMatchObject({
      kind: 'own',
      state: 'new',
      pcs: 1,
      profiles: ['hand-over', 'receipt'],
    })

    const preview = must(await front.world.desk.previewExport(front.house, 'hand-over'))
    expect(preview).toMatchObject({
      parts: 1,
      cases: 1,
      identities: true,
      blobs: 1,
      blobBytes: picture.length,
      stays: 0,
      letters: [],
    })
    expect(preview.readers.map(({ name }) => name).toSorted()).toEqual(['前台', '里屋'].toSorted())
    const { made, files } = await sent(front, front.house, 'hand-over')
    expect(made.files[0]).toMatchObject({ name: 'S0012A-S0012-20261123-0001.zip.age', events: preview.events })
    expect(await peer(front, back)).toMatchObject({ state: 'exported', fresh: 0 })
    // Sealed: nothing of it can be read without a key.
    expect(Buffer.from(files[0]!.bytes).includes(Buffer.from('楼道灯'))).toBe(false)

    const arrived = await received(back, files[0]!)
    expect(arrived).toMatchObject({ box: 'new', step: 'dry-run', stop: null, known: false, profile: 'hand-over', from: { pc: front.identity.pc, known: true } }) // prettier-ignore
    expect(arrived.dryRun).toMatchObject({
      newCases: 1,
      changedCases: 0,
      blobs: 1,
      forks: 0,
      missing: [],
      ways: ['none'],
    })
    expect(arrived.dryRun!.counts).toMatchObject({ events: preview.events, held: 0, erased: 0 })
    // Looking changes nothing.
    expect((await shownAt(back)).length).toBe(1)
    const before = back.world.events.length
    const { received: done, counts } = must(await back.world.desk.takeIn(arrived.inbox, { kind: 'none' }))
    expect(done).toMatchObject({ step: 'saved', stop: null, box: '' })
    expect(counts).toEqual(arrived.dryRun!.counts)
    expect(await inbox(back)).toEqual([])
    expect(back.world.events.slice(before).some((event) => event.kind === 'changed' && event.cases.includes(id))).toBe(
      true,
    )

    expect((await shownAt(back)).length).toBe(2)
    const view = (await back.world.desk.caseView(id))!
    const attached = view.file.acts.find((one) => one.id === act) as unknown as { blob: string }
    expect(must(await back.world.desk.blob(attached.blob))).toEqual(picture)
    // Under the second PC's own keys, and not under the first one's.
    const isIn = async (pc: Pc) => (await inFolder(join(back.folder, 'blobs'), await cipherOfFolder(pc.folder))).some(({ where }) => where.startsWith('blob:')) // prettier-ignore
    expect([await isIn(back), await isIn(front)]).toEqual([true, false])

    const { files: [home1] } = await sent(back, back.house, 'hand-over') // prettier-ignore
    await taken(front, home1!)
    expect(await shownAt(front)).toEqual(await shownAt(back))
    expect((await peer(front, back))!).toMatchObject({ state: 'confirmed', unconfirmed: 0 })
    // The records of files alone are no reason for another one.
    expect((await peer(back, front))!.fresh).toBe(0)

    await reopen(back)
    expect(await shownAt(back)).toEqual(await shownAt(front))
    expect(must(await back.world.desk.checkEverything())).toMatchObject({ gaps: 0, damagedJournal: 0, returned: 0 })
  })

  test('the same file again, and its own file, are known and change nothing', async () => {
    const [front, back] = await twoPcs()
    await receiveCase(front.world.desk, '一')
    const { files: [file] } = await sent(front, front.house, 'hand-over') // prettier-ignore
    await taken(back, file!)
    const before = await shownAt(back)
    for (const name of ['again.zip.age', '改了名字']) {
      expect(await received(back, { name, bytes: file!.bytes })).toMatchObject({ known: true, stop: null, box: '', inbox: '' }) // prettier-ignore
    }
    expect(await received(front, file!)).toMatchObject({ known: true })
    expect(await inbox(back)).toEqual([])
    expect(await shownAt(back)).toEqual(before)
    const lines = await back.world.desk.bundles(null)
    expect(lines.map(({ direction, peerName, by }) => [direction, peerName, by])).toEqual([['in', '槐树里社区服务站', 'B岗']]) // prettier-ignore
  })

  test('a lost file is not missed: the next one carries what is not confirmed; order does not matter', async () => {
    const [front, back] = await twoPcs()
    const id = await receiveCase(front.world.desk, '一')
    const { files: [one] } = await sent(front, front.house, 'hand-over') // prettier-ignore
    await answer(front, id, '来过了')
    const { files: [two] } = await sent(front, front.house, 'hand-over') // prettier-ignore
    await answer(front, id, '又来过了')
    const { files: [three] } = await sent(front, front.house, 'hand-over') // prettier-ignore
    // The first is lost, the third comes before the second, the second twice.
    await taken(back, three!)
    const after = await shownAt(back)
    for (const file of [two!, two!, one!]) await taken(back, file)
    expect(await shownAt(back)).toEqual(after)
    expect(await shownAt(front)).toEqual(after)
    expect(await inbox(back)).toEqual([])
  })

  test('what was made for a PC before it got new keys is opened by it afterwards', async () => {
    const [front, back] = await twoPcs()
    await receiveCase(front.world.desk, '一')
    const [early, late] = [await sent(front, front.house, 'hand-over'), await sent(front, front.house, 'hand-over')]
    const waiting = await received(back, early.files[0]!)
    expect(waiting.stop).toBe(null)
    must(await back.world.desk.renewKeys())
    expect(await received(back, late.files[0]!)).toMatchObject({ stop: null, box: 'new', step: 'dry-run' })
    // And what lay in the inbox; also once the keyring has come from the disk again.
    await reopen(back)
    must(await back.world.desk.takeIn(waiting.inbox, { kind: 'none' }))
    expect((await shownAt(back)).length).toBe(1)
  })

  test('two PCs that export to one house on one day give their files two names', async () => {
    const [front, back] = await twoPcs()
    await receiveCase(front.world.desk, '一')
    await receiveCase(back.world.desk, '二')
    const names = []
    for (const pc of [front, back]) names.push((await sent(pc, pc.house, 'hand-over')).files[0]!.name)
    expect(names).toEqual(['S0012A-S0012-20261123-0001.zip.age', 'S0012B-S0012-20261123-0001.zip.age'])
  })

  test('both write one field: both keep both, and show the same', async () => {
    const [front, back] = await twoPcs()
    const id = await receiveCase(front.world.desk, '一')
    await taken(back, (await sent(front, front.house, 'hand-over')).files[0]!)
    const correct = (pc: Pc, title: string) =>
      run(pc.world.desk, { name: 'correct-request', input: { case: id, title } })
    await correct(front, '灯坏了')
    await correct(back, '灯不亮')
    const [a, b] = [await sent(front, front.house, 'hand-over'), await sent(back, back.house, 'hand-over')]
    const arrived = await received(back, a.files[0]!)
    expect(arrived.dryRun!.counts.conflicts).toBe(1)
    must(await back.world.desk.takeIn(arrived.inbox, { kind: 'none' }))
    await taken(front, b.files[0]!)
    expect(await shownAt(front)).toEqual(await shownAt(back))
  })

  test('an attachment whose file was lost is asked for, and comes', async () => {
    const [front, back] = await twoPcs()
    const id = await receiveCase(front.world.desk, '一')
    must(await front.world.desk.attach(id, '灯.png', 'image/png', new Uint8Array([1, 2, 3])))
    await taken(back, (await sent(front, front.house, 'hand-over')).files[0]!)
    const [blob] = must(await back.world.host.listBlobs())
    await reopen(back, (host) => host)
    // Lost on the disk and in the copy.
    await back.world.close()
    newProfile()
    await rm(join(back.folder, 'blobs', blob!.slice(0, 2), blob!))
    back.world = await openPc(back)
    must(await back.world.desk.unlock(SET_UP.password, 'user'))
    expect((await home(back)).blobsMissing).toBe(1)
    const asked = await back.world.desk.makeRequest(back.house, back.stick)
    const request = must(asked)
    expect(request.files[0]!.events).toBe(0)
    const { readFile } = await import('node:fs/promises')
    await taken(front, { name: 'ask', bytes: new Uint8Array(await readFile(request.files[0]!.path)) })
    const again = await sent(front, front.house, 'hand-over')
    expect(again.made.preview.blobs).toBe(1)
    await taken(back, again.files[0]!)
    expect(must(await back.world.desk.blob(blob!))).toEqual(new Uint8Array([1, 2, 3]))
    expect((await home(back)).blobsMissing).toBe(0)
  })

  test('unconfirmed for more than a week is said', async () => {
    const [front, back] = await twoPcs()
    await receiveCase(front.world.desk, '一')
    await sent(front, front.house, 'hand-over')
    clock.now += 7 * DAY
    expect((await peer(front, back))!.state).toBe('exported')
    clock.now += 1_000
    expect((await peer(front, back))!).toMatchObject({ state: 'unconfirmed', since: '2026-11-23T09:00:00+08:00' })
  })

  test('a file that would erase a lot waits for a second person where one signs in', async () => {
    const front = await newHouse('S0012', '槐树里社区服务站')
    const back = await secondPc(front, 'B', '同事的密码-2026')
    use(front, back)
    const begun = { file: '旧.xlsx', sha256: 'a'.repeat(64), rows: 60, header: ['留言编号'], map: { externalId: '留言编号' }, values: {} } // prettier-ignore
    const [imported] = must(await front.world.desk.run({ name: 'begin-import', input: begun })).entities
    const rows = importRowsOf(1, 60).map(({ row, command }) => ({ row, command: { ...command, input: { ...command.input, import: imported! } } })) // prettier-ignore
    must(await front.world.desk.importRows(rows))
    await taken(back, (await sent(front, front.house, 'hand-over')).files[0]!)
    await taken(front, (await sent(back, back.house, 'hand-over')).files[0]!)
    must(await front.world.desk.undoImport(imported!, 60))
    const arrived = await received(back, (await sent(front, front.house, 'hand-over')).files[0]!)
    expect(arrived.dryRun!.guard).toBe(true)
    // The one who signed in here does not count twice.
    expect(arrived.dryRun!.ways).toEqual(['second'])
    const refusedBy = async (guard: Parameters<typeof back.world.desk.takeIn>[1]) => {
      const result = await back.world.desk.takeIn(arrived.inbox, guard)
      return result.ok ? null : result.error.code
    }
    expect(await refusedBy({ kind: 'none' })).toBe('guard')
    expect(await refusedBy({ kind: 'count', count: arrived.dryRun!.undone })).toBe('guard')
    expect(await refusedBy({ kind: 'second', secret: 'nonsense' })).toBe('wrong-secret')
    expect(await refusedBy({ kind: 'second', secret: SET_UP.password })).toBe('same-person')
    expect((await shownAt(back)).length).toBe(60)
    expect(await inbox(back)).toEqual(['new'])
    // In bulk it is left where it is as well.
    const all = await back.world.desk.takeInAll([arrived.inbox])
    expect(all.files.map(({ box }) => box)).toEqual(['new'])
    expect(all.left).toEqual([{ inbox: arrived.inbox, name: arrived.name, code: 'guard' }])
    expect(await back.world.desk.unfinishedImport()).toEqual([])
    expect((await shownAt(back)).length).toBe(60)
    expect(await refusedBy({ kind: 'second', secret: '同事的密码-2026' })).toBe(null)
    expect((await shownAt(back)).length).toBe(0)
  })
})

describe('a station and its office', () => {
  test('the report carries work and no names; the office sees the case, and its receipt confirms', async () => {
    const [station, office] = await stationAndOffice()
    const id = await receiveCase(station.world.desk, '楼道灯不亮')
    const preview = must(await station.world.desk.previewExport(office.house, 'report'))
    expect(preview).toMatchObject({ identities: false, blobs: 0, toName: '安定街道办事处', cases: 1 })
    expect(Object.keys(preview.byScope).toSorted()).not.toContain('private')
    const { files: [file] } = await sent(station, office.house, 'report') // prettier-ignore
    await taken(office, file!)
    expect((await office.world.desk.page({ sort: 'number', descending: false, offset: 0, limit: 9 })).rows.map((row) => row.id)).toEqual([id]) // prettier-ignore
    // What the station's clerk typed of a person is nowhere at the office.
    const words = ['王素兰', '13800002764']
    const [there, here] = await Promise.all([office, station].map(async (pc) => placesOf(await inFolder(pc.folder, await cipherOfFolder(pc.folder)), words))) // prettier-ignore
    expect(here!.length).toBeGreaterThan(0)
    expect(there).toEqual([])

    const receipt = must(await office.world.desk.makeExport(station.house, 'receipt', office.stick))
    const { readFile } = await import('node:fs/promises')
    await taken(station, { name: 'r', bytes: new Uint8Array(await readFile(receipt.files[0]!.path)) })
    expect((await peer(station, office))!).toMatchObject({ state: 'confirmed', kind: 'upper' })
    expect((await station.world.desk.bundles(office.house)).map(({ direction, confirmed }) => [direction, confirmed])).toEqual([['in', false], ['out', true]]) // prettier-ignore
  })

  test('from a house that nobody let in: quarantine; once it is let in, it is shown like a new arrival', async () => {
    const station = await newHouse('S0012', '槐树里社区服务站')
    const office = await newHouse('JD001', '安定街道办事处')
    use(station, office)
    await pin(station, office, 'upper')
    await receiveCase(station.world.desk, '一')
    const { files: [file] } = await sent(station, office.house, 'report') // prettier-ignore
    expect(await received(office, file!)).toMatchObject({ stop: 'unknown-house', box: 'quarantine', from: { name: '槐树里社区服务站', known: false } }) // prettier-ignore
    expect(await inbox(office)).toEqual(['quarantine unknown-house'])
    expect(await office.world.desk.retryWaiting()).toEqual([])
    await pin(office, station, 'below')
    const [back] = await office.world.desk.retryWaiting()
    expect(back).toMatchObject({ box: 'new', stop: null, dryRun: { newCases: 1 } })
    expect((await shownAt(office)).length).toBe(0)
    must(await office.world.desk.takeIn(back!.inbox, { kind: 'none' }))
    expect((await shownAt(office)).length).toBe(1)
  })

  test('one person alone may type the count, or wait a day', async () => {
    for (const way of ['count', 'waited'] as const) {
      const [station, office] = await stationAndOffice()
      const begun = { file: '旧.xlsx', sha256: 'a'.repeat(64), rows: 12, header: ['留言编号'], map: { externalId: '留言编号' }, values: {} } // prettier-ignore
      const [imported] = must(await station.world.desk.run({ name: 'begin-import', input: begun })).entities
      const rows = importRowsOf(1, 12).map(({ row, command }) => ({ row, command: { ...command, input: { ...command.input, import: imported! } } })) // prettier-ignore
      must(await station.world.desk.importRows(rows))
      await taken(office, (await sent(station, office.house, 'report')).files[0]!)
      must(await station.world.desk.undoImport(imported!, 12))
      const arrived = await received(office, (await sent(station, office.house, 'report')).files[0]!)
      const { guard, ways, undone } = arrived.dryRun!
      expect([guard, ways]).toEqual([true, ['count']])
      const take = async (word: Parameters<typeof office.world.desk.takeIn>[1]) => {
        const result = await office.world.desk.takeIn(arrived.inbox, word)
        return result.ok ? 'in' : result.error.code
      }
      expect(await take({ kind: 'none' })).toBe('guard')
      expect(await take({ kind: 'count', count: undone + 1 })).toBe('wrong-count')
      expect(await take({ kind: 'waited' })).toBe('too-early')
      expect((await shownAt(office)).length).toBe(12)
      // When it came says the disk.
      if (way === 'waited') clock.now = Date.now() + DAY + 60_000
      const again = (await office.world.desk.lookAgain(arrived.inbox))!
      if (way === 'waited') expect(again.dryRun!.ways).toEqual(['count', 'waited'])
      expect(await take(way === 'count' ? { kind: 'count', count: undone } : { kind: 'waited' })).toBe('in')
      expect((await shownAt(office)).length).toBe(0)
    }
  })

  test('a file that follows one that is not here waits, is named as missing, and goes in behind it', async () => {
    const [station, office] = await stationAndOffice()
    const id = await receiveCase(station.world.desk, '一')
    await office.world.close()
    await cp(office.folder, `${office.folder}-old`, { recursive: true })
    await rm(join(`${office.folder}-old`, 'lock'), { force: true })
    office.world = await openPc(office)
    must(await office.world.desk.unlock(SET_UP.password, 'user'))
    const first = (await sent(station, office.house, 'report')).files[0]!
    await taken(office, first)
    await taken(station, (await sent(office, station.house, 'receipt')).files[0]!)
    await answer(station, id, '来过了')
    const second = (await sent(station, office.house, 'report')).files[0]!

    // The office's PC broke; last week's backup is put back, on another browser profile.
    await office.world.close()
    await rm(office.folder, { recursive: true })
    await cp(`${office.folder}-old`, office.folder, { recursive: true })
    await removeFolder(`${office.folder}-old`)
    newProfile()
    office.world = await openPc(office)
    must(await office.world.desk.unlock(SET_UP.password, 'user'))

    const waiting = await taken(office, second)
    expect(waiting.received).toMatchObject({ box: 'waiting', stop: 'held' })
    expect(waiting.counts!.held).toBeGreaterThan(0)
    expect(await inbox(office)).toEqual(['waiting held'])
    expect((await shownAt(office)).length).toBe(0)
    const gaps = await office.world.desk.exchangeGaps()
    expect(gaps.length).toBeGreaterThan(0)
    expect(gaps[0]).toMatchObject({ peer: station.house, peerName: '槐树里社区服务站', from: 1 })
    expect((await peer(office, station))!.gaps).toBeGreaterThan(0)
    expect(await office.world.desk.retryWaiting()).toEqual([])

    const { released } = await taken(office, first)
    expect(released.map(({ step, stop, box }) => [step, stop, box])).toEqual([['saved', null, '']])
    expect(await inbox(office)).toEqual([])
    expect(await office.world.desk.exchangeGaps()).toEqual([])
    expect((await shownAt(office)).length).toBe(1)
  })
})

describe('when something goes wrong', () => {
  test('broken and foreign files go aside with their reason, and hold nothing up', async () => {
    const [front, back] = await twoPcs()
    await receiveCase(front.world.desk, '一')
    const file = (await sent(front, front.house, 'hand-over')).files[0]!
    const flipped = file.bytes.slice()
    flipped[flipped.length - 100]! ^= 1
    expect(await received(back, { name: 'flipped', bytes: flipped })).toMatchObject({ stop: 'damaged', box: 'aside' })
    expect(await received(back, { name: 'half', bytes: file.bytes.subarray(0, file.bytes.length >> 1) })).toMatchObject({ stop: 'damaged', box: 'aside' }) // prettier-ignore
    const stranger = await newHouse('S0099', '别处的站')
    use(stranger)
    expect(await received(stranger, file)).toMatchObject({ stop: 'not-for-us', box: 'aside', from: null })
    // Not worth the room.
    expect(await received(back, { name: '合同.docx', bytes: new Uint8Array([0x50, 0x4b, 3, 4]) })).toMatchObject({ stop: 'not-a-bundle', box: '', inbox: '' }) // prettier-ignore
    expect(await received(back, { name: 'leer', bytes: new Uint8Array(0) })).toMatchObject({
      stop: 'not-a-bundle',
      box: '',
    })
    expect(await inbox(back)).toEqual(['aside damaged', 'aside damaged'])
    expect((await shownAt(back)).length).toBe(0)
    const [aside] = await back.world.desk.inbox()
    await back.world.desk.dropInbox(aside!.inbox)
    expect((await inbox(back)).length).toBe(1)
    await taken(back, file)
    expect((await shownAt(back)).length).toBe(1)
  })

  test('locked in between: what went in is whole, the rest stays and goes in afterwards', async () => {
    const [front, back] = await twoPcs()
    const ids: string[] = []
    for (let i = 1; i <= 3; i++) {
      await receiveCase(front.world.desk, `第${i}件`)
      const file = (await sent(front, front.house, 'hand-over')).files[0]!
      const arrived = await received(back, file)
      ids.push(arrived.inbox)
    }
    let locked: Promise<void> | null = null
    await reopen(back, (host: FolderHost) => ({
      ...host,
      append: async (...args) => {
        const done = await host.append(...args)
        locked ??= back.world.desk.lock()
        return done
      },
    }))
    const { files: results, left } = await back.world.desk.takeInAll(ids)
    expect(results.map(({ step }) => step)).toEqual(['saved'])
    expect(left).toEqual([])
    await locked
    must(await back.world.desk.unlock(SET_UP.password, 'user'))
    expect((await back.world.desk.unfinishedImport()).toSorted()).toEqual(ids.slice(1).toSorted())
    expect((await shownAt(back)).length).toBe(1)
    expect(await inbox(back)).toEqual(['new', 'new'])
    // Also when the program was ended meanwhile. What only lies in the inbox is not of the run.
    await reopen(back)
    await receiveCase(front.world.desk, '后来的')
    await received(back, (await sent(front, front.house, 'hand-over')).files[0]!)
    const rest = await back.world.desk.unfinishedImport()
    expect(rest.toSorted()).toEqual(ids.slice(1).toSorted())
    expect((await back.world.desk.takeInAll(rest)).files.length).toBe(2)
    expect(await back.world.desk.unfinishedImport()).toEqual([])
    const [last] = (await back.world.desk.inbox()).filter(({ box }) => box === 'new')
    must(await back.world.desk.takeIn(last!.inbox, { kind: 'none' }))
    expect(await shownAt(back)).toEqual(await shownAt(front))
    expect(await inbox(back)).toEqual([])
  })

  test('a full disk: nothing of the file is in, and afterwards all of it', async () => {
    const [front, back] = await twoPcs()
    await receiveCase(front.world.desk, '一')
    const file = (await sent(front, front.house, 'hand-over')).files[0]!
    let full = false
    await reopen(back, (host) => ({ ...host, append: (...args) => (full ? Promise.resolve(err('disk-full')) : host.append(...args)) })) // prettier-ignore
    const arrived = await received(back, file)
    full = true
    expect(await back.world.desk.takeIn(arrived.inbox, { kind: 'none' })).toMatchObject({ ok: false, error: { code: 'disk-full' } }) // prettier-ignore
    expect((await shownAt(back)).length).toBe(0)
    expect(await inbox(back)).toEqual(['new'])
    full = false
    must(await back.world.desk.takeIn(arrived.inbox, { kind: 'none' }))
    expect(await shownAt(back)).toEqual(await shownAt(front))
  })

  test('an export that its target refuses is not written down as one', async () => {
    const [front, back] = await twoPcs()
    await receiveCase(front.world.desk, '一')
    expect(await front.world.desk.makeExport(front.house, 'hand-over', join(front.folder, 'pulled'))).toMatchObject({ ok: false, error: { kind: 'code', code: 'target-gone', made: [] } }) // prettier-ignore
    expect(await front.world.desk.bundles(null)).toEqual([])
    expect((await peer(front, back))!.state).toBe('new')
    let refuse = true
    await reopen(front, (host) => ({ ...host, writeOut: (...args) => (refuse ? Promise.resolve(err('check-failed')) : host.writeOut(...args)) })) // prettier-ignore
    expect(await front.world.desk.makeExport(front.house, 'hand-over', front.stick)).toMatchObject({ ok: false, error: { code: 'check-failed' } }) // prettier-ignore
    expect(await readdir(front.stick)).toEqual([])
    refuse = false
    await sent(front, front.house, 'hand-over')
    expect((await peer(front, back))!.state).toBe('exported')
  })

  test('nobody to send to, nothing to send, nothing to ask', async () => {
    const alone = await newHouse('S0012', '槐树里社区服务站')
    use(alone)
    expect(await home(alone)).toMatchObject({ keysInUse: false, peers: [], inbox: { fresh: 0, waiting: 0, aside: 0, quarantine: 0 }, blobsMissing: 0 }) // prettier-ignore
    const code = async (...args: Parameters<typeof alone.world.desk.makeExport>) => {
      const made = await alone.world.desk.makeExport(...args)
      return made.ok ? 'made' : made.error.kind === 'code' ? made.error.code : 'refused'
    }
    expect(await code(alone.house, 'hand-over', null)).toBe('nobody-to-open-it')
    expect(await code('01930000-0000-7000-8000-000000000000', 'report', null)).toBe('no-such-peer')
    const second = await secondPc(alone, 'B')
    use(second)
    expect(await code(alone.house, 'report', null)).toBe('profile-not-for-peer')
    expect(await second.world.desk.lookAgain('0'.repeat(32))).toBe(null)
    expect(await second.world.desk.takeInAll([])).toEqual({ files: [], left: [] })
  })
})

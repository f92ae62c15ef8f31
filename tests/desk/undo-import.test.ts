/** 撤销导入 through the desk: what goes, what stays, what is free again, and that nothing of it lies anywhere any more. */
import { cp, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { composeCommand, cursorOf, eraseDraft } from '#core/kernel/command.ts'
import { fieldScope } from '#core/catalogue.ts'
import { absorb, newBook, readCase } from '#core/book/book.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { SEGMENT_BYTES, type HostCode } from '#core/host/host.ts'
import { readJournal } from '#core/journal/read-journal.ts'
import { journalWriter } from '#core/journal/writer.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { scopesOf } from '#core/keys/keyring.ts'
import { receive } from '#core/kernel/replica.ts'
import { putCopy, takeCopy } from '../faults/copy-of-database.ts'
import { importRowsOf, receiveCase } from '../faults/station-story.ts'
import { must } from '../host/crash-trials.ts'
import { newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'
import { cipherOfFolder, inDatabase, inFolder, placesOf, ringOfFolder } from './everything-stored.ts'

let folder = ''
let world: World

beforeEach(async () => {
  newProfile()
  folder = await newFolder()
  world = await openWorld(folder)
  must(await world.desk.find())
  must(await world.desk.setUp(SET_UP))
})
afterEach(async () => {
  await world.close()
  await removeFolder(folder)
})

const BEGUN = {
  file: '旧台账.xlsx',
  sha256: 'a'.repeat(64),
  rows: 30,
  header: ['留言编号', '标题'],
  map: { externalId: '留言编号', title: '标题' },
  values: {},
}
/** Who is in the rows: words that stand nowhere else. */
const NAMES = ['李建国', '13900001234', '楼道灯不亮', '旧件 ', '已换灯泡']

async function importAll(first = 1, n = 30): Promise<string> {
  const [id] = must(await world.desk.run({ name: 'begin-import', input: BEGUN })).entities
  const rows = importRowsOf(first, n).map(({ row, command }) => ({
    row,
    command: { ...command, input: { ...command.input, import: id! } },
  }))
  const { imported } = must(await world.desk.importRows(rows))
  expect(imported).toBe(n)
  must(await world.desk.run({ name: 'finish-import', input: { import: id!, imported, repeated: 0, refused: 0, stopped: false } })) // prettier-ignore
  return id!
}

async function reopen(): Promise<void> {
  await world.close()
  world = await openWorld(folder)
  must(await world.desk.find())
  must(await world.desk.unlock(SET_UP.password, 'user'))
}

const shown = async (): Promise<string[]> => {
  const page = await world.desk.page({ sort: 'number', descending: false, offset: 0, limit: 1_000 })
  const lines = []
  for (const row of page.rows) lines.push(JSON.stringify([row, await world.desk.caseView(row.id)]))
  return lines
}
const numbers = async (): Promise<string[]> => {
  const page = await world.desk.page({ sort: 'number', descending: false, offset: 0, limit: 1_000 })
  return page.rows.map((row) => row.number)
}
const found = async (): Promise<string[]> => {
  const cipher = await cipherOfFolder(folder)
  return [...placesOf(await inFolder(folder, cipher), NAMES), ...placesOf(await inDatabase(cipher), NAMES)]
}
/** Until what was left for a quiet moment is done: erasing goes through the fold. */
async function quiet(): Promise<void> {
  await world.desk.counts() // as the first screen does
  for (let i = 0; i < 40; i++) {
    world.idle()
    await new Promise((later) => setTimeout(later, 15))
  }
}

test('a file that is being made while an import is undone becomes whole, without what was erased', async () => {
  const id = await importAll()
  await receiveCase(world.desk, '自己的一件')
  const request = { sort: 'number', descending: false, columns: ['number', 'title'] } as const
  const before = await world.desk.beginExport(request, 'zh-CN')
  must(await world.desk.undoImport(id, 30))
  expect(await world.desk.stepExport(before)).toEqual({ done: 31, of: 31 })
  const sheet = must(readSheet(await world.desk.endExport(before, 'xlsx'), '工单.xlsx'))
  expect(sheet.rows.slice(1).map(({ cells }) => cells[1])).toEqual(['自己的一件'])
})

test('an undone import is gone from the screens and from every stored byte, and the file comes in again', async () => {
  await receiveCase(world.desk, '本站登记的')
  const id = await importAll()
  const [first] = await world.desk.imports()
  expect(first).toMatchObject({ id, file: BEGUN.file, by: SET_UP.userName, there: 30, imported: 30, map: BEGUN.map })
  const used = await numbers()
  const before = await found()
  expect(before.some((where) => where.includes('.seg frame'))).toBe(true)
  expect(before.some((where) => where.startsWith('tail') || where.startsWith('segments'))).toBe(true)
  expect(before.some((where) => where.startsWith('snapshot group'))).toBe(true)

  expect(await world.desk.previewUndo(id)).toEqual({ erase: 30, keep: 0, kept: [] })
  expect(must(await world.desk.undoImport(id, 30))).toEqual({ erased: 30, kept: 0, scrubbed: true })
  expect(await found()).toEqual([])
  const left = await shown()
  expect(left.length).toBe(1)
  expect((await world.desk.counts()).total).toBe(1)
  expect(
    (await world.desk.page({ search: '李建国', sort: 'number', descending: false, offset: 0, limit: 9 })).total,
  ).toBe(0)
  expect((await world.desk.imports())[0]).toMatchObject({ id, there: 0, erased: 30, kept: 0 })
  expect(must(await world.desk.checkEverything())).toMatchObject({ cases: 1, gaps: 0, damagedJournal: 0, damagedCopy: 0, returned: 0 }) // prettier-ignore
  expect(await shown()).toEqual(left)

  for (const way of ['short', 'long'] as const) {
    if (way === 'long') {
      await world.close()
      newProfile()
      world = await openWorld(folder)
    }
    await reopen()
    expect(await shown(), way).toEqual(left)
    await quiet()
    expect(await found(), way).toEqual([])
  }

  // The file again: everything comes in, with numbers that nobody had.
  await importAll()
  const now = (await numbers()).slice(1)
  expect(now.length).toBe(30)
  expect(now.filter((number) => used.includes(number))).toEqual([])
})

test('a case that somebody touched since stays, whoever and however', async () => {
  const id = await importAll()
  const { rows } = await world.desk.page({ sort: 'number', descending: false, offset: 0, limit: 6 })
  const at = (i: number): string => rows[i]!.id
  must(await world.desk.run({ name: 'record-answer', input: { case: at(0), way: 'phone', content: '又回了一次', answeredBy: '' } })) // prettier-ignore
  must(await world.desk.run({ name: 'record-viewing', input: { case: at(1), what: 'phone' } }))
  must(await world.desk.attach(at(2), '照片.png', 'image/png', new Uint8Array([1, 2])))
  must(await world.desk.run({ name: 'classify', input: { case: at(3), serviceType: 'welfare', category: '', reason: '' } })) // prettier-ignore
  const { kept, ...preview } = await world.desk.previewUndo(id)
  expect(preview).toEqual({ erase: 26, keep: 4 })
  expect(kept.map((one) => one.id)).toEqual([0, 1, 2, 3].map(at))
  expect(kept[0]).toMatchObject({ number: rows[0]!.number, title: rows[0]!.title })

  expect(await world.desk.undoImport(id, 30)).toEqual({ ok: false, error: { kind: 'count-changed' } })
  expect((await numbers()).length).toBe(30)
  const touched = (await shown()).slice(0, 4)
  expect(must(await world.desk.undoImport(id, 26))).toMatchObject({ erased: 26, kept: 4 })
  expect(await shown()).toEqual(touched)
  await reopen()
  expect(await shown()).toEqual(touched)
  // Once more: nothing is left to undo.
  expect(must(await world.desk.undoImport(id, 0))).toMatchObject({ erased: 0, kept: 4 })
  expect(await shown()).toEqual(touched)
})

test('a backup from before, put back beside a newer copy: the erased stay erased, and leave the folder again', async () => {
  const id = await importAll()
  await world.close()
  await cp(folder, `${folder}-backup`, { recursive: true })
  await reopen()
  must(await world.desk.undoImport(id, 30))
  expect(await found()).toEqual([])
  await world.close()
  await rename(folder, `${folder}-now`)
  await cp(`${folder}-backup`, folder, { recursive: true })
  await reopen()
  expect(await shown()).toEqual([])
  expect((await found()).length).toBeGreaterThan(0)
  await quiet()
  expect(await found()).toEqual([])
  await removeFolder(`${folder}-backup`)
  await removeFolder(`${folder}-now`)
})

test('a backup made between erasing and rewriting has the same lengths; it is noticed all the same', async () => {
  const id = await importAll()
  await world.close()
  world = await openWorld(folder, (host) => ({ ...host, rewriteSegment: () => Promise.resolve({ ok: false, error: 'disk-full' }) })) // prettier-ignore
  must(await world.desk.find())
  must(await world.desk.unlock(SET_UP.password, 'user'))
  expect(must(await world.desk.undoImport(id, 30))).toMatchObject({ erased: 30, scrubbed: false })
  const journal = await readdir(join(folder, 'journal'))
  await cp(folder, `${folder}-backup`, { recursive: true })
  await reopen()
  await quiet()
  expect(await found()).toEqual([])
  await world.close()
  // The backup's journal with this browser's copy, which knows that everything has been done.
  await rm(folder, { recursive: true })
  await cp(`${folder}-backup`, folder, { recursive: true })
  await rm(join(folder, 'lock')) // it was copied from a folder that was open
  expect(await readdir(join(folder, 'journal'))).toEqual(journal)
  await reopen()
  await quiet()
  expect(await found()).toEqual([])
  expect(await shown()).toEqual([])
  await removeFolder(`${folder}-backup`)
})

test('a backup made afterwards to the same place replaces the one that still has it all', async () => {
  const id = await importAll()
  const to = await newFolder()
  const cipher = await cipherOfFolder(folder)
  must(await world.host.backup(to))
  expect(placesOf(await inFolder(to, cipher), NAMES).length).toBeGreaterThan(0)
  must(await world.desk.undoImport(id, 30))
  must(await world.host.backup(to))
  expect(placesOf(await inFolder(to, cipher), NAMES)).toEqual([])
  await removeFolder(to)
})

test('a copy from before beside the newer folder gives nothing back', async () => {
  const id = await importAll()
  await world.close()
  const old = await takeCopy()
  await reopen()
  must(await world.desk.undoImport(id, 30))
  const left = await shown()
  await world.close()
  await putCopy(old)
  await reopen()
  expect(await shown()).toEqual(left)
  await quiet()
  expect(await found()).toEqual([])
})

test('the erasures known only to the copy, the payloads only to the journal: erased', async () => {
  const id = await importAll()
  await world.close()
  await cp(join(folder, 'journal'), join(folder, 'journal-old'), { recursive: true })
  await reopen()
  must(await world.desk.undoImport(id, 30))
  await world.close()
  await rm(join(folder, 'journal'), { recursive: true })
  await rename(join(folder, 'journal-old'), join(folder, 'journal'))
  await reopen()
  expect(await shown()).toEqual([])
  await quiet()
  expect(await found()).toEqual([])
})

test('IndexedDB that refuses while it is erased: the folder is clean, and the copy follows', async () => {
  const id = await importAll()
  await world.close()
  const old = await takeCopy()
  newProfile()
  await reopen()
  must(await world.desk.undoImport(id, 30))
  await world.close()
  await putCopy(old)
  const cipher = await cipherOfFolder(folder)
  expect(placesOf(await inFolder(folder, cipher), NAMES)).toEqual([])
  expect(placesOf(await inDatabase(cipher), NAMES).length).toBeGreaterThan(0)
  await reopen()
  await quiet()
  expect(await found()).toEqual([])
})

test('an attachment whose erasure arrives from elsewhere leaves both sides, and none gives it back', async () => {
  const id = await receiveCase(world.desk, '有照片的')
  const picture = new TextEncoder().encode('照片里的李建国')
  must(await world.desk.attach(id, '李建国.png', 'image/png', picture))
  expect((await found()).filter((where) => where.startsWith('blob')).length).toBe(2)
  await world.close()
  const withPicture = await takeCopy()
  await eraseFromOutside(id)
  await putCopy(withPicture)
  await reopen()
  expect((await world.desk.caseView(id))!.file.acts.map((act) => act.type)).toEqual(['classification'])
  await quiet()
  expect((await found()).filter((where) => where.startsWith('blob') || where.includes('/blobs/'))).toEqual([])
  await world.close()
  await putCopy(withPicture)
  await reopen()
  await quiet()
  expect((await found()).filter((where) => where.startsWith('blob') || where.includes('/blobs/'))).toEqual([])
})

/** As another program with the keys would: `linwu`, or a bundle of the upper office. */
async function eraseFromOutside(id: string): Promise<void> {
  const outside = await openWorld(folder)
  const { ring, user, cipher } = await ringOfFolder(folder)
  const book = newBook(scopesOf(ring))
  const { segments } = must(await outside.host.state())
  const journal = must(
    await readJournal(outside.host, segments, cipher, 1 << 20, (events) => {
      absorb(book, receive(book.replica, events, 'own').touched)
    }),
  )
  const [act] = actsOf(readCase(book, id)!.acts, 'attachment')
  const random = (n: number) => crypto.getRandomValues(new Uint8Array(n))
  const events = composeCommand(
    book.replica,
    cursorOf(book.replica),
    [eraseDraft(act!.id, 'private', 'asked', [act!.blob])],
    { device: ring.device, user, at: '2026-11-22T09:02:11+08:00', schema: 1 },
    fieldScope,
    'outside',
    () => 'salt',
  )
  const writer = journalWriter<HostCode>(outside.host, cipher, random, journal.end, SEGMENT_BYTES)
  must(await writer.append(events))
  await outside.host.close()
}

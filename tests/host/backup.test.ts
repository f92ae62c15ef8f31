/** Backup and restore on the real file system. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { backupFolder } from '#host/backup.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { restoreStation } from '#host/restore.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { blobIdOf, bytesOf, idOf, must, same } from './crash-trials.ts'
import { append, begin, type Journal, markerOf, missingFrom } from './scenarios.ts'
import { tempFolder } from './temp-folder.ts'

let root: string
let folder: string
let to: string
let host: StationFolder
let journal: Journal
let clock: number
const now = () => (clock += 1_000)

const openAt = (where: string) =>
  openStationFolder({
    fs: nodeFileSystem,
    folder: where,
    edition: 'command-line',
    demo: false,
    exportFolder: join(root, 'out'),
    now,
  })
const restoreTo = (where: string, from = to) => restoreStation({ fs: nodeFileSystem, from, folder: where, now })

beforeEach(async () => {
  clock = Date.parse('2026-11-22T01:02:00Z')
  root = await tempFolder()
  folder = join(root, 'station')
  to = join(root, 'copies')
  host = must(await openAt(folder))
  journal = new Map()
  for (const n of [1, 2]) {
    await begin(host, journal, idOf(n))
    await append(host, journal, idOf(n), 32, bytesOf(n, 2_000))
  }
  for (const n of [0x11, 0x22, 0x1111]) must(await host.putBlob(blobIdOf(n), bytesOf(n, 500)))
  must(await host.writeSlots(bytesOf(6, 40)))
  must(await host.writeSlots(bytesOf(7, 40)))
  must(await host.writeMarker(markerOf(5)))
  must(await host.putDraft('draft', bytesOf(1, 9)))
  return () => host.close()
})

async function isTheStation(where: string): Promise<void> {
  const opened = must(await openAt(where))
  expect(await missingFrom(opened, journal)).toEqual([])
  const state = must(await opened.state())
  expect(state).toMatchObject({ marker: markerOf(5), slots: true, blobs: 3 })
  for (const n of [0x11, 0x22, 0x1111])
    expect(same(must(await opened.getBlob(blobIdOf(n))), bytesOf(n, 500))).toBe(true)
  expect(same(must(await opened.readSlots()), bytesOf(7, 40))).toBe(true)
  await opened.close()
}

const backups = async () => (await readdir(to)).sort()

describe('backup', () => {
  test('is a whole station folder with a list of every file, its length and SHA-256', async () => {
    const report = must(await host.backup(to))
    expect(report).toMatchObject({ files: 8, at: expect.stringMatching(/^2026-11-22T09:02:\d\d\+08:00$/) })
    expect(report.to).toBe(join(to, `linwu-backup-20261122-0902${report.at.slice(17, 19)}`))
    const list = JSON.parse(await readFile(join(report.to, 'backup.json'), 'utf8'))
    expect(list).toMatchObject({ v: 1, kind: 'linwu-backup', station: 'S0012', at: report.at })
    expect(list.files.length).toBe(8)
    let bytes = 0
    for (const file of list.files) {
      const content = await readFile(join(report.to, file.path))
      expect([file.bytes, file.sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')])
      bytes += content.length
    }
    expect(report.bytes).toBe(bytes)
    expect((await readdir(report.to)).sort()).toEqual([
      'backup.json',
      'blobs',
      'journal',
      'marker.json',
      'slots.json',
      'slots.previous.json',
    ])
  })

  test('opens as it is when it is copied back by hand', async () => {
    const report = must(await host.backup(to))
    await cp(report.to, join(root, 'by-hand'), { recursive: true })
    await isTheStation(join(root, 'by-hand'))
  })

  test('is remembered, and a failure after it too', async () => {
    const report = must(await host.backup(to))
    const remembered = { to: report.to, at: report.at, files: 8 }
    expect(must(await host.state()).backup).toEqual({ ...remembered, ok: true })
    await writeFile(join(root, 'file'), '')
    expect(await host.backup(join(root, 'file', 'below'))).toEqual({ ok: false, error: 'io-failed' })
    expect(must(await host.state()).backup).toEqual({ ...remembered, ok: false })
    await host.close()
    host = must(await openAt(folder))
    expect(must(await host.state()).backup).toEqual({ ...remembered, ok: false })
    await writeFile(join(folder, 'last-backup.json'), '{"to":3}')
    await host.close()
    host = must(await openAt(folder))
    expect(must(await host.state()).backup).toBeNull()
  })

  test('holds what was saved when it began, while the station goes on', async () => {
    const then = new Map(journal)
    const running = host.backup(to)
    let at = 2_032
    for (let n = 0; n < 30; n++) at = await append(host, journal, idOf(2), at, bytesOf(n, 3_000))
    const report = must(await running)
    const copy = must(await openAt(report.to))
    const { segments } = must(await copy.state())
    expect(segments.find((segment) => segment.id === idOf(2))!.bytes).toBeLessThan(at)
    expect(await missingFrom(copy, then)).toEqual([])
    await copy.close()
  })

  test('the next one replaces it, and only when it holds all of it', async () => {
    must(await host.backup(to))
    must(await host.backup(to))
    expect(await backups()).toHaveLength(1)
    const [kept] = await backups()
    // The station loses a blob: the backup that still has it stays.
    await rm(join(folder, 'blobs', '22', blobIdOf(0x22)))
    must(await host.backup(to))
    expect(await backups()).toHaveLength(2)
    expect(existsSync(join(to, kept!, 'blobs', '22', blobIdOf(0x22)))).toBe(true)
  })

  test('leaves alone what is not an earlier backup of this station', async () => {
    const first = must(await host.backup(to))
    await writeFile(join(to, 'notes.txt'), 'mine')
    await writeFile(join(first.to, 'my note.txt'), 'mine')
    await mkdir(join(to, 'linwu-backup-20200101-000000'))
    const other = join(to, 'linwu-backup-20200101-000001')
    await mkdir(other)
    await writeFile(
      join(other, 'backup.json'),
      JSON.stringify({ v: 1, kind: 'linwu-backup', station: 'S9999', at: '', files: [] }),
    )
    await mkdir(join(to, 'linwu-backup-20200101-000002.partial'))
    await mkdir(join(to, 'other.partial'))
    must(await host.backup(to))
    expect(await readFile(join(first.to, 'my note.txt'), 'utf8')).toBe('mine')
    const left = await backups()
    for (const name of ['notes.txt', 'linwu-backup-20200101-000000', 'linwu-backup-20200101-000001', 'other.partial'])
      expect(left).toContain(name)
    expect(left).not.toContain('linwu-backup-20200101-000002.partial')
  })

  test('into the folder of an earlier backup means beside it', async () => {
    const first = must(await host.backup(to))
    const second = must(await host.backup(first.to))
    expect(await backups()).toEqual([second.to.slice(to.length + 1)])
  })

  test('onto itself, into itself and around itself is refused', async () => {
    await symlink(folder, join(root, 'link'))
    for (const place of [
      folder,
      join(folder, 'backups'),
      join(folder, 'journal', 'new', 'deep'),
      root,
      join(root, 'link'),
      join(root, 'link', 'x'),
    ]) {
      expect(await host.backup(place)).toEqual({ ok: false, error: 'same-folder' })
    }
    expect(must(await host.state()).backup).toBeNull()
    for (const place of ['', 'relative', './here', 'a\0b'])
      expect(await host.backup(place)).toEqual({ ok: false, error: 'bad-request' })
  })

  test('works for a program that does not hold the station', async () => {
    must(await backupFolder({ fs: nodeFileSystem, folder, to, now }))
    await restoreTo(join(root, 'new'))
    await isTheStation(join(root, 'new'))
    expect(await backupFolder({ fs: nodeFileSystem, folder: join(root, 'nowhere'), to, now })).toEqual({
      ok: false,
      error: 'not-found',
    })
  })
})

describe('restore', () => {
  test('brings the station back, from the backup or from the folder it is in', async () => {
    const report = must(await host.backup(to))
    expect(must(await restoreTo(join(root, 'a', 'new')))).toEqual({ from: report.to, files: 8, bytes: report.bytes })
    await isTheStation(join(root, 'a', 'new'))
    must(await restoreTo(join(root, 'b'), report.to))
    await isTheStation(join(root, 'b'))
    expect((await readdir(join(root, 'b'))).sort()).toEqual(
      ['backups', 'blobs', 'drafts', 'inbox', 'journal', 'marker.json', 'slots.json', 'slots.previous.json'].sort(),
    )
  })

  test('takes an empty folder, and one that was only opened', async () => {
    must(await host.backup(to))
    await mkdir(join(root, 'empty'))
    must(await restoreTo(join(root, 'empty')))
    const opened = must(await openAt(join(root, 'opened')))
    expect(await restoreTo(join(root, 'opened'))).toEqual({ ok: false, error: 'locked-by-other' })
    await opened.close()
    must(await restoreTo(join(root, 'opened')))
    await isTheStation(join(root, 'opened'))
  })

  test('refuses a folder that holds a station, a part of one, or files of others', async () => {
    must(await host.backup(to))
    await host.close()
    expect(await restoreTo(folder)).toEqual({ ok: false, error: 'not-empty' })
    for (const name of ['slots.json', 'notes.txt', 'journal/x.seg', 'drafts/one', 'blobs/aa/x']) {
      const target = join(root, `target of ${name.replaceAll('/', ' ')}`)
      await mkdir(join(target, name, '..'), { recursive: true })
      await writeFile(join(target, name), 'x')
      expect(await restoreTo(target)).toEqual({ ok: false, error: 'not-empty' })
      expect(await readFile(join(target, name), 'utf8')).toBe('x')
    }
  })

  test('refuses into and around the backup', async () => {
    const { to: made } = must(await host.backup(to))
    for (const place of [made, join(made, 'x'), to])
      expect(await restoreTo(place, made)).toEqual({ ok: false, error: 'same-folder' })
  })

  test('any damage is found before anything is written', async () => {
    const { to: made } = must(await host.backup(to))
    const list = JSON.parse(await readFile(join(made, 'backup.json'), 'utf8'))
    const target = join(root, 'target')
    const damage: readonly (() => Promise<void>)[] = list.files.flatMap(
      ({ path, bytes }: { path: string; bytes: number }) => [
        async () => {
          const content = await readFile(join(made, path))
          content[Math.floor(bytes / 2)]! ^= 4
          await writeFile(join(made, path), content)
        },
        () => truncate(join(made, path), bytes - 1),
        () => writeFile(join(made, path), 'x', { flag: 'a' }),
        () => rm(join(made, path)),
      ],
    )
    const listText = JSON.stringify(list)
    const lists = [
      '', '{', 'null', '[]', listText.slice(0, -20), listText.replace('journal/', '../journal/'), listText.replace('slots.json', '/etc/passwd'),
      JSON.stringify({ ...list, files: [{ path: 'journal/../slots.json', bytes: 1, sha256: '0'.repeat(64) }] }),
      JSON.stringify({ ...list, v: 2 }),
    ] // prettier-ignore
    const all = [...damage, ...lists.map((text) => () => writeFile(join(made, 'backup.json'), text))]
    const whole = join(root, 'whole')
    await cp(made, whole, { recursive: true })
    for (const spoil of all) {
      await rm(made, { recursive: true })
      await cp(whole, made, { recursive: true })
      await spoil()
      expect(await restoreTo(target)).toEqual({ ok: false, error: 'backup-damaged' })
      expect(existsSync(target)).toBe(false)
    }
    expect(all.length).toBe(8 * 4 + 9)
  })

  test('says what is not a backup', async () => {
    await mkdir(join(root, 'empty'))
    await writeFile(join(root, 'file'), '')
    for (const from of ['empty', 'file', 'nowhere', 'station']) {
      expect(await restoreTo(join(root, 'target'), join(root, from))).toEqual({ ok: false, error: 'not-a-backup' })
    }
    // Two stations in one folder: a person must choose.
    must(await host.backup(to))
    await mkdir(join(to, 'linwu-backup-20300101-000000'))
    const list = { v: 1, kind: 'linwu-backup', station: 'S9999', at: '', files: [] }
    await writeFile(join(to, 'linwu-backup-20300101-000000', 'backup.json'), JSON.stringify(list))
    expect(await restoreTo(join(root, 'target'))).toEqual({ ok: false, error: 'not-a-backup' })
  })

  test('takes the newest of several', async () => {
    const first = must(await host.backup(to))
    await cp(first.to, join(root, 'kept'), { recursive: true })
    await append(host, journal, idOf(2), 2_032, bytesOf(3, 100))
    const second = must(await host.backup(to))
    await cp(join(root, 'kept'), first.to, { recursive: true })
    expect(must(await restoreTo(join(root, 'target'))).from).toBe(second.to)
    await isTheStation(join(root, 'target'))
  })
})

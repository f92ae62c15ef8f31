/** What the desktop edition remembers, on the real file system. */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDesktopFile } from '#main/desktop-file.ts'
import { tempFolder } from '../host/temp-folder.ts'

const FIRST = { v: 1, language: 'zh-CN', settings: { tray: false, notify: false }, window: null }

test('both switches are off at first, a change holds at once and is there after a restart', async () => {
  const path = join(await tempFolder(), 'not there yet', 'desktop.json')
  const file = await openDesktopFile(path)
  expect(file.now()).toEqual(FIRST)
  const window = { x: -8, y: 0, width: 1_200, height: 800, maximised: true }
  const written = [file.change({ settings: { tray: true, notify: false } }), file.change({ window })]
  expect(file.now()).toEqual({ ...FIRST, settings: { tray: true, notify: false }, window })
  await Promise.all(written)
  expect((await openDesktopFile(path)).now()).toEqual(file.now())
  expect(await readdir(join(path, '..'))).toEqual(['desktop.json'])
})

test('a damaged file, and one of another version, are the same as none', async () => {
  const path = join(await tempFolder(), 'desktop.json')
  for (const content of ['', '{', '[]', JSON.stringify({ ...FIRST, v: 2 }), JSON.stringify({ ...FIRST, more: 1 })]) {
    await writeFile(path, content)
    const file = await openDesktopFile(path)
    expect(file.now()).toEqual(FIRST)
  }
  const file = await openDesktopFile(path)
  await file.change({ language: 'en' })
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ ...FIRST, language: 'en' })
})

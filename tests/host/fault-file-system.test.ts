/** The disk that loses must lose: otherwise the power-cut tests prove nothing. */
import { expect, test } from 'vitest'
import { utf8 } from '#core/lib/bytes.ts'
import { type FaultFileSystem, faultFileSystem, PowerCut } from './fault-file-system.ts'

const text = async (fs: FaultFileSystem, path: string) =>
  (await fs.stat(path)) ? new TextDecoder().decode(await fs.readFile(path, 0, 1_000)) : null

async function states(fs: FaultFileSystem, path: string): Promise<Set<string | null>> {
  const found = new Set<string | null>()
  for (let seed = 0; seed < 200; seed++) found.add(await text(fs.crash(seed), path))
  return found
}

test('a write without a sync may be whole, lost, or torn; with a sync it is whole', async () => {
  const fs = faultFileSystem()
  const file = await fs.openNew('/a')
  await fs.syncFolder('/')
  await file.write(utf8('abc'), 0)
  const found = await states(fs, '/a')
  for (const state of ['', 'abc', 'a', 'ab', '\0bc', '\0\0c', '\0\0\0']) expect(found).toContain(state)
  await file.datasync()
  expect(await states(fs, '/a')).toEqual(new Set(['abc']))
})

test('a name without a sync of its folder may be missing, and a rename may come without the data', async () => {
  const fs = faultFileSystem()
  const file = await fs.openNew('/new')
  await file.write(utf8('new'), 0)
  await file.sync()
  expect(await states(fs, '/new')).toEqual(new Set([null, 'new']))
  await fs.syncFolder('/')
  const temp = await fs.openNew('/temp')
  await temp.write(utf8('newer'), 0)
  await fs.rename('/temp', '/new')
  const found = await states(fs, '/new')
  for (const state of ['new', '', 'newer', 'new']) expect(found).toContain(state)
  await temp.sync()
  expect(await states(fs, '/new')).toEqual(new Set(['new', 'newer']))
  await fs.syncFolder('/')
  expect(await states(fs, '/new')).toEqual(new Set(['newer']))
  await fs.remove('/new')
  expect(await states(fs, '/new')).toEqual(new Set([null, 'newer']))
})

test('steps may survive in any combination: a later rename without an earlier one', async () => {
  const fs = faultFileSystem()
  for (const name of ['/a', '/b']) await (await fs.openNew(name)).sync()
  await fs.syncFolder('/')
  await fs.rename('/a', '/a2')
  await fs.rename('/b', '/b2')
  const pairs = new Set<string>()
  for (let seed = 0; seed < 200; seed++) {
    const after = fs.crash(seed)
    pairs.add(`${(await after.stat('/a2')) ? 1 : 0}${(await after.stat('/b2')) ? 1 : 0}`)
  }
  expect([...pairs].sort()).toEqual(['00', '01', '10', '11'])
})

test('a folder that was not synced takes its synced files with it', async () => {
  const fs = faultFileSystem()
  await fs.makeFolder('/in')
  await (await fs.openNew('/in/file')).sync()
  await fs.syncFolder('/in')
  expect(await states(fs, '/in/file')).toEqual(new Set([null, '']))
})

test('after a failed sync the next one says done and keeps nothing', async () => {
  const fs = faultFileSystem()
  const file = await fs.openNew('/a')
  await fs.syncFolder('/')
  await file.write(utf8('abc'), 0)
  fs.plan({ fail: (op) => (op.kind === 'fdatasync' ? 'EIO' : null) })
  await expect(file.datasync()).rejects.toMatchObject({ code: 'EIO' })
  fs.plan({})
  await file.datasync()
  expect(await text(fs, '/a')).toBe('abc')
  expect(await states(fs, '/a')).toEqual(new Set(['']))
  await file.write(utf8('d'), 3)
  await file.datasync()
  expect(await states(fs, '/a')).toEqual(new Set(['\0\0\0d']))
})

test('at a cut everything stops; a killed program leaves what it wrote to the next one', async () => {
  const fs = faultFileSystem()
  fs.plan({ cutAt: 2 })
  const file = await fs.openNew('/a')
  await expect(file.write(utf8('abc'), 0)).rejects.toBeInstanceOf(PowerCut)
  await expect(fs.stat('/a')).rejects.toBeInstanceOf(PowerCut)

  const other = faultFileSystem()
  await (await other.openNew('/a')).write(utf8('abc'), 0)
  const next = other.kill()
  await expect(other.stat('/a')).rejects.toBeInstanceOf(PowerCut)
  expect(await text(next, '/a')).toBe('abc')
  expect((await states(next, '/a')).has(null)).toBe(true)
})

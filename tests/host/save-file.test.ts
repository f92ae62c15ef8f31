/** Files that a user asked for, on the real file system. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { utf8 } from '#core/lib/bytes.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { bytesOf, must } from './crash-trials.ts'
import { tempFolder } from './temp-folder.ts'

let exportFolder: string
let host: StationFolder

beforeEach(async () => {
  const root = await tempFolder()
  exportFolder = join(root, 'exports')
  const of = { edition: 'command-line', demo: false, exportFolder, now: Date.now } as const
  host = must(await openStationFolder({ fs: nodeFileSystem, folder: join(root, 'station'), ...of }))
  return () => host.close()
})

describe('saveFile', () => {
  test('writes below the export folder only, and never over another file', async () => {
    expect(must(await host.saveFile('诉求月报.xlsx', utf8('1')))).toBe(join(exportFolder, '诉求月报.xlsx'))
    expect(must(await host.saveFile('诉求月报.xlsx', utf8('2')))).toBe(join(exportFolder, '诉求月报 (2).xlsx'))
    expect(must(await host.saveFile('诉求月报.xlsx', utf8('3')))).toBe(join(exportFolder, '诉求月报 (3).xlsx'))
    expect(await readFile(join(exportFolder, '诉求月报.xlsx'), 'utf8')).toBe('1')
    for (const hostile of [
      '../../evil.txt',
      '/etc/passwd',
      'C:\\Windows\\evil.exe',
      '..',
      '',
      '\0',
      'con',
      'a\u202etxt.exe',
    ]) {
      const path = must(await host.saveFile(hostile, utf8('x')))
      expect(path.startsWith(join(exportFolder, '/'))).toBe(true)
      expect(path.slice(exportFolder.length + 1)).not.toMatch(/[/\\:\u202e\0]/)
    }
    expect((await readdir(exportFolder)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('two at once get two names', async () => {
    const paths = await Promise.all(Array.from({ length: 8 }, (_, i) => host.saveFile('a.csv', bytesOf(i, 4))))
    expect(new Set(paths.map((path) => must(path))).size).toBe(8)
  })
})

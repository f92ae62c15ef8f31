/** A whole copy of the station folder, read back and compared. Needs no key: it copies sealed bytes. */
import { resolve } from 'node:path'
import { ok } from '#core/lib/result.ts'
import { backupFolder } from '#host/backup.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { clock } from '../clock.ts'
import { refused, type Command } from '../command.ts'
import { holdsStation } from '../open-station.ts'

export const backup: Command = {
  usage: 'backup DIR TO [--json]',
  about: {
    'zh-CN': '把站点备份到 TO，逐个文件读回核对。应用开着也可以做。',
    en: 'Backs the station up into TO and reads every file back. The app may stay open.',
  },
  places: ['DIR', 'TO'],
  options: {},
  async run(given) {
    const [from, to] = given.places.map((place) => resolve(place)) as [string, string]
    if (!(await holdsStation(from))) return refused({ code: 'not-a-station', words: { folder: from } })
    const report = await backupFolder({ fs: nodeFileSystem, folder: from, to, now: clock })
    if (!report.ok) return refused({ code: report.error })
    const { files, bytes } = report.value
    const said =
      given.language === 'en'
        ? `${files} files (${bytes} bytes) backed up to ${report.value.to}`
        : `已备份 ${files} 个文件（${bytes} 字节）到 ${report.value.to}`
    return ok({ json: report.value, lines: [said] })
  },
}

/** A backup back into a folder that holds no station. */
import { resolve } from 'node:path'
import { ok } from '#core/lib/result.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { restoreStation } from '#host/restore.ts'
import { clock } from '../clock.ts'
import { refused, type Command } from '../command.ts'

export const restore: Command = {
  usage: 'restore FROM DIR [--json]',
  about: {
    'zh-CN': '从备份恢复到 DIR（必须是空的）。FROM 里有几份时取最新的一份。',
    en: 'Puts a backup back into DIR, which must be empty. Of several in FROM, the newest.',
  },
  places: ['FROM', 'DIR'],
  options: {},
  async run(given) {
    const [from, folder] = given.places.map((place) => resolve(place)) as [string, string]
    const report = await restoreStation({ fs: nodeFileSystem, from, folder, now: clock })
    if (!report.ok) return refused({ code: report.error })
    const { files, bytes } = report.value
    const said =
      given.language === 'en'
        ? `${files} files (${bytes} bytes) restored from ${report.value.from}`
        : `已从 ${report.value.from} 恢复 ${files} 个文件（${bytes} 字节）`
    return ok({ json: { ...report.value, to: folder }, lines: [said] })
  },
}

/** `linwu export DIR --format postgres --out DIR2`. */
import { resolve } from 'node:path'
import { ok, type Result } from '#core/lib/result.ts'
import { misused, refused, type Done, type Failed, type Given } from '../command.ts'
import { withStation } from '../open-station.ts'
import { writeDatabaseFiles } from '../postgres/write-database-files.ts'

export async function exportDatabase(given: Given, usage: string): Promise<Result<Done, Failed>> {
  const out = given.option('out')
  if (out === undefined) return misused({ code: 'missing-option', words: { word: 'out', usage } })
  return withStation(given, usage, async ({ book, cipher, host, state, trust }) => {
    const folder = resolve(out)
    const parts = { book, cipher, host, segments: state.segments, trust: trust() }
    const written = await writeDatabaseFiles(parts, folder)
    if (!written.ok) return refused({ code: written.error, words: { folder } })
    const { houses, events, bytes } = written.value
    const said =
      given.language === 'en'
        ? `${events} events of ${houses} stations written to ${folder}: psql -d DATABASE -f load.sql in that folder`
        : `已写出 ${houses} 个站点的 ${events} 条记录到 ${folder}：在该文件夹里运行 psql -d DATABASE -f load.sql`
    return ok({ json: { folder, houses, events, bytes }, lines: [said] })
  })
}

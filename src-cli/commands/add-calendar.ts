/** A year's public holidays out of a file, checked whole before anything is saved. */
import { basename } from 'node:path'
import { missingFixedDays } from '#core/limits/check-year.ts'
import { ok } from '#core/lib/result.ts'
import { calendarFile } from '#core/settings/calendar-file.ts'
import { refused, type Command } from '../command.ts'
import { withStation } from '../open-station.ts'
import { readInput } from '../read-input.ts'

const USAGE = 'calendar add DIR FILE --password-file F [--json]'

export const addCalendar: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '导入一年的放假安排：公布的 JSON，或带“日期”“类型”（休/班）两列的 .xlsx、.csv。已经定下的时限不动。',
    en: 'Imports the public holidays of a year: the published JSON, or an .xlsx or .csv with the columns 日期 and 类型 (休 off, 班 work). Limits already set do not move.',
  },
  places: ['DIR', 'FILE'],
  options: { 'password-file': 'value' },
  async run(given) {
    const file = given.places[1]!
    const bytes = await readInput(file)
    if (!bytes.ok) return bytes
    const year = calendarFile(bytes.value, basename(file))
    if (!year.ok) {
      const { code, line, word } = year.error
      return refused({ code, words: { file: basename(file), line, word } })
    }
    return withStation(given, USAGE, async ({ book, keeper, mark }) => {
      const { off, work } = year.value
      const input = { year: year.value.year, off: [...off], work: [...work], source: basename(file).slice(0, 200) }
      const saved = await keeper.run({ name: 'add-calendar-year', input: { ...input, station: book.station ?? '' } })
      const isSame = !saved.ok && saved.error.kind === 'refused' && saved.error.refusal.code === 'nothing-changed'
      if (!saved.ok && !isSame)
        return refused({ code: saved.error.kind === 'not-saved' ? saved.error.code : 'invalid-input' })
      if (!isSame) await mark()
      const missing = missingFixedDays(year.value)
      const en = given.language === 'en'
      const said = en
        ? `${input.year}: ${off.length} days off, ${work.length} make-up working days${isSame ? ', as before' : ''}`
        : `${input.year} 年：放假 ${off.length} 天，调休上班 ${work.length} 天${isSame ? '，和原来一样' : ''}`
      const warning = en
        ? `not days off in it: ${missing.join(', ')}; see whether the file is whole`
        : `没有看到这些天放假：${missing.join('、')}，请核对文件是否完整`
      return ok({
        json: { year: input.year, off: off.length, work: work.length, missing, changed: !isSame },
        lines: missing.length > 0 ? [said, warning] : [said],
      })
    })
  },
}

/** The imports of a station, newest first. */
import { casesByImport, importRecords } from '#core/book/imports.ts'
import { undoable } from '#core/book/undo-import.ts'
import { ok } from '#core/lib/result.ts'
import type { Command } from '../command.ts'
import { withStation } from '../open-station.ts'

const USAGE = 'imports DIR --password-file F [--json]'

export const imports: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '列出每次导入：编号、文件、现有件数、其中还没有人办过的件数。',
    en: 'Lists the imports: id, file, cases now there, and how many of them nobody has touched since.',
  },
  places: ['DIR'],
  options: { 'password-file': 'value' },
  run: (given) =>
    withStation(given, USAGE, async ({ book }) => {
      const cases = casesByImport(book)
      const list = importRecords(book).map(({ id, file, at, rows, undoneAt }) => ({
        id,
        file: file ?? '',
        at: at ?? '',
        rows: rows ?? 0,
        there: cases.get(id)?.length ?? 0,
        untouched: undoable(book, id).erase.length,
        undone: undoneAt !== undefined,
      }))
      const lines = list.map(({ id, file, at, there, untouched }) =>
        [id, at.slice(0, 16).replace('T', ' '), `${there} (${untouched})`, file].join('  '),
      )
      return ok({ json: { imports: list }, lines })
    }),
}

/** Erases what one import brought and nobody has touched since, and takes it off the disk. */
import { eraseImport, undoable } from '#core/book/undo-import.ts'
import { READ_BYTES, type HostCode } from '#core/host/host.ts'
import { scrubJournal } from '#core/journal/scrub-journal.ts'
import { isErasedHeader } from '#core/kernel/replica.ts'
import { ok } from '#core/lib/result.ts'
import { random } from '../clock.ts'
import { misused, refused, type Command } from '../command.ts'
import { withStation, type OpenStation } from '../open-station.ts'

const USAGE = 'undo-import DIR IMPORT --count N --password-file F [--json]'

export const undoImport: Command = {
  usage: USAGE,
  about: {
    'zh-CN':
      '撤销一次导入：没有人办过的工单连同硬盘上的内容一起抹去。N 是要抹去的件数，与 linwu imports 说的一致才做。',
    en: 'Undoes an import: cases nobody has touched since are erased, from the disk too. N is how many; it must be what linwu imports says.',
  },
  places: ['DIR', 'IMPORT'],
  options: { count: 'value', 'password-file': 'value' },
  async run(given) {
    const id = given.places[1]!
    const count = given.option('count')
    if (count === undefined) return misused({ code: 'missing-option', words: { word: 'count', usage: USAGE } })
    return withStation(given, USAGE, async (station) => {
      const now = undoable(station.book, id).erase.length
      if (String(now) !== count)
        return misused({ code: 'wrong-value', words: { word: 'count', value: count, allowed: String(now) } })
      const undone = await eraseImport(station.book, station.keeper, id, () => undefined)
      if (!undone.ok) return refused({ code: undone.error.kind === 'not-saved' ? undone.error.code : 'no-such-import' })
      const scrubbed = await scrub(station)
      const { erased, kept } = undone.value
      const en = given.language === 'en'
      const sum = en ? `${erased} cases erased, ${kept} kept` : `抹去 ${erased} 件，留下 ${kept} 件`
      const disk = en
        ? 'their content is not yet off the disk; the next undo-import, or opening the app, goes on with it'
        : '硬盘上的内容还没有清完；打开应用，或再撤销一次，会接着清'
      return ok({ json: { erased, kept, scrubbed }, lines: scrubbed ? [sum] : [sum, disk] })
    })
  },
}

/** True when nothing erased is left in the folder; copies in browsers follow when the app opens the station. */
async function scrub({ host, book, cipher, mark }: OpenStation): Promise<boolean> {
  const { erasures, erasedBlobs } = book.replica
  const state = await host.state()
  if (!state.ok) return false
  const tools = {
    cipher,
    random,
    isErased: (header: Parameters<typeof isErasedHeader>[1]) => isErasedHeader(book.replica, header),
  }
  const work = { segments: state.value.segments, blobs: erasedBlobs, chunk: READ_BYTES, goOn: () => true }
  const done = await scrubJournal<HostCode>(host, tools, work)
  const isDone = done.ok && done.value.left === 0
  await mark(isDone ? erasures : undefined)
  return isDone
}

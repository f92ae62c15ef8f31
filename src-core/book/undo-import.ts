/** Undoing an import, batch by batch; the desk and `linwu` do it alike. Afterwards the payloads still have to leave the disk. */
import type { Command } from '../commands.ts'
import type { EntityId } from '../kernel/event.ts'
import { ok, type Result } from '../lib/result.ts'
import type { Book } from './book.ts'
import type { Bookkeeper, Failure } from './bookkeeper.ts'
import { casesByImport, importedCase } from './imports.ts'

/** Cases erased in one batch: about six events each, all or nothing, one fsync; a save at the counter goes between two. */
const BATCH = 500

/** The import's cases that nobody has touched since, and those that stay. */
export function undoable(book: Book, id: EntityId): { erase: readonly EntityId[]; keep: readonly EntityId[] } {
  const erase: EntityId[] = []
  const keep: EntityId[] = []
  for (const one of casesByImport(book).get(id) ?? [])
    (importedCase(book, one)?.touched === false ? erase : keep).push(one)
  return { erase, keep }
}

/** A case that is touched on the way stays after all. Cut short, it goes on when it is asked for again. */
export async function eraseImport<E>(
  book: Book,
  keeper: Bookkeeper<E>,
  id: EntityId,
  progress: (done: number, of: number) => void,
): Promise<Result<{ readonly erased: number; readonly kept: number }, Failure<E>>> {
  const { erase, keep } = undoable(book, id)
  const begun = await keeper.run({ name: 'begin-undo', input: { import: id } })
  if (!begun.ok) return begun
  let erased = 0
  let kept = keep.length
  for (let at = 0; at < erase.length; at += BATCH) {
    progress(at, erase.length)
    const part = erase.slice(at, at + BATCH)
    const commands = part.map((one): Command => ({ name: 'undo-imported-case', input: { import: id, case: one } }))
    const saved = await keeper.runBatch(commands)
    if (!saved.ok) return saved
    erased += saved.value.saved
    kept += saved.value.refused.length
  }
  const ended = await keeper.run({ name: 'finish-undo', input: { import: id, erased, kept } })
  return ended.ok ? ok({ erased, kept }) : ended
}

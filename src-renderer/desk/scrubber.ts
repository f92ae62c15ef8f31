/** What was erased leaves the folder and IndexedDB, and the folder's marker says how far that is done. */
import type { Book } from '#core/book/book.ts'
import type { HostCode } from '#core/host/host.ts'
import type { Cipher } from '#core/journal/cipher.ts'
import type { EraseTools } from '#core/journal/erase-frames.ts'
import { scrubJournal } from '#core/journal/scrub-journal.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { isErasedHeader } from '#core/kernel/replica.ts'
import { momentOf } from '#core/lib/time.ts'
import type { StationDb } from '../storage/station-db.ts'
import type { Copier } from './copier.ts'
import type { DeskParts } from './parts.ts'
import { scrubCopy } from './scrub-copy.ts'
import type { DeskEvent } from './shapes.ts'
import type { Scrubbed } from './start-up.ts'

/** What is read or staged at once while erasing: it goes through the window while people type there. */
const SCRUB_BYTES = 128 * 1024

export type Scrubber = {
  /** Nothing that was erased lies in the folder or in IndexedDB any more. */
  readonly isScrubbed: () => boolean
  /** Cut short by whatever, it is done again: later, or at the next start. */
  readonly scrub: () => Promise<void>
  readonly mark: () => Promise<void>
  /** Perhaps another database than before. */
  readonly copyIsNew: () => void
}

export function scrubberOf(
  parts: DeskParts,
  of: {
    /** The station's id. */
    readonly station: string
    readonly book: Book
    readonly cipher: Cipher
    readonly db: StationDb | null
    readonly copier: Copier
    readonly scrubbed: Scrubbed
    readonly isClosing: () => boolean
  },
  emit: (event: DeskEvent) => void,
): Scrubber {
  const { book, cipher, db, copier, isClosing } = of
  let { scrubbed } = of

  const isScrubbed = (): boolean => {
    const { erasures } = book.replica
    return erasures === 0 || (scrubbed.journal === erasures && (!db || scrubbed.copy === erasures))
  }

  async function mark(): Promise<void> {
    const folder = await parts.host.state()
    if (!folder.ok) return
    const { segments } = folder.value
    await parts.host.writeMarker({
      v: 1,
      station: of.station,
      segments,
      heads: headSet(book.replica),
      scrubbed: scrubbed.journal,
      at: momentOf(parts.clock()),
    })
  }

  async function scrub(): Promise<void> {
    if (isScrubbed() || isClosing()) return
    // More may be erased meanwhile: then the number does not fit, and there is more to do.
    const { erasures, erasedBlobs } = book.replica
    const isErased: EraseTools['isErased'] = (header) => isErasedHeader(book.replica, header)
    const tools = { cipher, random: parts.random, isErased }
    const folder = await parts.host.state()
    if (folder.ok && scrubbed.journal !== erasures) {
      const goOn = (done: number, total: number): boolean => {
        emit({ kind: 'progress', progress: { step: 'erasing', done, of: total } })
        return !isClosing()
      }
      const work = { segments: folder.value.segments, blobs: erasedBlobs, chunk: SCRUB_BYTES, goOn }
      const done = await scrubJournal<HostCode>(parts.host, tools, work)
      if (done.ok && done.value.left === 0) {
        scrubbed = { ...scrubbed, journal: erasures }
        await mark()
      }
      emit({ kind: 'progress', progress: null })
    }
    if (db && scrubbed.copy !== erasures && !copier.trouble()) {
      await copier.flush()
      const left = await scrubCopy(db, tools, erasedBlobs, () => !isClosing()).catch(() => null)
      if (left === 0) {
        await db.meta.put({ key: 'scrubbed', value: erasures })
        scrubbed = { ...scrubbed, copy: erasures }
      }
    }
  }

  return {
    isScrubbed,
    scrub,
    mark,
    copyIsNew: () => {
      scrubbed = { ...scrubbed, copy: 0 }
    },
  }
}

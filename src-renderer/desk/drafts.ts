/**
 * Drafts of forms: sealed, in IndexedDB at every keystroke and in the station folder once the typing pauses. Whichever
 * of the two is newer wins, so neither a killed browser nor an emptied IndexedDB costs more than the last half second.
 */
import { openBox, sealBox } from '#core/journal/sealed-box.ts'
import { fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { bytesIn } from '../storage/station-db.ts'
import type { DeskApi } from './api.ts'
import type { DraftForm } from './shapes.ts'
import type { OpenStation } from './open-station.ts'
import type { DeskParts } from './parts.ts'

/** ms without a keystroke before the folder's copy is written (one fsync). */
const PAUSE_MS = 400
/** ms until a full disk is asked again. */
const RETRY_MS = 5_000

export type Drafts = {
  /** Of every form. */
  readonly list: () => Promise<readonly DraftForm[]>
  readonly put: DeskApi['putDraft']
  readonly remove: DeskApi['removeDraft']
  /** Writes what still waits. */
  readonly flush: () => Promise<void>
}

export function draftsOf(parts: DeskParts, station: () => OpenStation | null): Drafts {
  const waiting = new Map<string, { bytes: Uint8Array; timer: ReturnType<typeof setTimeout> }>()

  async function open(id: string, bytes: Uint8Array): Promise<DraftForm | null> {
    const now = station()
    const plain = now ? await openBox(`draft:${id}`, bytes, now.cipher) : null
    return plain ? (JSON.parse(fromUtf8(plain)) as DraftForm) : null
  }

  async function toFolder(id: string): Promise<void> {
    const entry = waiting.get(id)
    if (!entry) return
    clearTimeout(entry.timer)
    waiting.delete(id)
    const kept = await parts.host.putDraft(id, entry.bytes)
    if (kept.ok || waiting.has(id) || !station()) return
    waiting.set(id, { bytes: entry.bytes, timer: setTimeout(() => void toFolder(id), RETRY_MS) })
  }

  return {
    list: async () => {
      const newest = new Map<string, DraftForm>()
      const inFolder = await parts.host.listDrafts()
      if (inFolder.ok)
        for (const { id, bytes } of inFolder.value) {
          const draft = await open(id, bytes)
          if (draft) newest.set(id, draft)
        }
      const inCopy =
        (await station()
          ?.db?.drafts.toArray()
          .catch(() => [])) ?? []
      for (const row of inCopy) {
        const { id } = row
        const bytes = bytesIn(row)
        const draft = await open(id, bytes)
        const before = newest.get(id)
        // The copy is written first: where both were changed within one second, it is the newer one.
        if (!draft || (before && before.changedAt > draft.changedAt)) continue
        newest.set(id, draft)
        if (JSON.stringify(before) !== JSON.stringify(draft) && !waiting.has(id)) await parts.host.putDraft(id, bytes)
      }
      return [...newest.values()].toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
    },
    put: async (draft) => {
      const now = station()
      if (!now) return
      const bytes = await sealBox(`draft:${draft.id}`, utf8(JSON.stringify(draft)), 'private', now.cipher, parts.random)
      clearTimeout(waiting.get(draft.id)?.timer)
      waiting.set(draft.id, { bytes, timer: setTimeout(() => void toFolder(draft.id), PAUSE_MS) })
      await now.db?.drafts.put({ id: draft.id, bytes }).catch(() => undefined) // the folder's copy follows in any case
    },
    remove: async (id) => {
      clearTimeout(waiting.get(id)?.timer)
      waiting.delete(id)
      await Promise.all([
        parts.host.putDraft(id, new Uint8Array()),
        station()
          ?.db?.drafts.delete(id)
          .catch(() => undefined),
      ])
    },
    flush: async () => {
      const ids = [...waiting.keys()] // those that are refused are put back
      for (const id of ids) await toFolder(id)
      for (const { timer } of waiting.values()) clearTimeout(timer)
      waiting.clear()
    },
  }
}

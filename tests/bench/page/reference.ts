/** What the goals are compared with: the same cases as plain, unencrypted rows of IndexedDB with the right indexes. */
import { readCase } from '#core/book/book.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES, STATUSES } from '#core/case-file/codes.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import { isOpen } from '#core/case-file/status.ts'
import { caseSummary, searchedText } from '#core/case-file/summary.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { epochOf } from '#core/lib/time.ts'
import type { DeskState } from '#app/desk/state.ts'

export const REFERENCE_DB = 'reference'
const TEXTS_PER_ROW = 1_000

/** A case's own fields (893 bytes of JSON on average) and what a list needs: numbers, so that indexes are small. */
export type ReferenceRow = {
  /** The order of arrival; it settles ties, as in the desk. */
  readonly row: number
  readonly id: string
  readonly open: 0 | 1
  readonly due: number
  readonly received: number
  readonly status: number
  readonly serviceType: number
  readonly requestKind: number
  readonly channel: number
  readonly number: string
} & Readonly<Record<string, unknown>>

/** One index per question of pages.ts, each in the order of its page. */
export const INDEXES: Readonly<Record<string, string[]>> = {
  due: ['due'],
  received: ['received'],
  openDue: ['open', 'due'],
  statusReceived: ['status', 'received'],
  typeStatusReceived: ['serviceType', 'status', 'received'],
  channelKindNumber: ['channel', 'requestKind', 'number'],
}

export function openReference(): Promise<IDBDatabase> {
  return new Promise((done, fail) => {
    const request = indexedDB.open(REFERENCE_DB, 1)
    request.onupgradeneeded = () => {
      const cases = request.result.createObjectStore('cases', { keyPath: 'row' })
      for (const [name, path] of Object.entries(INDEXES)) cases.createIndex(name, path)
      request.result.createObjectStore('texts', { keyPath: 'chunk' })
      request.result.createObjectStore('sealed', { keyPath: 'chunk' })
    }
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })
}

export const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, fail) => {
    request.onsuccess = () => done(request.result)
    request.onerror = () => fail(request.error)
  })

export type JsonBytes = {
  /** The cases' own fields. */
  readonly fields: number
  /** Cases with their acts, as the desk reads them. */
  readonly files: number
}

/** Writes every case; answers how many bytes of JSON (UTF-8) they are. `seal`: for the reference of `unlockReference`. */
export async function writeReference(
  state: DeskState,
  seal: (json: Uint8Array) => Promise<Uint8Array>,
): Promise<JsonBytes & { cases: number }> {
  const db = await openReference()
  const texts: string[] = []
  const chunk: CaseFile[] = []
  let fields = 0
  let files = 0
  for (let from = 0; from < state.table.count; from += TEXTS_PER_ROW) {
    const tx = db.transaction(['cases', 'texts'], 'readwrite', { durability: 'relaxed' })
    for (let row = from; row < Math.min(from + TEXTS_PER_ROW, state.table.count); row++) {
      const file = readCase(state.book, state.table.id[row]!)!
      const summary = caseSummary(file)
      chunk.push(file)
      fields += utf8(JSON.stringify(file.fields)).length
      texts.push(searchedText(file).toLowerCase())
      tx.objectStore('cases').put({
        ...file.fields,
        row,
        id: file.id,
        open: isOpen(summary.status) ? 1 : 0,
        due: summary.dueAt ? epochOf(summary.dueAt) : Number.MAX_SAFE_INTEGER,
        received: epochOf(summary.receivedAt),
        status: STATUSES.indexOf(summary.status),
        serviceType: summary.serviceType ? SERVICE_TYPES.indexOf(summary.serviceType) : SERVICE_TYPES.length,
        requestKind: REQUEST_KINDS.indexOf(summary.requestKind),
        channel: CHANNELS.indexOf(summary.channel),
      })
    }
    tx.objectStore('texts').put({ chunk: from / TEXTS_PER_ROW, texts: texts.splice(0) })
    await new Promise((done) => (tx.oncomplete = done))
    const json = utf8(JSON.stringify(chunk.splice(0)))
    files += json.length
    const box = await seal(json)
    await asked(
      db
        .transaction('sealed', 'readwrite')
        .objectStore('sealed')
        .put({ chunk: from / TEXTS_PER_ROW, box }),
    )
  }
  db.close()
  return { cases: state.table.count, fields, files }
}

/** The case-folded texts, each a string of its own. */
export async function referenceTexts(): Promise<string[]> {
  const db = await openReference()
  const rows = (await asked(db.transaction('texts').objectStore('texts').getAll())) as { texts: string[] }[]
  db.close()
  return rows.flatMap((row) => row.texts)
}

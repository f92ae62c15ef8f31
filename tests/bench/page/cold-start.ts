/** P1: from the password to the first 50 open cases by deadline, in a fresh worker. */
import type { DeskApi } from '#app/desk/api.ts'
import { FRONT_QUERY } from '#app/desk/views.ts'
import { asked, openReference, type ReferenceRow } from './reference.ts'

export type ColdStart = {
  /** Key derivation, which is in none of the other times. */
  readonly derived: number
  /** Unlocking and the first page; the database was opened before the password was asked for, as the product does it. */
  readonly first: number
  /** `first`, and opening the database. */
  readonly withDatabase: number
  /** `withDatabase`, and before it the look at what is there (folder, slots). */
  readonly withLook: number
  /** Like `withLook`, until everything is in memory. */
  readonly ready: number
  readonly from: string
  readonly ids: string
}

/** `apart`: milliseconds that the parts of the desk have taken so far. */
export async function coldStart(
  desk: DeskApi,
  password: string,
  apart: { readonly derive: number; readonly openDb: number },
): Promise<ColdStart> {
  const started = performance.now()
  await desk.find()
  const found = performance.now()
  const opened = await desk.unlock(password, 'user')
  if (!opened.ok) throw new Error(opened.error)
  const page = await desk.page(FRONT_QUERY)
  const shown = performance.now() - apart.derive
  await desk.counts()
  const ready = performance.now() - apart.derive - started
  return {
    derived: apart.derive,
    first: shown - found,
    withDatabase: apart.openDb + shown - found,
    withLook: shown - started,
    ready,
    from: opened.value.from,
    ids: page.rows.map((row) => row.id).join(),
  }
}

/** Opens the database and reads one range of the right index. */
export async function coldReference(): Promise<{ ms: number; ids: string }> {
  const started = performance.now()
  const db = await openReference()
  const index = db.transaction('cases').objectStore('cases').index('openDue')
  const rows = (await asked(index.getAll(IDBKeyRange.bound([1], [1, []]), FRONT_QUERY.limit))) as ReferenceRow[]
  const ms = performance.now() - started
  db.close()
  return { ms, ids: rows.map((row) => row.id).join() }
}

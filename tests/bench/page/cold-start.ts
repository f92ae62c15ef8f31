/** P1: from nothing to the first 50 open cases by deadline, in a fresh worker. */
import type { DeskApi } from '#app/desk/api.ts'
import { FRONT_QUERY } from '#app/desk/views.ts'
import { asked, openReference, type ReferenceRow } from './reference.ts'

export type ColdStart = {
  /** Key derivation, which is not in the other times. */
  readonly derived: number
  readonly first: number
  /** The parts of `first`: what is there · open it · the page. */
  readonly steps: readonly number[]
  /** Until everything is in memory. */
  readonly ready: number
  readonly from: string
  readonly ids: string
}

/** Everything the product does: look what is there, unlock, the first page, then the rest. */
export async function coldStart(desk: DeskApi, password: string, derived: () => number): Promise<ColdStart> {
  const started = performance.now()
  await desk.find()
  const found = performance.now() - started
  const opened = await desk.unlock(password, 'user')
  if (!opened.ok) throw new Error(opened.error)
  const unlocked = performance.now() - started - derived()
  const page = await desk.page(FRONT_QUERY)
  const first = performance.now() - started - derived()
  await desk.counts()
  const ready = performance.now() - started - derived()
  const steps = [found, unlocked - found, first - unlocked]
  return { derived: derived(), first, steps, ready, from: opened.value.from, ids: page.rows.map((row) => row.id).join() }
}

export async function coldReference(): Promise<{ ms: number; ids: string }> {
  const started = performance.now()
  const db = await openReference()
  const index = db.transaction('cases').objectStore('cases').index('openDue')
  const rows = (await asked(index.getAll(IDBKeyRange.bound([1], [1, []]), FRONT_QUERY.limit))) as ReferenceRow[]
  const ms = performance.now() - started
  db.close()
  return { ms, ids: rows.map((row) => row.id).join() }
}

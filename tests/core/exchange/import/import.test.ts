/** What comes in: one batch or nothing, never what waits; what it would do said before; how things stand with each house. */
import { describe, expect, test } from 'vitest'
import { bundleRecords } from '#core/exchange/export/bundle-records.ts'
import { exchangeGaps } from '#core/exchange/import/exchange-gaps.ts'
import { guardOf } from '#core/exchange/import/guard.ts'
import { peerExchange } from '#core/exchange/import/peer-state.ts'
import { seenElsewhere } from '#core/exchange/import/seen-elsewhere.ts'
import { tryIn } from '#core/exchange/import/try-in.ts'
import { isWornOut } from '#core/exchange/trust/renew-pc.ts'
import { eraseDraft } from '#core/kernel/command.ts'
import { conflicts } from '#core/kernel/entity.ts'
import { tryReceive } from '#core/kernel/trial.ts'
import { exportTo, importFile, type File } from '../../../histories/files.ts'
import { backUp, cloneOf, open, rebuilt, restore, sourceOf, storedIn, trustIn, write, type Pc } from '../../../histories/pc.ts' // prettier-ignore
import { idsIn, shownBy } from '../../kernel/oracle.ts'
import { district, saved, send } from '../district.ts'

/** How often the journal was written to while `work` ran. */
async function appends(pc: Pc, work: () => Promise<unknown>): Promise<number> {
  const { append } = pc.journal
  let count = 0
  Object.assign(pc.journal, { append: (...args: Parameters<typeof append>) => ((count += 1), append(...args)) })
  await work()
  Object.assign(pc.journal, { append })
  return count
}

const taken = async (pc: Pc, file: File) => {
  const arrived = await importFile(pc, file)
  if (arrived.kind !== 'in') throw new Error(JSON.stringify(arrived))
  return arrived.taken
}

describe('a bundle', () => {
  test('is one batch, its record first; once more it is nothing', async () => {
    const { a1, j1, J } = await district()
    for (let i = 0; i < 5; i++) await saved(a1, `case:A${i}`, { title: 'x', urgency: 'low' })
    const [file] = await exportTo(a1, J, { events: 1_000, characters: 1 << 20, blobs: 1, blobBytes: 1 })
    const before = (await storedIn(j1)).length
    expect(await appends(j1, () => taken(j1, file!))).toBe(1)
    const stored = (await storedIn(j1)).slice(before)
    expect(stored[0]!.header).toMatchObject({ k: 'bundle-taken-in' })
    expect(stored.length).toBe(file!.events + 1)
    let again
    expect(await appends(j1, async () => (again = await taken(j1, file!)))).toBe(0)
    expect(again).toMatchObject({ already: true, counts: { fresh: 0, known: file!.events, held: 0 } })
    expect(shownBy((await rebuilt(j1)).book.replica)).toEqual(shownBy(j1.book.replica))
  })

  test('and another one, and a save at the counter, at the same time: one after the other, no number given twice', async () => {
    const { a1, b1, j1, J } = await district()
    await saved(a1, 'case:A1', { urgency: 'low' })
    await saved(b1, 'case:B1', { urgency: 'low' })
    const [fromA] = await exportTo(a1, J, { events: 1_000, characters: 1 << 20, blobs: 1, blobBytes: 1 })
    const [fromB] = await exportTo(b1, J, { events: 1_000, characters: 1 << 20, blobs: 1, blobBytes: 1 })
    await Promise.all([
      taken(j1, fromA!),
      taken(j1, fromB!),
      saved(j1, 'case:J1', { urgency: 'high' }),
      taken(j1, fromA!),
    ])
    expect(isWornOut(sourceOf(j1), j1.ring.device)).toBe(false)
    expect(['case:A1', 'case:B1', 'case:J1'].map((id) => j1.book.replica.entities.has(id))).toEqual([true, true, true])
    expect(bundleRecords(sourceOf(j1))).toHaveLength(2)
    expect(idsIn((await rebuilt(j1)).book.replica)).toEqual(idsIn(j1.book.replica))
  })

  test('never writes what waits; says what is missing; and is whole when that has come', async () => {
    const { a1, j1, J } = await district()
    for (let i = 0; i < 9; i++) await saved(a1, `case:A${i}`, { urgency: 'low' })
    const files = await exportTo(a1, J, { events: 4, characters: 1 << 20, blobs: 1, blobBytes: 1 })
    const later = files.at(-1)!
    const early = await taken(j1, later)
    expect(early.counts).toMatchObject({ fresh: 0, held: later.events })
    expect(early.missing[0]).toMatchObject({ log: `${a1.ring.device}/shared`, from: 1 })
    expect(j1.book.replica.held.size).toBe(0)
    expect(idsIn((await rebuilt(j1)).book.replica)).toEqual(idsIn(j1.book.replica))
    const trust = trustIn(j1)
    expect(exchangeGaps(sourceOf(j1), trust, bundleRecords(sourceOf(j1)), early.missing)[0]).toMatchObject({ pc: a1.ring.device, house: a1.house.id, from: 1 }) // prettier-ignore
    for (const file of files.slice(0, -1)) await taken(j1, file)
    await open(j1)
    expect((await taken(j1, later)).counts).toMatchObject({ fresh: later.events, held: 0 })
    expect(j1.book.replica.entities.has('case:A8')).toBe(true)
  })

  test.each(['torn', 'whole'] as const)('whose append dies (%s) is in as a whole or not at all', async (at) => {
    const { a1, j1, J } = await district()
    for (let i = 0; i < 5; i++) await saved(a1, `case:A${i}`, { urgency: 'low' })
    const [file] = await exportTo(a1, J, { events: 1_000, characters: 1 << 20, blobs: 1, blobBytes: 1 })
    for (const restart of [true, false]) {
      const { j1: fresh } = await district()
      fresh.journal.die = { at, share: 0.7 }
      const before = idsIn(fresh.book.replica)
      expect(await importFile(fresh, file!)).toEqual({ kind: 'died' })
      expect(idsIn(fresh.book.replica), 'not shown before it is acknowledged').toEqual(before)
      if (restart) {
        await open(fresh)
        expect(idsIn(fresh.book.replica).length).toBe(before.length + (at === 'whole' ? file!.events + 1 : 0))
      }
      const again = await taken(fresh, file!)
      expect(again.counts.fresh + again.counts.known).toBe(file!.events)
      expect(again.already).toBe(at === 'whole')
      expect(idsIn((await rebuilt(fresh)).book.replica)).toEqual(idsIn(fresh.book.replica))
    }
    void j1
  })

  test('with the other branch of a copied PC: both are kept, and it is said', async () => {
    const { a1, a2, A } = await district()
    const copy = await cloneOf(a1, 'copy')
    await saved(a1, 'case:A1', { title: 'one' })
    await saved(copy, 'case:A1', { title: 'two' })
    await send(a1, A, a2)
    const [second] = await send(copy, A, a2)
    expect(second!.forks.map(({ log }) => log)).toContain(`${a1.ring.device}/private`)
    expect(second!.conflicts).toEqual([{ entity: 'case:A1', field: 'title' }])
    expect(conflicts(a2.book.replica.entities.get('case:A1')!)).toEqual(['title'])
    // It comes back to the PC itself: its own log is forked, and what it writes next follows one of the two.
    await send(a2, A, a1)
    expect(isWornOut(sourceOf(a1), a1.ring.device)).toBe(true)
    expect(idsIn((await rebuilt(a1)).book.replica)).toEqual(idsIn(a1.book.replica))
  })

  test('brings a restored PC its own events back, and the record follows them: no branch of our own making', async () => {
    const { a1, a2, A } = await district()
    backUp(a1)
    await saved(a1, 'case:A1', { title: 'before' })
    await send(a1, A, a2)
    await restore(a1)
    // Out of a file that a third PC passed on: a2 itself believes that a1 has it.
    const record = { peer: A.id, pc: a2.ring.device, profile: 'hand-over', file: 'f', sha256: '', bytes: 1, logs: {}, letters: [], heads: [], have: {}, got: [] } as const // prettier-ignore
    const done = await a1.keeper.takeIn({ bundle: 'f'.repeat(32), record, events: await storedIn(a2) })
    expect(done.ok).toBe(true)
    expect(a1.book.replica.entities.has('case:A1')).toBe(true)
    expect(isWornOut(sourceOf(a1), a1.ring.device)).toBe(false)
  })

  test('of an office: a command for everybody and for itself at once is shown below, where only half of it ever comes', async () => {
    const { a1, j1, A } = await district()
    const done = await write(j1, [
      { entity: 'provider:p', kind: 'provider-saved', fields: { name: '街道' } },
      { entity: 'case:J1', kind: 'case-changed', fields: { urgency: 'low' } },
    ])
    expect(done.ok).toBe(true)
    await send(j1, A, a1)
    expect(a1.book.replica.entities.has('provider:p')).toBe(true)
    expect(a1.book.replica.entities.has('case:J1')).toBe(false)
    expect(a1.book.replica.pending.size).toBe(0)
  })

  test('signed by a revoked PC past what counts: the rest is taken in', async () => {
    const { a1, a2, A } = await district()
    await saved(a2, 'case:A1', { title: 'counts' })
    const roster = {
      ...trustIn(a1),
      isBeyond: (log: string, n: number) => log === `${a2.ring.device}/private` && n > 1,
    }
    await saved(a2, 'case:A2', { title: 'does not' })
    const events = (await storedIn(a2)).filter(({ header }) => header.log === `${a2.ring.device}/private`)
    const tried = tryIn(sourceOf(a1), roster, events)
    expect(tried).toMatchObject({ revoked: events.length - 1, counts: { events: 1 } })
    void A
  })
})

describe('the guard', () => {
  const trialOf = async (erase: number, of: number) => {
    const { a1, a2, A } = await district()
    for (let i = 0; i < of; i++) await saved(a1, `case:A${i}`, { title: 'x' })
    await send(a1, A, a2)
    for (let i = 0; i < erase; i++) {
      const done = await write(a1, [eraseDraft(`case:A${i}`, 'private', 'asked')])
      expect(done.ok).toBe(true)
    }
    return guardOf(tryReceive(a2.book.replica, await storedIn(a1)), a2.book.replica.entities.size)
  }

  test('asks beyond a tenth, and counts each entity once', async () => {
    expect(await trialOf(2, 40)).toMatchObject({ asks: false, erased: 2, entities: 2 })
    expect(await trialOf(9, 40)).toMatchObject({ asks: true, erased: 9, entities: 9 })
  })

  test('reopenings and withdrawals are about the case, and what is new here undoes nothing', async () => {
    const { a1, a2, A } = await district()
    await saved(a1, 'case:A1', { title: 'x' })
    await send(a1, A, a2)
    await write(a1, [{ entity: 'reopening:1', kind: 'case-reopened', fields: { case: 'case:A1' } }])
    await write(a1, [{ entity: 'withdrawal:1', kind: 'act-withdrawn', fields: { case: 'case:A1' } }])
    await write(a1, [{ entity: 'case:A2', kind: 'case-changed', fields: { title: 'new' } }])
    await write(a1, [{ entity: 'reopening:2', kind: 'case-reopened', fields: { case: 'case:A2' } }])
    const trial = tryReceive(a2.book.replica, await storedIn(a1))
    expect(guardOf(trial, 1_000)).toEqual({ asks: false, entities: 1, of: 1_000, erased: 0, reopened: 1, withdrawn: 1 })
  })
})

describe('how things stand with a house', () => {
  const now = (day: number): string => `2026-12-${String(day).padStart(2, '0')}T09:00:00+08:00`

  test('exported → confirmed; unconfirmed after seven days; a receipt that lists the file confirms it', async () => {
    const { a1, j1, A, J } = await district()
    const state = (at = '2026-11-23T09:00:00+08:00') => peerExchange(trustIn(a1), bundleRecords(sourceOf(a1)), J.id, at)
    expect(state()).toMatchObject({ state: 'nothing', unconfirmed: [] })
    await saved(a1, 'case:A1', { urgency: 'low' })
    await send(a1, J, j1)
    expect(state()).toMatchObject({ state: 'exported' })
    expect(state(now(1)).state).toBe('unconfirmed')
    await send(j1, A, a1)
    expect(state(now(1))).toMatchObject({ state: 'confirmed', unconfirmed: [] })
  })

  test('a hand-over is confirmed by every other PC; one that still waits for something confirms nothing', async () => {
    const { a1, a2, A } = await district()
    for (let i = 0; i < 6; i++) await saved(a1, `case:A${i}`, { title: 'x' })
    const files = await exportTo(a1, A, { events: 8, characters: 1 << 20, blobs: 1, blobBytes: 1 })
    await taken(a2, files.at(-1)!)
    await send(a2, A, a1)
    const state = () => peerExchange(trustIn(a1), bundleRecords(sourceOf(a1)), A.id, now(1))
    expect(state().unconfirmed.length).toBe(files.length)
    for (const file of files) await taken(a2, file)
    await send(a2, A, a1)
    expect(state().state).toBe('confirmed')
  })

  test('a station that is alone learns from its upper office that a backup took something from it', async () => {
    const { a1, b1, j1, B, J } = await district()
    backUp(b1)
    await saved(b1, 'case:B1', { urgency: 'low' })
    await send(b1, J, j1)
    const worn = () => seenElsewhere(sourceOf(b1), bundleRecords(sourceOf(b1)), b1.ring.device)
    await send(j1, B, b1)
    expect(worn()).toEqual([])
    await restore(b1)
    await send(j1, B, b1)
    expect(worn()).toEqual([`${b1.ring.device}/shared`])
    // The office has it and sends nothing of it back: where there is no other PC, nobody can be asked.
    expect(exchangeGaps(sourceOf(b1), trustIn(b1), bundleRecords(sourceOf(b1)), [])).toMatchObject([{ log: `${b1.ring.device}/shared`, from: 1, to: 1, at: J.id, ask: null }]) // prettier-ignore
    void a1
  })

  test('what the office has of another own PC is asked of that PC; what a station below a station lacks, of the one between', async () => {
    const { a1, a2, b1, j1, q1, A, B, J, Q } = await district()
    const asked = (pc: Pc, waiting: Parameters<typeof exchangeGaps>[3] = []) =>
      exchangeGaps(sourceOf(pc), trustIn(pc), bundleRecords(sourceOf(pc)), waiting).map(({ log, at, ask }) => [log, at, ask]) // prettier-ignore
    await saved(a2, 'case:A1', { urgency: 'low' })
    await send(a2, J, j1)
    await send(j1, A, a1)
    expect(asked(a1)).toEqual(['directory', 'shared'].map((scope) => [`${a2.ring.device}/${scope}`, J.id, A.id]))
    await send(a2, A, a1)
    expect(asked(a1)).toEqual([])
    // The office's own is asked of the office.
    expect(asked(a1, [{ log: `${j1.ring.device}/directory`, from: 1, to: 3 }])).toEqual([[`${j1.ring.device}/directory`, null, J.id]]) // prettier-ignore
    await saved(b1, 'case:B1', { urgency: 'low' })
    await send(b1, J, j1)
    await send(j1, Q, q1)
    expect(asked(q1, [{ log: `${b1.ring.device}/shared`, from: 7, to: 9 }])).toEqual([[`${b1.ring.device}/shared`, null, J.id]]) // prettier-ignore
    void B
  })
})

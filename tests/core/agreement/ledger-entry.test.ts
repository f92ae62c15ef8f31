/** The ledger across PCs: no referral is paid twice, and no fen is made or lost on the way. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { balance, type Balance } from '#core/agreement/ledger.ts'
import { entryDraft, entryId, ledgerEntry, type EntryFields, type LedgerEntry } from '#core/agreement/ledger-entry.ts'
import type { EntityId, StoredEvent } from '#core/kernel/event.ts'
import { newReplica, receive, type Replica } from '#core/kernel/replica.ts'
import { size } from '../../size.ts'
import { checkSynced } from '../kernel/steps.ts'
import { deliver, mailOf, newWorld, save, STATION, syncAll } from '../kernel/world.ts'

/** A limit for a machine that is busy with other things; alone each takes seconds. */
vi.setConfig({ testTimeout: 120_000 * size(1) })

const referral = (n: number): EntityId => `referral:0193-${n}`
const entriesOf = (replica: Replica): LedgerEntry[] =>
  [...replica.entities.values()].map(ledgerEntry).filter((entry) => entry !== null)

const act = fc.record({
  pc: fc.nat(4),
  kind: fc.constantFrom('reserve', 'settle', 'release'),
  referral: fc.nat(4),
  fen: fc.constantFrom(0, 1, 9_999, 10_000, 10_001, 123_456_789),
  meets: fc.option(fc.nat(4)),
})

/** The same from the events alone: per referral the last word on each kind, never a sum of them. */
function plainly(events: readonly StoredEvent[]): Pick<Balance, 'reserved' | 'paid'> {
  let reserved = 0
  let paid = 0
  for (const one of new Set(events.map((event) => event.fields!['referral']))) {
    const shown = (kind: string): number | undefined => {
      const all = events.filter((event) => event.fields!['referral'] === one && event.fields!['kind'] === kind)
      const live = all.filter((event) => !all.some((other) => other.header.r?.['fen']?.includes(event.id)))
      live.sort((a, b) => b.header.l - a.header.l || (a.id < b.id ? 1 : -1))
      return live[0]?.fields!['fen'] as number | undefined
    }
    const settled = shown('settle')
    if (settled !== undefined) paid += settled
    else if (shown('release') === undefined) reserved += shown('reserve') ?? 0
  }
  return { reserved, paid }
}

describe('ledger', () => {
  test('two PCs settle one referral: one entry, one payment, a conflict only if the amounts differ', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.nat(1_000_000), fc.boolean(), (one, other, same) => {
        const amounts = [one, same ? one : other]
        const world = newWorld(5, 0)
        amounts.forEach((fen, i) => {
          const draft = entryDraft({ kind: 'settle', referral: referral(7), agreement: 'agreement:1', fen })
          if (draft.ok) save(world, world.pcs[i]!, [draft.value])
        })
        syncAll(world)
        for (const at of world.pcs) {
          const entries = entriesOf(at.replica)
          expect(entries.map((entry) => entry.disputed)).toEqual([amounts[0] !== amounts[1]])
          const { paid, reserved, disputed } = balance(entries)
          expect(amounts).toContain(paid)
          expect(reserved).toBe(0)
          expect(disputed).toEqual(amounts[0] === amounts[1] ? [] : [referral(7)])
        }
        checkSynced(world)
      }),
      { numRuns: size(40) },
    )
  })

  test('no fen is created or lost, and no referral paid twice, in whatever order the entries merge', () => {
    fc.assert(
      fc.property(
        fc.array(act, { minLength: 1, maxLength: 25 }),
        fc.array(fc.nat(1_000), { minLength: 1, maxLength: 25 }),
        (acts, order) => {
          const world = newWorld(5, 0)
          for (const { pc, kind, referral: number, fen, meets } of acts) {
            const at = world.pcs[pc]!
            const draft = entryDraft({ kind, referral: referral(number), agreement: 'agreement:1', fen })
            if (draft.ok) save(world, at, [draft.value])
            if (meets !== null && meets !== pc) deliver(world, mailOf(at, world.pcs[meets]!))
          }
          const events = [...world.written.values()]
          const right = plainly(events)
          const mixed = newReplica(STATION)
          receive(
            mixed,
            events.toSorted(
              (a, b) => order[events.indexOf(a) % order.length]! - order[events.indexOf(b) % order.length]!,
            ),
            'own',
          )
          syncAll(world)
          for (const replica of [mixed, ...world.pcs.map((at) => at.replica)]) {
            const entries = entriesOf(replica)
            expect(new Set(entries.map((entry) => entryId(entry.base, entry.kind))).size).toBe(entries.length)
            const result = balance(entries)
            expect({ reserved: result.reserved, paid: result.paid }).toEqual(right)
            expect(balance(entries.toReversed())).toEqual(result)
          }
          checkSynced(world)
        },
      ),
      { numRuns: size(80) },
    )
  })

  test('amounts are whole fen, and an entry says what its id says', () => {
    const fields: EntryFields & { readonly referral: EntityId } = {
      kind: 'reserve',
      referral: referral(1),
      agreement: 'agreement:1',
      fen: 100,
    }
    for (const fen of [0.5, -1, NaN, Infinity, 2 ** 53])
      expect(entryDraft({ ...fields, fen })).toEqual({ ok: false, error: 'not-whole-fen' })
    expect(entryDraft(fields)).toMatchObject({
      ok: true,
      value: { entity: 'entry:0193-1-reserve', kind: 'fen-reserved' },
    })
    const world = newWorld(1, 0)
    const at = world.pcs[0]!
    save(world, at, [
      { entity: entryId(referral(1), 'settle'), kind: 'fen-settled', fields },
      {
        entity: entryId(referral(2), 'settle'),
        kind: 'fen-settled',
        fields: { ...fields, kind: 'settle', referral: referral(2), fen: '100' },
      },
      {
        entity: entryId(referral(3), 'settle'),
        kind: 'fen-settled',
        fields: { ...fields, kind: 'settle', referral: referral(3) },
      },
    ])
    expect(entriesOf(at.replica).map((entry) => entry.referral)).toEqual([referral(3)])
    expect(balance(entriesOf(at.replica))).toEqual({ reserved: 0, paid: 100, disputed: [] })
  })
})

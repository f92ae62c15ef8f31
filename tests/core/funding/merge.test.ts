/**
 * Several PCs of one station spend at once, then meet in any order: balances equal the sum of the entries, no fen is made or
 * lost, no order is paid twice; an overdraft is refused locally, and found where PCs meet.
 */
import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { addSums, NO_MONEY, type Sums } from '#core/agreement/effects.ts'
import { balanceOf, effectsIn, ledgerOf, standing } from '#core/agreement/ledger.ts'
import { moneyByProvider, statementOf } from '#core/agreement/money-reports.ts'
import { agreementOf, leftIn } from '#core/agreement/order-money.ts'
import { overOf } from '#core/agreement/overdraft.ts'
import { readingOf } from '#core/book/reading.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { size } from '../../size.ts'
import type { Station } from '../commands/station.ts'
import { ledger, money, moneyWorld, newCase, pcWith, said, sendTo, settle } from './world.ts'

vi.setConfig({ testTimeout: 120_000 * size(1) })

const ORDERS = 5
const ALL_TIME = { from: '0000-01-01T00:00:00+08:00', until: '9999-01-01T00:00:00+08:00' }

const op = fc.record({
  pc: fc.nat(2),
  what: fc.constantFrom('done', 'settle', 'settle', 'recall', 'back', 'adjust', 'release', 'spend', 'new', 'new'),
  order: fc.nat(ORDERS - 1),
  fen: fc.constantFrom(0, 1, 3_000, 6_000, 6_001, 12_000),
  units: fc.constantFrom(0, 0.5, 1, 2),
  meets: fc.option(fc.nat(2), { freq: 4 }),
})
type Op = typeof op extends fc.Arbitrary<infer T> ? T : never

/** Refused or not: whatever a clerk can try. */
async function tries(
  at: Station,
  { what, order, fen, units }: Op,
  orders: readonly (readonly [string, string])[],
  to: { provider: string; contract: string; fund: string },
) {
  // prettier-ignore
  const [id, referral] = orders[order]!
  const paid = standing(ledger(at), referral).settle
  switch (what) {
    case 'done':
      return at.run(said(id, referral, 'done'))
    case 'settle':
      return at.run(settle(id, referral, { fen, units, copayFen: fen, voucher: `凭-${fen}` }))
    case 'recall':
      return at.run(said(id, referral, 'recalled'))
    case 'back': {
      const last = at.file(id).acts.at(-1)!
      return last.type === 'referral-step' ? at.run({ name: 'withdraw-act', input: { case: id, act: last.id } }) : null
    }
    case 'adjust':
      return paid && at.run({ name: 'adjust-entry', input: { entry: paid.id, fen, units, copayFen: 0, voucher: '', note: '更正' } }) // prettier-ignore
    case 'release':
      return at.run({ name: 'release-order', input: { case: id, referral, note: '不用了' } })
    case 'spend':
      return at.run({ name: 'record-spending', input: { fund: to.fund, fen, copayFen: 0, about: id, voucher: '凭', basis: '', note: '' } }) // prettier-ignore
    case 'new':
      return at.run(sendTo(await newCase(at), to.provider, money({ agreement: to.contract, fen, units })))
  }
}

/** The same from the events alone, by its own rules: of each entry the last word, then what stands for each order. */
function plainly(events: readonly StoredEvent[], account: string): Sums {
  const shown = new Map<string, Record<string, unknown>>()
  const live = (id: string, field: string): unknown => {
    const all = events.filter(({ header, fields }) => header.e === id && fields && field in fields)
    const heads = all.filter((event) => !all.some((other) => other.header.r?.[field]?.includes(event.id)))
    heads.sort((a, b) => b.header.l - a.header.l || (a.id < b.id ? 1 : -1))
    return heads[0]?.fields?.[field]
  }
  for (const id of new Set(events.map(({ header }) => header.e).filter((e) => e.startsWith('entry:'))))
    shown.set(id, Object.fromEntries(['kind', 'referral', 'agreement', 'fund', 'fen', 'units', 'copayFen', 'corrects'].map((f) => [f, live(id, f)]))) // prettier-ignore
  const out = { ...NO_MONEY } as { -readonly [K in keyof Sums]: Sums[K] }
  const num = (v: unknown): number => (typeof v === 'number' ? v : 0)
  const orders = new Set<unknown>()
  for (const [, one] of shown) {
    if ((one['agreement'] ?? one['fund']) !== account) continue
    if (one['kind'] === 'income') out.income += num(one['fen'])
    if (one['kind'] === 'settle' || one['kind'] === 'spend' || one['kind'] === 'adjust') {
      out.paid += num(one['fen'])
      out.paidUnits += num(one['units'])
      out.copay += num(one['copayFen'])
    }
    if (one['kind'] === 'reserve') orders.add(one['referral'])
  }
  for (const order of orders) {
    const of = (kind: string) => [...shown].filter(([, one]) => one['referral'] === order && one['kind'] === kind)
    // `-reserve`, `-reserve-2` …: as many releases as reservations, and nothing is held.
    if (of('settle').length > 0 || of('release').length >= of('reserve').length) continue
    const [, last] = of('reserve')
      .toSorted(([a], [b]) => a.length - b.length || (a < b ? -1 : 1))
      .at(-1)!
    out.reserved += num(last['fen'])
    out.reservedUnits += num(last['units'])
  }
  return out
}

test('any acts on three PCs, merged in any order: one ledger, the sum of its entries', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(op, { minLength: 5, maxLength: 30 }),
      fc.array(fc.nat(999), { minLength: 30, maxLength: 30 }),
      async (ops, order) => {
        const first = await moneyWorld({ quota: 8, unit: 'times', capFen: 60_000 })
        const orders: (readonly [string, string])[] = []
        for (let i = 0; i < ORDERS; i++) {
          const id = await newCase(first.station)
          orders.push([id, await first.station.done(sendTo(id, first.provider, money({ agreement: first.contract })))])
        }
        const common = [...first.station.events]
        const pcs = [first.station, pcWith(2, common), pcWith(3, common)]
        for (const one of ops) {
          await tries(pcs[one.pc]!, one, orders, first)
          if (one.meets !== null && one.meets !== one.pc) pcs[one.meets]!.take(pcs[one.pc]!.events)
        }
        const events = [
          ...new Map([...common, ...pcs.flatMap((pc) => pc.events)].map((event) => [event.id, event])).values(),
        ]
        const mixed = events.toSorted(
          (a, b) => order[a.header.n % 30]! - order[b.header.n % 30]! || (a.id < b.id ? -1 : 1),
        )
        for (const pc of pcs) pc.take(events)
        const all = [...pcs, pcWith(1, mixed)]
        for (const account of [first.contract, first.fund]) {
          const right = plainly(events, account)
          for (const pc of all) {
            const book = ledger(pc)
            expect(balanceOf(book, account)).toEqual(right)
            // The index that grew entry by entry is the one that is made at once.
            expect(balanceOf(ledgerOf([...book.entries.values()].toReversed()), account)).toEqual(right)
            expect([...effectsIn(book, account)].reduce((sum, one) => addSums(sum, one.sums), NO_MONEY)).toEqual(right)
            const { opening, moved, closing } = statementOf(book, ALL_TIME, { account })
            expect([opening, moved, closing]).toEqual([NO_MONEY, right, right])
            const reading = readingOf(pc.book, '')
            const over = overOf(leftIn(reading, account))
            if (account === first.contract) {
              const { quota, capFen } = agreementOf(reading, account)!
              expect(over.units > 0).toBe(right.reservedUnits + right.paidUnits > quota!)
              expect(over.fen > 0).toBe(right.reserved + right.paid > capFen!)
            } else expect(over.fen > 0).toBe(right.paid > right.income)
          }
        }
        for (const pc of all) {
          const book = ledger(pc)
          for (const [, referral] of orders)
            expect(standing(book, referral).entries.filter(({ kind }) => kind === 'settle').length).toBeLessThanOrEqual(
              1,
            )
          const paid = balanceOf(book, first.contract).paid
          expect(moneyByProvider(book, ALL_TIME).get(first.provider)?.paid ?? 0).toBe(paid)
          expect([...ledger(pc).entries.keys()].toSorted()).toEqual([...ledger(all[0]!).entries.keys()].toSorted())
        }
      },
    ),
    { numRuns: size(40) },
  )
})

test('alone, no PC ever overdraws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(op, { minLength: 10, maxLength: 40 }), async (ops) => {
      const world = await moneyWorld({ quota: 6, capFen: 200_000 })
      const orders: (readonly [string, string])[] = []
      for (let i = 0; i < ORDERS; i++) {
        const id = await newCase(world.station)
        orders.push([id, await world.station.done(sendTo(id, world.provider, money({ agreement: world.contract })))])
      }
      for (const one of ops) {
        await tries(world.station, one, orders, world)
        for (const account of [world.contract, world.fund])
          expect(overOf(leftIn(readingOf(world.station.book, ''), account))).toEqual({ units: 0, fen: 0 })
      }
    }),
    { numRuns: size(25) },
  )
})

test('two PCs that meet over their quota: listed with what each knew, decided by a person', async () => {
  const world = await moneyWorld({ quota: 1 })
  const [one, two] = [await newCase(world.station), await newCase(world.station)]
  const other = pcWith(2, world.station.events)
  await world.station.done(sendTo(one, world.provider, money({ agreement: world.contract })))
  const second = await other.done(sendTo(two, world.provider, money({ agreement: world.contract })))
  world.station.take(other.events)
  other.take(world.station.events)
  for (const pc of [world.station, other]) {
    expect(overOf(leftIn(readingOf(pc.book, ''), world.contract))).toEqual({ units: 1, fen: 0 })
    expect([...ledger(pc).entries.values()].filter(({ kind }) => kind === 'reserve').map(({ leftUnits }) => leftUnits)).toEqual([1, 1]) // prettier-ignore
  }
  const third = await newCase(world.station)
  expect(await world.station.refusal(sendTo(third, world.provider, money({ agreement: world.contract })))).toEqual(['overdraft', 'money.units']) // prettier-ignore
  // Less work can still be paid; accepted it is closed, and a second time there is nothing to decide.
  const accept = {
    name: 'accept-overdraft',
    input: { about: world.contract, reason: '两户都是独居老人，追加一次' },
  } as const
  expect(await world.station.refusal({ ...accept, input: { ...accept.input, reason: '' } })).toEqual(['reason-needed', 'reason']) // prettier-ignore
  await world.station.done(accept)
  expect(await world.station.refusal(accept)).toBe('no-overdraft')
  await other.done({ name: 'release-order', input: { case: two, referral: second, note: '改由志愿者做' } })
  expect(overOf(leftIn(readingOf(other.book, ''), world.contract))).toEqual({ units: 0, fen: 0 })
})

test('two PCs that settle one order differently: one payment, in dispute until somebody chooses', async () => {
  const world = await moneyWorld()
  const id = await newCase(world.station)
  const referral = await world.station.done(sendTo(id, world.provider, money({ agreement: world.contract })))
  await world.station.done(said(id, referral, 'accepted'))
  await world.station.done(said(id, referral, 'done'))
  const other = pcWith(2, world.station.events)
  await world.station.done(settle(id, referral, { fen: 6_000 }))
  await other.done(settle(id, referral, { fen: 5_000 }))
  world.station.take(other.events)
  other.take(world.station.events)
  const entry = standing(ledger(other), referral).settle!
  expect(entry.disputed).toBe(true)
  expect(standing(ledger(world.station), referral).sums.paid).toBe(entry.fen)
  const choose = { name: 'choose-entry', input: { entry: entry.id, units: 1, fen: 5_000, copayFen: 0, voucher: '凭-1', note: '发票五十元' } } as const // prettier-ignore
  expect(await other.refusal({ ...choose, input: { ...choose.input, note: '' } })).toEqual(['reason-needed', 'note'])
  await other.done(choose)
  world.station.take(other.events)
  for (const pc of [world.station, other])
    expect(standing(ledger(pc), referral)).toMatchObject({ disputed: false, sums: { paid: 5_000, reserved: 0 } })
})

test('one PC recalls what another has paid: the payment counts once, and is listed until somebody says why', async () => {
  const world = await moneyWorld()
  const id = await newCase(world.station)
  const referral = await world.station.done(sendTo(id, world.provider, money({ agreement: world.contract })))
  await world.station.done(said(id, referral, 'accepted'))
  const other = pcWith(2, world.station.events)
  await other.done(said(id, referral, 'recalled'))
  await world.station.done(said(id, referral, 'done'))
  await world.station.done(settle(id, referral))
  other.take(world.station.events)
  expect(standing(ledger(other), referral)).toMatchObject({ disputed: true, sums: { paid: 6_000, reserved: 0 } })
  const accept = { name: 'accept-overdraft', input: { about: referral, reason: '收回之前已经修好' } } as const
  await other.done(accept)
  expect(await other.refusal(accept)).toBe('no-overdraft')
})

const delivered = async (at: Station, id: string, referral: string) => {
  await at.done(said(id, referral, 'accepted'))
  await at.done(said(id, referral, 'done'))
}

test('an overdraft that a person accepted: both orders are paid what they hold, and no more', async () => {
  const world = await moneyWorld({ quota: 1 })
  const [one, two] = [await newCase(world.station), await newCase(world.station)]
  const other = pcWith(2, world.station.events)
  const first = await world.station.done(sendTo(one, world.provider, money({ agreement: world.contract })))
  const second = await other.done(sendTo(two, world.provider, money({ agreement: world.contract })))
  world.station.take(other.events)
  await delivered(world.station, one, first)
  await delivered(world.station, two, second)
  expect(await world.station.refusal(settle(one, first))).toEqual(['overdraft', 'units'])
  await world.station.done({ name: 'accept-overdraft', input: { about: world.contract, reason: '追加一次' } })
  expect(await world.station.refusal(settle(one, first, { units: 1.5 }))).toEqual(['overdraft', 'units'])
  await world.station.done(settle(one, first))
  await world.station.done(settle(two, second))
  expect(balanceOf(ledger(world.station), world.contract)).toMatchObject({ paidUnits: 2, reservedUnits: 0 })
  const third = await newCase(world.station)
  expect(await world.station.refusal(sendTo(third, world.provider, money({ agreement: world.contract })))).toEqual(['overdraft', 'money.units']) // prettier-ignore
})

test('two PCs that correct one payment differently: somebody chooses what it comes to', async () => {
  const world = await moneyWorld()
  const id = await newCase(world.station)
  const referral = await world.station.done(sendTo(id, world.provider, money({ agreement: world.contract })))
  await delivered(world.station, id, referral)
  await world.station.done(settle(id, referral))
  const other = pcWith(2, world.station.events)
  const { id: entry } = standing(ledger(other), referral).settle!
  const adjust = (fen: number) =>
    ({ name: 'adjust-entry', input: { entry, units: 1, fen, copayFen: 0, voucher: '', note: '更正' } }) as const
  await world.station.done(adjust(5_000))
  await other.done(adjust(4_000))
  world.station.take(other.events)
  const wrong = standing(ledger(world.station), referral).entries.find(({ kind }) => kind === 'adjust')!
  expect(wrong.disputed).toBe(true)
  await world.station.done({ name: 'choose-entry', input: { entry: wrong.id, units: 1, fen: 4_000, copayFen: 0, voucher: '', note: '发票四十元' } }) // prettier-ignore
  expect(standing(ledger(world.station), referral)).toMatchObject({ disputed: false, sums: { paid: 4_000, paidUnits: 1 } }) // prettier-ignore
})

test('one PC pays out of the contract, another out of the fund: two ways, and somebody says which one pays', async () => {
  const world = await moneyWorld()
  const id = await newCase(world.station)
  const referral = await world.station.done(sendTo(id, world.provider))
  await delivered(world.station, id, referral)
  const other = pcWith(2, world.station.events)
  await world.station.done(settle(id, referral, { agreement: world.contract }))
  await other.done(settle(id, referral, { fund: world.fund }))
  world.station.take(other.events)
  other.take(world.station.events)
  const { settle: paid, disputed } = standing(ledger(other), referral)
  expect([disputed, standing(ledger(world.station), referral).settle]).toEqual([true, paid])
  const choose = { name: 'choose-entry', input: { entry: paid!.id, account: world.fund, units: 1, fen: 6_000, copayFen: 0, voucher: '凭-1', note: '互助金出' } } as const // prettier-ignore
  expect(await other.refusal({ ...choose, input: { ...choose.input, account: 'fund:none' } })).toEqual(['no-such-fund', 'account']) // prettier-ignore
  await other.done(choose)
  world.station.take(other.events)
  for (const pc of [world.station, other]) {
    expect(standing(ledger(pc), referral)).toMatchObject({ disputed: false, settle: { account: world.fund } })
    expect([balanceOf(ledger(pc), world.contract).paid, balanceOf(ledger(pc), world.fund).paid]).toEqual([0, 6_000])
  }
})

test('one receipt that two PCs took in is one income, in dispute where the sums differ', async () => {
  const world = await moneyWorld()
  const other = pcWith(2, world.station.events)
  const income = { fund: world.fund, fen: 500, donor: '王某', anonymous: false, receipt: 'SJ-9', note: '' }
  const entry = await world.station.done({ name: 'record-income', input: income })
  await other.done({ name: 'record-income', input: { ...income, fen: 600, receipt: ' sj-9' } })
  world.station.take(other.events)
  expect(ledger(world.station).entries.get(entry)!.disputed).toBe(true)
  await world.station.done({ name: 'choose-entry', input: { entry, units: 0, fen: 500, copayFen: 0, voucher: '', note: '收据是五元' } }) // prettier-ignore
  expect(balanceOf(ledger(world.station), world.fund).income).toBe(10_500)
})

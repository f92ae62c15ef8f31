/** Issue 5, item 6: reserve on dispatch, settle on confirmed delivery, release on return. Every refusal, by the act that earns it. */
import { beforeEach, describe, expect, it } from 'vitest'
import { balanceOf, standing } from '#core/agreement/ledger.ts'
import type { MoneyRefusal } from '#core/agreement/refusals.ts'
import type { Command } from '#core/commands.ts'
import { newStation, PROVIDER } from '../commands/station.ts'
import { AGREEMENT, FUND, ledger, money, moneyWorld, newCase, said, sendTo, settle, type MoneyWorld } from './world.ts' // prettier-ignore

let world: MoneyWorld
let id: string

beforeEach(async () => {
  world = await moneyWorld()
  id = await newCase(world.station)
})

const seen = new Set<string>()
const refused = async (command: Command) => {
  const before = world.station.events.length
  const refusal = await world.station.refusal(command)
  expect(world.station.events.length).toBe(before)
  seen.add(Array.isArray(refusal) ? refusal[0] : (refusal ?? ''))
  return refusal
}
const sums = (account = world.contract) => {
  const { reserved, paid, reservedUnits, paidUnits, copay } = balanceOf(ledger(world.station), account)
  return { reserved, paid, reservedUnits, paidUnits, copay }
}
const sent = (more = {}) =>
  world.station.done(sendTo(id, world.provider, money({ agreement: world.contract, ...more })))
const done = async (referral: string) => {
  await world.station.done(said(id, referral, 'accepted'))
  await world.station.done(said(id, referral, 'done'))
}

describe('an order with money', () => {
  it('reserves on dispatch, settles on confirmed delivery, with co-payment beside it', async () => {
    const referral = await sent({ copayFen: 1_500 })
    expect(sums()).toEqual({ reserved: 6_000, paid: 0, reservedUnits: 1, paidUnits: 0, copay: 0 })
    expect(await refused(settle(id, referral))).toBe('not-delivered')
    await done(referral)
    await world.station.done(settle(id, referral, { fen: 5_500, copayFen: 1_500 }))
    expect(sums()).toEqual({ reserved: 0, paid: 5_500, reservedUnits: 0, paidUnits: 1, copay: 1_500 })
    expect(await refused(settle(id, referral))).toBe('already-settled')
    const [entry] = standing(ledger(world.station), referral).entries.filter(({ kind }) => kind === 'settle')
    expect(entry).toMatchObject({ about: id, provider: world.provider, voucher: '凭-1', fen: 5_500, units: 1 })
  })

  it('may settle for more than was reserved, up to what the agreement has left', async () => {
    const referral = await sent()
    await done(referral)
    const refusal = await world.station.run(settle(id, referral, { units: 4 }))
    expect(!refusal.ok && refusal.error).toMatchObject({ refusal: { code: 'overdraft', fields: ['units'], left: { n: 3, unit: 'times' } } }) // prettier-ignore
    await world.station.done(settle(id, referral, { units: 3, fen: 18_000 }))
    expect(sums()).toMatchObject({ paid: 18_000, paidUnits: 3 })
  })

  it.each(['declined', 'recalled'] as const)('releases in the save that ends it: %s', async (step) => {
    const referral = await sent()
    await world.station.done(said(id, referral, step))
    expect(sums()).toMatchObject({ reserved: 0, paid: 0, reservedUnits: 0 })
  })

  it('releases when a return is upheld, and holds when it is refused', async () => {
    for (const decision of ['refused', 'upheld'] as const) {
      const referral = await sent()
      await world.station.done({ name: 'raise-objection', input: { case: id, referral, reasonCode: 'no-capacity', note: '' } }) // prettier-ignore
      const objection = world.station.file(id).acts.findLast(({ type }) => type === 'objection')!.id
      await world.station.done({ name: 'rule-objection', input: { case: id, objection, decision, note: '理由' } })
      expect(sums().reserved).toBe(decision === 'upheld' ? 0 : 6_000)
      if (decision === 'refused') await world.station.done(said(id, referral, 'recalled'))
    }
  })

  it('holds its money again when its end is taken back, and lets go when it was never sent', async () => {
    const referral = await sent()
    for (let again = 0; again < 2; again++) {
      const step = await world.station.done(said(id, referral, 'declined'))
      expect(sums().reserved).toBe(0)
      await world.station.done({ name: 'withdraw-act', input: { case: id, act: step } })
      expect(sums()).toMatchObject({ reserved: 6_000, reservedUnits: 1 })
    }
    await world.station.done({ name: 'withdraw-act', input: { case: id, act: referral } })
    expect(sums().reserved).toBe(0)
  })

  it('does not hold again what was released by hand, with a reason', async () => {
    const referral = await sent()
    await world.station.done({ name: 'release-order', input: { case: id, referral, note: '志愿者免费做' } })
    const step = await world.station.done(said(id, referral, 'declined'))
    await world.station.done({ name: 'withdraw-act', input: { case: id, act: step } })
    expect(sums().reserved).toBe(0)
  })

  it('that came back into force after its contract had ended is still paid', async () => {
    const ends = await moneyWorld({ to: '2026-03-02' })
    const one = await newCase(ends.station)
    const referral = await ends.station.done(sendTo(one, ends.provider, money({ agreement: ends.contract })))
    ends.station.wait(24)
    const step = await ends.station.done(said(one, referral, 'recalled'))
    await ends.station.done({ name: 'withdraw-act', input: { case: one, act: step } })
    await ends.station.done(said(one, referral, 'accepted'))
    await ends.station.done(said(one, referral, 'done'))
    await ends.station.done(settle(one, referral))
    expect(balanceOf(ledger(ends.station), ends.contract).paid).toBe(6_000)
  })

  it('does not hold again what somebody else has taken since', async () => {
    const referral = await sent()
    const step = await world.station.done(said(id, referral, 'declined'))
    const other = await newCase(world.station)
    await world.station.done(sendTo(other, world.provider, money({ agreement: world.contract, units: 3, fen: 18_000 })))
    expect(await refused({ name: 'withdraw-act', input: { case: id, act: step } })).toEqual(['overdraft', 'units'])
  })

  it('that is paid for cannot come back: a clear answer, nothing half done, until the payment is corrected', async () => {
    const referral = await sent()
    await done(referral)
    await world.station.done(settle(id, referral))
    expect(await refused(said(id, referral, 'recalled'))).toEqual(['order-settled', 'step'])
    expect(await refused({ name: 'raise-objection', input: { case: id, referral, reasonCode: 'other', note: '不是我家' } })).toEqual(['order-settled', 'referral']) // prettier-ignore
    const last = world.station.file(id).acts.at(-1)!.id
    expect(await refused({ name: 'withdraw-act', input: { case: id, act: last } })).toEqual(['order-settled', 'act'])
    const entry = standing(ledger(world.station), referral).settle!.id
    const zero = {
      name: 'adjust-entry',
      input: { entry, units: 0, fen: 0, copayFen: 0, voucher: '', note: '' },
    } as const
    expect(await refused(zero)).toEqual(['reason-needed', 'note'])
    await world.station.done({ ...zero, input: { ...zero.input, note: '没有上门，退款' } })
    expect(sums()).toMatchObject({ paid: 0, paidUnits: 0, reserved: 0 })
    expect(await refused({ ...zero, input: { ...zero.input, note: '再来' } })).toBe('nothing-changed')
    await world.station.done(said(id, referral, 'recalled'))
    expect(standing(ledger(world.station), referral).entries.map(({ kind }) => kind).toSorted()).toEqual(['adjust', 'reserve', 'settle']) // prettier-ignore
  })

  it('is settled after its case was closed, whoever forgot to write the step; and what is held for nothing is released', async () => {
    const referral = await sent()
    await world.station.done({ name: 'record-answer', input: { case: id, way: 'phone', content: '修好了', answeredBy: '' } }) // prettier-ignore
    await world.station.done({ name: 'close-case', input: { case: id, outcome: 'solved', note: '', approvedBy: '主任', approval: '批件1' } }) // prettier-ignore
    await world.station.done({ name: 'release-order', input: { case: id, referral, note: '志愿者免费修的' } })
    expect(sums().reserved).toBe(0)
    expect(await refused({ name: 'release-order', input: { case: id, referral, note: '再来' } })).toBe(
      'nothing-reserved',
    )
    await world.station.done(settle(id, referral, { agreement: world.contract }))
    expect(standing(ledger(world.station), referral)).toMatchObject({ settled: true, disputed: false })
  })

  it('takes no money up to an office, and a resident’s own payment is written down', async () => {
    const office = await world.station.done({ name: 'save-provider', input: { ...PROVIDER, name: '街道办', serviceType: 'administrative' } }) // prettier-ignore
    const up = sendTo(id, office, money({ agreement: world.contract }))
    expect(await refused({ ...up, input: { ...up.input, reason: '转报' } } as Command)).toEqual([
      'no-money-upward',
      'money',
    ])
    await world.station.done(sendTo(id, world.provider, money({ units: 0, fen: 0, copayFen: 8_000 })))
    expect(world.station.file(id).acts.at(-1)).toMatchObject({ payer: 'resident', copayFen: 8_000 })
  })
})

describe('what is refused', () => {
  it('an overdraft, with what is left', async () => {
    const two = await newCase(world.station)
    await sent({ units: 2.5, fen: 15_000 })
    const refusal = await world.station.run(sendTo(two, world.provider, money({ agreement: world.contract })))
    expect(!refusal.ok && refusal.error).toMatchObject({
      refusal: { code: 'overdraft', left: { n: 0.5, unit: 'times' } },
    })
    await world.station.done(sendTo(two, world.provider, money({ agreement: world.contract, units: 0.5, fen: 3_000 })))
  })

  it('a total beyond the cap, counting what was used before the ledger began', async () => {
    const capped = await moneyWorld({ capFen: 20_000, quota: null, used: 2 })
    const one = await newCase(capped.station)
    const refusal = await capped.station.run(
      sendTo(one, capped.provider, money({ agreement: capped.contract, fen: 8_001 })),
    )
    expect(!refusal.ok && refusal.error).toMatchObject({
      refusal: { code: 'overdraft', left: { n: 8_000, unit: 'fen' } },
    })
  })

  it('money that is not there, not for this, not now', async () => {
    const of = (more: object) => sendTo(id, world.provider, money(more))
    expect(await refused(of({ agreement: 'agreement:none' }))).toEqual(['no-such-agreement', 'money.agreement'])
    expect(await refused(of({ fund: 'fund:none' }))).toEqual(['no-such-fund', 'money.fund'])
    expect(await refused(of({ agreement: world.contract, units: 0, fen: 0 }))).toEqual(['amount-needed', 'money.fen'])
    expect(await refused(of({ agreement: world.contract, units: 1 / 3 }))).toEqual(['invalid-input', 'money.units'])
    expect(await refused(of({ agreement: world.contract, fen: 10 ** 11 + 1 }))).toEqual(['invalid-input', 'money.fen'])
    expect(await refused(of({ fund: world.fund, fen: 10_001 }))).toEqual(['overdraft', 'money.fen'])
    const entered = (more: object) =>
      world.station.done({ name: 'save-agreement', input: { ...AGREEMENT, provider: world.provider, ...more } })
    const old = await entered({ number: '旧', from: '2024-01-01', to: '2024-12-31', overOnPurpose: true })
    expect(await refused(of({ agreement: old }))).toEqual(['agreement-not-running', 'money.agreement'])
    const meals = await entered({ number: '餐', item: 'L020101' })
    expect(await refused(of({ agreement: meals }))).toEqual(['agreement-not-for-this', 'money.agreement'])
    const elsewhere = await entered({ number: '邻站', station: 'station:other' })
    expect(await refused(of({ agreement: elsewhere }))).toEqual(['other-station', 'money.agreement'])
    const other = await world.station.done({ name: 'save-provider', input: { ...PROVIDER, name: '另一家' } })
    expect(await refused(sendTo(id, other, money({ agreement: world.contract })))).toEqual(['agreement-not-for-this', 'money.agreement']) // prettier-ignore
    const repair = await world.station.done({ name: 'save-fund', input: { ...FUND, kind: 'maintenance', name: '维修资金' } }) // prettier-ignore
    expect(await refused(of({ fund: repair }))).toEqual(['vote-needed', 'money.basis'])
    await world.station.done({ name: 'save-fund', input: { ...FUND, id: repair, kind: 'maintenance', name: '维修资金', closed: true } }) // prettier-ignore
    expect(await refused(of({ fund: repair, basis: '表决 7 号' }))).toEqual(['fund-closed', 'money.fund'])
  })

  it('a contract over three years, one that ends before it begins, and a quota below what is used', async () => {
    const save = (more: object): Command => ({ name: 'save-agreement', input: { ...AGREEMENT, number: '新', provider: world.provider, ...more } }) // prettier-ignore
    expect(await refused(save({ to: '2029-01-01', longReason: '三年规划' }))).toEqual(['term-too-long', 'to'])
    expect(await refused(save({ to: '2025-12-31' }))).toEqual(['term-backwards', 'to'])
    await sent({ units: 2, fen: 12_000 })
    expect(await refused(save({ id: world.contract, number: AGREEMENT.number, quota: 1 }))).toEqual(['quota-exceeded', 'quota']) // prettier-ignore
    await world.station.done(save({ id: world.contract, number: AGREEMENT.number, quota: 2 }))
  })

  it('a settlement without a voucher, from nowhere, or of tomorrow; a release and a correction without a reason', async () => {
    const referral = await sent()
    await done(referral)
    expect(await refused(settle(id, referral, { voucher: '' }))).toEqual(['voucher-needed', 'voucher'])
    expect(await refused(settle(id, referral, { day: '2026-03-03' }))).toEqual(['in-the-future', 'day'])
    expect(await refused(settle(id, 'referral:none'))).toBe('no-such-referral')
    expect(await refused({ name: 'release-order', input: { case: id, referral, note: '' } })).toEqual(['reason-needed', 'note']) // prettier-ignore
    const nowhere = { name: 'adjust-entry', input: { entry: 'entry:none', units: 0, fen: 0, copayFen: 0, voucher: '', note: '错' } } as const // prettier-ignore
    expect(await refused(nowhere)).toEqual(['not-settled', 'entry'])
    expect(await refused({ name: 'choose-entry', input: { ...nowhere.input } })).toBe('not-disputed')
    expect(await refused({ name: 'accept-overdraft', input: { about: world.contract, reason: '同意' } })).toBe('no-overdraft') // prettier-ignore
  })
})

describe('a fund', () => {
  const spend = (more: object = {}): Command => ({
    name: 'record-spending',
    input: { fund: world.fund, fen: 4_000, copayFen: 0, about: id, voucher: '凭-9', basis: '', note: '', ...more },
  })

  it('takes in once a receipt, pays for a case, a topic or an activity, and never more than came in', async () => {
    const income = { fund: world.fund, fen: 500, donor: '', anonymous: true, receipt: 'sj-1 ', note: '' }
    expect(await refused({ name: 'record-income', input: income })).toEqual(['receipt-taken', 'receipt'])
    expect(await refused({ name: 'record-income', input: { ...income, receipt: '', anonymous: false } })).toEqual(['reason-needed', 'donor']) // prettier-ignore
    await world.station.done({ name: 'record-income', input: { ...income, receipt: 'SJ-2' } })
    expect(await refused(spend({ about: '' }))).toEqual(['about-needed', 'about'])
    expect(await refused(spend({ about: 'topic:none' }))).toEqual(['about-needed', 'about'])
    expect(await refused(spend({ voucher: '' }))).toEqual(['voucher-needed', 'voucher'])
    expect(await refused(spend({ fen: 10_501 }))).toEqual(['overdraft', 'fen'])
    const entry = await world.station.done(spend())
    expect(balanceOf(ledger(world.station), world.fund)).toMatchObject({ income: 10_500, paid: 4_000 })
    await world.station.done({ name: 'adjust-entry', input: { entry, units: 0, fen: 3_000, copayFen: 0, voucher: '', note: '发票是三十元' } }) // prettier-ignore
    expect(balanceOf(ledger(world.station), world.fund)).toMatchObject({ income: 10_500, paid: 3_000 })
  })

  it('cannot un-receive what is spent', async () => {
    const first = [...ledger(world.station).entries.values()].find(({ kind }) => kind === 'income')!
    await world.station.done(spend({ fen: 9_000 }))
    const adjust = { name: 'adjust-entry', input: { entry: first.id, units: 0, fen: 8_999, copayFen: 0, voucher: '', note: '记错' } } as const // prettier-ignore
    expect(await refused(adjust)).toEqual(['overdraft', 'fen'])
    await world.station.done({ ...adjust, input: { ...adjust.input, fen: 9_000 } })
    expect(balanceOf(ledger(world.station), world.fund)).toMatchObject({ income: 9_000, paid: 9_000 })
  })

  it('keeps the donor’s name at the station', async () => {
    const office = newStation(2, 'user:office', ['shared', 'directory'])
    office.take(world.station.events.filter(({ header }) => /\/(?:shared|directory)$/.test(header.log)))
    expect(JSON.stringify([...office.book.replica.entities.values()])).not.toContain('李某')
    expect(balanceOf(ledger(office), world.fund).income).toBe(10_000)
  })
})

it('an amount beyond what sums hold exactly is refused', async () => {
  const huge = await moneyWorld({ quota: null })
  const one = await newCase(huge.station)
  for (let n = 0; n < 100; n++)
    await huge.station.done({ name: 'record-income', input: { fund: huge.fund, fen: n === 0 ? 10 ** 11 - 10_000 : 10 ** 11, donor: '基金会', anonymous: false, receipt: '', note: '' } }) // prettier-ignore
  const more = { name: 'record-income', input: { fund: huge.fund, fen: 1, donor: '基金会', anonymous: false, receipt: '', note: '' } } as const // prettier-ignore
  const refusal = await huge.station.refusal(more)
  seen.add(String(Array.isArray(refusal) ? refusal[0] : refusal))
  expect(refusal).toEqual(['amount-too-large', 'fen'])
  expect(one).toBeTruthy()
})

it('every refusal about money is provoked by a test here or in merge.test.ts', () => {
  const codes: Readonly<Record<MoneyRefusal, true>> = {
    'no-such-agreement': true, 'no-such-fund': true, 'agreement-not-running': true, 'agreement-not-for-this': true, 'other-station': true,
    'fund-closed': true, overdraft: true, 'amount-needed': true, 'amount-too-large': true, 'vote-needed': true, 'voucher-needed': true,
    'about-needed': true, 'receipt-taken': true, 'not-delivered': true, 'already-settled': true, 'order-settled': true,
    'nothing-reserved': true, 'not-settled': true, 'not-disputed': true, 'no-overdraft': true, 'no-money-upward': true,
  } // prettier-ignore
  expect(Object.keys(codes).filter((code) => !seen.has(code))).toEqual([])
})

/** What waits for a person after two PCs met: both ways as amounts that can be compared, and who pays where that differs. */
import { expect, test } from 'vitest'
import { toDecide } from '#app/desk/funding-decide.ts'
import { newDeskState, show } from '#app/desk/state.ts'
import { standing } from '#core/agreement/ledger.ts'
import { SCOPES, type StoredEvent } from '#core/kernel/event.ts'
import { receive } from '#core/kernel/replica.ts'
import { ledger, money, moneyWorld, newCase, pcWith, said, sendTo, settle } from '../core/funding/world.ts'

const disputesOf = (events: readonly StoredEvent[]) => {
  const state = newDeskState(SCOPES)
  return toDecide(show(state, receive(state.book.replica, events, 'own').touched), '2026-03-02').disputes
}

async function delivered(reserved: boolean) {
  const world = await moneyWorld()
  const id = await newCase(world.station)
  const of = reserved ? money({ agreement: world.contract }) : undefined
  const referral = await world.station.done(sendTo(id, world.provider, of))
  for (const step of ['accepted', 'done'] as const) await world.station.done(said(id, referral, step))
  return { ...world, id, referral }
}

test('two corrections of one payment: each as what it comes to', async () => {
  const { station, id, referral } = await delivered(true)
  await station.done(settle(id, referral))
  const other = pcWith(2, station.events)
  const { id: entry } = standing(ledger(other), referral).settle!
  const adjust = (fen: number) =>
    ({ name: 'adjust-entry', input: { entry, units: 1, fen, copayFen: 0, voucher: '', note: '更正' } }) as const
  await station.done(adjust(5_000))
  await other.done(adjust(4_000))
  const [dispute] = disputesOf([...station.events, ...other.events])
  expect(dispute!.versions.map(({ fen, units }) => [fen, units]).toSorted()).toEqual([[4_000, 1], [5_000, 1]]) // prettier-ignore
  expect([4_000, 5_000]).toContain(dispute!.entry!.fen)
})

test('paid out of the contract by one, out of the fund by the other: each with who pays', async () => {
  const { station, id, referral, contract, fund } = await delivered(false)
  const other = pcWith(2, station.events)
  await station.done(settle(id, referral, { agreement: contract }))
  await other.done(settle(id, referral, { fund }))
  const [dispute] = disputesOf([...station.events, ...other.events])
  expect(dispute!.versions.map(({ accountName }) => accountName).toSorted()).toEqual(['HT-2026-01', '邻里互助金'])
})

/** A station with a provider under contract, a fund, and cases to spend on; and a second PC of the same station. */
import { readEntity } from '#core/book/book.ts'
import { readingOf } from '#core/book/reading.ts'
import type { Command, CommandInput } from '#core/commands.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { GROUND, INTAKE, newStation, PROVIDER, type Station } from '../commands/station.ts'

export const AGREEMENT: Omit<CommandInput<'save-agreement'>, 'provider'> = {
  kind: 'contract',
  number: 'HT-2026-01',
  from: '2026-01-01',
  to: '2026-12-31',
  item: '',
  itemWords: '居家维修',
  unit: 'times',
  unitFen: 6_000,
  quota: 3,
  used: 0,
  longReason: '',
  note: '',
  overOnPurpose: false,
}
export const FUND: CommandInput<'save-fund'> = {
  kind: 'donated',
  name: '邻里互助金',
  number: '',
  year: 2026,
  source: '居民募集',
  basis: '募集公约第三条',
  purpose: '困难居民急用',
  closed: false,
  note: '',
}

export type MoneyWorld = Awaited<ReturnType<typeof moneyWorld>>

export async function moneyWorld(agreement: Partial<CommandInput<'save-agreement'>> = {}) {
  const station = newStation()
  await station.done({ name: 'set-up-station', input: { id: 'station:1', name: '槐树里社区服务站', code: '110101001001', short: 'S0012', userName: '受理员甲' } }) // prettier-ignore
  const provider = await station.done({ name: 'save-provider', input: PROVIDER })
  const contract = await station.done({ name: 'save-agreement', input: { ...AGREEMENT, ...agreement, provider } })
  const fund = await station.done({ name: 'save-fund', input: FUND })
  await station.done({ name: 'record-income', input: { fund, fen: 10_000, donor: '李某', anonymous: false, receipt: 'SJ-1', note: '' } }) // prettier-ignore
  return { station, provider, contract, fund }
}

/** Another PC of the station that has read everything so far. */
export function pcWith(n: number, events: readonly StoredEvent[]): Station {
  const other = newStation(n)
  other.take(events)
  return other
}

export async function newCase(station: Station): Promise<string> {
  const id = await station.done({ name: 'receive-case', input: INTAKE })
  await station.done({ name: 'classify', input: { case: id, serviceType: 'welfare', category: '', reason: '' } })
  return id
}

export type Money = NonNullable<CommandInput<'dispatch'>['money']>
export const money = (more: Partial<Money>): Money => ({ units: 1, fen: 6_000, copayFen: 0, basis: '', ...more })

export const sendTo = (id: string, provider: string, of?: Money): Command => ({
  name: 'dispatch',
  input: { case: id, provider, reason: '', demand: '', ...GROUND, ...(of && { money: of }) },
})

export const said = (id: string, referral: string, step: 'accepted' | 'done' | 'declined' | 'recalled'): Command => ({
  name: 'record-referral-step',
  input: { case: id, referral, step, note: '说明', ...(step === 'declined' && { reasonCode: 'no-capacity' }), ...(step === 'done' && { outcome: 'solved' }) },
}) // prettier-ignore

export const settle = (id: string, referral: string, more: Partial<CommandInput<'settle-order'>> = {}): Command => ({
  name: 'settle-order',
  input: { case: id, referral, units: 1, fen: 6_000, copayFen: 0, voucher: '凭-1', basis: '', note: '', ...more },
})

export const ledger = (station: Station) => readingOf(station.book, '').money()
export const read = (station: Station, id: string) => readEntity(station.book, id)

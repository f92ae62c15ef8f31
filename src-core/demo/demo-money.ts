/**
 * Money of the invented station: two agreements that everyday repairs and visits are paid from as they happen, and three funds with
 * what came in and went out. The agreements of the directory (demo-directory.ts) have only what was used before the ledger.
 */
import { entitiesOf, readCase, readEntity, type Book } from '../book/book.ts'
import { ledgerIn } from '../book/ledger-in.ts'
import type { OrderMoney } from '../agreement/order-money.ts'
import type { Command, CommandInput } from '../commands.ts'
import { addDays, dayOf, momentOf, type Day } from '../lib/time.ts'

type Run = (command: Command) => Promise<string>
type Named = { readonly id: string; readonly name: string }

/** What an order that goes out at some moment is paid from; null: nothing of ours. */
export type DemoMoney = (provider: string, at: number) => OrderMoney | null

const AGREEMENTS = [
  { of: '管道疏通老李头', kind: 'compensation', number: '演补-002', itemWords: '困难家庭维修补贴', fen: 3_000, quota: 60, begins: -330, ends: 30, copayFen: 5_000 },
  { of: '快手家电维修部', kind: 'compensation', number: '演补-003', itemWords: '老人家电维修补贴', fen: 2_000, quota: 40, begins: -200, ends: 150, copayFen: 6_000 },
  { of: '银杏为老服务中心', kind: 'contract', number: '演购-005', itemWords: '居家探访与代办', fen: 4_500, quota: 80, begins: -300, ends: 60, copayFen: 0 },
] as const // prettier-ignore

/** Entered before the first case; each pays from its first day on. */
export async function fillDemoAgreements(run: Run, providers: readonly Named[], now: number): Promise<DemoMoney> {
  const today = dayOf(momentOf(now))
  const known = new Map<string, { readonly from: Day; readonly money: OrderMoney; left: number }>()
  for (const { of, begins, ends, fen, copayFen, ...more } of AGREEMENTS) {
    const provider = providers.find(({ name }) => name.startsWith(of))
    if (!provider) continue
    const from = addDays(today, begins)
    const agreement = await run({
      name: 'save-agreement',
      input: { ...more, provider: provider.id, from, to: addDays(today, ends), item: '', unit: 'times', unitFen: fen, capFen: null, used: 0, longReason: '', note: '', overOnPurpose: false }, // prettier-ignore
    })
    known.set(provider.id, { from, money: { agreement, units: 1, fen, copayFen, basis: '' }, left: more.quota })
  }
  return (provider, at) => {
    const found = known.get(provider)
    if (!found || found.left === 0 || momentOf(at).slice(0, 10) < found.from) return null
    // Never more than the quota: a demonstration is never refused.
    found.left -= 1
    return found.money
  }
}

const FUNDS: readonly Omit<CommandInput<'save-fund'>, 'year'>[] = [
  { kind: 'donated', name: '槐树里邻里互助金', number: '演募-1', source: '居民和商户募集', basis: '《互助金管理公约》第三条', purpose: '困难家庭急用', closed: false, note: '' },
  { kind: 'party-service', name: '党组织服务群众专项经费', number: '', source: '街道工委拨付', basis: '街党〔2026〕4 号', purpose: '为群众办实事', closed: false, note: '' },
  { kind: 'maintenance', name: '5 号楼住宅专项维修资金', number: '', source: '业主交存', basis: '业主表决', purpose: '门禁、屋面', closed: false, note: '' },
] // prettier-ignore

/** On the day of the demonstration; every spending is for a case or a topic that is there. */
export async function fillDemoFunds(run: Run, book: Book, now: number): Promise<void> {
  const today = dayOf(momentOf(now))
  const day = (back: number): Day => addDays(today, -back)
  const ids: string[] = []
  for (const fund of FUNDS)
    ids.push(await run({ name: 'save-fund', input: { ...fund, year: Number(today.slice(0, 4)) } }))
  const [mutual, party, repair] = ids as [string, string, string]
  const income = (
    fund: string,
    yuan: number,
    back: number,
    receipt: string,
    donor = '',
    anonymous = true,
  ): Promise<string> =>
    run({
      name: 'record-income',
      input: { fund, fen: yuan * 100, donor, anonymous, receipt, day: day(back), note: '' },
    })
  await income(mutual, 3_000, 70, '演收-001', '好邻居便利店', false)
  await income(mutual, 860, 41, '演收-002')
  await income(mutual, 500, 9, '演收-003', '一位老街坊', false)
  await income(party, 50_000, 120, '')
  await income(repair, 80_000, 150, '')
  const topics = [...entitiesOf(book, 'topic')]
  const topic = topics.find((id) => String(readEntity(book, id)?.['title'] ?? '').includes('门禁')) ?? topics[0]
  const closed = book.cases.findLast((id) => readCase(book, id)?.acts.some(({ type }) => type === 'closing'))
  const spend = (fund: string, yuan: number, back: number, about: string | undefined, voucher: string, note: string, basis = ''): Promise<string> | null => // prettier-ignore
    about === undefined
      ? null
      : run({ name: 'record-spending', input: { fund, fen: yuan * 100, copayFen: 0, about, voucher, basis, day: day(back), note } }) // prettier-ignore
  const wrong = await spend(mutual, 680, 6, closed, '演凭-101', '临时救助，买药')
  await spend(party, 1_260.5, 20, topic, '演凭-102', '入户征求意见的印刷费')
  await spend(repair, 4_800, 3, topic, '演凭-103', '门禁主板', '槐业决〔2026〕3 号')
  if (wrong) await run({ name: 'adjust-entry', input: { entry: wrong, units: 0, fen: 66_000, copayFen: 0, voucher: '', note: '发票是 660 元，多记 20 元' } }) // prettier-ignore
  await correctOne(run, book)
}

/** One settlement that was entered wrongly, and corrected: both stand in the ledger. */
async function correctOne(run: Run, book: Book): Promise<void> {
  const settled = [...ledgerIn(book).entries.values()].findLast(({ kind }) => kind === 'settle')
  if (!settled) return
  const { id, units, fen, copayFen } = settled
  await run({ name: 'adjust-entry', input: { entry: id, units, fen: fen - 500, copayFen, voucher: '', note: '上门一次，路费不另算' } }) // prettier-ignore
}

import type { MoneyRefusal } from '#core/agreement/refusals.ts'
import type { Line } from './line.ts'

/** What happened · what is safe · what to do, in both languages. */
export const MONEY_REFUSALS: Readonly<Record<MoneyRefusal, Line>> = {
  'no-such-agreement': ['没有这份合同 · 没有保存 · 请另选', 'No such contract · nothing was saved · choose another'],
  'no-such-fund': ['没有这笔经费 · 没有保存 · 请另选', 'No such fund · nothing was saved · choose another'],
  'agreement-not-running': ['合同没开始或已到期 · 额度没有动 · 请换一份', 'The contract is not in force · its quota is untouched · choose another'], // prettier-ignore
  'agreement-not-for-this': ['合同不管这项服务 · 没有保存 · 请换一份', 'The contract does not cover this · nothing was saved · choose another'], // prettier-ignore
  'other-station': ['这是别的站点的 · 没有保存 · 请选本站的', 'It belongs to another station · nothing was saved · choose your own'], // prettier-ignore
  'fund-closed': ['经费已停用 · 没有保存 · 请换一笔', 'The fund is closed · nothing was saved · choose another'],
  overdraft: ['额度不够 · 账没有动 · 请减少或换来源', 'Not enough is left · no money moved · take less or choose another source'], // prettier-ignore
  'amount-needed': ['没有数量和金额 · 没有保存 · 请填上', 'No number and no amount · nothing was saved · enter one'],
  'amount-too-large': ['金额太大 · 没有保存 · 请核对', 'The amount is too large · nothing was saved · check it'],
  'vote-needed': ['没有业主表决编号 · 没有保存 · 请填上', 'The owners’ vote is missing · nothing was saved · enter its number'], // prettier-ignore
  'voucher-needed': ['没有凭证号 · 账没有动 · 请填上', 'No voucher number · no money moved · enter it'],
  'about-needed': ['支出没有对应的事 · 没有保存 · 请选上', 'It belongs to no case · nothing was saved · choose one'],
  'receipt-taken': ['收据号已登记 · 没有重复 · 请核对', 'The receipt number is taken · nothing doubled · check it'],
  'not-delivered': ['还没有办完 · 预留还在 · 请先记办完', 'Not delivered yet · the reservation stands · record it as done'], // prettier-ignore
  'already-settled': ['已经结算 · 没有重复付款 · 请用更正', 'Settled already · nothing was paid twice · correct it instead'], // prettier-ignore
  'order-settled': ['已经付款 · 什么都没有改 · 请先更正结算', 'It has been paid for · nothing was changed · correct the settlement first'], // prettier-ignore
  'nothing-reserved': ['没有预留 · 账没有动 · 不用再做', 'Nothing is reserved · no money moved · nothing to do'],
  'not-settled': ['没有可更正的账 · 账没有动 · 请核对', 'Nothing to correct · no money moved · check which one'],
  'not-disputed': ['没有两种写法 · 没有改 · 不用再做', 'It is not in dispute · nothing was changed · nothing to do'],
  'no-overdraft': ['没有要审的 · 没有改 · 不用再做', 'Nothing to decide · nothing was changed · nothing to do'],
  'no-money-upward': ['上报不付钱 · 没有上报 · 请去掉资金来源', 'A report is not paid for · nothing was sent · leave the money out'], // prettier-ignore
}

/** 资金上被拒时说的话：发生了什么 · 什么没受影响 · 怎么办. */
import type { MoneyRefusal } from '#core/agreement/refusals.ts'

export const moneyRefusals = {
  'no-such-agreement': '没有这份合同或协议，没有保存。请重新选资金来源。',
  'no-such-fund': '没有这笔经费，没有保存。请重新选资金来源。',
  'agreement-not-running': '这份合同还没开始或已经到期，没有保存，额度没有动。请换一份，或先登记新合同。',
  'agreement-not-for-this': '这份合同不是这家单位的，或不包含这类服务，没有保存。请换一份，或先改分类。',
  'other-station': '这是别的站点的合同或经费，只能看，不能用。没有保存，请选本站的。',
  'fund-closed': '这笔经费已经结清停用，没有保存。请换一笔。',
  overdraft: '额度不够{{left}}，没有保存，账没有动。请减少数量或金额，或换一个资金来源。',
  'amount-needed': '还没有填数量或金额，没有保存。请填上。',
  'amount-too-large': '金额太大，没有保存。请核对有没有多打几个零。',
  'vote-needed': '动用住宅专项维修资金要有业主表决，没有保存。请填业主表决编号。',
  'voucher-needed': '还没有填凭证号，没有保存，账没有动。请填上。',
  'about-needed': '每笔支出都要对应一件工单、一个议题或一次活动，没有保存。请选上。',
  'receipt-taken': '这个收据号已经登记过，没有重复登记。请核对号码。',
  'not-delivered': '承办单位还没有办完，没有结算，预留的钱还在。请先记下“办完”。',
  'already-settled': '这张单已经结算过，没有重复付款。金额不对请用“更正结算”。',
  'order-settled': '这张单已经付过款，不能直接退单或收回，什么都没有改。请先用“更正结算”冲掉付款，再退。',
  'nothing-reserved': '这张单没有预留的钱，账没有动。不用再做。',
  'not-settled': '没有可以更正的结算或收支，账没有动。请核对。',
  'not-disputed': '这笔账没有两种写法，什么都没有改。不用再做。',
  'no-overdraft': '没有要审的超支或重付，什么都没有改。不用再做。',
  'no-money-upward': '上报给政府部门的单不从本站付钱，没有上报。请把资金来源改成“不用本站资金”。',
} satisfies Readonly<Record<MoneyRefusal, string>>

/** What follows “额度不够”. */
export const moneyLeft = {
  fen: '，只剩 {{n}} 元',
  times: '，只剩 {{n}} 次',
  hours: '，只剩 {{n}} 小时',
  people: '，只剩 {{n}} 人',
  months: '，只剩 {{n}} 个月',
}

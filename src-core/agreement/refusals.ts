/**
 * Why something about money is refused. To add one: here, then text/<language>/money-refusals.ts and
 * src-cli/problems/money-refusals.ts.
 */
export type MoneyRefusal =
  | 'no-such-agreement'
  | 'no-such-fund'
  | 'agreement-not-running' // not begun, or over
  | 'agreement-not-for-this' // of another provider, or for another item of the catalogue
  | 'other-station'
  | 'fund-closed'
  | 'overdraft' // `left`: what there is
  | 'amount-needed'
  | 'amount-too-large'
  | 'vote-needed' // 业主表决 number
  | 'voucher-needed'
  | 'about-needed' // a spending points to a case, a topic or an activity
  | 'receipt-taken'
  | 'not-delivered'
  | 'already-settled'
  | 'order-settled' // what was paid for cannot come back
  | 'nothing-reserved'
  | 'not-settled'
  | 'not-disputed'
  | 'no-overdraft'
  | 'no-money-upward' // a report to an office is paid by nobody here

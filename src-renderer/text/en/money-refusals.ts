/** What is said when money is refused: what happened · what is safe · what to do. */
import type { MoneyRefusal } from '#core/agreement/refusals.ts'

export const moneyRefusals = {
  'no-such-agreement':
    'There is no such contract or agreement; nothing was saved. Choose where the money comes from again.',
  'no-such-fund': 'There is no such fund; nothing was saved. Choose where the money comes from again.',
  'agreement-not-running': 'This contract has not begun or is over; nothing was saved and its quota is untouched. Choose another, or enter the new one first.', // prettier-ignore
  'agreement-not-for-this': 'This contract is another provider’s, or does not cover this service; nothing was saved. Choose another, or correct the category.', // prettier-ignore
  'other-station': 'This contract or fund belongs to another station: you can see it, not spend it. Nothing was saved; choose one of this station.', // prettier-ignore
  'fund-closed': 'This fund is closed; nothing was saved. Choose another.',
  overdraft:
    'There is not enough left{{left}}; nothing was saved and no money moved. Take less, or choose another source.',
  'amount-needed': 'No number and no amount yet; nothing was saved. Enter one.',
  'amount-too-large': 'The amount is too large; nothing was saved. Check for a zero too many.',
  'vote-needed':
    'The housing maintenance fund needs a vote of the owners; nothing was saved. Enter the number of the vote.',
  'voucher-needed': 'The voucher number is missing; nothing was saved and no money moved. Enter it.',
  'about-needed': 'Every spending belongs to a case, a topic or an activity; nothing was saved. Choose which.',
  'receipt-taken': 'This receipt number is entered already; nothing was entered twice. Check the number.',
  'not-delivered':
    'The provider has not finished; nothing was settled and the reserved money is still there. Record “done” first.',
  'already-settled':
    'This order is settled already; nothing was paid twice. If the amount is wrong, correct the settlement.',
  'order-settled': 'This order has been paid for and cannot simply come back; nothing was changed. Correct the settlement to nothing first, then return it.', // prettier-ignore
  'nothing-reserved': 'No money is reserved for this order; nothing moved. Nothing to do.',
  'not-settled': 'There is no settlement or entry to correct; nothing moved. Check which one you mean.',
  'not-disputed': 'This entry is not in dispute; nothing was changed. Nothing to do.',
  'no-overdraft': 'There is no overdraft or double payment to decide; nothing was changed. Nothing to do.',
  'no-money-upward': 'A report to an office is not paid from here; nothing was sent. Choose “no money of the station”.',
} satisfies Readonly<Record<MoneyRefusal, string>>

/** What follows “There is not enough left”. */
export const moneyLeft = {
  fen: ' (¥{{n}})',
  times: ' ({{n}} times)',
  hours: ' ({{n}} hours)',
  people: ' ({{n}} people)',
  months: ' ({{n}} months)',
}

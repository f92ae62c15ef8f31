/**
 * 撤销: takes back one's own act while it is the newest of the case, with all that one save wrote. Nothing is deleted: the act stays visible, struck
 * through, and counts no more. What another computer wrote meanwhile may arrive later; the status is computed from
 * whatever is left.
 */
import { isPaid, moneyAgain, refuseMoney, releaseDrafts } from '../agreement/order-money.ts'
import { actsOf, mayWithdraw, type Act, type CaseFile } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { ENDING } from '../case-file/orders.ts'
import type { Draft } from '../kernel/command.ts'
import type { EntityId } from '../kernel/event.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'

export const WITHDRAW_ACT = ACTS.withdrawal.omit({ at: true, by: true })
export type WithdrawAct = z.infer<typeof WITHDRAW_ACT>

export function withdrawAct(reading: Reading, input: WithdrawAct, asked: Asked): Decision {
  const form = checked(WITHDRAW_ACT, input)
  if (!form.ok) return form
  const file = reading.caseFile(form.value.case)
  if (!file) return refuse('no-such-case')
  const saved = lastOwnActs(file, asked.user)
  const named = saved.find(({ id }) => id === form.value.act)
  if (!named) return refuse('not-your-last')
  const beside = TOGETHER.has(named.type) ? saved.filter((act) => act !== named && TOGETHER.has(act.type)) : []
  const gone = [named, ...beside]
  // The money follows: an order that was never sent holds none, one that comes back into force holds it again.
  const money: Draft[] = []
  for (const act of gone) {
    const order = orderOf(file, act)
    if (order === null) continue
    if (act.type === 'referral' || !endsOrder(act)) {
      if (isPaid(reading, order)) return refuse('order-settled', ['act'])
      if (act.type === 'referral') money.push(...releaseDrafts(reading, [order], asked))
    } else {
      const again = moneyAgain(reading, order, asked)
      if (!again.ok) return refuseMoney(again.error)
      money.push(...again.value)
    }
  }
  return ok([
    ...gone.map(({ id }) => ({
      entity: asked.newId('withdrawal'),
      kind: 'act-withdrawn',
      fields: { case: file.id, act: id, at: asked.now, by: asked.user },
    })),
    ...money,
  ])
}

/** The order whose money the act moved, or whose delivery it says. */
function orderOf(file: CaseFile, act: Act): EntityId | null {
  if (act.type === 'referral') return act.id
  if (act.type === 'referral-step') return endsOrder(act) || act.step === 'done' ? act.referral : null
  if (act.type !== 'ruling' || !endsOrder(act)) return null
  return actsOf(file.acts, 'objection').find(({ id }) => id === act.objection)?.referral ?? null
}

const endsOrder = (act: Act): boolean =>
  (act.type === 'referral-step' && ENDING.has(act.step)) || (act.type === 'ruling' && act.decision === 'upheld')

/** Written by one save, they mean nothing alone; what is registered with a case are steps of their own. To add one: here. */
const TOGETHER: ReadonlySet<Act['type']> = new Set(['referral', 'consent', 'order-return', 'closing', 'resume'])

/**
 * The newest act with whatever the same save wrote beside it: an order with its consent, 同意退单 with the closing. All of
 * them have one Lamport number, so which of them is the last one is chance.
 */
function lastOwnActs(file: CaseFile, user: string): Act[] {
  const last = lastOwnAct(file, user)
  if (!last) return []
  return file.acts.filter(
    (act) =>
      act.written[0] === last.written[0] && act.by === user && act.enteredAt === last.enteredAt && mayTakeBack(act),
  )
}

/**
 * What this person may take back now; null when the newest act is somebody else's, or there is none. 并入 is no step of the
 * road and has its own way back (unlink-cases.ts): a colleague who joined the case meanwhile takes nobody's undo away.
 */
export function lastOwnAct(file: CaseFile, user: string): Act | null {
  const last = file.acts.findLast(mayTakeBack)
  return last?.by === user ? last : null
}

const mayTakeBack = (act: Act): boolean => mayWithdraw(act) && act.type !== 'linking'

/**
 * 派单 and 上报. A community does not command the street: administrative matters go UP as a report; welfare and market
 * matters go OUT as an order (DOMAIN §4.0). Every order carries its deadline (§4.1), one 主办 and any number of 协办 (§4.2),
 * and nothing of a person leaves for a provider outside government without a lawful ground (§4.6).
 */
import { moneyProblem, ORDER_MONEY, refuseMoney, reserveDrafts, type OrderMoney } from '../agreement/order-money.ts'
import type { CaseFile } from '../case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { leadOrder, ordersInForce } from '../case-file/orders.ts'
import type { OrderRole } from '../case-file/referral-codes.ts'
import { isReportedUnit } from '../case-file/reported-unit.ts'
import { filledFields } from '../case-file/sent-fields.ts'
import { categoryOf, isOpen, serviceTypeOf, statusOf } from '../case-file/status.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { dayOf } from '../lib/time.ts'
import { limitRules } from '../limits/limit-rules.ts'
import { GIVEN_CONSENT } from '../person/given-consent.ts'
import { groundOf } from './ground.ts'
import { objectionDue, orderDue, replyDue, wayOf } from './order-terms.ts'

/**
 * `reason`: why this provider, in words, when it is not of the case's own type. `dueAt` left out: the case's own deadline.
 * `ground`, `fieldsSent`, `consent`: needed for a provider outside government; an office gets what the case has.
 */
export const DISPATCH = ACTS.referral
  .pick({
    case: true,
    provider: true,
    reason: true,
    demand: true,
    dueAt: true,
    ground: true,
    groundNote: true,
    fieldsSent: true,
    part: true,
    capacity: true,
    service: true,
  })
  .extend({ consent: GIVEN_CONSENT.optional(), money: ORDER_MONEY.optional() })
export type Dispatch = z.infer<typeof DISPATCH>

export type DispatchReading = Reading & { readonly providerType: (id: string) => string | null }

export const dispatch = (reading: DispatchReading, input: Dispatch, asked: Asked): Decision =>
  send(reading, input, asked, 'lead')

/** 协办: beside the one who leads, with a deadline of its own. */
export const dispatchCo = (reading: DispatchReading, input: Dispatch, asked: Asked): Decision =>
  send(reading, input, asked, 'co')

function send(reading: DispatchReading, input: Dispatch, asked: Asked, role: OrderRole): Decision {
  const form = checked(DISPATCH, input)
  if (!form.ok) return form
  const { consent: said, money, ...terms } = form.value
  const file = reading.caseFile(terms.case)
  if (!file) return refuse('no-such-case')
  if (!isOpen(statusOf(file))) return refuse('case-closed')
  const serviceType = serviceTypeOf(file)
  if (!serviceType) return refuse('not-classified')
  const offered = reading.providerType(terms.provider)
  if (!offered) return refuse('no-such-provider', ['provider'])
  const name = String(reading.read(terms.provider)?.['name'] ?? '')
  if (isReportedUnit(file.fields.reportedUnit, name)) return refuse('reported-unit', ['provider'])
  if (terms.service && reading.read(terms.service)?.['provider'] !== terms.provider) return refuse('no-such-service', ['service']) // prettier-ignore
  // Type, kind of provider and funding are three things (DOMAIN §1): an enterprise may serve `welfare` under a contract.
  const served = (terms.service && reading.read(terms.service)?.['serviceType']) ?? offered
  if (role === 'lead' && served !== serviceType && terms.reason === '') return refuse('type-mismatch', ['reason'])
  const taken = mayTake(file, terms.provider, role)
  if (taken) return refuse(taken, taken === 'already-with-them' ? ['provider'] : undefined)
  const rules = limitRules(reading)
  const { dueAt = orderDue(file, asked.now, rules) } = terms
  if (dueAt <= asked.now) return refuse('deadline-past', ['dueAt'])

  const way = wayOf(offered)
  const category = categoryOf(file)
  const isOurs = money !== undefined && (money.agreement ?? money.fund) !== undefined
  if (isOurs && way === 'report-up') return refuse('no-money-upward', ['money'])
  const categories = [category, ...listOf(terms.service && reading.read(terms.service)?.['categories'])]
  // What the order is for: the case's own category, or another item that the chosen service covers too.
  const lacking = isOurs && moneyProblem(reading, money, { provider: terms.provider, categories }, dayOf(asked.now))
  if (lacking) return refuseMoney(lacking, 'money.')
  const grounded =
    way === 'report-up'
      ? ok({ fieldsSent: filledFields(file), drafts: [] })
      : groundOf(reading, file, { ...terms, consent: said, name }, asked)
  if (!grounded.ok) return grounded
  const { drafts, ...ground } = grounded.value
  const { groundNote, ground: _asked, fieldsSent: _chosen, ...rest } = terms
  const referral = asked.newId('referral')
  return ok([
    {
      entity: referral,
      kind: 'case-dispatched',
      fields: {
        ...rest,
        ...(way === 'dispatch' && groundNote && { groundNote }),
        ...ground,
        serviceType,
        way,
        role,
        dueAt,
        replyBy: replyDue(file, asked.now, dueAt, rules),
        ...(way === 'dispatch' && { objectBy: objectionDue(asked.now, rules) }),
        ...(category && { category }),
        ...(money && moneyOf(money)),
        at: asked.now,
        by: asked.user,
      },
    },
    ...drafts,
    ...reserveDrafts(reading, money, { referral, case: file.id, provider: terms.provider }, asked),
  ])
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

function moneyOf({ agreement, fund, units, fen, copayFen }: OrderMoney) {
  if (agreement) return { payer: 'agreement', agreement, units, fen, copayFen }
  if (fund) return { payer: 'fund', fund, units, fen, copayFen }
  return copayFen > 0 ? { payer: 'resident', copayFen } : {}
}

function mayTake(file: CaseFile, provider: string, role: OrderRole) {
  if (role === 'lead') return leadOrder(file) ? 'already-dispatched' : null
  if (!leadOrder(file)) return 'lead-first'
  return ordersInForce(file).some((order) => order.provider === provider) ? 'already-with-them' : null
}

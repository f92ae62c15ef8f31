/** What 受理 adds to a case: its fields, and its two acts. Spread into fields.ts; scopes stand in scopes.ts. */
import { moment, words, z } from '../lib/schema.ts'
import { act } from './act.ts'
import {
  CHILD_REPORT_TO,
  ORDER_RETURN_REASONS,
  ORDER_RETURN_STEPS,
  REFUSAL_REASONS,
  RELATIONS,
} from './intake-codes.ts'

const NOTE = words(2_000)

export const INTAKE_FIELDS = {
  /** A unit asks (单位); `requesterName` and `requesterPhone` are then its contact person's. */
  requesterUnit: words(120).optional(),
  /** 代他人反映: who the requester is to the person in `forWhom`. */
  relation: z.enum(RELATIONS).optional(),
  /** 举报: whom it is about. Never a provider on this case (see reported-unit.ts). */
  reportedUnit: words(120).optional(),
  /** 举报 that is not confidential: why. Empty: the reporter stands in the confidential pair, which is the default. */
  openReason: words(200).optional(),
  /** 12345 工单: the order's own number, when it was sent, until when, and how it wants to be answered. */
  orderNumber: words(80).optional(),
  orderAt: moment.optional(),
  orderDueAt: moment.optional(),
  orderDemand: words(400).optional(),
  /** How the order writes its number, `【工单编号】{}`: the answer goes back in the same dress. */
  orderForm: words(40).optional(),
} as const

/** 不予受理 and 转其他渠道: the reason, and where the resident was told to go. Optional: older records have neither. */
export const TOLD_FIELDS = {
  refusalReason: z.enum(REFUSAL_REASONS).optional(),
  toldChannel: words(400).optional(),
} as const

export const INTAKE_ACTS = {
  /** 申请退单: a 12345 order cannot be refused, only asked back (DOMAIN §3.3, §4.3); then what the upper office said. */
  'order-return': act({
    step: z.enum(ORDER_RETURN_STEPS),
    reasonCode: z.enum(ORDER_RETURN_REASONS).optional(),
    note: NOTE,
  }),
  /** 强制报告: to whom, when (`at`), by whom (`by`); `receiver`: who took it, or the number of the record there. */
  'child-report': act({ to: z.array(z.enum(CHILD_REPORT_TO)).min(1), receiver: words(120), note: NOTE }),
} as const

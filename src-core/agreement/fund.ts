/**
 * 经费: money that is no contract: donations and what was raised, the party organisation's service funds, the housing
 * maintenance fund, the public budget. Each has its source and its rule; what comes in and goes out are entries of the ledger.
 */
import type { EntityId } from '../kernel/event.ts'
import { entityId, moment, someWords, words, z } from '../lib/schema.ts'
import type { FundingMode } from '../provider/fields.ts'

/** 捐赠/募集 · 党组织服务群众经费 · 住宅专项维修资金 · 财政 · 其他. To add one: at the end, with its words. */
export const FUND_KINDS = ['donated', 'party-service', 'maintenance', 'budget', 'other'] as const
export type FundKind = (typeof FUND_KINDS)[number]

export const FUND = z.object({
  kind: z.enum(FUND_KINDS),
  name: someWords(120),
  number: words(60),
  /** 2026; funds of several years are several funds. */
  year: z.number().int().min(2000).max(2100),
  /** Where it comes from, and by which rule it may be spent. */
  source: someWords(200),
  basis: someWords(200),
  purpose: words(200),
  station: entityId('station').optional(),
  closed: z.boolean(),
  note: words(500),
  at: moment,
  by: entityId('user'),
})
export type FundFields = z.infer<typeof FUND>

export type FundCard = { readonly id: EntityId } & FundFields
export const fundCard = (id: EntityId, fields: Readonly<Record<string, unknown>>): FundCard => ({
  ...({
    kind: 'other',
    name: '',
    number: '',
    year: 2000,
    source: '',
    basis: '',
    purpose: '',
    closed: false,
    note: '',
    at: '',
    by: '',
    ...fields,
  } as FundFields),
  id,
})

/** The funding mode of DOMAIN §1 that money of a fund is. */
export const FUND_MODES: Readonly<Record<FundKind, FundingMode>> = {
  donated: 'donated',
  'party-service': 'party-service-fund',
  maintenance: 'maintenance-fund',
  budget: 'government',
  other: 'donated',
}

/** Of an agreement or a fund, by its entity's type and kind; '' when nobody knows it. */
export function fundingModeOf(account: EntityId, kind: unknown): FundingMode | '' {
  if (account.startsWith('agreement:')) return kind === 'compensation' ? 'compensated' : 'purchased'
  return FUND_MODES[kind as FundKind] ?? ''
}

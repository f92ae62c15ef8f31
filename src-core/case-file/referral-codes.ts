/**
 * The closed lists of a referral (派单/上报). Words: text/<language>/referral.ts and reports/papers/order-words.ts.
 * To add one: at the END of its list, and its words in both languages.
 */
import type { OfficeKind } from '../station/office-kind.ts'

/** 主办 · 协办. An order without a role is from before there were co-handlers: 主办. */
export const ORDER_ROLES = ['lead', 'co'] as const
export type OrderRole = (typeof ORDER_ROLES)[number]

/** 资金来源 of an order: 合同或协议 · 经费 · 居民自付. Left out: nobody pays, or nobody said. */
export const PAYERS = ['agreement', 'fund', 'resident'] as const

/** DOMAIN §1, what an organisation does on a shared matter: 牵头协调 · 承办 · 支持参与 · 监督 */
export const PARTS = ['lead', 'carry-out', 'support', 'supervise'] as const
export type Part = (typeof PARTS)[number]

/** DOMAIN §1, 以何身份: 社区党组织 · 居委会 · 服务站; of the offices above 街道党工委 · 街道办事处 · 区委有关部门 · 区政府有关部门 */
export const CAPACITIES = [
  'party',
  'committee',
  'station',
  'street-party',
  'street',
  'district-party',
  'district',
] as const
export type Capacity = (typeof CAPACITIES)[number]
/** 以何身份 somebody can act there. */
export const CAPACITIES_OF: Readonly<Record<OfficeKind, readonly Capacity[]>> = {
  community: ['party', 'committee', 'station'],
  street: ['street-party', 'street'],
  district: ['district-party', 'district'],
}

/**
 * Why personal data may go to a provider outside government (个人信息保护法 13): 本人同意 · 订立或履行合同所必需 · 履行法定职责
 * 或义务所必需 · 紧急情况下保护生命健康和财产安全所必需 · 已合法公开的信息 · 法律、行政法规规定的其他情形. The last one needs no
 * ground, because nothing of a person is sent: 不含个人信息.
 */
export const GROUNDS = [
  'consent',
  'contract',
  'statutory-duty',
  'emergency',
  'already-public',
  'other-law',
  'no-personal-data',
] as const
export type Ground = (typeof GROUNDS)[number]

/** What an order may carry: 标题 · 诉求内容 · 地点 · 姓名 · 电话 · 为谁反映 */
export const SENT_FIELDS = ['title', 'text', 'place', 'name', 'phone', 'for-whom'] as const
export type SentField = (typeof SENT_FIELDS)[number]

/** Who said yes: 本人 · 监护人 · 代为反映并受托的人 */
export const CONSENT_GIVERS = ['self', 'guardian', 'agent'] as const

/** 口头 · 书面 */
export const CONSENT_WAYS = ['oral', 'written'] as const

/** What a review says of a return: 同意退单 · 不予退单 */
export const RULINGS = ['upheld', 'refused'] as const
export type Ruling = (typeof RULINGS)[number]

/** DOMAIN §6, to whom an answer went: 居民 · 派发单位 (whoever handed the matter to the station). */
export const ANSWERED_TO = ['resident', 'dispatcher'] as const
export type AnsweredTo = (typeof ANSWERED_TO)[number]

/** 四有 of an old neighbourhood (DOMAIN §1): what it should have, and how much of it is there. */

/** 安全防范 · 绿化保洁 · 维修维护 · 停车管理. */
export const HAVES = ['security', 'cleaning', 'repair', 'parking'] as const
export type Have = (typeof HAVES)[number]

/** 有 · 部分 · 没有 · 不适用 · 未查: the digits 1 to 5 on the paper and on the keyboard. */
export const POINT_STATES = ['present', 'partly', 'absent', 'not-applicable', 'unchecked'] as const
export type PointState = (typeof POINT_STATES)[number]

/** Who carries it: 小区自管会 · 业委会 · 物业 · 居委会代管 · 没有人. To add one: at the end, with its words (haves.carrier). */
export const CARRIERS = [
  'self-governing-body',
  'owners-committee',
  'property-company',
  'residents-committee',
  'nobody',
] as const

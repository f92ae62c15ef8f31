/**
 * The closed lists of intake. Words: src-renderer/text/<language>/intake.ts, and src-core/intake/told-words.ts for what is
 * written into a record. To add one: at the END of its list.
 */

/** Who the one who asks is to the one it is about: 子女 · 父母 · 配偶 · 其他亲属 · 邻居 · 工作人员 · 其他 */
export const RELATIONS = ['child', 'parent', 'spouse', 'relative', 'neighbour', 'worker', 'other'] as const
export type Relation = (typeof RELATIONS)[number]

/**
 * 不予受理 (DOMAIN §3.3), seven reasons: 紧急求助 · 已有法定途径 · 同一事项无新情况 · 涉密或隐私 · 超出职责 · 违法或违背公序良俗 · 恶意.
 */
export const REFUSAL_REASONS = [
  'emergency',
  'legal-road',
  'same-matter',
  'secret',
  'beyond-duty',
  'unlawful',
  'malicious',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** 申请退单 of a 12345 order: 不属本社区 · 职责外 · 重复派单 · 诉求人信息有误 · 依法不予受理 · 其他 */
export const ORDER_RETURN_REASONS = ['out-of-area', 'out-of-duty', 'duplicate', 'wrong-contact', 'not-acceptable', 'other'] as const // prettier-ignore

/** 已申请 · 上级同意 · 上级不同意 */
export const ORDER_RETURN_STEPS = ['applied', 'granted', 'refused'] as const

/** Whom a child suspected of being harmed is reported to (未成年人保护法 11): 公安 · 民政 · 教育 */
export const CHILD_REPORT_TO = ['police', 'civil-affairs', 'education'] as const
export type ChildReportTo = (typeof CHILD_REPORT_TO)[number]

/**
 * The closed lists of a case. The codes are stored; the words stand in src-renderer/text and src-cli/texts.ts.
 * To add one: at the END of its list (columns store the position), and its words in both languages.
 */
export const SERVICE_TYPES = ['administrative', 'welfare', 'market'] as const
export type ServiceType = (typeof SERVICE_TYPES)[number]

/** 咨询 · 求助 · 投诉 · 举报 · 建议 */
export const REQUEST_KINDS = ['consult', 'help', 'complaint', 'report', 'suggestion'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** 来访 · 电话 · 入户 · 网格巡查 · 微信 · 12345转办 · 信函 · 党员代报 · 导入 */
export const CHANNELS = [
  'visit',
  'phone',
  'home-visit',
  'grid-patrol',
  'wechat',
  'hotline-12345',
  'letter',
  'party-member',
  'import',
] as const
export type Channel = (typeof CHANNELS)[number]

/** 一般 7 日 · 紧急 24 小时 · 危及安全 2 小时 */
export const URGENCIES = ['general', 'urgent', 'danger'] as const
export type Urgency = (typeof URGENCIES)[number]

/** Computed from the acts, never stored. The order is the road's. */
export const STATUSES = ['received', 'dispatched', 'in-work', 'answered', 'closed', 'revisited'] as const
export type Status = (typeof STATUSES)[number]

/** 受理 → 派单/上报 → 办理 → 答复 → 办结 → 回访 */
export const ROAD = ['receive', 'dispatch', 'handle', 'answer', 'close', 'revisit'] as const
export type RoadStep = (typeof ROAD)[number]

/** DOMAIN §6: 已解决 · 部分解决 · 客观受限已解释 · 不予受理 · 转其他渠道 · 无法联系 · 撤回 */
export const OUTCOMES = [
  'solved',
  'partly-solved',
  'limited-explained',
  'not-accepted',
  'other-channel',
  'unreachable',
  'withdrawn',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** How a resident was reached, for contacts, answers and revisits. */
export const WAYS = ['phone', 'face-to-face', 'home-visit', 'wechat', 'letter', 'system'] as const
export type Way = (typeof WAYS)[number]

/** 首次联系 · 进展 · 探访 · 备注 */
export const CONTACT_KINDS = ['first-contact', 'progress', 'visit', 'note'] as const
export type ContactKind = (typeof CONTACT_KINDS)[number]

/**
 * 接单 · 不接 · 办完 · 退单 (older records; an office's 退回) · 已受理 · 已反馈 · 阶段性工作情况 · 未回应，收回 · 收回改派.
 * 退单 by a provider is an objection and its ruling: see referral-acts.ts.
 */
export const REFERRAL_STEPS = [
  'accepted',
  'declined',
  'done',
  'returned',
  'received',
  'fed-back',
  'interim',
  'silent',
  'recalled',
] as const
export type ReferralStep = (typeof REFERRAL_STEPS)[number]

/** DOMAIN §4.3: 职责外 · 服务区外 · 无力承接 · 不符合条件 · 材料不全 · 联系不上 · 其他 */
export const RETURN_REASONS = [
  'out-of-duty',
  'out-of-area',
  'no-capacity',
  'not-eligible',
  'missing-material',
  'unreachable',
  'other',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** DOMAIN §7.1: a revisit is valid, or invalid for one of these. 无人接听 · 拒访 · 号码错误 · 非本人 */
export const INVALID_REASONS = ['no-answer', 'refused', 'wrong-number', 'not-the-person'] as const
export type InvalidReason = (typeof INVALID_REASONS)[number]

/** DOMAIN §7.2: two scales, raw answer + scale id stored, never converted. */
export const SCALES = {
  'three-rates': ['satisfied', 'basically', 'neutral', 'dissatisfied'],
  'good-bad-5': ['very-satisfied', 'satisfied', 'basically', 'dissatisfied', 'very-dissatisfied'],
} as const
export type ScaleId = keyof typeof SCALES

/** What 查看 uncovered: 电话 · 举报人 */
export const VIEWED = ['phone', 'reporter'] as const

/** What a supervisor finds: 规范 · 需整改 · 严重问题 */
export const VERDICTS = ['in-order', 'to-rectify', 'serious'] as const
export type Verdict = (typeof VERDICTS)[number]

/**
 * The closed lists of 回访 and 差评. Words: text/<language>/revisit.ts (case-file.ts for the timeline).
 * To add one: at the END of its list, and its words in both languages.
 */

/** DOMAIN §7.1, written on the closing: 必访 · 抽中 · 未抽中. */
export const REVISIT_PLANS = ['always', 'sampled', 'not-drawn'] as const
export type RevisitPlan = (typeof REVISIT_PLANS)[number]

/** Why somebody is asked: 差评整改后 · 投诉 · 12345 · 关爱对象 · 用了资金的单 · 抽中 · 办结时还没有计划. */
export const REVISIT_REASONS = ['bad-rating', 'complaint', 'hotline', 'care', 'funded', 'sampled', 'unplanned'] as const
export type RevisitReason = (typeof REVISIT_REASONS)[number]

/** DOMAIN §7.4: 核实属实 · 核实不属实 · 整改完成 · 申诉 · 申诉成立 · 申诉不成立. */
export const RATING_STEPS = ['confirmed', 'not-ours', 'rectified', 'appealed', 'upheld', 'refused'] as const
export type RatingStep = (typeof RATING_STEPS)[number]

/** Why it is no bad rating of ours: 事项不归本站 · 说的是政策或别的单位 · 说错、点错 · 恶意. */
export const NOT_OURS_REASONS = ['beyond-duty', 'about-others', 'by-mistake', 'malicious'] as const
export type NotOursReason = (typeof NOT_OURS_REASONS)[number]

/**
 * 待核实 · 待整改 · 待再访 · 申诉待裁定 · 已改好 · 再次差评（另起一件）· 核实不属实 · 申诉成立，不计 · 再访未成功. The first four wait for
 * somebody. Computed from the acts (ratings.ts), never stored.
 */
export const RATING_STATES = [
  'to-verify',
  'to-rectify',
  'to-revisit',
  'under-appeal',
  'put-right',
  'bad-again',
  'not-ours',
  'superseded',
  'unreached',
] as const
export type RatingState = (typeof RATING_STATES)[number]

const OPEN: ReadonlySet<RatingState> = new Set(['to-verify', 'to-rectify', 'to-revisit', 'under-appeal'])
export const isOpenRating = (state: RatingState): boolean => OPEN.has(state)

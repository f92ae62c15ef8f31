/**
 * The closed lists of supervision (监督考核). Words: src-renderer/text/<language>/supervision.ts, and src-cli/texts.ts.
 * To add one: at the END of its list.
 */

/** 整改: 已整改（交证据） · 说明情况 · 复核通过 · 退回再改 · 撤销. The same steps on a case and on a provider. */
export const RECTIFICATION_STEPS = ['evidence', 'explanation', 'passed', 'sent-back', 'withdrawn'] as const
export type RectificationStep = (typeof RECTIFICATION_STEPS)[number]

/** What becomes of a 督办 order: 已答复 · 认可结案 · 退回重办 · 已公示/已谈话 (挂牌 and 约谈). */
export const SUPERVISION_STEPS = ['answered', 'accepted', 'sent-back', 'held'] as const
export type SupervisionStep = (typeof SUPERVISION_STEPS)[number]

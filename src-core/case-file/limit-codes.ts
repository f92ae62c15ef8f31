/**
 * The closed lists of time limits. Words: src-renderer/text/<language>/limits.ts, and src-cli/texts.ts.
 * To add one: at the END of its list.
 */

/** DOMAIN §5.7, each of them a switch of the station: 异议审查 · 等待居民补充 */
export const PAUSE_REASONS = ['objection', 'resident'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

/** 催办 (a welfare or market provider, or a colleague) · 催请 (government) · 提请督办 (the upper office): DOMAIN §4.0 */
export const URGING_KINDS = ['urge', 'request', 'ask-supervision'] as const
export type UrgingKind = (typeof URGING_KINDS)[number]

/** 日常督办 · 挂牌督办 · 约谈: upper offices only. */
export const SUPERVISION_KINDS = ['daily', 'listed', 'summons'] as const
export type SupervisionKind = (typeof SUPERVISION_KINDS)[number]

/** DOMAIN §5.8: 应受理未受理 · 超期 · 合法合理诉求未解决 · 处置不当造成不良影响 · 其他 */
export const SUPERVISION_TRIGGERS = ['refused-intake', 'overdue', 'unsolved', 'poor-handling', 'other'] as const
export type SupervisionTrigger = (typeof SUPERVISION_TRIGGERS)[number]

/** The closed lists of surveys and opinions. To add one: at the end of its list, and its words in both languages (surveys). */

/** 单选 · 多选 · 打分 · 数字 · 文字 */
export const QUESTION_KINDS = ['choice', 'several', 'scale', 'number', 'text'] as const
export type QuestionKind = (typeof QUESTION_KINDS)[number]

/** Whom a survey asks: 办结工单的诉求人 · 居民 · 报到党员和志愿者 */
export const POPULATIONS = ['cases', 'residents', 'members'] as const
export type PopulationKind = (typeof POPULATIONS)[number]

/** 不分层 · 按小区 · 按服务类型 · 按服务单位 */
export const STRATA_BY = ['none', 'place', 'service-type', 'provider'] as const
export type StrataBy = (typeof STRATA_BY)[number]

/** What a population can be parted by; a resident has no service type. */
export const STRATA_OF: Readonly<Record<PopulationKind, readonly StrataBy[]>> = {
  cases: STRATA_BY,
  residents: ['none', 'place'],
  members: ['none', 'provider'],
}

/** 按人数比例 · 每层一样多 */
export const STRATA_SHARES = ['proportional', 'equal'] as const
export type StrataShare = (typeof STRATA_SHARES)[number]

/** 完成 · 拒访 · 未遇 · 搬走 · 信息有误: only the first is an answer. */
export const INTERVIEW_STATES = ['done', 'refused', 'not-met', 'moved', 'wrong'] as const
export type InterviewState = (typeof INTERVIEW_STATES)[number]

/** Filled in on paper, and typed in later; or asked and typed at once. */
export const INTERVIEW_MODES = ['paper', 'screen'] as const

/** 居民 · 党员 · 单位 */
export const OPINION_FROM = ['resident', 'party-member', 'organisation'] as const
export type OpinionFrom = (typeof OPINION_FROM)[number]

/** 服务单位 · 一类服务 · 服务站 · 议题 */
export const OPINION_ABOUT = ['provider', 'service-type', 'station', 'topic'] as const

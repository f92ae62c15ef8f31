/** 关爱对象 (DOMAIN §9.3): sensitive, so always with its word and never without a reason on a screen. */

/** To add one: at the end, with its words (residents.mark) and the tier it suggests below. */
export const MARKS = [
  'living-alone',
  'empty-nest',
  'left-behind-elder',
  'disabled-elder',
  'severe-disability',
  'low-income',
  'low-income-edge',
  'destitute',
  'temporary-aid',
  'left-behind-child',
  'hardship-child',
  'orphan',
  'family-planning',
  'veteran-care',
  'serious-illness',
] as const
export type Mark = (typeof MARKS)[number]

/** 高风险 weekly · 重点 monthly · 一般 quarterly. */
export const TIERS = ['high', 'key', 'general'] as const
export type Tier = (typeof TIERS)[number]

/** What the station begins with; a person's own tier always counts more. Nobody is put in the highest by a list. */
const SUGGESTED: Readonly<Record<Mark, Tier>> = {
  'living-alone': 'key',
  'empty-nest': 'general',
  'left-behind-elder': 'key',
  'disabled-elder': 'key',
  'severe-disability': 'key',
  'low-income': 'general',
  'low-income-edge': 'general',
  destitute: 'key',
  'temporary-aid': 'general',
  'left-behind-child': 'key',
  'hardship-child': 'key',
  orphan: 'key',
  'family-planning': 'general',
  'veteran-care': 'general',
  'serious-illness': 'general',
}

/** The closest of those that the marks suggest; null for nobody to be visited. */
export const suggestedTier = (marks: readonly Mark[]): Tier | null =>
  TIERS.find((tier) => marks.some((mark) => SUGGESTED[mark] === tier)) ?? null

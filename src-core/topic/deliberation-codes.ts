/** 协商议事 (DOMAIN §10): its kinds, its eight steps, and what may be wrong with one of them. */

/** 听证会 · 协调会 · 评议会 · 议事厅. To add one: at the end, with its words (deliberation.kind). */
export const DELIBERATION_KINDS = ['hearing', 'coordination', 'review', 'forum'] as const
export type DeliberationKind = (typeof DELIBERATION_KINDS)[number]

/** 提议 → 预告 → 到会人数 → 表决票数 → 合法性核对 → 公示期 → 异议 → 落实, in the order in which they follow. */
export const DELIBERATION_STEPS = [
  'proposal',
  'notice',
  'attendance',
  'vote',
  'legality',
  'publication',
  'objections',
  'carry-out',
] as const
export type DeliberationStep = (typeof DELIBERATION_STEPS)[number]

/** What must be agreed for a resolution: more than half, or two thirds, of those who came. */
export const MAJORITIES = ['half', 'two-thirds'] as const
export type Majority = (typeof MAJORITIES)[number]

/** 合法 · 改后合法 · 不合法. */
export const LEGALITIES = ['lawful', 'lawful-after-change', 'unlawful'] as const
export type Legality = (typeof LEGALITIES)[number]

/** What is said beside a step that was done, but not as it should have been. To add one: here, with its words (deliberation.flaw). */
export type Flaw =
  | 'notice-short' // fewer days between notice and meeting than were promised
  | 'notice-late' // the notice came after the meeting
  | 'no-quorum' // half or fewer of those who should come
  | 'votes-differ' // for, against and abstentions are not as many as came: two PCs, or the attendance was put right later
  | 'not-carried' // the votes for it do not reach the majority
  | 'no-authority' // no resolution number of the residents' meeting is recorded
  | 'unlawful'
  | 'publication-short' // ended before the days were over
  | 'publication-running' // the days are not over yet
  | 'unanswered' // an objection without an answer
  | 'tasks-open'
  | 'tasks-late'
  | 'out-of-order' // on a day before the step that should have come first

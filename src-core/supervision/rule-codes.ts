/**
 * Codes of the rules, in the order in which the screen shows them: what hurts a resident first. To add one: its file under
 * rules/, its line here and in rules.ts, and its words in both texts (supervision.rule).
 */
export const RULE_CODES = [
  'overdue',
  'hotline-late',
  'no-first-contact',
  'urged-idle',
  'returned-again',
  'closed-unanswered',
  'refused-untold',
  'revisit-missing',
  'bad-ratings',
  'reopened-soon',
  'extended-twice',
  'back-dated',
  'edited-after-closing',
  'capacity',
  'agreement-used',
  'agreement-ending',
] as const
export type RuleCode = (typeof RULE_CODES)[number]

/**
 * Why something about 典型案例 and 政策卡片 is refused. To add one: here, then text/<language>/notice-refusals.ts and
 * src-cli/problems/notice-refusals.ts.
 */
export type LearningRefusal =
  | 'not-for-learning' // a report (举报), or a child who may be harmed
  | 'not-read' // nobody confirmed that the text was read
  | 'marked-already'
  | 'no-such-card'

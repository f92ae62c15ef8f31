import type { SupervisionRefusal } from '#core/case-file/supervision-refusals.ts'
import type { Line } from './line.ts'

/** What happened · what is safe · what to do, in both languages. */
export const SUPERVISION_REFUSALS: Readonly<Record<SupervisionRefusal, Line>> = {
  'no-such-finding': ['没有这条督查 · 没有改动 · 请核对', 'No such finding · nothing was changed · check it'],
  'nothing-to-rectify': ['结论是规范 · 没有改动 · 有问题请另记', 'It says in order · nothing was changed · record another finding'], // prettier-ignore
  'finding-closed': [
    '整改已销号 · 没有改动 · 又有问题请另记',
    'The finding is closed · nothing was changed · record another',
  ],
  'no-evidence-yet': [
    '还没有整改情况 · 没有复核 · 请先记下',
    'Nothing put right yet · not re-checked · record it first',
  ],
  'self-check': ['自己整改的不能自己复核 · 没有保存 · 请同事复核', 'You put it right yourself · nothing was saved · ask a colleague'], // prettier-ignore
  'not-your-finding': [
    '不是你记的督查 · 没有撤销 · 请记录人撤销',
    'Somebody else made it · it was not taken back · ask them',
  ],
  'not-over-government': ['对方是政府部门 · 没有记下 · 请用催请或提请督办', 'An office of government · nothing was recorded · ask for supervision'], // prettier-ignore
  'no-such-order': ['没有这张督办单 · 没有改动 · 请核对', 'No such supervision order · nothing was changed · check it'],
  'order-settled': [
    '督办单已结案 · 没有改动 · 新要求请另记',
    'The order is closed · nothing was changed · record a new one',
  ],
  'no-answer-yet': ['还没有答复 · 没有改动 · 请先记下答复', 'No answer yet · nothing was changed · record it first'],
  'upper-office-accepts': [
    '由上级认可 · 没有改动 · 请等上级意见',
    'The upper office decides · nothing was changed · wait for it',
  ],
  'nothing-held': ['日常督办没有公示谈话 · 没有改动 · 请记答复', 'An everyday order has neither · nothing was changed · answer it'], // prettier-ignore
}

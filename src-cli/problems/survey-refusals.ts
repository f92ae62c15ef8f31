import type { SurveyRefusal } from '#core/survey/refusals.ts'
import type { Line } from './line.ts'

/** What happened · what is safe · what to do, in both languages. */
export const SURVEY_REFUSALS: Readonly<Record<SurveyRefusal, Line>> = {
  'no-such-survey': [
    '没有这次调查 · 什么都没有改 · 请核对名称',
    'No such survey · nothing was changed · check its title',
  ],
  'survey-closed': [
    '调查已经结束 · 没有改 · 请先重新开放',
    'The survey has ended · nothing was changed · open it again',
  ],
  'sheet-first': ['没有这一版问卷 · 没有保存 · 请先存问卷', 'No such sheet · nothing was saved · save the sheet first'],
  'sample-too-large': ['样本比总体还多 · 没有抽 · 请减少样本数', 'The sample is larger than its population · nothing was drawn · take fewer'], // prettier-ignore
  'sample-below-strata': ['样本比层数还少 · 没有抽 · 请增加样本数', 'The sample is smaller than its strata · nothing was drawn · take more'], // prettier-ignore
  'already-drawn': ['这次调查已抽过样 · 名单不变 · 重抽请另建调查', 'It has been drawn · the list stays · begin another survey'], // prettier-ignore
  'draw-first': ['还没有抽样 · 没有保存 · 请先抽样', 'Nobody was drawn · nothing was saved · draw first'],
  'no-such-interviewee': [
    '名单里没有这个编号 · 没有保存 · 请核对',
    'Nobody has this number · nothing was saved · check it',
  ],
  'no-reserve': [
    '这一层候补已用完 · 没有替换 · 记作未应答',
    'No reserve is left · nobody was called up · record it without',
  ],
  'no-such-opinion': ['没有这条意见 · 没有改 · 请核对', 'No such opinion · nothing was changed · check it'],
  'opinion-withdrawn': [
    '这条意见已撤下 · 没有改 · 不用再做',
    'It was taken back before · nothing was changed · all done',
  ],
}

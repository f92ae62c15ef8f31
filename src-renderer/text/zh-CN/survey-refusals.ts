/** 访问调查和意见被拒时说的话：发生了什么 · 什么没受影响 · 怎么办. */
import type { SurveyRefusal } from '#core/survey/refusals.ts'

export const surveyRefusals = {
  'no-such-survey': '找不到这次调查，没有保存。它可能还没从另一台电脑传来，请稍后再试。',
  'survey-closed': '这次调查已经结束，没有再改。要补录请先“重新开放”。',
  'sheet-first': '找不到这一版问卷，没有保存。请先保存问卷。',
  'sample-too-large': '样本比总体还多，没有抽。请减少样本数，或放宽对象条件。',
  'sample-below-strata': '样本数比层数还少，有的层一个也抽不到，没有抽。请增加样本数，或换一种分层。',
  'already-drawn': '这次调查已经抽过样，名单不变。要重抽请另建一次调查（可复制问卷）。',
  'draw-first': '还没有抽样，没有保存。请先抽样。',
  'no-such-interviewee': '名单里没有这个受访人编号，没有保存。请对照访问表上的编号。',
  'no-reserve': '这一层的候补已经用完，没有替换。请去掉“换候补”再保存，记作未应答。',
  'no-such-opinion': '找不到这条意见，没有改动。它可能还没从另一台电脑传来。',
  'opinion-withdrawn': '这条意见已经撤下，没有再改。',
} satisfies Readonly<Record<SurveyRefusal, string>>

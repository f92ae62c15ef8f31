import type { HaveRefusal } from '#core/have/refusals.ts'
import type { TopicRefusal } from '#core/topic/refusal.ts'
import type { Line } from './line.ts'

type CivicRefusal = HaveRefusal | Exclude<TopicRefusal, 'no-such-topic' | 'already-linked'>

/** Four haves and deliberation: what happened · what is safe · what to do, in both languages. */
export const CIVIC_REFUSALS: Readonly<Record<CivicRefusal, Line>> = {
  'no-such-deliberation': [
    '没有这次协商 · 什么都没有改 · 请核对',
    'There is no such deliberation · nothing was changed · check which one you mean',
  ],
  'no-such-record': [
    '没有这条记录 · 什么都没有改 · 请核对',
    'There is no such record · nothing was changed · check which one you mean',
  ],
  'more-than-expected': [
    '到会多于应到 · 没有保存 · 请核对人数',
    'More came than should come · nothing was saved · check the numbers',
  ],
  'attendance-first': [
    '还没有到会人数 · 表决没有保存 · 请先记到会人数',
    'No attendance yet · the vote was not saved · record the attendance first',
  ],
  'votes-do-not-add-up': [
    '票数与到会人数不符 · 没有保存 · 请重新数票',
    'The votes are not as many as came · nothing was saved · count again',
  ],
  'publication-backwards': [
    '公示结束早于开始 · 没有保存 · 请核对日期',
    'The publication ends before it begins · nothing was saved · check the days',
  ],
  'personal-data-inside': [
    '公布的文字里有姓名或号码 · 没有保存 · 请去掉',
    'A name or number stands in what is to be published · nothing was saved · take it out',
  ],
  'not-a-neighbourhood': [
    '这个地点不是小区 · 没有保存 · 请核对',
    'This place is no neighbourhood in use · nothing was saved · check it',
  ],
  'nothing-checked': [
    '一项都没有查 · 没有保存 · 请至少填一项',
    'No point was looked at · nothing was saved · fill in at least one',
  ],
  'recheck-too-early': [
    '复查早于检查 · 没有保存 · 请改日期',
    'To look again before looking · nothing was saved · choose a later day',
  ],
  'no-such-check': [
    '没有这次检查 · 什么都没有改 · 请核对',
    'There is no such check · nothing was changed · check which one you mean',
  ],
}

/** What the command line says about notices, model cases and policy cards. */
import type { LearningRefusal } from '#core/learning/refusals.ts'
import type { NoticeRefusal } from '#core/notice/refusals.ts'
import type { Line } from './line.ts'

export const NOTICE_REFUSALS: Readonly<Record<NoticeRefusal | LearningRefusal, Line>> = {
  'blank-missing': [
    '还有空没填：{fields} · 什么都没有保存 · 请填上',
    'Blanks are empty: {fields} · nothing was saved · fill them in',
  ],
  'personal-inside': [
    '里面还有诉求人的姓名、电话、号码或门牌 · 没有保存 · 请改掉',
    'A name, telephone, number or door of the requester stands in it · nothing was saved · take it out',
  ],
  'until-before-from': ['结束早于开始 · 没有保存 · 请改日期', 'It ends before it begins · nothing was saved · correct the days'], // prettier-ignore
  'no-such-notice': ['没有这份通知 · 没有记下 · 请核对', 'There is no such notice · nothing was recorded · check it'],
  'notice-withdrawn': [
    '这份通知已作废 · 没有再发 · 请先恢复',
    'This notice is void · nothing was sent · restore it first',
  ],
  'no-notify-consent': [
    '名单里有人没有同意接收通知 · 没有导出 · 请重新筛选',
    'Somebody on the list has not agreed to be told · nothing was exported · filter again',
  ],
  'no-such-telling': ['没有这次告知 · 没有改动 · 请核对', 'There is no such telling · nothing was changed · check it'],
  'not-for-learning': [
    '举报和未成年人受侵害的工单不做典型案例 · 没有保存 · 工单没有变',
    'Reports and children at risk are no model cases · nothing was saved · the case is unchanged',
  ],
  'not-read': ['还没有确认读过全文 · 没有保存 · 请读后确认', 'Nobody confirmed having read it · nothing was saved · read it, then confirm'], // prettier-ignore
  'marked-already': [
    '这件已经有典型案例 · 没有再建 · 请改原来那份',
    'This case has a model case already · no second one was made · change that one',
  ],
  'no-such-card': ['没有这张卡片 · 没有改动 · 请核对', 'There is no such card · nothing was changed · check it'],
}

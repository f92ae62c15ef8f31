/** 告知通知、典型案例、政策卡片被拒时说的话：发生了什么 · 什么没受影响 · 怎么办. */
import type { LearningRefusal } from '#core/learning/refusals.ts'
import type { NoticeRefusal } from '#core/notice/refusals.ts'

export const noticeRefusals = {
  'blank-missing': '这一空还没填，没有保存。写的都在，请填上，或把正文里的这一空删掉。',
  'personal-inside': '里面还有诉求人的姓名、电话、号码或门牌，没有保存。写的都在，请改成“一位居民”“某楼”这样的说法。',
  'until-before-from': '结束早于开始，没有保存。写的都在，请改日期。',
  'no-such-notice': '找不到这份通知，没有记下。别的记录都在，请回到通知列表再打开。',
  'notice-withdrawn': '这份通知已经作废，没有再发。要发请先恢复，或另写一份。',
  'no-notify-consent': '名单里有人没有同意接收通知，没有导出，谁的号码都没有带出。请重新筛选一次。',
  'no-such-telling': '找不到这次告知的记录，没有改动。请回到通知页再看。',
  'not-for-learning': '举报和涉及未成年人受侵害的工单不做典型案例，没有保存。工单没有变。',
  'not-read': '还没有确认读过全文，没有保存。写的都在，请读一遍再勾选。',
  'marked-already': '这件工单已经有典型案例，没有再建一份。请打开原来的那份改。',
  'no-such-card': '找不到这张卡片，没有改动。别的都在，请回到列表再打开。',
} satisfies Readonly<Record<NoticeRefusal | LearningRefusal, string>>

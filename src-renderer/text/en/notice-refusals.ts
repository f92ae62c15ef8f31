import type { LearningRefusal } from '#core/learning/refusals.ts'
import type { NoticeRefusal } from '#core/notice/refusals.ts'

export const noticeRefusals = {
  'blank-missing': 'This blank is still empty; nothing was saved. What you wrote is kept: fill it in, or delete the blank from the text.', // prettier-ignore
  'personal-inside': 'A name, telephone, number or door of the requester still stands in it; nothing was saved. What you wrote is kept: say “a resident”, “a building” instead.', // prettier-ignore
  'until-before-from': 'It ends before it begins; nothing was saved. What you wrote is kept: correct the days.',
  'no-such-notice':
    'This notice cannot be found; nothing was recorded. All else is there: open it again from the list.',
  'notice-withdrawn': 'This notice is void; nothing was sent. Restore it first, or write another.',
  'no-notify-consent': 'Somebody on the list has not agreed to be told; nothing was exported, no number left. Filter once more.', // prettier-ignore
  'no-such-telling': 'This telling cannot be found; nothing was changed. Look at the notice again.',
  'not-for-learning': 'Reports of wrongdoing and children at risk are no model cases; nothing was saved. The case is unchanged.', // prettier-ignore
  'not-read': 'Nobody confirmed having read the whole text; nothing was saved. What you wrote is kept: read it, then tick.', // prettier-ignore
  'marked-already': 'This case has a model case already; no second one was made. Open that one and change it.',
  'no-such-card': 'This card cannot be found; nothing was changed. All else is there: open it again from the list.',
} satisfies Readonly<Record<NoticeRefusal | LearningRefusal, string>>

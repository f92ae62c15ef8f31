import type { LetterRefusal } from '#core/peer/letter-refusals.ts'
import type { Line } from './line.ts'

/** What happened · what is safe · what to do, in both languages. */
export const LETTER_REFUSALS: Readonly<Record<LetterRefusal, Line>> = {
  'no-such-house': ['不认识这个单位 · 没有写下 · 请先加入它', 'This office is not known here · nothing was written · add it first'], // prettier-ignore
  'not-below': ['督办令只发给下属单位 · 没有写下 · 请另选', 'Orders go down only · nothing was written · choose an office below'], // prettier-ignore
  'not-above': ['个案转报只报给上级 · 没有写下 · 请先加入上级', 'Transfers go up only · nothing was written · add the upper office'], // prettier-ignore
  'no-such-letter': ['没有这份来文 · 没有改动 · 请核对', 'No such letter · nothing was changed · check it'],
  'letter-not-answered': ['这份来文不用答复 · 没有写下 · 有事另写', 'It wants no answer · nothing was written · write a new one'], // prettier-ignore
  'letter-settled': ['已经答复过 · 没有再写 · 退回后再答复', 'Answered already · nothing was written · wait until it is sent back'], // prettier-ignore
  'nothing-to-send': ['勾选的项没有内容 · 没有发出 · 请另勾', 'The ticked fields are empty · nothing was sent · tick others'], // prettier-ignore
  'transferred-already': [
    '已经转报 · 没有再报 · 请等结果',
    'Transferred already · nothing was sent · wait for the result',
  ],
}

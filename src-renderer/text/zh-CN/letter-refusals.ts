/** 往来公文被拒时说的话：发生了什么 · 什么没受影响 · 怎么办. */
import type { LetterRefusal } from '#core/peer/letter-refusals.ts'

export const letterRefusals = {
  'no-such-house': '这里还不认识这个单位，没有写下。请先在“电脑与密钥”里加入它。',
  'not-below': '督办令只发给下属单位，没有写下。请另选一个下属单位。',
  'not-above': '个案转报只报给上级单位，没有写下。请先加入上级单位。',
  'no-such-letter': '找不到这份来文，没有改动。请刷新后再看。',
  'letter-not-answered': '这份来文不需要答复，没有写下。有事请另写一份。',
  'letter-settled': '这份来文已经答复过，没有再写。上级退回后才能再答复。',
  'nothing-to-send': '勾选的几项都没有内容，什么都没有发出。请另勾要转报的内容。',
  'transferred-already': '这件已经转报，还没有收到结果，没有再报。请等上级的办理结果。',
} satisfies Readonly<Record<LetterRefusal, string>>

/** 督查督办被拒时说的话：发生了什么 · 什么没受影响 · 怎么办. */
import type { SupervisionRefusal } from '#core/case-file/supervision-refusals.ts'

export const supervisionRefusals = {
  'no-such-finding': '找不到这条督查记录，没有改动。请刷新后再看。',
  'nothing-to-rectify': '这条督查的结论是“规范”，没有整改要求，没有改动。确有问题请另记一条督查。',
  'finding-closed': '这条整改已经销号或撤销，没有改动。又发现问题请另记一条督查。',
  'no-evidence-yet': '还没有提交整改情况，没有复核。请先记下改了什么，或说明情况。',
  'self-check': '整改是你提交的，要由别人复核，没有保存。写的都在，请同事来复核。',
  'not-your-finding': '这条督查不是你记的，没有撤销。请记录人撤销，或按“说明情况”交复核。',
  'not-over-government': '这家是政府部门，社区不下整改要求，没有记下。请用“催请”或“提请督办”。',
  'no-such-order': '找不到这张督办单，没有改动。请刷新后再看。',
  'order-settled': '这张督办单已经结案，没有改动。又有新要求请另记一张。',
  'no-answer-yet': '还没有答复，不能认可也不能退回，没有改动。请先记下答复。',
  'upper-office-accepts': '这张单由上级认可或退回，这里没有改动。请等上级的意见。',
  'nothing-held': '日常督办没有公示和谈话，没有改动。请直接记答复。',
} satisfies Readonly<Record<SupervisionRefusal, string>>

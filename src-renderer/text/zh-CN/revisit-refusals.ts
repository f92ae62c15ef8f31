/** 回访、差评被拒时说的话：发生了什么 · 什么没受影响 · 怎么办. */
import type { RevisitRefusal } from '#core/revisit/refusals.ts'

export const revisitRefusals = {
  'no-such-rating': '找不到这条差评，可能刚被撤销，没有改动。请刷新后再看。',
  'rating-step-not-now': '这条差评现在走不到这一步，没有改动；可能同事刚办过。请看它的最新状态。',
  'own-rating': '评的是你办的件，核实和裁定要由别人做，没有保存。写的都在，请同事来做。',
} satisfies Readonly<Record<RevisitRefusal, string>>

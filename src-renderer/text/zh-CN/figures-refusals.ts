/** 统计设置被拒时说的话：发生了什么 · 什么没受影响 · 怎么办. */
import type { FiguresRefusal } from '#core/figures/refusals.ts'

export const figuresRefusals = {
  'weights-not-one': '三项权重相加要正好是 1，没有保存，原来的权重照旧。请改好再存。',
  'factor-impossible': '“基本满意”的系数要在 0 到 1 之间，没有保存，原来的照旧。请改好再存。',
  'cut-impossible': '考核周期的起点要写 1 到 28 日和时刻，没有保存，原来的照旧。请改好再存。',
} satisfies Readonly<Record<FiguresRefusal, string>>

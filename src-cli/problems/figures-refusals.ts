import type { FiguresRefusal } from '#core/figures/refusals.ts'
import type { Line } from './line.ts'

/** What happened · what is safe · what to do, in both languages. */
export const FIGURES_REFUSALS: Readonly<Record<FiguresRefusal, Line>> = {
  'weights-not-one': ['三项权重相加不是 1 · 没有改 · 请改到正好是 1', 'The three weights do not add up to 1 · nothing was changed · make them add up'], // prettier-ignore
  'factor-impossible': ['系数要在 0 到 1 之间 · 没有改 · 请改正', 'The factor lies between 0 and 1 · nothing was changed · correct it'], // prettier-ignore
  'cut-impossible': ['考核日要写 1 到 28 日和时刻 · 没有改 · 请改正', 'A cut is a day from 1 to 28 and a time · nothing was changed · correct it'], // prettier-ignore
}

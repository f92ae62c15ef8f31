/** 权重相加不等于 1 · 系数不在 0 到 1 · 考核日不存在. To add one: here, and its sentence in both texts and in src-cli/problems. */
export type FiguresRefusal = 'weights-not-one' | 'factor-impossible' | 'cut-impossible'

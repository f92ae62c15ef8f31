/** Why a setting of the figures was refused: what happened · what is safe · what to do. */
import type { FiguresRefusal } from '#core/figures/refusals.ts'

export const figuresRefusals = {
  'weights-not-one':
    'The three weights must add up to exactly 1. Nothing was saved; the old ones hold. Correct them and save again.',
  'factor-impossible':
    'What “basically satisfied” counts lies between 0 and 1. Nothing was saved; the old one holds. Correct it and save again.',
  'cut-impossible':
    'A period is cut on a day from 1 to 28, at a time. Nothing was saved; the old one holds. Correct it and save again.',
} satisfies Readonly<Record<FiguresRefusal, string>>

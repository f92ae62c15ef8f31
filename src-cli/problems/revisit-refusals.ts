import type { RevisitRefusal } from '#core/revisit/refusals.ts'
import type { Line } from './line.ts'

/** What happened · what is safe · what to do, in both languages. */
export const REVISIT_REFUSALS: Readonly<Record<RevisitRefusal, Line>> = {
  'no-such-rating': ['没有这条差评 · 没有改动 · 请核对', 'No such bad rating · nothing was changed · check it'],
  'rating-step-not-now': ['差评走不到这一步 · 没有改动 · 请看最新状态', 'It does not stand there · nothing was changed · see its state'], // prettier-ignore
  'own-rating': [
    '评的是自己办的件 · 没有保存 · 请同事来做',
    'It is about your own work · nothing was saved · ask a colleague',
  ],
}

/**
 * 把握大 · 中 · 小, as frequencies: of the suggestions that say 大 about nine in ten were what a person chose, of those that
 * say 中 about two in three (tests/core/suggestion/messages.test.ts counts it on real messages).
 */
export type Sureness = 'high' | 'fair' | 'low'

/** What the first must have, and how far ahead of the second it must be. */
const WORDS = { high: [0.6, 0.35], fair: [0.4, 0.12] } as const
const LEARNED = { high: [0.2, 0.7], fair: [-0.4, 0.25] } as const

export function sureness(first: number, second: number, learned: boolean): Sureness {
  const levels = learned ? LEARNED : WORDS
  for (const level of ['high', 'fair'] as const) {
    const [least, ahead] = levels[level]
    if (first >= least && first - second >= ahead) return level
  }
  return 'low'
}

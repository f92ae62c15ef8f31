/** Seeded chance (mulberry32): the same number gives the same file, so a failure names itself. */
export type Random = {
  /** 0 ≤ n < below, whole. */
  readonly below: (below: number) => number
  readonly pick: <T>(list: readonly T[]) => T
}

export function random(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (n: number): number => Math.floor(next() * n)
  return { below, pick: (list) => list[below(list.length)]! }
}

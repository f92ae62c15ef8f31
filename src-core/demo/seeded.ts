/** Numbers that look random and are the same for the same seed (mulberry32). Never for keys. */
export type Seeded = {
  /** A whole number from 0 to below `below`. */
  readonly int: (below: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  readonly bytes: (n: number) => Uint8Array<ArrayBuffer>
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return (t ^ (t >>> 14)) >>> 0
  }
  const int = (below: number): number => Math.floor((next() / 2 ** 32) * below)
  return {
    int,
    chance: (share) => next() / 2 ** 32 < share,
    pick: (list) => list[int(list.length)]!,
    bytes: (n) => Uint8Array.from({ length: n }, () => next() >>> 24),
  }
}

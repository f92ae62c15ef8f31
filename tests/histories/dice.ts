/** Chance that can be repeated: one number names a whole history. */
export type Dice = {
  /** 0 … n-1 */
  readonly roll: (n: number) => number
  readonly one: <T>(of: readonly T[]) => T
  /** True once in `n`. */
  readonly rarely: (n: number) => boolean
  readonly bytes: (n: number) => Uint8Array<ArrayBuffer>
}

/** mulberry32: 32 bits of state, good enough for choices. */
export function dice(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const roll = (n: number): number => Math.floor(next() * n)
  return {
    roll,
    one: (of) => of[roll(of.length)]!,
    rarely: (n) => roll(n) === 0,
    bytes: (n) => Uint8Array.from({ length: n }, () => roll(256)),
  }
}

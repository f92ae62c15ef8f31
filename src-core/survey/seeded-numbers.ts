/**
 * Whole numbers out of a seed: xoshiro128** (Blackman, Vigna 2018), started by splitmix32. 32-bit whole numbers only, so
 * every machine gives the same; no floats. For draws that anybody can repeat, never for keys.
 */
export type SeededNumbers = {
  /** 0 up to `bound` without it, each equally likely: what would favour some is thrown away and drawn again. `bound` 1 to 2^32. */
  readonly below: (bound: number) => number
}

const rotl = (x: number, k: number): number => (x << k) | (x >>> (32 - k))

/** `seed`: 0 to 2^32 − 1. */
export function seededNumbers(seed: number): SeededNumbers {
  let mix = seed >>> 0
  const split = (): number => {
    mix = (mix + 0x9e3779b9) | 0
    let z = mix
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b)
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35)
    return z ^ (z >>> 16)
  }
  let [a, b, c, d] = [split(), split(), split(), split()]
  const next = (): number => {
    const out = Math.imul(rotl(Math.imul(b, 5), 7), 9) >>> 0
    const t = b << 9
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= t
    d = rotl(d, 11)
    return out
  }
  return {
    below(bound) {
      // The largest multiple of `bound` that 2^32 holds; whole numbers below 2^53, so exact.
      const fair = 0x1_0000_0000 - (0x1_0000_0000 % bound)
      let n = next()
      while (n >= fair) n = next()
      return n % bound
    },
  }
}

/**
 * The natural logarithm out of + − × ÷ alone, which every machine rounds alike; `Math.log` may differ in its last bit from
 * one engine to the next, and then two PCs of a station would suggest differently. `x` ≥ 1; exact to about 1e-15.
 */
const LN2 = Math.LN2

export function naturalLog(x: number): number {
  let doublings = 0
  let rest = x
  while (rest >= 2) {
    rest /= 2
    doublings += 1
  }
  // ln((1+t)/(1−t)) = 2(t + t³/3 + t⁵/5 + …), t ≤ 1/3: 17 terms reach the last bit.
  const t = (rest - 1) / (rest + 1)
  const square = t * t
  let power = t
  let sum = 0
  for (let n = 1; n <= 33; n += 2) {
    sum += power / n
    power *= square
  }
  return doublings * LN2 + 2 * sum
}

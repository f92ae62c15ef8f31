/**
 * A linear classifier as it answers: for every bucket the classes it speaks for or against, weights in steps of 1/127 of
 * the class's largest. A few hundred kilobytes; nothing in it can be read back as a text.
 */
import type { Grams } from './grams.ts'
import { naturalLog } from './natural-log.ts'

export type LinearModel = {
  /** Classes it was taught, in the caller's numbers. */
  readonly classes: Int32Array
  /** How telling a bucket is: high when few texts have it. */
  readonly rarity: Float32Array
  /** Where a bucket's entries begin; one more than there are buckets. */
  readonly starts: Uint32Array
  /** Positions in `classes`. */
  readonly entryClass: Uint8Array
  readonly entryWeight: Int8Array
  /** Per class: what one step of its weights stands for. */
  readonly steps: Float32Array
}

export const modelBytes = (model: LinearModel): number =>
  model.classes.byteLength +
  model.rarity.byteLength +
  model.starts.byteLength +
  model.entryClass.byteLength +
  model.entryWeight.byteLength +
  model.steps.byteLength

/** Single characters say little, three in a row are rare: pairs carry Chinese words. Found on labelled requests. */
const BY_LENGTH = [0, 0.8, 1, 0.5] as const

/** Weight of each bucket of a text: how often (flattened) × how telling, scaled so that long and short texts count alike. */
export function vectorOf(grams: Grams, rarity: Float32Array): Float64Array {
  const vector = new Float64Array(grams.buckets.length)
  let square = 0
  for (let i = 0; i < vector.length; i++) {
    const weight =
      BY_LENGTH[grams.lengths[i] as 1 | 2 | 3] * (1 + naturalLog(grams.counts[i]!)) * rarity[grams.buckets[i]!]!
    vector[i] = weight
    square += weight * weight
  }
  const scale = square > 0 ? 1 / Math.sqrt(square) : 0
  for (let i = 0; i < vector.length; i++) vector[i]! *= scale
  return vector
}

/** One score a class, in the order of `classes`: above 0 speaks for it, −1 is a plain no. */
export function scores(model: LinearModel, grams: Grams, vector: Float64Array): Float64Array {
  const sums = new Float64Array(model.classes.length)
  const { starts, entryClass, entryWeight } = model
  for (let i = 0; i < vector.length; i++) {
    const bucket = grams.buckets[i]!
    const x = vector[i]!
    const end = starts[bucket + 1]!
    for (let at = starts[bucket]!; at < end; at++) sums[entryClass[at]!]! += x * entryWeight[at]!
  }
  for (let c = 0; c < sums.length; c++) sums[c]! *= model.steps[c]!
  return sums
}

/** The weight of one bucket for one class (a position in `classes`). */
export function weightOf(model: LinearModel, bucket: number, position: number): number {
  const end = model.starts[bucket + 1]!
  for (let at = model.starts[bucket]!; at < end; at++)
    if (model.entryClass[at] === position)
      return model.entryWeight[at]! * model.steps[position]! * model.rarity[bucket]!
  return 0
}

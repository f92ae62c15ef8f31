/**
 * Learns a linear classifier: one class against all others, squared hinge loss with an L2 penalty, by dual coordinate
 * descent (Hsieh et al. 2008). Every text keeps how strongly it pulls on each class, so that texts can be added later and
 * only the pull that is still missing is added. No chance enters: texts are visited in an order that their number fixes.
 */
import { BUCKETS, type Grams } from './grams.ts'
import { vectorOf, type LinearModel } from './linear-model.ts'
import { naturalLog } from './natural-log.ts'

export type Example = {
  readonly grams: Grams
  /** Number of the class, as in `classes`. */
  readonly label: number
  /** What is known before any learning: one score for each of `classes`; added to what is learned. */
  readonly start?: Float64Array
}

/** A change of a pull below this is not carried out: it would move no answer, and most of them are so small (⅓ of the time). */
const TOO_SMALL = 0.002
/** After five visits of all texts the answers change no more. */
const VISITS = 5
/** Most entries: 3 bytes for each would make 2 MB. */
const MOST_ENTRIES = 600_000

export type Learner = {
  /** One step a text visited, so that whoever trains between other work can stop anywhere. */
  readonly train: () => Generator<void, void>
  /** One more text, followed at once; what is rare is not counted anew. */
  readonly add: (example: Example) => void
  /** What it answers with now; in steps as well. */
  readonly model: () => Generator<void, LinearModel>
}

/**
 * `classes`: at most 256, in a fixed order; `examples` in the order in which they were decided. `pull`: how much one text may
 * pull; the larger, the closer it is followed.
 */
export function learner(classes: readonly number[], examples: readonly Example[], pull: number): Learner {
  const width = classes.length
  const positions = new Map(classes.map((one, position) => [one, position]))
  const rarity = rarityOf(examples)
  const balance = balanceOf(positions, examples)
  const row = new Int32Array(BUCKETS).fill(-1)
  let weights = new Float32Array(4_096 * width)
  let rows = 0
  const rowFor = (bucket: number): number => {
    const known = row[bucket]!
    if (known >= 0) return known
    if ((rows + 1) * width > weights.length) {
      const larger = new Float32Array(Math.min(BUCKETS * width, weights.length * 2))
      larger.set(weights)
      weights = larger
    }
    return (row[bucket] = rows++)
  }
  type Known = {
    readonly example: Example
    readonly vector: Float64Array
    readonly rowOf: Int32Array
    readonly pulls: Float64Array
  }
  const know = (example: Example): Known => ({
    example,
    vector: vectorOf(example.grams, rarity),
    rowOf: example.grams.buckets.map(rowFor),
    pulls: new Float64Array(width),
  })
  const sums = new Float64Array(width)
  const movedClass = new Int32Array(width)
  const movedBy = new Float64Array(width)

  function visit({ example, vector, rowOf, pulls }: Known): void {
    if (example.start) sums.set(example.start)
    else sums.fill(0)
    for (let i = 0; i < vector.length; i++) {
      const from = rowOf[i]! * width
      const x = vector[i]!
      for (let c = 0; c < width; c++) sums[c]! += weights[from + c]! * x
    }
    const own = positions.get(example.label)
    let moved = 0
    for (let c = 0; c < width; c++) {
      const side = c === own ? 1 : -1
      const give = 1 / (2 * pull * (c === own ? balance[c]! : 1))
      const before = pulls[c]!
      const now = Math.max(0, before - (side * sums[c]! - 1 + give * before) / (1 + give))
      if (Math.abs(now - before) < TOO_SMALL) continue
      pulls[c] = now
      movedClass[moved] = c
      movedBy[moved++] = (now - before) * side
    }
    if (moved === 0) return
    for (let i = 0; i < vector.length; i++) {
      const from = rowOf[i]! * width
      const x = vector[i]!
      for (let m = 0; m < moved; m++) weights[from + movedClass[m]!]! += movedBy[m]! * x
    }
  }

  const known = examples.map(know)
  return {
    *train() {
      const stride = strideOver(known.length)
      for (let n = 0; n < VISITS; n++)
        for (let i = 0, at = n; i < known.length; i++, at += stride) {
          visit(known[at % known.length]!)
          yield
        }
    },
    add(example) {
      const one = know(example)
      for (let n = 0; n < VISITS; n++) visit(one)
    },
    model: () => packed(classes, rarity, row, weights),
  }
}

/**
 * Steps of 0.618 of the whole reach every text once and mix any order of the file. In the order of a file sorted by its labels
 * macro-F1 fell from 0.92 to 0.75.
 */
function strideOver(count: number): number {
  for (let stride = Math.max(1, Math.floor(count * 0.618)); ; stride++) if (gcd(stride, count) === 1) return stride
}
const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b))

/** ln((texts + 1) / (texts with it + 1)) + 1. */
function rarityOf(examples: readonly Example[]): Float32Array {
  const texts = new Uint32Array(BUCKETS)
  for (const { grams } of examples) for (const bucket of grams.buckets) texts[bucket]! += 1
  return Float32Array.from(texts, (n) => naturalLog((examples.length + 1) / (n + 1)) + 1)
}

/** Classes with few texts pull harder: √(all ÷ (classes × own)), so that none drowns. */
function balanceOf(positions: ReadonlyMap<number, number>, examples: readonly Example[]): Float64Array {
  const own = new Float64Array(positions.size)
  for (const { label } of examples) {
    const position = positions.get(label)
    if (position !== undefined) own[position]! += 1
  }
  return own.map((n) => Math.sqrt(examples.length / (positions.size * Math.max(1, n))))
}

/** Rows looked at in one step: about 2 ms with 150 classes. */
const ROWS_A_STEP = 1_024

/** Rounds to 127 steps a class and leaves out what rounds to nothing; of too many entries the weakest. */
function* packed(
  classes: readonly number[],
  rarity: Float32Array,
  row: Int32Array,
  weights: Float32Array,
): Generator<void, LinearModel> {
  const width = classes.length
  const rows = row.reduce((last, from) => Math.max(last, from + 1), 0)
  const steps = new Float32Array(width)
  for (let from = 0; from < rows; from++) {
    for (let c = 0; c < width; c++) steps[c] = Math.max(steps[c]!, Math.abs(weights[from * width + c]!))
    if (from % ROWS_A_STEP === 0) yield
  }
  for (let c = 0; c < width; c++) steps[c] = steps[c]! > 0 ? steps[c]! / 127 : 1

  const rounded = new Int8Array(rows * width)
  const bySize = new Uint32Array(128)
  for (let from = 0; from < rows; from++) {
    for (let c = 0; c < width; c++) {
      const at = from * width + c
      rounded[at] = Math.round(weights[at]! / steps[c]!)
      bySize[Math.abs(rounded[at]!)]! += 1
    }
    if (from % ROWS_A_STEP === 0) yield
  }
  let entries = 0
  let least = 128
  while (least > 1 && entries + bySize[least - 1]! <= MOST_ENTRIES) entries += bySize[--least]!

  const starts = new Uint32Array(BUCKETS + 1)
  const entryClass = new Uint8Array(entries)
  const entryWeight = new Int8Array(entries)
  let filled = 0
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    const from = row[bucket]!
    if (from >= 0)
      for (let c = 0; c < width; c++) {
        const weight = rounded[from * width + c]!
        if (Math.abs(weight) < least) continue
        entryClass[filled] = c
        entryWeight[filled++] = weight
      }
    starts[bucket + 1] = filled
    if (bucket % ROWS_A_STEP === 0) yield
  }
  return { classes: Int32Array.from(classes), rarity, starts, entryClass, entryWeight, steps }
}

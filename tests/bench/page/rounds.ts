/** Two things timed in turn in the same process; who goes first changes with every round. */
export type Times = { readonly ours: number[]; readonly reference: number[] }

export async function interleaved(
  rounds: number,
  calls: number,
  ours: () => unknown,
  reference: () => unknown,
): Promise<Times> {
  const times: Times = { ours: [], reference: [] }
  const one = async (into: number[], work: () => unknown): Promise<void> => {
    const started = performance.now()
    for (let i = 0; i < calls; i++) await work()
    into.push((performance.now() - started) / calls)
  }
  // The first round warms both sides up and is not kept.
  for (let round = -1; round < rounds; round++) {
    const kept = round < 0 ? { ours: [], reference: [] } : times
    if (round % 2 === 0) await one(kept.ours, ours)
    await one(kept.reference, reference)
    if (round % 2 !== 0) await one(kept.ours, ours)
  }
  return times
}

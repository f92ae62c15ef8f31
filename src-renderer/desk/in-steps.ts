/** Long work in pieces short enough that a save, a key stroke or another question never waits for it. */
const PIECE_MS = 8

/** `work` yields often: between two yields it should take a millisecond or so. */
export async function inSteps<T>(work: Generator<void, T>): Promise<T> {
  let until = performance.now() + PIECE_MS
  for (;;) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() < until) continue
    await new Promise((done) => setTimeout(done))
    until = performance.now() + PIECE_MS
  }
}

/** A mistake in our own code. Only the crash screen and the log ever see it. */
export class BugError extends Error {
  override name = 'BugError'
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new BugError(message)
}

export function never(value: never): never {
  throw new BugError(`unexpected value ${JSON.stringify(value)}`)
}

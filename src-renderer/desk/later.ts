/** Questions whose code is fetched with the first of them: the first screen waits for nothing that it does not ask. */

// Method bivariance does not reach through an index; `names` keeps both ends one type.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Questions = { readonly [K: string]: (...args: any[]) => Promise<unknown> }

/** `names`: every question of the room, or it does not compile. */
export function later<Q>(load: () => Promise<Q>, names: { readonly [K in keyof Q]: true }): Q {
  let loaded: Promise<Q> | null = null
  const room = (): Promise<Q> =>
    (loaded ??= load().catch((reason: unknown) => {
      // Not there just now (the program behind the page was restarted): the next question tries again.
      loaded = null
      throw reason
    }))
  const ask =
    (name: keyof Q) =>
    async (...args: readonly unknown[]): Promise<unknown> =>
      ((await room()) as unknown as Questions)[name as string]!(...args)
  return Object.fromEntries(Object.keys(names).map((name) => [name, ask(name as keyof Q)])) as Q
}

/** What may be told about an error: its kind and where it happened. Never its message, which may quote what was typed. */
export type ErrorTrace = { readonly name: string; readonly places: readonly string[] }

/** The desk's errors carry the worker's own places in their message (desk/rpc.ts). */
const PLACE = /[\w.-]+\.(?:tsx?|m?js):\d+:\d+/g
const NAME = /^[A-Z][A-Za-z]{0,40}$/
const MOST = 12

export function errorTrace(error: unknown): ErrorTrace {
  if (!(error instanceof Error)) return { name: typeof error, places: [] }
  const places = `${error.message}\n${error.stack ?? ''}`.match(PLACE) ?? []
  return { name: NAME.test(error.name) ? error.name : 'Error', places: [...new Set(places)].slice(0, MOST) }
}

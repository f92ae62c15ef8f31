/**
 * The page's half of Electron: `require('electron')` as a sandboxed preload sees it. Stringified into an init script, so it may use
 * nothing from outside itself. Real Electron runs the preload in a world of its own; this one shares the page's, which is on the list
 * of what the stand-in cannot prove.
 */

/** A call or its answer as text: Uint8Arrays as base64 under a key that no object of the program has. */
export const BYTES_KEY = '\u0000bytes'

type Scope = typeof globalThis & {
  electronCall?: (message: string) => Promise<string>
  electronSend?: (channel: string, args: readonly unknown[]) => void
}
type Preload = (require: (name: string) => unknown, module: { exports: object }, exports: object) => void

export function installPreload(key: string, preload: Preload): void {
  const scope = globalThis as Scope
  if (window.top !== window || !scope.electronCall) return
  const invoke = scope.electronCall
  type WithBase64 = Uint8Array & { toBase64: () => string }
  type FromBase64 = { fromBase64: (text: string) => Uint8Array }
  const encode = (value: unknown): string =>
    JSON.stringify(value, (_, item: unknown) =>
      item instanceof Uint8Array ? { [key]: (item as WithBase64).toBase64() } : item,
    )
  const decode = (text: string): unknown =>
    JSON.parse(text, (_, item: unknown) =>
      typeof item === 'object' && item !== null && key in item
        ? (Uint8Array as unknown as FromBase64).fromBase64((item as Record<string, string>)[key]!)
        : item,
    )
  const heard = new Map<string, ((event: object, ...args: unknown[]) => void)[]>()
  const electron = {
    contextBridge: {
      exposeInMainWorld: (name: string, api: object) => {
        // As the real bridge: frozen, and what goes through is a copy.
        const copy = Object.fromEntries(
          Object.entries(api).map(([method, run]: [string, (...args: unknown[]) => unknown]) => [
            method,
            (...args: unknown[]) => run(...args.map((arg) => (typeof arg === 'function' ? arg : structuredClone(arg)))),
          ]),
        )
        Object.defineProperty(scope, name, { value: Object.freeze(copy), writable: false, configurable: false })
      },
    },
    ipcRenderer: {
      // The clone refuses what Electron refuses: functions, nodes.
      invoke: async (channel: string, ...args: unknown[]) => {
        const { ok, value } = decode(await invoke(encode({ channel, args: structuredClone(args) }))) as {
          ok: boolean
          value: unknown
        }
        if (!ok) throw new Error(`Error invoking remote method '${channel}': ${String(value)}`)
        return value
      },
      on: (channel: string, listener: (event: object, ...args: unknown[]) => void) => {
        heard.set(channel, [...(heard.get(channel) ?? []), listener])
      },
    },
  }
  Object.defineProperty(scope, 'electronSend', {
    value: (channel: string, args: readonly unknown[]) => {
      for (const listener of heard.get(channel) ?? []) listener({}, ...args)
    },
  })
  const module = { exports: {} }
  const require = (name: string): unknown => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`)
    return electron
  }
  preload(require, module, module.exports)
}

/** The same texts on the program's side. */
export const encode = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) => {
    // Node's Buffer turns itself into {type, data} before a replacer sees it; nothing in the program answers with one.
    if (item instanceof Uint8Array)
      return { [BYTES_KEY]: Buffer.from(item.buffer, item.byteOffset, item.byteLength).toString('base64') }
    return item
  })
export const decode = (text: string): unknown =>
  JSON.parse(text, (_, item: unknown) =>
    typeof item === 'object' && item !== null && BYTES_KEY in item
      ? new Uint8Array(Buffer.from((item as Record<string, string>)[BYTES_KEY]!, 'base64'))
      : item,
  )

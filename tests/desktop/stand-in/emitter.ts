/** Typed events, for composition: an event that the program listens to and the stand-in never sends is a compile error. */

export type EventMap = Record<string, readonly unknown[]>
type Listener<A extends readonly unknown[]> = (...args: A) => void

export type Emitter<E extends EventMap> = {
  readonly on: <K extends keyof E>(event: K, listener: Listener<E[K]>) => void
  readonly once: <K extends keyof E>(event: K, listener: Listener<E[K]>) => void
  /** True when somebody listened. */
  readonly emit: <K extends keyof E>(event: K, ...args: E[K]) => boolean
}

export function emitter<E extends EventMap>(): Emitter<E> {
  const listeners: { [K in keyof E]?: Listener<E[K]>[] } = {}
  const on: Emitter<E>['on'] = (event, listener) => {
    listeners[event] = [...(listeners[event] ?? []), listener]
  }
  return {
    on,
    once: (event, listener) => {
      const first: typeof listener = (...args) => {
        listeners[event] = listeners[event]?.filter((one) => one !== first) ?? []
        listener(...args)
      }
      on(event, first)
    },
    emit: (event, ...args) => {
      const heard = listeners[event] ?? []
      for (const listener of heard) listener(...args)
      return heard.length > 0
    },
  }
}

export type Preventable = { readonly preventDefault: () => void; readonly defaultPrevented: boolean }

/** An event whose default can be prevented, with what else it tells. */
export function preventable<T extends object>(more: T): T & Preventable {
  let prevented = false
  return Object.create(more, {
    preventDefault: { value: () => (prevented = true) },
    defaultPrevented: { get: () => prevented },
  }) as T & Preventable
}

import type { HostCall } from '#core/host/methods.ts'

/** `moved`: another window took over. `gone`: the program behind the page is closed. */
export type Lost = 'moved' | 'gone'

export type Connection = {
  readonly call: HostCall
  readonly lost: Promise<Lost>
}

export type ConnectCode = 'busy-elsewhere' | 'gone'

/** Calls over a message port: one side serves an object of async functions, the other side sees the same type. */
import { BugError } from '#core/lib/assert.ts'

type Call = { readonly call: number; readonly name: string; readonly args: readonly unknown[] }
type Reply = { readonly reply: number; readonly value: unknown } | { readonly reply: number; readonly bug: string }
type Push = { readonly push: unknown }

/** The part of a worker, or of a MessagePort, that is used. */
export type Port = { postMessage: (message: unknown) => void; onmessage: ((event: MessageEvent) => void) | null }

// Method bivariance does not reach through an index; the pair `serve<Api>` / `client<Api>` keeps both ends one type.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Functions = Record<string, (...args: any[]) => Promise<unknown>>

/** A worker's first word, behind its `onmessage` (services/listening.ts). */
export const sayListens = (port: Port): void => port.postMessage('listens')

/** Answers the function that pushes events to the other side. */
export function serve<Api extends Functions, Event>(port: Port, api: Api): (event: Event) => void {
  port.onmessage = ({ data }: MessageEvent<Call>) => {
    const { call, name, args } = data
    const work = Object.hasOwn(api, name) ? api[name]!(...args) : Promise.reject(new BugError(`no function ${name}`))
    work.then(
      (value) => port.postMessage({ reply: call, value } satisfies Reply),
      (bug: unknown) =>
        port.postMessage({
          reply: call,
          bug: bug instanceof Error ? `${bug.name}: ${bug.message}\n${bug.stack ?? ''}` : 'unknown',
        } satisfies Reply),
    )
  }
  return (event) => port.postMessage({ push: event } satisfies Push)
}

/** A bug on the other side is thrown here, for the crash screen. */
export function client<Api, Event>(port: Port, onEvent: (event: Event) => void): Api {
  const waiting = new Map<number, { done: (value: unknown) => void; fail: (bug: Error) => void }>()
  let next = 1
  port.onmessage = ({ data }: MessageEvent<Reply | Push>) => {
    if ('push' in data) return onEvent(data.push as Event)
    const call = waiting.get(data.reply)
    waiting.delete(data.reply)
    if ('bug' in data) call?.fail(new BugError(data.bug))
    else call?.done(data.value)
  }
  return new Proxy({} as object, {
    get: (_, name) => {
      if (typeof name !== 'string' || name === 'then') return undefined
      return (...args: unknown[]) =>
        new Promise((done, fail) => {
          const call = next++
          waiting.set(call, { done, fail })
          port.postMessage({ call, name, args } satisfies Call)
        })
    },
  }) as Api
}

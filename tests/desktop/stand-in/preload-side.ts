/** For the types of preload.ts only: at run time the preload gets its own from page-world.ts. */
type Listener = (event: object, ...args: unknown[]) => void
const inPage = (): never => {
  throw new Error('only the preload script has this')
}
export const contextBridge: { readonly exposeInMainWorld: (name: string, api: object) => void } = {
  exposeInMainWorld: inPage,
}
export const ipcRenderer: {
  readonly invoke: (channel: string, ...args: unknown[]) => Promise<unknown>
  readonly on: (channel: string, listener: Listener) => void
} = { invoke: inPage, on: inPage }

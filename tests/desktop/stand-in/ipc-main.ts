import type { WebFrameMain } from './browser-window.ts'

export type IpcMainInvokeEvent = { readonly senderFrame: WebFrameMain | null }
type Handler = (event: IpcMainInvokeEvent, ...args: unknown[]) => unknown

export const ipcHandlers = new Map<string, Handler>()

export const ipcMain = {
  handle: (channel: string, handler: Handler): void => {
    if (ipcHandlers.has(channel)) throw new Error(`a second handler for '${channel}'`)
    ipcHandlers.set(channel, handler)
  },
}

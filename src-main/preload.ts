/** The only door of the window to the machine: one function, the host's method names and nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import { HOST_METHODS } from '#core/host/methods.ts'

contextBridge.exposeInMainWorld('linwuHost', {
  call: (method: string, params: readonly unknown[]): Promise<unknown> => {
    if (!Object.hasOwn(HOST_METHODS, method)) return Promise.resolve({ ok: false, error: 'bad-request' })
    return ipcRenderer.invoke('linwu:host', { method, params })
  },
})

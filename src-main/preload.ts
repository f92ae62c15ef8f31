/** The only door of the window to the machine: the host's method names, the names of its signals, and nothing else. */
import { contextBridge, ipcRenderer } from 'electron'
import { HOST_METHODS, HOST_SIGNALS } from '#core/host/methods.ts'

contextBridge.exposeInMainWorld('linwuHost', {
  call: (method: string, params: readonly unknown[]): Promise<unknown> => {
    if (!Object.hasOwn(HOST_METHODS, method)) return Promise.resolve({ ok: false, error: 'bad-request' })
    return ipcRenderer.invoke('linwu:host', { method, params })
  },
  // Only the main process can send here; the event itself, which could reply, is not handed on.
  onSignal: (listen: (signal: string) => void): void => {
    ipcRenderer.on('linwu:signal', (_event, signal: unknown) => {
      if (typeof signal === 'string' && Object.hasOwn(HOST_SIGNALS, signal)) listen(signal)
    })
  },
})

/**
 * The host over IPC. Checked in this order, and refused with 'bad-request':
 *
 *   sender    the main frame of the one window, showing our page: no frame inside it, no other window
 *   shape     a method's name and a list of parameters
 *   schema    a method of the table, parameters that its parser lets through (src-core/host/parsers.ts)
 */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Host } from '#core/host/host.ts'
import type { HostSignal } from '#core/host/methods.ts'
import { dispatch } from '#host/dispatch.ts'
import { PAGE_ORIGIN } from './page-scheme.ts'

/** The same names stand in preload.ts. */
const CALLS = 'linwu:host'
const SIGNALS = 'linwu:signal'

/** `report`: bugs, without personal data. */
export function serveHost(host: Host, window: () => BrowserWindow | null, report: (bug: unknown) => void): void {
  ipcMain.handle(CALLS, async (event, message: unknown) => {
    if (!isOurPage(event, window())) return { ok: false, error: 'bad-request' }
    const { method, params } = (message ?? {}) as { method?: unknown; params?: unknown }
    if (typeof method !== 'string' || !Array.isArray(params)) return { ok: false, error: 'bad-request' }
    const { id: _, ...reply } = await dispatch(host, { id: 0, method, params }, report)
    return reply
  })
}

export function sendSignal(window: BrowserWindow | null, signal: HostSignal): void {
  window?.webContents.send(SIGNALS, signal)
}

function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === window?.webContents.mainFrame && frame.url.startsWith(`${PAGE_ORIGIN}/`)
}

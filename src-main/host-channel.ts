/** The host over IPC. Only the one window may call, only from our page, and only what the parsers let through. */
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import type { Host } from '#core/host/host.ts'
import { dispatch } from '#host/dispatch.ts'
import { PAGE_ORIGIN } from './page-scheme.ts'

const CHANNEL = 'linwu:host'

/** `report`: bugs, without personal data. */
export function serveHost(host: Host, window: () => BrowserWindow | null, report: (bug: unknown) => void): void {
  ipcMain.handle(CHANNEL, async (event, message: unknown) => {
    if (!isOurPage(event, window())) return { ok: false, error: 'bad-request' }
    const { method, params } = (message ?? {}) as { method?: unknown; params?: unknown }
    if (typeof method !== 'string' || !Array.isArray(params)) return { ok: false, error: 'bad-request' }
    const { id: _, ...reply } = await dispatch(host, { id: 0, method, params }, report)
    return reply
  })
}

function isOurPage(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame
  return frame !== null && frame === window?.webContents.mainFrame && frame.url.startsWith(`${PAGE_ORIGIN}/`)
}

/** `session.defaultSession`: what the program decided about requests, permissions and downloads, and whether it decided at all. */
import { emitter, type Preventable } from './emitter.ts'

type Ask = (details: { readonly url: string }, answer: (decision: { readonly cancel: boolean }) => void) => void
type PermissionRequest = (contents: null, permission: string, answer: (granted: boolean) => void) => void
type PermissionCheck = (contents: null, permission: string) => boolean

let onRequest: Ask | null = null
let onPermissionRequest: PermissionRequest | null = null
let onPermissionCheck: PermissionCheck | null = null
export const proxies: unknown[] = []
export const downloads = emitter<{ 'will-download': [event: Preventable] }>()

const defaultSession = {
  on: downloads.on,
  webRequest: { onBeforeRequest: (listener: Ask) => void (onRequest = listener) },
  setPermissionRequestHandler: (handler: PermissionRequest) => void (onPermissionRequest = handler),
  setPermissionCheckHandler: (handler: PermissionCheck) => void (onPermissionCheck = handler),
  setDevicePermissionHandler: (_handler: () => boolean): void => undefined,
  setProxy: (config: { readonly mode: 'direct' }): Promise<void> => {
    proxies.push(config)
    return Promise.resolve()
  },
}
export const session = { defaultSession }

/** As Electron: what nobody refuses is let through. */
export const isCancelled = (url: string): Promise<boolean> =>
  new Promise((done) => (onRequest ? onRequest({ url }, ({ cancel }) => done(cancel)) : done(false)))

/** As Electron: what nobody refuses is granted. */
export async function isGranted(permission: string): Promise<boolean> {
  const asked = await new Promise<boolean>((done) =>
    onPermissionRequest ? onPermissionRequest(null, permission, done) : done(true),
  )
  return asked && (onPermissionCheck?.(null, permission) ?? true)
}

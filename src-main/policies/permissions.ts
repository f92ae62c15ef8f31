/** What a page may ask the system for: nothing. Electron grants whatever nobody refuses, so the default here is no. */
import { session } from 'electron'

/**
 * Granted to our own page. Empty: camera, microphone, location, notifications (the program sends its own, with numbers only),
 * clipboard reading, devices, screens, fullscreen by script - nothing in the program needs one.
 * To add one: its Electron name with the reason, and its test.
 */
const GRANTED: ReadonlySet<string> = new Set()

export function refusePermissions(): void {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(GRANTED.has(permission)))
  defaultSession.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission))
  defaultSession.setDevicePermissionHandler(() => false)
}

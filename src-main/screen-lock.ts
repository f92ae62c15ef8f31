/** Nobody sits before a locked or sleeping computer: the page drops its keys at once. */
import { powerMonitor } from 'electron'

/** Linux tells of sleep only; Windows and macOS of the locked screen too. */
export function onScreenLock(lock: () => void): void {
  powerMonitor.on('lock-screen', lock)
  powerMonitor.on('suspend', lock)
}

/**
 * 大字: the whole page 1.2 times as large (15 px become 18), by one rule of ui/base.css. Rows, icons, menus, antd's own
 * parts and the widths of columns grow alike, so nothing is cut off that was not before. Paper stays as it is.
 */
import { usePreferences } from '../session/preferences.ts'

const show = (largePrint: boolean): void => void document.documentElement.classList.toggle('large-print', largePrint)

/** Called once, before the first render. */
export function startLargePrint(): void {
  show(usePreferences.getState().largePrint)
  usePreferences.subscribe((preferences) => show(preferences.largePrint))
}

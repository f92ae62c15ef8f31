/**
 * How this PC shows the program. Kept in plain storage of this PC and there before anything is unlocked: nothing of it is
 * personal, and a screen that residents see stays one after a restart. What the station does is no preference: that
 * stands in its records (core/station/modules.ts).
 */
import { create } from 'zustand'

/** To add one: here with what it is at first; a name under which it is kept follows by itself. */
const AT_FIRST = {
  /** 18 px instead of 15. */
  largePrint: false,
  /** 柜台模式: residents see this screen. */
  counterView: false,
  /** 更多 in the menu is unfolded. */
  moreOpen: false,
} as const

export type Preferences = { readonly [P in keyof typeof AT_FIRST]: boolean }

const keptAs = (name: string): string => `linwu.${name}`

const kept = (): Preferences =>
  Object.fromEntries(
    Object.entries(AT_FIRST).map(([name, first]) => {
      const words = localStorage.getItem(keptAs(name))
      return [name, words === null ? first : words === 'yes']
    }),
  ) as Preferences

export const usePreferences = create<Preferences>(kept)

export function setPreference(name: keyof Preferences, value: boolean): void {
  localStorage.setItem(keptAs(name), value ? 'yes' : 'no')
  usePreferences.setState({ [name]: value })
}

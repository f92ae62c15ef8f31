/**
 * What a reload in the middle of set-up brings back. Chromium writes it to its own files in clear, so: nothing secret and
 * nobody's name. The station's own words stand in clear in `slots.json` anyway.
 */
import type { StationValues } from './station-step.tsx'

export type KeptValues = {
  readonly station: Omit<StationValues, 'userName'>
  /** A recovery code was on the screen, and perhaps on paper; after a reload there is another. */
  readonly codeShown: boolean
}

const KEPT = 'linwu.set-up'

export function keptValues(): KeptValues | null {
  const text = sessionStorage.getItem(KEPT)
  // Written by this file only; another version's is not worth a crash at the first page.
  try {
    return text === null ? null : (JSON.parse(text) as KeptValues)
  } catch {
    return null
  }
}

export const keepValues = ({ station: { name, code, short, office }, codeShown }: KeptValues): void =>
  sessionStorage.setItem(KEPT, JSON.stringify({ station: { name, code, short, office }, codeShown }))

export const forgetValues = (): void => sessionStorage.removeItem(KEPT)

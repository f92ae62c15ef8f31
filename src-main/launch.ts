/** What the program was started with: `--station DIR` or `--demo`, among the switches that Electron and Chromium know. */
import { resolve } from 'node:path'

export type Launch = { readonly demo: boolean; readonly station: string | null }

/** `argv`: as the process got it. A relative DIR counts from `from`. */
export function readLaunch(argv: readonly string[], from: string): Launch | 'demo-with-station' {
  const at = argv.indexOf('--station')
  const named = at > 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--station='))?.slice('--station='.length)
  const demo = argv.includes('--demo')
  if (demo && named) return 'demo-with-station'
  return { demo, station: named ? resolve(from, named) : null }
}

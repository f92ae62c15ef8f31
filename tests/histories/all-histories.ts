/** Random histories over whole bundles: in CI some, `npm run test:histories -- 10000` many. A failing one says its number. */
import { expect, test } from 'vitest'
import { size } from '../size.ts'
import { runHistory } from './history.ts'
import { TOLD } from './world.ts'

const COUNT = Number(process.env['LINWU_HISTORIES'] ?? size(300, 300))
const FIRST = Number(process.env['LINWU_FIRST_HISTORY'] ?? 1)

/** Every second one from the first on, or from the second: two test files share them, so that both workers have some. */
export const histories = (share: 0 | 1): void =>
  test(
    `of ${COUNT} histories from number ${FIRST} on every second: nothing lost, nothing forged, the same everywhere`,
    { timeout: 60_000 + COUNT * 4_000 },
    async () => {
      const sum: Record<string, number> = Object.fromEntries(TOLD.map((what) => [what, 0]))
      const start = process.cpuUsage()
      let count = 0
      for (let seed = FIRST + share; seed < FIRST + COUNT; seed += 2, count++) {
        const told = await runHistory(seed).catch((error: unknown) => {
          throw new Error(`history ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error }) // prettier-ignore
        })
        for (const what of TOLD) sum[what]! += told[what]
      }
      const { user, system } = process.cpuUsage(start)
      const counts = Object.entries(sum).map(([what, n]) => `${n} ${what}`)
      console.log(
        `${count} histories, ${((user + system) / 1e6 / count).toFixed(2)} s of a processor each: ${counts.join(', ')}`,
      )
      // Faults that never happen prove nothing.
      if (count >= 100) for (const [what, n] of Object.entries(sum)) expect(n, what).toBeGreaterThan(0)
    },
  )

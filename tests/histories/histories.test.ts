/** Random histories over whole bundles: in CI some, `npm run test:histories -- 10000` many. A failing one says its number. */
import { expect, test } from 'vitest'
import { size } from '../size.ts'
import { runHistory, type Told } from './history.ts'

const COUNT = Number(process.env['LINWU_HISTORIES'] ?? size(300, 300))
const FIRST = Number(process.env['LINWU_FIRST_HISTORY'] ?? 1)

test(
  `${COUNT} histories from number ${FIRST} on: nothing lost, nothing forged, the same everywhere`,
  { timeout: 60_000 + COUNT * 4_000 },
  async () => {
    const sum: Record<string, number> = {}
    for (let seed = FIRST; seed < FIRST + COUNT; seed++) {
      const told: Told = await runHistory(seed).catch((error: unknown) => {
        throw new Error(`history ${seed}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
      })
      for (const [what, n] of Object.entries(told)) sum[what] = (sum[what] ?? 0) + n
    }
    console.log(
      `${COUNT} histories: ${Object.entries(sum)
        .map(([what, n]) => `${n} ${what}`)
        .join(', ')}`,
    )
    // Faults that never happen prove nothing.
    if (COUNT >= 50) for (const [what, n] of Object.entries(sum)) expect(n, what).toBeGreaterThan(0)
  },
)

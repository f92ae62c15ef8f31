/** How much of what a house wrote is here: its last file, how long ago that was, and what is known to be missing. */
import type { Gap } from '#core/kernel/replica.ts'
import { pcOfLog } from '#core/kernel/event.ts'
import { epochOf, type Moment } from '#core/lib/time.ts'
import type { BundleRecord } from '../export/bundle-records.ts'
import type { Roster } from '../export/holding.ts'

/** Days since the last file: red past STALE, amber past DUE. A file comes once a week. */
export const FRESH_DAYS = { due: 7, stale: 14 } as const
/** 最近有文件 · 该来了 · 很久没来 · 从未来过. To add one: here, in `freshnessOf`, and its words (stations.fresh). */
export const FRESHNESS = ['fresh', 'due', 'stale', 'never'] as const
export type Freshness = (typeof FRESHNESS)[number]

export type Coverage = {
  /** The last file that brought something of it; of one further below that of the office between. */
  readonly last: BundleRecord | null
  /** Whole days since then. */
  readonly days: number | null
  readonly fresh: Freshness
  /** Events that are known to exist and are not here. */
  readonly missing: number
}

/** `records`: bundleRecords. `gaps`: exchangeGaps, of all houses. */
export function coverageOf(
  roster: Pick<Roster, 'houseOf'>,
  records: readonly BundleRecord[],
  gaps: readonly (Gap & { readonly house: string | null })[],
  now: Moment,
): (house: string) => Coverage {
  const brought = lastBrought(roster, records)
  const missing = new Map<string, number>()
  for (const { house, from, to } of gaps)
    if (house !== null) missing.set(house, (missing.get(house) ?? 0) + to - from + 1)
  return (house) => {
    const last = brought.get(house) ?? null
    const days = last && Math.max(0, Math.floor((epochOf(now) - epochOf(last.at)) / DAY_MS))
    return { last, days, fresh: freshnessOf(days), missing: missing.get(house) ?? 0 }
  }
}

const DAY_MS = 86_400_000

function freshnessOf(days: number | null): Freshness {
  if (days === null) return 'never'
  return days <= FRESH_DAYS.due ? 'fresh' : days <= FRESH_DAYS.stale ? 'due' : 'stale'
}

/** House → the newest bundle that came from it, or that brought logs of its PCs. */
function lastBrought(
  { houseOf }: Pick<Roster, 'houseOf'>,
  records: readonly BundleRecord[],
): ReadonlyMap<string, BundleRecord> {
  const out = new Map<string, BundleRecord>()
  for (const record of records) {
    if (record.direction !== 'in') continue
    out.set(record.peer, record)
    for (const log of Object.keys(record.logs ?? {})) {
      const house = houseOf(pcOfLog(log))
      if (house !== null) out.set(house, record)
    }
  }
  return out
}

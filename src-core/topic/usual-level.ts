/**
 * How much of a matter is usual: thirty days are held against the thirty before, against the same thirty a year ago, and
 * against the average of the last year. A place that always has ten parking requests is not news; three where there was
 * never one are.
 */
import { HOTSPOT_DAYS } from './hotspots.ts'

const DAY_MS = 86_400_000
export const WINDOW_MS = HOTSPOT_DAYS * DAY_MS
/** 365 days and not a calendar year: the same weeks, whatever the month's length. */
const YEAR_MS = 365 * DAY_MS
/** How far back it looks. */
export const LEVEL_MS = YEAR_MS + WINDOW_MS
/** Windows of the last year that the average is made of. */
const MOST_WINDOWS = 11

export type Happened = { readonly person: string; readonly at: number }

/** 新出现 · 比平时多 · 年年这时候多 · 一直不少. */
export const TRENDS = ['new', 'rising', 'seasonal', 'steady'] as const
export type Trend = (typeof TRENDS)[number]

export type Level = {
  /** Different persons in the last thirty days, in the thirty before, and in the same thirty a year ago. */
  readonly persons: number
  readonly before: number
  /** Null: the station's records do not reach back so far. */
  readonly yearAgo: number | null
  /** Average of thirty days over the last year, before the present ones; null without a whole earlier window. */
  readonly usual: number | null
  readonly trend: Trend
  /** How far above what was to be expected, in units of its chance swing (√expected): lists go by it. */
  readonly score: number
}

/** `now` and `since` (the station's first case): epoch ms. `happened`: everything of this matter within LEVEL_MS. */
export function levelOf(happened: readonly Happened[], now: number, since: number): Level {
  const within = (from: number, until: number): number =>
    new Set(happened.filter(({ at }) => at > from && at <= until).map(({ person }) => person)).size
  const window = (back: number): number => within(now - (back + 1) * WINDOW_MS, now - back * WINDOW_MS)
  const persons = window(0)
  const known = Math.min(MOST_WINDOWS, Math.floor((now - since) / WINDOW_MS) - 1)
  const earlier = Array.from({ length: Math.max(0, known) }, (_, i) => window(i + 1))
  const usual = earlier.length === 0 ? null : earlier.reduce((sum, n) => sum + n, 0) / earlier.length
  const yearAgo = since > now - LEVEL_MS ? null : within(now - LEVEL_MS, now - YEAR_MS)
  const over = (expected: number): number => (persons - expected) / Math.sqrt(expected + 1)
  const expected = Math.max(usual ?? 0, yearAgo ?? 0)
  return { persons, before: earlier[0] ?? 0, yearAgo, usual, trend: trendOf(), score: over(expected) }

  function trendOf(): Trend {
    if ((yearAgo ?? 0) === 0 && (usual ?? 0) === 0) return 'new'
    if (over(expected) >= RISING) return 'rising'
    // More than usual, and last year it was so too: heating, floods, the start of school.
    return yearAgo !== null && yearAgo >= SEASON && over(usual ?? 0) >= RISING ? 'seasonal' : 'steady'
  }
}

/** Chance alone brings so many once in about fifteen months. */
const RISING = 1.5
const SEASON = 2

/** ISO time in Asia/Shanghai (no summer time since 1991: always +08:00), whatever the PC is set to. For people. */
export function stationTime(ms: number): string {
  return `${new Date(ms + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
}

import type { HostCode } from '#core/host/host.ts'
import type { Appended, Writer } from '#core/journal/writer.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import type { Result } from '#core/lib/result.ts'

/**
 * Appends. A segment that a failure closed in an earlier session of the same host takes nothing, and nothing shows that
 * before the first attempt: the second one begins a new segment.
 */
export async function append(
  writer: Writer<HostCode>,
  events: readonly StoredEvent[],
): Promise<Result<Appended, HostCode>> {
  const first = await writer.append(events)
  return first.ok || first.error !== 'segment-closed' ? first : writer.append(events)
}

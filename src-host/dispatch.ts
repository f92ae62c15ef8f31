/** One request from the page to one answer; the same for the loopback socket and for Electron's IPC. */
import type { Host, HostCode, HostMethod } from '#core/host/host.ts'
import { parseRequest } from '#core/host/parsers.ts'
import type { WireReply, WireRequest } from '#core/host/wire.ts'
import type { Result } from '#core/lib/result.ts'

/**
 * Calls the host before the first await, so requests that arrive in order (appends) reach it in order. A bug is handed to `report` and
 * answered with 'io-failed': the page shows that nothing is known about the request, and the host lives on.
 */
export async function dispatch(host: Host, request: WireRequest, report: (bug: unknown) => void): Promise<WireReply> {
  const { id } = request
  const parsed = parseRequest(request.method, request.params)
  if (!parsed.ok) return { id, ok: false, error: parsed.error }
  try {
    const result = await call(host, parsed.value)
    return result.ok ? { id, ok: true, value: result.value } : { id, ok: false, error: result.error }
  } catch (bug) {
    report(bug)
    return { id, ok: false, error: 'io-failed' }
  }
}

function call<M extends HostMethod>(
  host: Host,
  request: { method: M; params: Parameters<Host[M]> },
): Promise<Result<unknown, HostCode>> {
  const method = host[request.method] as (...params: Parameters<Host[M]>) => Promise<Result<unknown, HostCode>>
  return method(...request.params)
}

/** A `Host` made of one function: what every channel to the machine needs on its near side. */
import type { Host, HostCode, HostMethod } from './host.ts'
import type { Result } from '../lib/result.ts'

/** To add one: the type in host.ts, then here (a compile error until it is there). */
export const HOST_METHODS: Readonly<Record<HostMethod, true>> = {
  state: true,
  beginSegment: true,
  append: true,
  readSegment: true,
  readSlots: true,
  writeSlots: true,
  writeMarker: true,
  putBlob: true,
  getBlob: true,
  listBlobs: true,
  putDraft: true,
  listDrafts: true,
  backup: true,
  saveFile: true,
}

export type HostCall = (method: HostMethod, params: readonly unknown[]) => Promise<Result<unknown, HostCode>>

export function hostOfCalls(call: HostCall): Host {
  const host: Record<string, unknown> = {}
  for (const method of Object.keys(HOST_METHODS) as HostMethod[])
    host[method] = (...params: unknown[]) => call(method, params)
  return host as Host
}

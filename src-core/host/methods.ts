/** A `Host` made of one function: what every channel to the machine needs on its near side. */
import type { Host, HostCode, HostMethod } from './host.ts'
import type { Result } from '../lib/result.ts'

/** To add one: the type in host.ts, then here (a compile error until it is there). */
export const HOST_METHODS: Readonly<Record<HostMethod, true>> = {
  state: true,
  beginSegment: true,
  append: true,
  readSegment: true,
  stagePiece: true,
  rewriteSegment: true,
  readSlots: true,
  writeSlots: true,
  writeMarker: true,
  putBlob: true,
  getBlob: true,
  removeBlob: true,
  listBlobs: true,
  putDraft: true,
  listDrafts: true,
  backup: true,
  saveFile: true,
  stageFile: true,
  putInbox: true,
  listInbox: true,
  readInbox: true,
  moveInbox: true,
  removeInbox: true,
  writeOut: true,
  reveal: true,
  chooseFolder: true,
  listFolder: true,
  readFolderFile: true,
  savePdf: true,
  tellDue: true,
  tellLanguage: true,
  desktopSettings: true,
  setDesktopSettings: true,
}

/**
 * What the machine says to the page unasked, desktop edition only. To add one: its name here, who sends it in src-main, who
 * hears it in src-renderer/app.
 *
 *   lock   the screen was locked, the computer goes to sleep, or the menu was asked to: keys are dropped at once
 */
export const HOST_SIGNALS = { lock: true } as const
export type HostSignal = keyof typeof HOST_SIGNALS

export type HostCall = (method: HostMethod, params: readonly unknown[]) => Promise<Result<unknown, HostCode>>

export function hostOfCalls(call: HostCall): Host {
  const host: Record<string, unknown> = {}
  for (const method of Object.keys(HOST_METHODS) as HostMethod[])
    host[method] = (...params: unknown[]) => call(method, params)
  return host as Host
}

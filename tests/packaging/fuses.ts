/** Electron's fuses: one byte each behind a sentinel in its program. Written down here again, apart from the configuration. */
import { readFileSync } from 'node:fs'

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const WIRE_VERSION = 1

type Fuse = { readonly name: string; readonly delivered: boolean; readonly linux: boolean; readonly win32: boolean }

/** In the order of the wire, as Electron 45 delivers them and as they must be in a package. To add one: a line at the end. */
export const FUSES: readonly Fuse[] = [
  { name: 'RunAsNode', delivered: true, linux: false, win32: false },
  { name: 'EnableCookieEncryption', delivered: false, linux: true, win32: true },
  { name: 'EnableNodeOptionsEnvironmentVariable', delivered: true, linux: false, win32: false },
  { name: 'EnableNodeCliInspectArguments', delivered: true, linux: false, win32: false },
  { name: 'EnableEmbeddedAsarIntegrityValidation', delivered: false, linux: false, win32: true },
  { name: 'OnlyLoadAppFromAsar', delivered: false, linux: true, win32: true },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', delivered: false, linux: false, win32: false },
  { name: 'GrantFileProtocolExtraPrivileges', delivered: true, linux: false, win32: false },
  { name: 'WasmTrapHandlers', delivered: true, linux: true, win32: true },
]

/** Sentinel, version, length, then '0' or '1' each; before and behind it what stands for the rest of the program. */
export function fuseWire(): Buffer {
  const states = FUSES.map((fuse) => (fuse.delivered ? '1' : '0')).join('')
  const wire = Buffer.concat([Buffer.from(SENTINEL), Buffer.from([WIRE_VERSION, FUSES.length]), Buffer.from(states)])
  return Buffer.concat([Buffer.alloc(999, 0x90), wire, Buffer.alloc(99, 0x90)])
}

/** Name → state in a program; throws when it has no wire. */
export function readFuses(program: string): Readonly<Record<string, boolean>> {
  const bytes = readFileSync(program)
  const at = bytes.indexOf(SENTINEL) + SENTINEL.length
  if (at < SENTINEL.length || bytes[at] !== WIRE_VERSION) throw new Error(`no fuse wire: ${program}`)
  const states = bytes.subarray(at + 2, at + 2 + (bytes[at + 1] ?? 0))
  return Object.fromEntries(FUSES.map((fuse, index) => [fuse.name, states[index] === '1'.codePointAt(0)]))
}

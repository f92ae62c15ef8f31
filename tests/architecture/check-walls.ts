/** Holds source texts to the table of `walls.ts`. Pure: sources come in as text, so that tests can plant violations. */
import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { readImports, type Import } from './imports.ts'
import type { Room } from './walls.ts'

export type Violation = { readonly file: string; readonly line: number; readonly message: string }

/** package.json "imports". */
const SUBPATHS: Readonly<Record<string, string>> = {
  '#core/': 'src-core/',
  '#host/': 'src-host/',
  '#main/': 'src-main/',
  '#cli/': 'src-cli/',
  '#app/': 'src-renderer/',
}

const CODE = /\.(?:ts|tsx|mts|cts|js|mjs|cjs|jsx)$/

export const roomOf = (file: string, rooms: readonly Room[]): Room | null => {
  let best: Room | null = null
  let length = 0
  for (const room of rooms)
    for (const at of room.at)
      if (at.length > length && (at.endsWith('/') ? file.startsWith(at) : file === at)) {
        best = room
        length = at.length
      }
  return best
}

const names = (patterns: readonly string[], room: string): boolean =>
  patterns.some((pattern) => (pattern.endsWith('/*') ? room.startsWith(pattern.slice(0, -1)) : pattern === room))

/** The sentence at the end of every message: what the room may do. */
export const directions = (room: Room): string => {
  const parts = [...room.may, ...(room.types ?? []).map((name) => `${name} (types only)`)]
  const packages = [...(room.node ? ['node:*'] : []), ...(room.npm ?? [])]
  return `${room.name} → ${parts.join(', ') || 'nothing'}${packages.length > 0 ? `; packages: ${packages.join(', ')}` : ''}`
}

const TYPE_KINDS: ReadonlySet<string> = new Set(['import type', 'export type from', "import('…') type"])

const packageOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** The project file that a relative or subpath specifier names, or null for a package. */
const target = (file: string, specifier: string): string | null => {
  const bare = specifier.replace(/[?].*$/, '')
  if (bare.startsWith('.')) return posix.join(posix.dirname(file), bare)
  for (const [prefix, folder] of Object.entries(SUBPATHS))
    if (bare.startsWith(prefix)) return folder + bare.slice(prefix.length)
  return null
}

const packageFault = (room: Room, specifier: string): string | null => {
  if (specifier.startsWith('#')) return `'${specifier}' is not a subpath of package.json`
  if (specifier.startsWith('node:')) return room.node ? null : `${room.name} may not use Node's '${specifier}'`
  if (isBuiltin(specifier)) return `write 'node:${specifier}'`
  const name = packageOf(specifier)
  return room.npm?.includes(name) ? null : `${room.name} may not use the package '${name}'`
}

const fileFault = (
  room: Room,
  file: string,
  { kind, specifier }: Import,
  to: string,
  files: ReadonlyMap<string, string>,
  rooms: readonly Room[],
): string | null => {
  if (specifier.includes('../..')) return `'${specifier}' climbs more than one folder; use a subpath such as #core/…`
  if (specifier.startsWith('.') && to.split('/')[0] !== file.split('/')[0])
    return `'${specifier}' leaves ${file.split('/')[0]}; use a subpath such as #core/…`
  if (!files.has(to)) return `'${specifier}' is no file here (extensions are written out)`
  const other = roomOf(to, rooms)
  if (!other) return `'${specifier}' lies outside every room`
  if (other === room || names(room.may, other.name)) return null
  if (TYPE_KINDS.has(kind) && names(room.types ?? [], other.name)) return null
  const only = names(room.types ?? [], other.name) ? 'may only import types of' : 'may not import'
  return `${room.name} ${only} ${other.name} (${kind} '${specifier}')`
}

/** One line per file circle, whichever way it is walked. */
const cycles = (edges: ReadonlyMap<string, readonly { readonly to: string; readonly line: number }[]>): Violation[] => {
  const found: Violation[] = []
  const done = new Set<string>()
  const path: string[] = []
  const visit = (file: string): void => {
    path.push(file)
    for (const { to, line } of edges.get(file) ?? []) {
      const start = path.indexOf(to)
      if (start >= 0) found.push({ file, line, message: `a circle: ${[...path.slice(start), to].join(' → ')}` })
      else if (!done.has(to)) visit(to)
    }
    path.pop()
    done.add(file)
  }
  for (const file of edges.keys()) if (!done.has(file)) visit(file)
  return found
}

/**
 * `files`: path from the project's root, with `/` → text; files that are not code may have an empty text.
 * Answers every violation, in the order of files and lines.
 */
export const checkWalls = (files: ReadonlyMap<string, string>, rooms: readonly Room[]): readonly Violation[] => {
  const violations: Violation[] = []
  const edges = new Map<string, { to: string; line: number }[]>()
  for (const [file, source] of files) {
    if (!CODE.test(file)) continue
    const room = roomOf(file, rooms)
    if (!room) {
      violations.push({ file, line: 1, message: 'lies outside every room; add it to tests/architecture/walls.ts' })
      continue
    }
    const read = readImports(file, source)
    for (const { line, what } of read.oddities) violations.push({ file, line, message: what })
    const out: { to: string; line: number }[] = []
    for (const one of read.imports) {
      const to = target(file, one.specifier)
      const fault = to === null ? packageFault(room, one.specifier) : fileFault(room, file, one, to, files, rooms)
      if (fault !== null) violations.push({ file, line: one.line, message: `${fault}. Allowed: ${directions(room)}` })
      // A worker named by URL is a program of its own; no circle runs through it.
      if (to !== null && to !== file && one.kind !== 'new URL') out.push({ to, line: one.line })
    }
    edges.set(file, out)
  }
  return [...violations, ...cycles(edges)]
}

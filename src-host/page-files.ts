/** The built page, read once at start: only what is there then can ever be asked for, so no path of a request touches the disk. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

export type PageFile = { readonly type: string; readonly bytes: Buffer; readonly cache: string }
/** Path in the address, with its leading slash → file. */
export type PageFiles = ReadonlyMap<string, PageFile>

/** To add one: the extension and its type. Files of other kinds are not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.wasm': 'application/wasm',
  // Character maps and fonts that the PDF viewer asks for.
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
}

/** Vite puts a hash of the content into the names below /assets/. */
const HASHED = '/assets/'

/** Null when there is no index.html below `root`. */
export async function readPageFiles(root: string): Promise<PageFiles | null> {
  const files = new Map<string, PageFile>()
  let names: readonly string[]
  try {
    const entries = await readdir(root, { recursive: true, withFileTypes: true })
    names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  } catch {
    return null
  }
  for (const name of names) {
    const type = TYPES[extname(name)]
    if (!type) continue
    const path = `/${relative(root, name).split(sep).join('/')}`
    const cache = path.startsWith(HASHED) ? 'private, max-age=31536000, immutable' : 'no-cache'
    files.set(path, { type, bytes: await readFile(name), cache })
  }
  return files.has('/index.html') ? files : null
}

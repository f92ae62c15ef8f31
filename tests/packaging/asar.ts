/**
 * Reads Electron's archive: four numbers of four bytes (the second is the length of the head from byte 8, the fourth that of its
 * JSON), the JSON, then the files one behind the other.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

type Node = { readonly files?: Readonly<Record<string, Node>>; readonly offset?: string; readonly size?: number; readonly unpacked?: boolean } // prettier-ignore
export type Asar = {
  /** Path with forward slashes → content. */
  readonly files: ReadonlyMap<string, Buffer>
  /** SHA-256 of the JSON: what Electron compares with its program's resource. */
  readonly headHash: string
}

export function readAsar(path: string): Asar {
  const bytes = readFileSync(path)
  const start = 8 + bytes.readUInt32LE(4)
  const json = bytes.subarray(16, 16 + bytes.readUInt32LE(12))
  const files = new Map<string, Buffer>()
  const walk = (node: Node, prefix: string): void => {
    for (const [name, child] of Object.entries(node.files ?? {})) {
      if (child.files) walk(child, `${prefix}${name}/`)
      else if (child.unpacked || child.offset === undefined) throw new Error(`not in the archive: ${prefix}${name}`)
      else {
        const at = start + Number(child.offset)
        files.set(`${prefix}${name}`, bytes.subarray(at, at + (child.size ?? 0)))
      }
    }
  }
  walk(JSON.parse(json.toString('utf8')) as Node, '')
  return { files, headHash: createHash('sha256').update(json).digest('hex') }
}

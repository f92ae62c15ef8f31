/**
 * What the desktop edition remembers about this computer: `desktop.json` in its data folder. No personal data, and nothing that
 * hurts when it is lost: a damaged file is the same as none.
 */
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { DesktopSettings, HostLanguage } from '#core/host/host.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { z } from '#core/lib/schema.ts'
import { ensureFolder, writeAtomic } from '#host/atomic-files.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { inTurn } from '#host/queue.ts'

/** Device-independent pixels. */
export type Rectangle = { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
export type WindowPlace = Rectangle & { readonly maximised: boolean }

export type Desktop = {
  readonly v: 1
  readonly language: HostLanguage
  readonly settings: DesktopSettings
  /** Null before the first window was closed. */
  readonly window: WindowPlace | null
}

const FIRST: Desktop = { v: 1, language: 'zh-CN', settings: { tray: false, notify: false }, window: null }

const pixels = z.int().min(-100_000).max(100_000)
const desktop = z.strictObject({
  v: z.literal(1),
  language: z.enum(['zh-CN', 'en']),
  settings: z.strictObject({ tray: z.boolean(), notify: z.boolean() }),
  window: z
    .strictObject({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1), maximised: z.boolean() })
    .nullable(),
})

export type DesktopFile = {
  readonly now: () => Desktop
  /** Holds at once; answers when it is on disk. Throws the errors of the file system. */
  readonly change: (part: Partial<Omit<Desktop, 'v'>>) => Promise<void>
}

export async function openDesktopFile(path: string): Promise<DesktopFile> {
  const writing = inTurn()
  let current = await read(path)
  return {
    now: () => current,
    change: (part) => {
      current = { ...current, ...part }
      return writing(async () => {
        await ensureFolder(nodeFileSystem, dirname(path))
        await writeAtomic(nodeFileSystem, path, utf8(`${JSON.stringify(current)}\n`))
      })
    },
  }
}

async function read(path: string): Promise<Desktop> {
  try {
    return desktop.safeParse(JSON.parse(await readFile(path, 'utf8'))).data ?? FIRST
  } catch {
    return FIRST
  }
}

/** The host of the desktop edition: the station folder, and all of the desk's powers. */
import { dialog, shell, type BrowserWindow } from 'electron'
import type { DesktopSettings, FolderHost, Host, HostCode, HostLanguage } from '#core/host/host.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { listFolder, readFolderFile } from '#host/folder-reader.ts'
import { handedOut } from '#host/handed-out.ts'
import { hostCode } from '#host/host-error.ts'
import type { DesktopFile } from './desktop-file.ts'
import type { DueNotice } from './due-notice.ts'
import { DESKTOP_WORDS } from './desktop-words.ts'

export type DesktopParts = {
  readonly folder: FolderHost
  readonly file: DesktopFile
  readonly window: () => BrowserWindow | null
  readonly notice: DueNotice
  /** The language or a setting changed: menu and tray are made anew. */
  readonly refresh: () => void
}

export function desktopDesk({ folder, file, window, notice, refresh }: DesktopParts): Host {
  const given = handedOut(folder)
  /** Folders that a person chose in the system's dialog: only those are read. */
  const chosen = new Set<string>()

  async function change(part: {
    settings?: DesktopSettings
    language?: HostLanguage
  }): Promise<Result<null, HostCode>> {
    const written = file.change(part)
    refresh()
    try {
      await written
      return ok(null)
    } catch (error) {
      return err(hostCode(error))
    }
  }

  return {
    ...given.folder,
    reveal: async (path) => {
      if (!given.has(path) || (await nodeFileSystem.stat(path)) === null) return err('not-found')
      shell.showItemInFolder(path)
      return ok(null)
    },
    chooseFolder: async (title) => {
      const owner = window()
      if (!owner) return err('gone')
      const { canceled, filePaths } = await dialog.showOpenDialog(owner, {
        title,
        properties: ['openDirectory', 'createDirectory'],
      })
      const path = canceled ? null : (filePaths[0] ?? null)
      if (path !== null) chosen.add(path)
      return ok(path)
    },
    listFolder: (path) =>
      chosen.has(path)
        ? attempt(async () => ok(await listFolder(nodeFileSystem, path)))
        : Promise.resolve(err('not-found')),
    readFolderFile: (path, name, offset, length) =>
      attempt(async () => {
        const bytes = chosen.has(path) ? await readFolderFile(nodeFileSystem, path, name, offset, length) : null
        return bytes ? ok(bytes) : err('not-found')
      }),
    savePdf: async (name, landscape) => {
      const owner = window()
      if (!owner) return err('gone')
      const paper = { pageSize: 'A4', landscape, printBackground: true, preferCSSPageSize: true } as const
      const bytes = await owner.webContents.printToPDF(paper)
      return given.folder.saveFile(/\.pdf$/i.test(name) ? name : `${name}.pdf`, bytes)
    },
    tellDue: (due) => {
      const { settings, language } = file.now()
      notice(due, settings.notify, DESKTOP_WORDS[language])
      return Promise.resolve(ok(null))
    },
    tellLanguage: (language) => (language === file.now().language ? Promise.resolve(ok(null)) : change({ language })),
    desktopSettings: () => Promise.resolve(ok(file.now().settings)),
    setDesktopSettings: (settings) => change({ settings }),
  }
}

async function attempt<T>(work: () => Promise<Result<T, HostCode>>): Promise<Result<T, HostCode>> {
  try {
    return await work()
  } catch (error) {
    return err(hostCode(error))
  }
}

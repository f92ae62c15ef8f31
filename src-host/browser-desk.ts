/** The host of the browser edition: the station folder, and of the desk's powers what a server beside a browser can do. */
import type { FolderHost, Host, HostCode } from '#core/host/host.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { showFolder } from './file-manager.ts'
import { handedOut } from './handed-out.ts'

const notHere = (): Promise<Result<never, HostCode>> => Promise.resolve(err('not-here'))
const nothingToDo = (): Promise<Result<null, HostCode>> => Promise.resolve(ok(null))

/** `show`: how a folder is opened. */
export function browserDesk(folder: FolderHost, show: typeof showFolder = showFolder): Host {
  const given = handedOut(folder)
  return {
    ...given.folder,
    reveal: (path) => (given.has(path) ? show(path) : Promise.resolve(err('not-found'))),
    chooseFolder: notHere,
    // The page itself is given the files (`<input type=file>`), whole folders too.
    listFolder: notHere,
    readFolderFile: notHere,
    savePdf: notHere,
    tellDue: nothingToDo,
    tellLanguage: nothingToDo,
    desktopSettings: notHere,
    setDesktopSettings: notHere,
  }
}

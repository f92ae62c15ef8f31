/** The host of a station folder on loopback, as a program of its own: so that it can be killed. Prints its link. */
import { browserDesk } from '#host/browser-desk.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { startLoopback } from '#host/loopback-server.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { must } from '../host/crash-trials.ts'

const [folder = '', root = '', port = '0'] = process.argv.slice(2)
const host = must(await openStationFolder({ fs: nodeFileSystem, folder, edition: 'browser', demo: false, exportFolder: `${folder}-out`, now: Date.now })) // prettier-ignore
const server = must(
  await startLoopback({
    host: browserDesk(host),
    root,
    port: Number(port),
    token: 'a-token-for-tests-only',
    report: console.error,
  }),
)
process.stdout.write(`${server.url}\n`)
process.on(
  'SIGTERM',
  () =>
    void server
      .close()
      .then(() => host.close())
      .then(() => process.exit(0)),
)

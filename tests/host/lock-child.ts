/** Waits for the file `go`, tries to open the station, and says `open` or the refusal; an owner holds it for a while. */
import { existsSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder } from '#host/station-folder.ts'

const [folder = '', go = '', end = 'close'] = process.argv.slice(2)
console.log('ready')
while (!existsSync(go)) await wait(1)
const host = await openStationFolder({
  fs: nodeFileSystem,
  folder,
  edition: 'command-line',
  demo: false,
  exportFolder: folder,
  now: Date.now,
})
console.log(host.ok ? 'open' : host.error)
if (host.ok) {
  await wait(700)
  if (end === 'die') process.kill(process.pid, 'SIGKILL')
  await host.value.close()
}

/**
 * A desk over a real station folder that saves until it is killed. One line for each acknowledgement: `case ID`,
 * `answer ID`, `import FIRST`; `open` when it begins. It has no IndexedDB: the folder alone has to be enough.
 * It is started while the one before is still looked at, and waits for the file `go`.
 */
import { IDBKeyRange } from 'fake-indexeddb'
import Dexie from 'dexie'
import { existsSync, writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { deskOver, INTAKE, SET_UP } from '../desk/desk-world.ts'
import { must } from '../host/crash-trials.ts'
import { BATCH, importRowsOf } from './station-story.ts'

const [folder = '', first = '0', go = ''] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)

Dexie.dependencies.IDBKeyRange = IDBKeyRange
while (!existsSync(go)) await wait(2)

const host = must(await openStationFolder({ fs: nodeFileSystem, folder, edition: 'browser', demo: false, exportFolder: folder, now: Date.now })) // prettier-ignore
const { desk } = deskOver(host)
must(await desk.find())
must(await desk.unlock(SET_UP.password, 'user'))
say('open')
for (let n = Number(first); ; n++) {
  if (n % 8 === 7) {
    must(await desk.importRows(importRowsOf(n * BATCH, BATCH)))
    say(`import ${n * BATCH}`)
    continue
  }
  // 举报 touches three scopes, everything else two.
  const kind = n % 3 === 0 ? 'report' : 'help'
  const saved = must(await desk.run({ name: 'receive-case', input: { ...INTAKE, requestKind: kind } }))
  const id = saved.entities[0]!
  say(`case ${id}`)
  must(
    await desk.run({ name: 'record-answer', input: { case: id, way: 'phone', content: '已处理。', answeredBy: '' } }),
  )
  say(`answer ${id}`)
}

/**
 * Writes until it is killed and says what was acknowledged, one line each: `begun ID`, `appended ID N LENGTH`, `blob ID N`,
 * `slots N`, `draft N`. A line that begins with `try ` came before the question.
 */
import { writeSync } from 'node:fs'
import { nodeFileSystem } from '#host/file-system.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { blobIdOf, bytesOf, idOf, must } from './crash-trials.ts'

const [folder = '', round = '0'] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)

const host = must(
  await openStationFolder({
    fs: nodeFileSystem,
    folder,
    edition: 'command-line',
    demo: false,
    exportFolder: folder,
    now: Date.now,
  }),
)
say('open')
let n = Number(round) * 100_000
for (;;) {
  const id = idOf(++n)
  let at = must(await host.beginSegment(id)).bytes
  say(`begun ${id}`)
  for (let i = 0; i < 20; i++) {
    n += 1
    const batch = bytesOf(n, 1 + ((n * 37) % 5_000))
    at = must(await host.append(id, at, batch))
    say(`appended ${id} ${n} ${batch.length}`)
    if (i % 5 === 0) {
      must(await host.putBlob(blobIdOf(n), bytesOf(n, 3_000)))
      say(`blob ${blobIdOf(n)} ${n}`)
    }
    if (i % 7 === 0) {
      say(`try slots ${n}`)
      must(await host.writeSlots(bytesOf(n, 500)))
      say(`slots ${n}`)
    }
  }
}

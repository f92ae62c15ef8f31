/** Takes in the files of a folder, one after the other, until it is killed: `in NUMBER` for each acknowledgement. */
import { existsSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { importFile } from '../histories/files.ts'
import { importer, pcIn } from './import-story.ts'

const [folder = '', from = '', go = ''] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)
const before = await importer()
const files = readdirSync(from)
  .toSorted()
  .map((name) => new Uint8Array(readFileSync(join(from, name))))
while (!existsSync(go)) await wait(2)

const { pc } = await pcIn(folder, before)
say('open')
for (const [i, bytes] of files.entries()) {
  const arrived = await importFile(pc, { bytes, sealed: false })
  if (arrived.kind !== 'in') throw new Error(`file ${i}: ${JSON.stringify(arrived)}`)
  say(`in ${i}`)
}
say('done')
// Stays until it is killed: the lock is left behind, as after a power cut.
setInterval(() => undefined, 1_000)

/** kill −9 at random moments of an import into a real folder: each file is in, whole and once, or not at all. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBundle } from '#core/exchange/bundle/verify-bundle.ts'
import { readFiles } from '#core/exchange/bundle/unseal.ts'
import { tryIn } from '#core/exchange/import/try-in.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { arrivalId } from '#core/peer/fields.ts'
import { bundledChild, lines } from '../host/child.ts'
import { must } from '../host/crash-trials.ts'
import { tempFolder } from '../host/temp-folder.ts'
import { sourceOf, trustIn } from '../histories/pc.ts'
import { size } from '../size.ts'
import { importStory, pcIn } from './import-story.ts'

const FILES = 8
/** New ones in each file. */
const EVENTS = 240

const ROUNDS = size(200, 1_000)
/** Rounds on one folder, which is then full. */
const ON_ONE_FOLDER = 5

test(`an import killed ${ROUNDS} times`, { timeout: 60_000 + ROUNDS * 3_000 }, async () => {
  const start = await bundledChild('../faults/importing-child.ts')
  const { before, files } = await importStory(FILES, EVENTS)
  const from = await tempFolder()
  for (const [i, bytes] of files.entries()) await writeFile(join(from, `${i}.zip`), bytes)
  const trust = trustIn(before)
  const bundles: { readonly bundle: string; readonly events: readonly StoredEvent[] }[] = []
  for (const bytes of files) {
    const unsealed = must(await readFiles(bytes))
    const { events } = must(verifyBundle(unsealed, trust.learn(unsealed.manifest).keyOf))
    bundles.push({ bundle: unsealed.manifest.bundle, events })
  }
  const goes = await tempFolder()
  const count = { kills: 0, acknowledged: 0, lost: 0, half: 0, wholeUnsaid: 0, left: 0 }
  const folders: string[] = []
  let acknowledged = new Set<number>()
  let known = new Set<number>()
  const childFor = async (round: number) => {
    const number = Math.floor(round / ON_ONE_FOLDER)
    if (folders.length === number) {
      folders.push(join(await tempFolder(), 'station'))
      await (await pcIn(folders[number]!, before)).host.close()
    }
    return start(folders[number]!, from, join(goes, String(round)))
  }
  // Each is started one round ahead, and waits for its go before it opens the folder.
  let next = await childFor(0)
  for (let round = 0; round < ROUNDS; round++) {
    const child = next
    const folder = folders[Math.floor(round / ON_ONE_FOLDER)]!
    if (round % ON_ONE_FOLDER === 0) [acknowledged, known] = [new Set(), new Set()]
    let said = 0
    const ended = lines(child, (line) => {
      const [what, of] = line.split(' ')
      if (what === 'in') acknowledged.add(Number(of))
      // Somewhere within the import that follows: it takes 15 to 60 ms here.
      const isNew = what === 'open' || (what === 'in' && !known.has(Number(of)))
      if ((isNew && said++ === round % 3) || what === 'done') setTimeout(() => child.kill('SIGKILL'), (round * 13) % 41)
    })
    await writeFile(join(goes, String(round)), '')
    if (round + 1 < ROUNDS) next = await childFor(round + 1)
    await ended
    expect(child.signalCode).toBe('SIGKILL')
    count.kills += 1

    const { pc, host } = await pcIn(folder, before)
    for (const [i, { bundle, events }] of bundles.entries()) {
      const { counts } = tryIn(sourceOf(pc), trust, events)
      const isRecorded = sourceOf(pc).read(arrivalId(bundle, pc.ring.device)) !== null
      if (isRecorded ? counts.fresh > 0 || counts.held > 0 : counts.fresh + counts.held < EVENTS) count.half += 1
      if (acknowledged.has(i) && !isRecorded) count.lost += 1
      if (isRecorded && !acknowledged.has(i) && !known.has(i)) count.wholeUnsaid += 1
      if (isRecorded) known.add(i)
      else count.left += 1
    }
    await host.close()
  }
  count.acknowledged = acknowledged.size
  console.log(`import × kill −9: ${JSON.stringify(count)}`)
  expect(count).toMatchObject({ lost: 0, half: 0, kills: ROUNDS })
  expect(count.left).toBeGreaterThan(0)
})

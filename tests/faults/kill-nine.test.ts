/** kill −9 of a real program that saves into a real folder, again and again. */
import type { ChildProcess } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newProfile, openWorld, SET_UP, type World } from '../desk/desk-world.ts'
import { bundledChild, lines } from '../host/child.ts'
import { must } from '../host/crash-trials.ts'
import { tempFolder } from '../host/temp-folder.ts'
import { size } from '../size.ts'
import { BATCH } from './station-story.ts'

const ROUNDS = size(200, 1_000)
/** Rounds on one folder; then a new one, so that opening stays quick. */
const ON_ONE_FOLDER = 10

type Acknowledged = { readonly cases: Set<string>; readonly answers: Set<string>; readonly imports: Set<number> }

test(`killed ${ROUNDS} times`, { timeout: 60_000 + ROUNDS * 3_000 }, async () => {
  const start = await bundledChild('../faults/saving-child.ts')
  const goes = await tempFolder()
  const count = { saves: 0, lost: 0, half: 0, underWay: 0 }
  let known: Acknowledged = { cases: new Set(), answers: new Set(), imports: new Set() }
  const folders: string[] = []
  const folderOf = (round: number): string => folders[Math.floor(round / ON_ONE_FOLDER)]!
  const goOf = (round: number): string => join(goes, String(round))
  const childOf = (round: number): ChildProcess => start(folderOf(round), String(round * 1_000), goOf(round))

  for (let round = 0; round < ROUNDS; round += ON_ONE_FOLDER) folders.push(join(await tempFolder(), 'station'))
  let next = childOf(0)
  for (let round = 0; round < ROUNDS; round++) {
    const child = next
    if (round % ON_ONE_FOLDER === 0) {
      known = { cases: new Set(), answers: new Set(), imports: new Set() }
      newProfile()
      const world = await openWorld(folderOf(round))
      must(await world.desk.find())
      must(await world.desk.setUp(SET_UP))
      await world.close()
    }
    let said = 0
    const ended = lines(child, (line) => {
      const [what, of = ''] = line.split(' ')
      // A few saves, and then in the middle of a further one.
      if (said++ === round % 8) setTimeout(() => child.kill('SIGKILL'), (round * 7) % 11)
      if (what === 'case') known.cases.add(of)
      if (what === 'answer') known.answers.add(of)
      if (what === 'import') known.imports.add(Number(of))
      if (what !== 'open') count.saves += 1
    })
    await writeFile(goOf(round), '')
    await ended
    expect(child.signalCode).toBe('SIGKILL')
    if (round + 1 < ROUNDS) next = childOf(round + 1)
    // IndexedDB is as the round before left it, or gone.
    if (round % 5 === 4) newProfile()
    const world = await openWorld(folderOf(round))
    await check(world, known, count)
    await world.close()
  }
  console.log(
    `kill −9 × ${ROUNDS}: ${count.saves} acknowledged, ${count.lost} lost, ${count.half} half, ${count.underWay} under way came through whole`,
  )
  expect(count).toMatchObject({ lost: 0, half: 0 })
  expect(count.saves).toBeGreaterThan(ROUNDS)
})

async function check(
  { desk }: World,
  known: Acknowledged,
  count: { lost: number; half: number; underWay: number },
): Promise<void> {
  must(await desk.find())
  const report = must(await desk.unlock(SET_UP.password, 'user'))
  expect(report).toMatchObject({ returned: 0, gaps: 0, damagedJournal: 0, damagedCopy: 0 })
  const { rows } = await desk.page({ sort: 'number', descending: false, offset: 0, limit: 100_000 })
  const shown = new Set(rows.map((row) => row.id))
  for (const id of known.cases) if (!shown.has(id)) count.lost += 1
  const imported = new Map<number, number>()
  for (const row of rows) {
    const { file } = (await desk.caseView(row.id))!
    const { fields, acts } = file
    const external = Number(fields.externalId?.slice(5) ?? -1)
    const answered = acts.some((act) => act.type === 'answer')
    if (!answered && (known.answers.has(row.id) || external >= 0)) count.half += 1
    if (fields.title === '' || fields.number === '' || acts.length < (answered ? 2 : 1)) count.half += 1
    if (external >= 0) {
      const first = external - (external % BATCH)
      imported.set(first, (imported.get(first) ?? 0) + 1)
    } else if (!known.cases.has(row.id)) {
      known.cases.add(row.id)
      count.underWay += 1
    }
    if (fields.requestKind === 'report' && fields.reporterName === '') count.half += 1
  }
  for (const first of known.imports) if (imported.get(first) !== BATCH) count.lost += 1
  for (const n of imported.values()) if (n !== BATCH) count.half += 1
}

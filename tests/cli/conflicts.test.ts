/** `linwu conflicts`: what two PCs of a house wrote apart, once their files have met. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newProfile, removeFolder } from '../desk/desk-world.ts'
import { newHouse, run, secondPc, sent, taken } from '../desk/exchange-houses.ts'
import { receiveCase } from '../faults/station-story.ts'
import { linwu } from './program.ts'

const PASSWORD = '命令行密码-2026'

test('both values with who and which PC, as one line and as JSON; a reporter is not named; settled, nothing is left', async () => {
  newProfile()
  const front = await newHouse('S0012', '槐树里社区服务站')
  const back = await secondPc(front, 'B')
  const [a, b] = [front.world.desk, back.world.desk]
  const id = await receiveCase(a, '楼道灯不亮')
  const report = await receiveCase(a, '有人乱倒垃圾')
  await run(a, { name: 'correct-request', input: { case: report, requestKind: 'report' } })
  for (const file of (await sent(front, front.house, 'hand-over')).files) await taken(back, file)
  await run(a, { name: 'correct-request', input: { case: id, title: '三号楼楼道灯不亮' } })
  await run(a, { name: 'correct-request', input: { case: report, requesterName: '举报人甲' } })
  await run(b, { name: 'correct-request', input: { case: id, title: '楼道灯坏了两盏' } })
  await run(b, { name: 'correct-request', input: { case: report, requesterName: '举报人乙' } })
  for (const file of (await sent(back, back.house, 'hand-over')).files) await taken(front, file)
  expect(await a.differenceCount()).toBe(2)
  expect((await a.addCommandLineSlot(PASSWORD)).ok).toBe(true)
  for (const pc of [front, back]) await pc.world.close()
  const key = join(front.folder, 'key.txt')
  await writeFile(key, PASSWORD)
  const asked = ['conflicts', front.folder, '--password-file', key] as const
  const { json, code } = await linwu(...asked, '--json')
  expect([code, json.total, json['counts']]).toEqual([0, 2, { field: 2 }])
  const found = json['differences'] as { fields: string[]; versions: { values: string[] }[]; writers: { pcName: string }[] }[] // prettier-ignore
  const title = found.find(({ fields }) => fields[0] === 'title')!
  expect(title.versions.flatMap(({ values }) => values).toSorted()).toEqual(['三号楼楼道灯不亮', '楼道灯坏了两盏'])
  expect(title.writers.map(({ pcName }) => pcName).toSorted()).toEqual(['前台', '里屋'])
  const lines = await linwu(...asked)
  expect(lines.out).toContain('2 处要核对')
  expect(lines.out + JSON.stringify(json)).not.toContain('举报人')
  expect((await linwu(...asked, '--lang', 'en')).out).toContain('two versions')
  for (const { folder } of [front, back]) await removeFolder(folder)
})

import { expect, test } from 'vitest'
import { planPlaces } from '#core/intake/plan-places.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'

const sheetOf = (csv: string) => {
  const sheet = readSheet(new TextEncoder().encode(csv), '楼栋.csv')
  if (!sheet.ok) throw new Error(sheet.error)
  return sheet.value
}
const HEAD = '小区,楼栋,单元,门,网格,居民小组,楼门栋长,网格员,电话'

test('a register of places: columns by their words, bare numbers become 号楼 and 单元', () => {
  const plan = planPlaces(
    sheetOf(`槐树里社区楼栋台账\n${HEAD}\n槐树里小区,3,2,101室,第一网格,二组,赵楼长,陈网格,10000002222\n`),
  )!
  expect(plan.understood.map(({ column }) => column).toSorted()).toEqual(['building', 'door', 'grid', 'leader', 'leaderPhone', 'neighbourhood', 'residentGroup', 'unit', 'worker']) // prettier-ignore
  expect(plan.rows).toEqual([
    {
      row: 3,
      place: { neighbourhood: '槐树里小区', building: '3号楼', unit: '2单元', door: '101', grid: '第一网格', residentGroup: '二组', leader: '赵楼长', leaderPhone: '10000002222', worker: '陈网格', workerPhone: '' }, // prettier-ignore
    },
  ])
})

test('rows that cannot come in are named with their reason; the others come in', () => {
  const plan = planPlaces(
    sheetOf(
      [
        HEAD,
        ',3,,101,,,,,',
        '槐树里小区,,2,101,,,,,',
        '槐树里小区,3,2,101,,,赵楼长,,一二三',
        '槐树里小区,3,2,,,,赵楼长,,',
        '槐树里小区,三号楼,二单元,102,,,钱楼长,,',
        `${'长'.repeat(81)},3,,,,,,,`,
        ',,,,,,,,',
        '槐树里小区,4,,,第一网格,,,陈网格,10000001111',
      ].join('\n'),
    ),
  )!
  expect(plan.refused).toEqual([
    { row: 2, reason: 'no-neighbourhood' },
    { row: 3, reason: 'unit-without-building' },
    { row: 4, reason: 'phone-wrong' },
    { row: 6, reason: 'leader-differs' },
    { row: 7, reason: 'name-too-long' },
  ])
  expect(plan.rows.map(({ row }) => row)).toEqual([5, 9])
  // One column 电话, and a grid worker only: the number is theirs.
  expect(plan.rows[1]!.place).toMatchObject({ leaderPhone: '', workerPhone: '10000001111' })
})

test('a sheet without 小区 is no register of places', () => {
  expect(planPlaces(sheetOf('姓名,电话\n甲,1\n'))).toBeNull()
})

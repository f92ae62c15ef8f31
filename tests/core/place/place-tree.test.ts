import { expect, test } from 'vitest'
import { placeCard, type PlaceCard, type PlaceFields } from '#core/place/fields.ts'
import { placesFromRows, type PlaceRow } from '#core/place/places-from-rows.ts'
import { mayStandBelow, placeTree, sortKey } from '#core/place/place-tree.ts'
import { plainPlace } from '#core/place/place-words.ts'

const row = (fields: Partial<PlaceRow>): PlaceRow => ({ neighbourhood: '槐树里小区', building: '', unit: '', door: '', grid: '', residentGroup: '', leader: '', leaderPhone: '', worker: '', workerPhone: '', ...fields }) // prettier-ignore
const COMMUNITY = { name: '槐树里社区', code: '119900000000' }

/** The tree after some imports, each on top of the ones before. */
function imported(...files: (readonly PlaceRow[])[]): PlaceCard[] {
  const known = new Map<string, PlaceCard>()
  let n = 0
  for (const rows of files)
    for (const { id, fields } of placesFromRows(rows, [...known.values()], COMMUNITY, () => `place:${(n += 1)}`))
      known.set(id, placeCard(id, { ...known.get(id), ...fields }))
  return [...known.values()]
}

const FILE = [
  row({ building: '3号楼', unit: '2单元', door: '101', grid: '第一网格', worker: '陈网格', workerPhone: '10000001111', residentGroup: '第二小组', leader: '赵楼长', leaderPhone: '10000002222' }), // prettier-ignore
  row({ building: '3号楼', unit: '2单元', door: '102', grid: '第一网格', residentGroup: '第二小组' }),
  row({ building: '10号楼', unit: '1单元', door: '101', grid: '第二网格' }),
  row({ neighbourhood: '桂花园', door: '7' }),
]

test('place tree: community → neighbourhood → building → unit → door; grid and 居民小组 across it; 楼门栋长 and 网格员 named', () => {
  const tree = placeTree(imported(FILE))
  const door = tree.findByWords('槐树里小区 三号楼 › 2单元 101室')!
  expect(tree.pathOf(door).map(({ kind, name }) => [kind, name])).toEqual([
    ['community', '槐树里社区'],
    ['neighbourhood', '槐树里小区'],
    ['building', '3号楼'],
    ['unit', '2单元'],
    ['door', '101'],
  ])
  expect(tree.get(tree.pathOf(door)[0]!.id)?.code).toBe('119900000000')
  expect(tree.pathWords(door)).toBe('槐树里小区3号楼2单元101')
  expect(tree.acrossOf(door)).toMatchObject({ grid: { name: '第一网格' }, residentGroup: { name: '第二小组' } })
  expect(tree.leadersOf(door).map(({ leader, kind }) => [kind, leader])).toEqual([
    ['unit', '赵楼长'],
    ['grid', '陈网格'],
  ])
  const grid = tree.all.find(({ name }) => name === '第一网格')!
  const other = tree.findByWords('槐树里10号楼')!
  expect([tree.within(door, grid.id), tree.within(other, grid.id), tree.within(door, tree.pathOf(door)[1]!.id), tree.within(door, other)]).toEqual([true, false, true, false]) // prettier-ignore
})

test('the same file twice gives the same tree; blanks change nothing; a new head is one change', () => {
  const once = imported(FILE)
  expect(imported(FILE, FILE)).toEqual(once)
  expect(imported(FILE, FILE.map((one) => ({ ...one, grid: '', leader: '', leaderPhone: '', building: one.building && one.building.replace('号楼', '栋') })))).toEqual(once) // prettier-ignore
  const changes = placesFromRows([row({ building: '3号楼', unit: '2单元', leader: '钱楼长' })], once, COMMUNITY, () => 'place:new') // prettier-ignore
  expect(changes).toEqual([{ id: expect.any(String), isNew: false, fields: { kind: 'unit', leader: '钱楼长' } }])
})

test.each([
  ['槐树里小区3号楼2单元101', '槐树里小区3号楼2单元101'],
  ['住槐树里3栋二单元102号', '槐树里小区3号楼2单元102'],
  ['槐树里小区3#楼', '槐树里小区3号楼'],
  ['槐树里小区13号楼', '槐树里小区'],
  ['槐树里小区10号楼一单元1010', '槐树里小区10号楼1单元'],
  ['桂花园7号', '桂花园7'],
  ['东渡口路', null],
])('a typed address finds its place: %s', (typed, words) => {
  const tree = placeTree(imported(FILE))
  const found = tree.findByWords(typed)
  expect(found && tree.pathWords(found)).toBe(words)
})

test('a tree whatever a merge left: circles, missing parents, retired places', () => {
  const place = (id: string, fields: Partial<PlaceFields>): PlaceCard => placeCard(id, { name: id, kind: 'building', ...fields }) // prettier-ignore
  const tree = placeTree([
    place('place:a', { parent: 'place:b' }),
    place('place:b', { parent: 'place:a' }),
    place('place:c', { parent: 'place:gone', kind: 'neighbourhood', name: '旧院' }),
    place('place:d', { parent: 'place:c', retired: true }),
  ])
  expect(
    tree
      .childrenOf('')
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(['place:a', 'place:b', 'place:c'])
  expect(tree.pathOf('place:a')).toHaveLength(2)
  expect(tree.findByWords('旧院place:d')).toBe('place:c')
  expect(tree.pathOf('place:nowhere')).toEqual([])
})

test('numbers in names are numbers, and levels have their order', () => {
  expect(['10号楼', '2号楼', '2号楼甲'].toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual([
    '2号楼',
    '2号楼甲',
    '10号楼',
  ])
  const named = ['第十二网格', '第一网格', '第十网格', '第三网格', '第二网格', '第一百零三网格', '第二十网格']
  expect(named.toSorted((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1))).toEqual(['第一网格', '第二网格', '第三网格', '第十网格', '第十二网格', '第二十网格', '第一百零三网格']) // prettier-ignore
  expect([mayStandBelow('door', 'unit'), mayStandBelow('door', 'neighbourhood'), mayStandBelow('door', 'street'), mayStandBelow('building', 'unit'), mayStandBelow('grid', 'community'), mayStandBelow('door', null)]).toEqual([true, true, false, false, true, false]) // prettier-ignore
  expect([plainPlace('十二栋 3门 ５０１室'), plainPlace('12号楼3单元501')]).toEqual([
    '12号楼3单元501',
    '12号楼3单元501',
  ])
})

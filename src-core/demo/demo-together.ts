/** Matters that belong together: two topics, and a walk sheet that is partly typed in. */
import { placeTreeOf } from '../book/place-tree-of.ts'
import { entitiesOf, readEntity, type Book } from '../book/book.ts'
import { personCard } from '../person/fields.ts'
import { doorsOf, wholePages } from '../walk-sheet/doors.ts'
import type { WalkDoor } from '../walk-sheet/fields.ts'
import { story, type Story, type StoryParts } from './demo-story.ts'
import type { Step } from './demo-steps.ts'

const MEMBERS = ['one', 'two', 'three', 'four'] as const
/** Where the walk went. */
const WALKED = '槐树里小区1号楼'

/** `book`: with places and residents, who stand on the walk sheet. */
export const togetherStories = (parts: StoryParts, book: Book): Step[] =>
  [frontDoor(parts), buildingSite(parts), walk(parts, book)].flatMap(({ steps }) => steps)

/** Four neighbours, one door: in hand. */
function frontDoor(parts: StoryParts): Story {
  const s = story(parts)
  const said = [
    ['单元门禁坏了，谁都能进', '单元门关不上，谁都能进，晚上不放心。', '401'],
    ['单元门两周没修好', '单元门坏了两周，报了三回没人修。', '502'],
    ['门禁卡刷不开，只能敞着门', '门禁卡刷不开，大家就拿砖头顶着门。', '603'],
    ['单元门敞着，楼道里丢了两辆车', '单元门关不上，放在楼道的两辆自行车被推走了。', '601'],
  ] as const
  said.forEach(([title, text, door], i) => {
    const back = 5 - i
    s.ask(back, '09:05', { who: 910 + i * 11, title, text, place: `槐树里小区5号楼2单元${door}` }, 'market', 'L030104', MEMBERS[i]!) // prettier-ignore
    s.send(back, '10:00', '安居物业', { as: MEMBERS[i]! })
  })
  s.say(2, '16:00', (k) => ({
    name: 'begin-topic',
    input: { title: '5号楼2单元门禁坏了没人修', category: 'L030104', place: '槐树里小区5号楼', note: '主机停产，物业找到代用型号，报价待业主同意', cases: MEMBERS.map((one) => k[one]) },
  }), 'topic') // prettier-ignore
  return s
}

/** Three complaints of one building site; settled together. */
function buildingSite(parts: StoryParts): Story {
  const s = story(parts)
  const said = [
    ['工地半夜打桩，睡不了觉', '东边工地夜里打桩，一连几天睡不了觉。', '东渡口路3号楼2单元401'],
    ['工地夜里灯直照卧室', '工地的大灯整夜照着卧室，拉上窗帘也亮。', '东渡口路3号楼1单元502'],
    ['凌晨渣土车进出，地板都震', '凌晨渣土车一辆接一辆，地板都跟着震。', '东渡口路5号楼3单元301'],
  ] as const
  said.forEach(([title, text, place], i) => {
    const name = MEMBERS[i]!
    s.ask(
      29 - i,
      '08:30',
      { who: 960 + i * 11, channel: 'phone', title, text, place },
      'administrative',
      'L050101',
      name,
    )
    s.send(29 - i, '09:00', '槐树里街道办事处', { as: name, demand: '请核查夜间施工许可' })
  })
  s.say(26, '11:00', (k) => ({
    name: 'begin-topic',
    input: { title: '东渡口路工地夜间施工扰民', category: 'L050101', place: '东渡口路', note: '', cases: MEMBERS.slice(0, 3).map((one) => k[one]) },
  }), 'topic') // prettier-ignore
  for (const name of MEMBERS.slice(0, 3))
    s.end(22, '街道约谈了施工方：夜间十点后停工，照明灯转向，渣土车改走北门，值班电话贴在门口。', name)
  s.say(20, '09:00', (k) => ({ name: 'change-topic', input: { topic: k.topic, closed: true } }))
  return s
}

/** 入户走访单: printed three working days ago, two of its rows typed in yesterday. */
function walk(parts: StoryParts, book: Book): Story {
  const s = story(parts)
  const place = parts.placeOf(WALKED)
  const doors = place === null ? [] : walkedDoors(book, place)
  s.say(3, '08:40', () => ({
    name: 'print-walk-sheet',
    input: { name: WALKED, doors: [...doors], ...(place !== null && { building: place }) },
  }), 'sheet') // prettier-ignore
  const heard = ['楼道声控灯坏了两层，晚上摸黑上楼。', '楼门口的无障碍坡道被自行车占着，轮椅过不去。'] as const
  const kinds = [
    ['administrative', 'L020302', '街道市政管理所'],
    ['market', 'L030101', '安居物业'],
  ] as const
  heard.forEach((text, i) => {
    const name = MEMBERS[i]!
    const time = `1${i + 4}:0${i + 5}`
    s.say(1, time, (k) => ({
      name: 'receive-walk-row',
      input: { sheet: k.sheet, row: i + 1, again: false, requestKind: 'complaint', urgency: 'general', raisedAt: s.moment(2, `10:${i + 1}0`), text },
    }), name) // prettier-ignore
    const [serviceType, category, begin] = kinds[i]!
    s.say(1, `1${i + 4}:20`, (k) => ({ name: 'classify', input: { case: k[name], serviceType, category, reason: '' } }))
    s.send(1, `1${i + 4}:30`, begin, { as: name })
  })
  return s
}

function walkedDoors(book: Book, building: string): readonly WalkDoor[] {
  const all = (type: string) => [...entitiesOf(book, type)].map((id) => ({ ...readEntity(book, id), id }))
  const people = all('person').map((fields) => personCard(fields.id, fields))
  return wholePages(doorsOf(building, placeTreeOf(book), people, all('household')))
}

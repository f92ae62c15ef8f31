/**
 * 差评 at every step (DOMAIN §7.4), and calls that reached nobody. Each begins as an ordinary complaint. To add one: at the end.
 */
import type { CommandInput } from '../commands.ts'
import { story, type Story, type StoryParts } from './demo-story.ts'
import type { Known, Step } from './demo-steps.ts'
import { atWork, DAY } from './demo-times.ts'

type RatingStep = CommandInput<'record-rating-step'>['step']
/** `back`: working days before today. */
type Turn = readonly [back: number, step: RatingStep | 'asked-again', note: string]
type Bad = {
  readonly who: number
  readonly title: string
  readonly text: string
  readonly place: string
  readonly category: string
  readonly type: 'administrative' | 'welfare' | 'market'
  readonly answer: string
  /** Working days before today on which it was closed; the resident was called on the day after. */
  readonly back: number
  readonly said: string
  readonly grade: 'dissatisfied' | 'very-dissatisfied'
  readonly turns: readonly Turn[]
}

const BAD: readonly Bad[] = [
  {
    who: 901, title: '楼顶漏水，修过又漏', text: '去年补过一次，一下雨六楼还是滴水。', place: '桂花园小区2号楼', category: 'L020303', type: 'market',
    answer: '已请物业补了防水。', back: 2, said: '补的地方没几天又漏了，来的人话也不好听', grade: 'dissatisfied', turns: [],
  },
  {
    who: 912, title: '垃圾桶一天不清，味道大', text: '夏天味道大，桶满了没人清。', place: '槐树里小区4号楼', category: 'L040101', type: 'administrative',
    answer: '已和清运公司说好每天两次。', back: 5, said: '就好了两天，现在又是老样子', grade: 'very-dissatisfied',
    turns: [[3, 'confirmed', '早上七点去看过，两个桶是满的，清运公司少来了一趟']],
  },
  {
    who: 923, title: '路口停车堵住轮椅坡道', text: '每天早上有车停在坡道口，轮椅出不去。', place: '柳荫巷1号楼', category: 'L060201', type: 'administrative',
    answer: '已转交警并在坡道口画线。', back: 14, said: '画了线没人管，还是照停', grade: 'dissatisfied',
    turns: [
      [12, 'confirmed', '连着三天早上去看，两天有车'],
      [8, 'rectified', '和交警定了每天早上巡一次，加装了两个地桩'],
      [6, 'asked-again', '现在能出门了，谢谢'],
    ],
  },
  {
    who: 934, title: '快递柜收费没人说', text: '快递柜放了两天要收钱，事先没人说。', place: '和平里北区6号楼', category: 'L160202', type: 'market',
    answer: '收费是快递公司定的，已解释。', back: 10, said: '反正我不满意，凭什么收钱', grade: 'dissatisfied',
    turns: [
      [9, 'appealed', '收费是快递公司的规定，站里已当面解释，居民当时认可'],
      [8, 'upheld', '查了通话记录，说的是快递公司，不是本站的服务'],
    ],
  },
] // prettier-ignore

/** What a station that works does about a bad call: verified after a day, put right within the week, asked again after that. */
export function putRight(known: Known, calledAt: number): Step[] {
  const step = (days: number, command: Step['command']): Step => ({ at: atWork(calledAt + days * DAY), known, command })
  const about = (name: RatingStep, note: string) => (k: Known) => ({ name: 'record-rating-step', input: { case: k.case, revisit: k.revisit, step: name, note } }) as const // prettier-ignore
  return [
    step(1, about('confirmed', '打电话问过，情况属实')),
    step(4, about('rectified', '上门当面说明，补办了没做完的')),
    step(6, (k) => ({
      name: 'record-revisit',
      input: { case: k.case, way: 'phone', valid: true, contacted: true, solved: true, scale: 'three-rates', grade: 'satisfied', words: '这回可以了' },
    })),
  ] // prettier-ignore
}

export const ratingStories = (parts: StoryParts): Step[] =>
  [...BAD.map((bad) => badRating(parts, bad)), unreached(parts)].flatMap(({ steps }) => steps)

function begun(
  parts: StoryParts,
  { who, title, text, place, type, category, answer, back }: Omit<Bad, 'said' | 'grade' | 'turns'>,
): Story {
  const s = story(parts)
  s.ask(back + 6, '09:20', { who, requestKind: 'complaint', title, text, place }, type, category)
  s.say(back + 5, '10:10', (k) => ({
    name: 'record-contact',
    input: { case: k.case, kind: 'first-contact', way: 'phone', reached: true, note: '问清了情况' },
  }))
  s.say(back, '15:10', (k) => ({ name: 'record-answer', input: { case: k.case, way: 'phone', content: answer, answeredBy: '' } })) // prettier-ignore
  s.say(back, '15:30', (k) => ({ name: 'close-case', input: { case: k.case, outcome: 'solved', note: '' } }))
  return s
}

function badRating(parts: StoryParts, bad: Bad): Story {
  const s = begun(parts, bad)
  s.say(bad.back - 1, '10:20', (k) => ({
    name: 'record-revisit',
    input: { case: k.case, way: 'phone', valid: true, contacted: true, solved: false, scale: bad.grade === 'dissatisfied' ? 'three-rates' : 'good-bad-5', grade: bad.grade, words: bad.said },
  }), 'revisit') // prettier-ignore
  for (const [back, step, note] of bad.turns)
    s.say(back, '11:00', (k) =>
      step === 'asked-again'
        ? {
            name: 'record-revisit',
            input: { case: k.case, way: 'phone', valid: true, contacted: true, solved: true, scale: 'three-rates', grade: 'satisfied', words: note },
          }
        : { name: 'record-rating-step', input: { case: k.case, revisit: k.revisit, step, note } },
    ) // prettier-ignore
  return s
}

/** Three calls, nobody there: it leaves the list and is counted apart. */
function unreached(parts: StoryParts): Story {
  const s = begun(parts, {
    who: 945,
    title: '楼下烧烤摊油烟大',
    text: '晚上烧烤摊的烟往楼上飘。',
    place: '槐树里小区1号楼',
    category: 'L050201',
    type: 'administrative',
    answer: '城管已劝离，并约定不再占道。',
    back: 9,
  })
  for (const [back, invalidReason] of [
    [8, 'no-answer'],
    [6, 'no-answer'],
    [4, 'wrong-number'],
  ] as const)
    s.say(back, '10:40', (k) => ({
      name: 'record-revisit',
      input: { case: k.case, way: 'phone', valid: false, invalidReason, words: '' },
    }))
  return s
}

/** A survey that is two thirds done, drawn and typed in at its time, and what a few people said of providers and the station. */
import { drawNow, surveysOf } from '../book/survey-of.ts'
import { populationOf } from '../book/survey-population.ts'
import type { Book } from '../book/book.ts'
import type { Command, CommandInput } from '../commands.ts'
import { assert } from '../lib/assert.ts'
import { addDays, atTime, dayOf, epochOf, momentOf, type Day } from '../lib/time.ts'
import { builtInSheet } from '../survey/built-in-sheet.ts'
import type { InterviewState } from '../survey/codes.ts'
import { nothingKnown, type Provider, type Step } from './demo-steps.ts'
import { seeded, type Seeded } from './seeded.ts'

const TITLE = '服务满意度访问（第一期）'
const SIZE = 24
const INTERVIEWERS = ['陈一丁', '志愿者小组', '居委会网格员']

const SAID = ['师傅来得快，活也细。', '打了两次电话才有人接，希望早点回话。', '希望周末也有人值班。', '收费讲得清楚，放心。', '楼道灯修好了，谢谢。', '坡道还是太陡，轮椅上不去。'] as const // prettier-ignore
/** Of those who were not met and the like: which number, and whether somebody of the reserve is called up. */
const UNANSWERED: Readonly<Record<number, readonly [state: InterviewState, reason: string, replace: boolean]>> = {
  4: ['refused', '说没空', true],
  9: ['moved', '已搬到儿子家', true],
  15: ['not-met', '敲门没人应', false],
  18: ['wrong', '门牌不对', true],
}
/** So many papers have come back. */
const TYPED = 19

const OPINIONS: readonly (readonly [back: number, from: CommandInput<'record-opinion'>['from'], provider: string, scale: 'three-rates' | 'good-bad-5' | '', grade: string, words: string])[] = [
  [26, 'party-member', '安居物业', 'three-rates', 'neutral', '楼道清扫比上季度勤了，垃圾清运还是晚。'],
  [21, 'resident', '安居物业', 'good-bad-5', 'dissatisfied', '报修三天才来，来了又说缺件。'],
  [18, 'organisation', '', '', '', '服务站的联席会上个月没开，几件事没人牵头。'],
  [13, 'resident', '', 'three-rates', 'satisfied', '窗口的人耐心，材料一次讲清。'],
  [9, 'party-member', '', 'three-rates', 'basically', '双报到的党员想多认领一些上门的活。'],
  [4, 'resident', '安居物业', 'good-bad-5', 'satisfied', '水管修好了，第二天还来回看。'],
] // prettier-ignore

/** `now`: epoch milliseconds. What is drawn and typed in is read from the book when its time has come. */
export function surveySteps(book: Book, providers: readonly Provider[], now: number, seed: number): Step[] {
  const today = dayOf(momentOf(now))
  const day = (back: number): Day => addDays(today, -back)
  const random = seeded(seed)
  const steps: Step[] = []
  const step = (back: number, time: string, command: () => Command): void =>
    void steps.push({ at: epochOf(atTime(day(back), time)), known: nothingKnown(), command })
  const whole = () => {
    const found = [...surveysOf(book).values()].find(({ survey }) => survey.title === TITLE)
    assert(found !== undefined, 'the survey was begun')
    return found
  }
  step(12, '09:10:00', () => ({
    name: 'begin-survey',
    input: {
      title: TITLE,
      purpose: '听听上一段办结的诉求人怎么说，结果进服务单位考核。',
      population: { of: 'cases', from: day(60), until: day(13) },
      size: SIZE,
      strata: { by: 'service-type', share: 'proportional' },
      seed: Number(day(12).replaceAll('-', '')),
      from: day(12),
      until: addDays(today, 3),
      interviewers: INTERVIEWERS,
      questions: [...builtInSheet('zh-CN')],
    },
  }))
  step(12, '09:30:00', () => {
    const { survey } = whole()
    const drawn = drawNow(survey, populationOf(book, survey.population, survey.strata), survey.seed, survey.size)
    assert(drawn.ok, 'the demo closes more cases than it asks about')
    return { name: 'draw-survey', input: drawn.value }
  })
  for (let number = 1; number <= TYPED; number++) {
    const back = 10 - Math.floor(number / 2.4)
    step(back, `16:${String(10 + number).padStart(2, '0')}:00`, () => {
      const { survey, draw, sheets } = whole()
      const [state, reason, replace] = UNANSWERED[number] ?? ['done', '', false]
      const answers = state === 'done' ? answersOf(number, random) : {}
      const at = atTime(day(back), `${String(9 + (number % 6)).padStart(2, '0')}:20:00`)
      return {
        name: 'record-interview',
        input: { survey: survey.id, draw: draw!.id, number, state, reason, replace, sheet: sheets[0]!.id, answers, interviewer: INTERVIEWERS[(number - 1) % INTERVIEWERS.length]!, mode: 'paper', at }, // prettier-ignore
      }
    })
  }
  for (const [back, from, provider, scale, grade, words] of OPINIONS) {
    const of = provider === '' ? undefined : providers.find(({ name }) => name.startsWith(provider))?.id
    step(back, '15:05:00', () => ({
      name: 'record-opinion',
      input: {
        from,
        who: '',
        words,
        way: 'face-to-face',
        at: atTime(day(back), '15:00:00'),
        ...(of ? { about: 'provider', provider: of } : { about: 'station' }),
        ...(scale && { scale, grade }),
      },
    }))
  }
  return steps
}

function answersOf(number: number, random: Seeded): CommandInput<'record-interview'>['answers'] {
  const grade = (): number => [5, 4, 5, 4, 3, 5, 4, 2][random.int(8)]!
  const said = SAID[number % (SAID.length * 2)]
  return {
    solved: random.chance(0.75) ? 1 : 2 + random.int(2),
    contacted: random.chance(0.9) ? 1 : 2,
    overall: grade(),
    speed: grade(),
    manner: grade(),
    station: grade(),
    fee: random.chance(0.6) ? 0 : 20 + 10 * random.int(9),
    need: [1 + random.int(3), 4 + random.int(3)],
    ...(said !== undefined && { say: said }),
  }
}

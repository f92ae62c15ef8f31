/** Invented places and residents: the four neighbourhoods as a register would bring them, and about sixty people with homes. */
import type { Command } from '../commands.ts'
import { addDays, atTime, dayOf, epochOf, momentOf, type Day } from '../lib/time.ts'
import { checkSign } from '../person/id-number.ts'
import { MARKS, suggestedTier, type Mark, type Tier } from '../person/marks.ts'
import type { PlaceRow } from '../place/places-from-rows.ts'
import { DEMO_AREAS, demoName, demoPhone } from './demo-people.ts'
import type { Seeded } from './seeded.ts'

const BUILDINGS = 6
const UNITS = 3
/** Homes of registered residents; other doors are entered when somebody is. */
const HOMES = 30
/** The heads of the homes bring the requests of these running numbers (see `asksOf`). */
const FIRST_ASKER = 12
const ASKS_EVERY = 23
/** A head's `n` → the running numbers of what they ask for: two requests each. */
export const asksOf = (n: number): readonly number[] => [n, n + 5]

type Home = { readonly area: string; readonly building: string; readonly unit: string; readonly door: string }

/** Two homes in each of the first four buildings, one a unit. */
function homeOf(i: number): Home {
  const n = Math.floor(i / DEMO_AREAS.length)
  return {
    area: DEMO_AREAS[i % DEMO_AREAS.length]!,
    building: `${1 + (n % 4)}号楼`,
    unit: `${1 + Math.floor(n / 4)}单元`,
    door: `${1 + (i % 6)}0${1 + (i % 4)}`,
  }
}
const wordsOf = ({ area, building, unit, door }: Home): string => area + building + unit + door

/** Every unit with its 楼门栋长, the homes' doors, two grids. Numbers begin with 100: no network gives those out. */
export function demoPlaces(): PlaceRow[] {
  const rows: PlaceRow[] = []
  const row = (area: string, fields: Partial<PlaceRow>): void => {
    const grid = DEMO_AREAS.indexOf(area as (typeof DEMO_AREAS)[number]) < 2 ? 0 : 1
    rows.push({
      neighbourhood: area,
      building: '',
      unit: '',
      door: '',
      grid: ['第一网格', '第二网格'][grid]!,
      residentGroup: '',
      leader: '',
      leaderPhone: '',
      worker: demoName(401 + grid),
      workerPhone: `1000000880${grid + 1}`,
      ...fields,
    })
  }
  DEMO_AREAS.forEach((area, a) => {
    for (let b = 1; b <= BUILDINGS; b++)
      for (let u = 1; u <= UNITS; u++) {
        const n = a * 100 + b * 10 + u
        row(area, {
          building: `${b}号楼`,
          unit: `${u}单元`,
          residentGroup: `第${b}居民小组`,
          leader: demoName(500 + n),
          leaderPhone: `1000000${String(7000 + n)}`,
        })
      }
  })
  for (let i = 0; i < HOMES; i++) {
    const { area, building, unit, door } = homeOf(i)
    row(area, { building, unit, door })
  }
  // Where the walk sheet goes every door is known (demo-together.ts).
  const homes = new Set(rows.map(({ neighbourhood, building, unit, door }) => neighbourhood + building + unit + door))
  for (let u = 1; u <= 2; u++)
    for (let floor = 1; floor <= 3; floor++)
      for (const side of ['01', '02']) {
        const home = { building: '1号楼', unit: `${u}单元`, door: `${floor}${side}` }
        if (!homes.has(DEMO_AREAS[0] + home.building + home.unit + home.door)) row(DEMO_AREAS[0], home)
      }
  return rows
}

/** One of those to be registered. `head`: founds the household; the others join it. */
export type DemoResident = {
  readonly input: Extract<Command, { name: 'save-person' }>['input']
  readonly head: boolean
  /** Running number of their name and telephone (demo-people.ts). */
  readonly n: number
  /** A second entry of somebody: in no household. */
  readonly isTwin: boolean
  readonly tier: Tier | null
}

/** `placeOf` answers the place that an address names. The elder of each home first; some of them are those who ask. */
export function demoResidents(placeOf: (words: string) => string | null, today: Day, random: Seeded): DemoResident[] {
  const people: DemoResident[] = []
  for (let i = 0; i < HOMES; i++) {
    const home = wordsOf(homeOf(i))
    const n = FIRST_ASKER + i * ASKS_EVERY
    people.push(resident(n, home, 66 + random.int(24), marksOf(i), true))
    if (i % 3 !== 0) people.push(resident(900 + i, home, 66 + random.int(20), i % 7 === 1 ? ['disabled-elder'] : [], false)) // prettier-ignore
    if (i % 4 === 1) people.push(resident(1000 + i, home, 8 + random.int(6), i === 13 ? ['hardship-child'] : [], false))
  }
  // Two entries that came in twice, for 疑似同一人: by the name's sound, and by name and birth date.
  const [first, second] = [people[0]!.input, people[4]!.input]
  people.push(
    {
      input: { ...first, name: first.name.replace('六', '陆'), marks: [], note: '' },
      head: false,
      n: people[0]!.n,
      isTwin: true,
      tier: null,
    },
    { input: { ...second, phone: '', marks: [], note: '' }, head: false, n: people[4]!.n, isTwin: true, tier: null },
  )
  return people

  function resident(n: number, home: string, age: number, marks: readonly Mark[], head: boolean): DemoResident {
    const place = placeOf(home)
    const birthDate = addDays(`${Number(today.slice(0, 4)) - age}-01-01`, random.int(360))
    const isChild = age < 18
    const needsId = head && n % 5 === 2
    const gender = n % 2 === 0 ? 'female' : 'male'
    const body = `119900${birthDate.replaceAll('-', '')}0${n % 10}${gender === 'male' ? 1 : 2}`
    return {
      head,
      n,
      isTwin: false,
      tier: suggestedTier(marks),
      input: {
        name: demoName(n * 7),
        phone: isChild ? '' : demoPhone(n),
        placeWords: home,
        ...(place !== null && { place }),
        birthDate,
        gender,
        marks: [...marks],
        ...(marks.includes('serious-illness') && { tier: 'high' as const }),
        residence: n % 9 === 0 ? 'living' : 'registered',
        ...(isChild && { guardian: demoName((n - 988) * 7), guardianPhone: '10000009001' }),
        ...(n % 11 === 1 && { needs: ['hearing' as const] }),
        // Region 1199 is not given out: a number with a right check sign that nobody has.
        ...(needsId && { idNumber: body + checkSign(body), idReason: '办理高龄津贴' }),
        note: head && n % 7 === 3 ? '子女在外地，每周通一次电话' : '',
      },
    }
  }
}

function marksOf(i: number): readonly Mark[] {
  if (i % 8 === 5) return ['serious-illness', 'living-alone']
  if (i % 2 === 0) return i % 6 === 0 ? ['living-alone', 'low-income'] : ['living-alone']
  return i % 3 === 0 ? [MARKS[i % MARKS.length]!] : i % 5 === 0 ? ['empty-nest'] : []
}

/** Days between visits, a little less than the plan asks; nearly everybody is seen in time. */
const EVERY: Readonly<Record<Tier, number>> = { high: 6, key: 24, general: 70 }
const VISIT_DAYS = 100
const NOTES = ['精神不错，家里整洁', '药快吃完了，提醒复诊', '说楼道灯暗', '聊了一会儿，没有困难', ''] as const

export type DemoVisit = { readonly at: number; readonly command: Command }

/** `now`: epoch milliseconds. */
export function demoVisits(
  people: readonly { readonly id: string; readonly tier: Tier }[],
  now: number,
  random: Seeded,
): DemoVisit[] {
  // prettier-ignore
  const visits: DemoVisit[] = []
  const today = dayOf(momentOf(now))
  for (const [n, { id, tier }] of people.entries()) {
    // Two or three have not been seen for a while: that is what the plan is for.
    const isLate = n % 11 === 7
    for (let ago = VISIT_DAYS - random.int(EVERY[tier]); ago >= 0; ago -= EVERY[tier] - random.int(3)) {
      if (isLate && ago < EVERY[tier] * 1.6) break
      const at = epochOf(atTime(addDays(today, -ago), '09:00:00')) + random.int(8 * 3600) * 1000
      if (at > now) continue
      const result = random.chance(0.08) ? 'not-met' : random.chance(0.1) ? 'needs-help' : 'fine'
      const way = random.chance(0.75) ? 'home-visit' : 'phone'
      visits.push({ at, command: { name: 'record-person-visit', input: { person: id, way, result, note: result === 'not-met' ? '敲门无人应' : random.pick(NOTES) } } }) // prettier-ignore
    }
  }
  return visits
}

/** Fills an empty station through the same decisions and the same queue as real work, at the times when it would have happened. */
import { bookkeeper } from '../book/bookkeeper.ts'
import { deciding } from '../book/deciding.ts'
import { readEntity, type Book } from '../book/book.ts'
import { placeTreeOf } from '../book/place-tree-of.ts'
import type { Command } from '../commands.ts'
import type { Writer } from '../journal/writer.ts'
import type { StoredEvent } from '../kernel/event.ts'
import { assert } from '../lib/assert.ts'
import { ok, type Result } from '../lib/result.ts'
import { addDays, atTime, dayOf, epochOf, momentOf } from '../lib/time.ts'
import { isWorkingDay } from '../lib/calendar.ts'
import { MODULE_NAMES, MODULES } from '../station/modules.ts'
import { fillDemoAgreements, fillDemoFunds } from './demo-money.ts'
import { fillDemoCivic } from './demo-civic.ts'
import { fillDemoDirectory } from './demo-directory.ts'
import { asksOf, demoPlaces, demoResidents, demoVisits } from './demo-residents.ts'
import { fillDemoNotices } from './demo-notices.ts'
import { DEMO_PROVIDERS } from './demo-providers.ts'
import { DEMO_REQUESTS } from './demo-requests.ts'
import { openStories } from './demo-open-stories.ts'
import { closedStories } from './demo-closed-stories.ts'
import { ratingStories } from './demo-ratings.ts'
import { supervisionStories } from './demo-supervision.ts'
import { surveySteps } from './demo-surveys.ts'
import { togetherStories } from './demo-together.ts'
import { caseScript, demoCase, type Hold } from './demo-script.ts'
import type { DemoCase } from './demo-intake.ts'
import { nothingKnown, type Asker, type DemoStock, type Provider, type Step } from './demo-steps.ts'
import { fillDemoStaff, sendDemoStaffAway } from './demo-staff.ts'
import { atWork, DAY, HOUR } from './demo-times.ts'
import { DEMO_STATION } from './demo-station.ts'
import type { Tier } from '../person/marks.ts'
import { seeded, type Seeded } from './seeded.ts'

/** Two years: one case on most working days at first, 4 to 7 in the last months, about 780 in all. */
const DEMO_DAYS = 730
const BUSY_DAYS = 112
/** What the first page shows on any day: a well-run station with a little of everything. */
const LATE: readonly Hold[] = ['in-work', 'answered', 'in-work']
const DUE_TODAY: readonly Hold[] = ['in-work', 'answered', 'in-work', 'dispatched', 'in-work']
const REVISITS_DUE: readonly Hold[] = Array.from({ length: 12 }, () => 'closed')
/** Of the last two days: nobody has taken them up. */
const NEW: readonly Hold[] = ['new', 'new', 'new']
/** Nothing in a demo has to survive a power cut: it is written in a few large batches. */
const EVENTS_PER_APPEND = 4_000

export type DemoParts<E> = {
  /** Empty. */
  readonly book: Book
  readonly writer: Writer<E>
  readonly stationId: string
  readonly user: string
  readonly device: string
  readonly now: number
  readonly seed: number
}

/** Answers the number of cases; fails only when the writer does. */
export async function fillDemo<E>(parts: DemoParts<E>): Promise<Result<number, E>> {
  const random = seeded(parts.seed)
  const waiting: StoredEvent[] = []
  let clock = atWork(parts.now - (DEMO_DAYS + 2) * DAY)
  const books = bookkeeper<never>({
    book: parts.book,
    deciding,
    writer: {
      append: (events) => {
        waiting.push(...events)
        return Promise.resolve(ok({ segment: '', ordinal: 0, from: 0, to: 0, nextSeq: 0, batch: new Uint8Array(0) }))
      },
      settle: () => Promise.resolve(ok(null)),
      position: () => null,
    },
    user: parts.user,
    device: parts.device,
    numberPrefix: `${DEMO_STATION.short}-${DEMO_STATION.letter}`,
    clock: () => clock,
    random: random.bytes,
    onSaved: () => undefined,
  })
  const runAll = async (command: Command): Promise<readonly string[]> => {
    const saved = await books.run(command)
    assert(saved.ok, `the demo's own ${command.name} was refused: ${saved.ok ? '' : JSON.stringify(saved.error)}`)
    return saved.value.entities
  }
  const run = async (command: Command): Promise<string> => (await runAll(command))[0]!

  const { name, code, short, userName } = DEMO_STATION
  await run({ name: 'set-up-station', input: { id: parts.stationId, name, code, short, userName } })
  const colleagues = await fillDemoStaff(run)
  const providers: Provider[] = []
  for (const fields of DEMO_PROVIDERS)
    providers.push({ ...fields, id: await run({ name: 'save-provider', input: fields }) })

  const { askers, visits } = await fillDemoResidents(parts, run)
  // Whoever tries the program sees all of it.
  for (const module of MODULE_NAMES.filter((one) => !MODULES[one].on))
    await run({ name: 'switch-module', input: { station: parts.stationId, module, on: true } })
  const money = await fillDemoAgreements(run, providers, parts.now)
  const stock: DemoStock = { providers, colleagues, askers, placeOf: placeFinder(parts.book), money }
  const told = { ...stock, now: parts.now }
  const steps = [
    ...schedule(parts.now, stock, parts.seed),
    ...visits,
    ...openStories(told),
    ...closedStories(told),
    ...ratingStories(told),
    ...supervisionStories(told),
    ...togetherStories(told, parts.book),
    ...surveySteps(parts.book, providers, parts.now, parts.seed + 9),
  ]
  for (const { at, known, command, gives = [] } of steps.toSorted((a, b) => a.at - b.at)) {
    if (at > parts.now) break
    clock = at
    const ids = await runAll(command(known))
    gives.forEach((given, i) => void (known[given] = ids[i] ?? known[given]))
  }
  // Said today, like what a well-kept directory holds: capacities and terms are of now.
  clock = parts.now
  await sendDemoStaffAway(run, colleagues, parts.now)
  await fillDemoCivic({ run, book: parts.book, now: parts.now })
  await fillDemoFunds(run, parts.book, parts.now)
  await fillDemoDirectory({ run, now: parts.now, providers, placeOf: stock.placeOf })
  await fillDemoNotices({ run, book: parts.book, now: parts.now })
  for (let i = 0; i < waiting.length; i += EVENTS_PER_APPEND) {
    const appended = await parts.writer.append(waiting.slice(i, i + EVENTS_PER_APPEND))
    if (!appended.ok) return appended
  }
  return ok(parts.book.cases.length)
}

/** By the place's words; the same address is looked for once. */
function placeFinder(book: Book): DemoStock['placeOf'] {
  const tree = placeTreeOf(book)
  const found = new Map<string, string | null>()
  return (words) => {
    let id = found.get(words)
    if (id === undefined) found.set(words, (id = tree.findByWords(words)))
    return id
  }
}

/** Places and residents are there from the beginning; answers who asks, and the visits, which happen in time. */
async function fillDemoResidents<E>(
  { book, now, seed }: DemoParts<E>,
  run: (command: Command) => Promise<string>,
): Promise<{ readonly askers: DemoStock['askers']; readonly visits: readonly Step[] }> {
  const random = seeded(seed + 2)
  await run({ name: 'import-places', input: { rows: demoPlaces() } })
  const listed: { id: string; tier: Tier }[] = []
  const askers = new Map<number, Asker>()
  let household = ''
  for (const { input, head, n, isTwin, tier } of demoResidents(
    placeTreeOf(book).findByWords,
    dayOf(momentOf(now)),
    random,
  )) {
    const own = head || isTwin ? {} : { household }
    const id = await run({ name: 'save-person', input: { ...input, ...own, ...(head && { newHousehold: true }) } })
    if (head) {
      household = String(readEntity(book, id)?.['household'] ?? '')
      for (const ask of asksOf(n)) askers.set(ask, { person: id, n, home: input.placeWords })
    }
    if (tier) listed.push({ id, tier: input.tier || tier })
  }
  const known = nothingKnown()
  return { askers, visits: demoVisits(listed, now, random).map(({ at, command }) => ({ at, known, command: () => command })) } // prettier-ignore
}

/** All steps of the ordinary cases, those of tomorrow too. */
function schedule(now: number, stock: DemoStock, seed: number): Step[] {
  const random = seeded(seed + 1)
  const cases = received(now, random)
  const held = holds(cases, now, random)
  return cases.flatMap((one) => caseScript(one, held.get(one), stock, random))
}

function received(now: number, random: Seeded): DemoCase[] {
  const today = dayOf(momentOf(now))
  const cases: DemoCase[] = []
  for (let age = DEMO_DAYS; age >= 0; age--) {
    const day = addDays(today, -age)
    if (!isWorkingDay(day)) continue
    const count = age < BUSY_DAYS ? 4 + random.int(4) : random.chance(0.8) ? 1 : 0
    for (let i = 0; i < count; i++) {
      const at = epochOf(atTime(day, '08:10:00')) + random.int(9 * 3600) * 1000
      cases.push(demoCase(cases.length + 1, at, random.pick(DEMO_REQUESTS)))
    }
  }
  return cases
}

/** Which cases stand still, and where. On days when too few are due, as on a Sunday, `cases` gets those that are missing. */
function holds(cases: DemoCase[], now: number, random: Seeded): Map<DemoCase, Hold> {
  const held = new Map<DemoCase, Hold>()
  const today = epochOf(atTime(dayOf(momentOf(now)), '00:00:00'))
  const hold = (stages: readonly Hold[], fits: (one: DemoCase) => boolean): void => {
    const free = (one: DemoCase): boolean =>
      !held.has(one) && one.request.urgency !== 'danger' && one.received <= now && fits(one)
    const found = cases.filter(free)
    // A request of the last nine days, at an hour that makes it fit; on some holidays nothing does.
    for (let tries = 0; found.length < stages.length && tries < 10_000; tries++) {
      const at = today - (1 + random.int(9)) * DAY + (8 * 3_600 + random.int(14 * 3_600)) * 1_000
      const one = demoCase(cases.length + 1, at, random.pick(DEMO_REQUESTS))
      if (!free(one)) continue
      cases.push(one)
      found.push(one)
    }
    stages.slice(0, found.length).forEach((stage, i) => held.set(found[i]!, stage))
  }
  hold(LATE, ({ due }) => due < now && due >= now - 30 * HOUR)
  hold(DUE_TODAY, ({ due }) => due >= now && due < today + DAY)
  hold(REVISITS_DUE, ({ due }) => due < today + DAY && due >= today - 6 * DAY)
  hold(NEW, ({ due, received: at }) => due >= today + DAY && at >= now - 2 * DAY)
  return held
}

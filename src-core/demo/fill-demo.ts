/** Fills an empty station through the same decisions and the same queue as real work, at the times when it would have happened. */
import { bookkeeper } from '../book/bookkeeper.ts'
import type { Book } from '../book/book.ts'
import type { Command } from '../commands.ts'
import type { Writer } from '../journal/writer.ts'
import type { StoredEvent } from '../kernel/event.ts'
import { assert } from '../lib/assert.ts'
import { ok, type Result } from '../lib/result.ts'
import { addDays, atTime, dayNumber, dayOf, epochOf, momentOf } from '../lib/time.ts'
import { isWorkingDay } from '../lib/calendar.ts'
import { DEMO_PROVIDERS } from './demo-providers.ts'
import { atWork, caseScript, type Provider, type Step } from './demo-script.ts'
import { DEMO_STATION } from './demo-station.ts'
import { seeded } from './seeded.ts'

export const DEMO_DAYS = 200
/** Cases per working day: 4 to 7, about 760 in all. */
const PER_DAY = { from: 4, spread: 4 }
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
  let clock = atWork(parts.now - (DEMO_DAYS + 2) * 86_400_000)
  const books = bookkeeper<never>({
    book: parts.book,
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
  const run = async (command: Command): Promise<string> => {
    const saved = await books.run(command)
    assert(saved.ok, `the demo's own ${command.name} was refused: ${saved.ok ? '' : JSON.stringify(saved.error)}`)
    return saved.value.entities[0]!
  }

  const { name, code, short, userName } = DEMO_STATION
  await run({ name: 'set-up-station', input: { id: parts.stationId, name, code, short, userName } })
  const providers: Provider[] = []
  for (const fields of DEMO_PROVIDERS)
    providers.push({ ...fields, id: await run({ name: 'save-provider', input: fields }) })

  const steps = schedule(parts.now, providers, parts.seed)
  let cases = 0
  for (const { at, known, command, gives } of steps) {
    clock = at
    const id = await run(command(known))
    if (gives) known[gives] = id
    if (gives === 'case') cases += 1
  }
  for (let i = 0; i < waiting.length; i += EVENTS_PER_APPEND) {
    const appended = await parts.writer.append(waiting.slice(i, i + EVENTS_PER_APPEND))
    if (!appended.ok) return appended
  }
  return ok(cases)
}

/** All steps of all cases up to now, in the order of their times. */
function schedule(now: number, providers: readonly Provider[], seed: number): Step[] {
  const random = seeded(seed + 1)
  const today = dayOf(momentOf(now))
  const steps: Step[] = []
  let n = 0
  for (let day = addDays(today, -DEMO_DAYS); day <= today; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue
    const age = dayNumber(today) - dayNumber(day)
    const count = PER_DAY.from + random.int(PER_DAY.spread)
    for (let i = 0; i < count; i++) {
      const received = epochOf(atTime(day, '08:10:00')) + random.int(9 * 3600) * 1000
      steps.push(...caseScript((n += 1), received, age, providers, random))
    }
  }
  return steps.filter((step) => step.at <= now).toSorted((a, b) => a.at - b.at)
}

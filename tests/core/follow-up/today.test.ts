import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { URGENCIES } from '#core/case-file/codes.ts'
import { WAITINGS } from '#core/case-file/waiting.ts'
import { orderToday, placeToday, REASONS, reasonToday, todayAt, type Standing } from '#core/follow-up/today.ts'
import { epochOf } from '#core/lib/time.ts'

const NOW = '2026-11-23T09:02:11+08:00'
const TODAY = todayAt(NOW)
const HOUR = 3_600_000
const at = (time: string): number => epochOf(`2026-11-${time}:00+08:00`)

const CALM: Standing = {
  open: true,
  urgency: 'general',
  waiting: 'nothing',
  received: at('23T08:00'),
  due: at('30T23:59'),
  next: Infinity,
  paused: false,
  reply: Infinity,
  urge: Infinity,
  supervise: Infinity,
}

describe('why a case stands on the list', () => {
  it.each<[string, Partial<Standing>, string | null]>([
    ['on its way', {}, null],
    ['dangerous and late', { urgency: 'danger', due: at('23T06:10'), waiting: 'contact' }, 'danger-late'],
    ['dangerous', { urgency: 'danger', due: at('23T10:10') }, 'danger'],
    ['late by a second', { due: TODAY.now - 1000 }, 'late'],
    ['late since yesterday: time to urge', { due: at('22T23:59'), urge: at('23T00:00') }, 'urge'],
    ['urged, and no reply in time', { due: at('12T23:59'), supervise: TODAY.now - 1000 }, 'supervise'],
    ['urged, the reply still has time', { due: at('12T23:59'), supervise: TODAY.now + HOUR }, 'late'],
    ['dangerous and long late', { urgency: 'danger', due: at('12T10:00'), supervise: at('20T10:00') }, 'danger-late'],
    ['its clock stands still', { due: Infinity, paused: true, next: at('27T10:00') }, null],
    ['its clock stood still till today', { due: Infinity, paused: true, next: at('23T18:00') }, 'pause-over'],
    ['due this second', { due: TODAY.now }, 'due-today'],
    ['due at the last second of the day', { due: TODAY.end - 1000 }, 'due-today'],
    ['due at midnight', { due: TODAY.end }, null],
    ['agreed for this evening', { next: at('23T18:00') }, 'agreed'],
    ['agreed for yesterday', { next: at('22T18:00') }, 'agreed'],
    ['agreed for tomorrow', { next: at('24T08:00') }, null],
    ['new', { waiting: 'routing' }, 'new'],
    ['a day old and with nobody', { waiting: 'routing', received: TODAY.now - 24 * HOUR - 1000 }, 'unrouted'],
    ['taken over from old paper, with nobody', { waiting: 'routing', received: at('01T08:00'), due: Infinity }, null],
    ['taken over, then dispatched', { waiting: 'contact', due: Infinity }, 'no-contact'],
    ['dispatched', { waiting: 'contact' }, 'no-contact'],
    ['returned', { waiting: 'rerouting' }, 'returned'],
    ['waiting for papers', { waiting: 'material' }, 'material'],
    ['answered', { waiting: 'closing' }, 'answered'],
    ['closed, revisit due today', { open: false, waiting: 'revisit', due: at('23T23:59') }, 'revisit'],
    [
      'closed, late once: only the revisit is asked',
      { open: false, waiting: 'revisit', due: at('01T10:00') },
      'revisit',
    ],
    ['closed, revisit due tomorrow', { open: false, waiting: 'revisit', due: at('24T10:00') }, null],
    [
      'closed, tried today, again tomorrow',
      { open: false, waiting: 'revisit', due: at('23T10:00'), next: at('24T09:00') },
      null,
    ],
    [
      'closed, tried before its deadline, again today',
      { open: false, waiting: 'revisit', due: at('30T10:00'), next: at('23T09:00') },
      'revisit',
    ],
    ['rated badly, nobody looked', { open: false, waiting: 'verifying' }, 'rating-verify'],
    ['to be put right by tomorrow', { open: false, waiting: 'rectifying', next: at('24T23:59') }, 'rating-rectify'],
    ['to be put right by yesterday', { open: false, waiting: 'rectifying', next: at('22T23:59') }, 'rating-late'],
    ['objected to', { open: false, waiting: 'appeal' }, 'rating-appeal'],
    ['tried three times', { open: false, waiting: 'unreached', due: at('01T10:00') }, null],
    ['closed without a deadline', { open: false, waiting: 'revisit', due: Infinity }, null],
    ['dangerous once, closed now', { open: false, urgency: 'danger', due: at('20T10:00') }, null],
  ])('%s', (_, change, reason) => {
    expect(reasonToday({ ...CALM, ...change }, TODAY)).toBe(reason)
  })

  it('every reason can be the one shown', () => {
    const seen = new Set<string>()
    for (const open of [true, false])
      for (const urgency of URGENCIES)
        for (const waiting of WAITINGS)
          for (const due of [at('22T10:00'), at('23T12:00'), Infinity])
            for (const received of [at('20T08:00'), at('23T08:00')])
              for (const next of [at('22T10:00'), at('23T10:00'), Infinity])
                for (const more of [
                  {},
                  { paused: true },
                  { urge: at('23T00:00') },
                  { supervise: at('23T00:00') },
                  { reply: at('23T08:00') },
                ]) {
                  const reason = reasonToday({ ...CALM, open, urgency, waiting, due, received, next, ...more }, TODAY)
                  if (reason) seen.add(reason)
                }
    expect([...seen].toSorted()).toEqual(REASONS.map(({ code }) => code).toSorted())
  })
})

const around = fc.integer({ min: -100, max: 100 }).map((hours) => TODAY.now + hours * HOUR)
const standing: fc.Arbitrary<Standing> = fc.record({
  open: fc.boolean(),
  urgency: fc.constantFrom(...URGENCIES),
  waiting: fc.constantFrom(...WAITINGS),
  received: around,
  due: fc.oneof(around, fc.constant(Infinity)),
  next: fc.oneof(around, fc.constant(Infinity)),
  paused: fc.boolean(),
  reply: fc.oneof(around, fc.constant(Infinity)),
  urge: fc.oneof(around, fc.constant(Infinity)),
  supervise: fc.oneof(around, fc.constant(Infinity)),
})

/** As the desk hands them over: by deadline, then by arrival. */
const byDue = (cases: readonly Standing[]): number[] =>
  [...cases.keys()].toSorted((a, b) => (cases[a]!.due === cases[b]!.due ? a - b : cases[a]!.due - cases[b]!.due))

const listOf = (cases: readonly Standing[], today = TODAY) => orderToday(byDue(cases), (row) => cases[row]!, today)

test('the order is total and the same every time: reason, deadline, arrival; each case once', () => {
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 60 }), (cases) => {
      const list = listOf(cases)
      expect(listOf(cases)).toEqual(list)
      expect(new Set(list.map(({ row }) => row)).size).toBe(list.length)
      const key = ({ row }: { row: number }): [number, number, number] => [
        placeToday(cases[row]!, TODAY),
        cases[row]!.due,
        row,
      ]
      for (const [i, one] of list.slice(1).entries()) {
        const [a, b] = [key(list[i]!), key(one)]
        const differs = a.findIndex((part, k) => part !== b[k])
        expect(a[differs]!).toBeLessThan(b[differs]!)
      }
    }),
  )
})

test('every open case that is late or due today stands there, and nothing that has no reason', () => {
  fc.assert(
    fc.property(fc.array(standing, { maxLength: 60 }), (cases) => {
      const list = listOf(cases)
      const rows = new Set(list.map(({ row }) => row))
      for (const [row, one] of cases.entries()) {
        if (one.open && (one.due < TODAY.end || one.urgency === 'danger')) expect(rows.has(row)).toBe(true)
        expect(rows.has(row)).toBe(reasonToday(one, TODAY) !== null)
      }
      for (const { row, reason } of list) expect(reason).toBe(reasonToday(cases[row]!, TODAY))
    }),
  )
})

test('a PC that was off for ten days: what was open only moves up', () => {
  const later = todayAt('2026-12-03T08:00:00+08:00')
  fc.assert(
    fc.property(standing, (one) => {
      const [before, after] = [placeToday(one, TODAY), placeToday(one, later)]
      if (before >= 0) expect(after).toBeGreaterThanOrEqual(0)
      if (before >= 0) expect(after).toBeLessThanOrEqual(before)
    }),
  )
})

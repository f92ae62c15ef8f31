/** Nobody there for a quarter of an hour, with a clock of the test's own. */
import { expect, test } from 'vitest'
import { IDLE_MS, watchIdle } from '#app/session/idle.ts'

const MINUTE = 60_000

function watched() {
  let now = 1_000_000
  let locked = 0
  let look = (): void => undefined
  const target = new EventTarget()
  const stop = watchIdle({
    clock: () => now,
    target,
    every: (work) => {
      look = work
      return () => (look = () => undefined)
    },
    onIdle: () => (locked += 1),
  })
  return {
    wait: (ms: number) => {
      now += ms
      look()
    },
    /** Time passes while nothing runs: the PC sleeps. */
    sleep: (ms: number) => (now += ms),
    hand: (sign = 'pointermove') => void target.dispatchEvent(new Event(sign)),
    locked: () => locked,
    stop,
  }
}

test('15 minutes', () => {
  expect(IDLE_MS).toBe(15 * MINUTE)
})

test('idle from the last sign of a person on, and once', () => {
  const desk = watched()
  desk.wait(14 * MINUTE)
  desk.hand('keydown')
  desk.wait(14 * MINUTE)
  expect(desk.locked()).toBe(0)
  desk.wait(MINUTE)
  expect(desk.locked()).toBe(1)
  desk.wait(10_000)
  expect(desk.locked()).toBe(1)
})

test('the hand that wakes a sleeping PC does not count for the time asleep', () => {
  const desk = watched()
  desk.sleep(8 * 60 * MINUTE)
  desk.hand()
  expect(desk.locked()).toBe(1)
})

test('a clock set back by hand does not keep the desk open for ever', () => {
  const desk = watched()
  desk.wait(-24 * 60 * MINUTE)
  desk.wait(15 * MINUTE)
  expect(desk.locked()).toBe(1)
})

test('stopped: nothing any more', () => {
  const desk = watched()
  desk.stop()
  desk.wait(60 * MINUTE)
  desk.hand()
  expect(desk.locked()).toBe(0)
})

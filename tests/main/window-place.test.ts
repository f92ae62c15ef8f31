import { expect, test } from 'vitest'
import { placeWindow } from '#main/window-place.ts'

const LEFT = { x: 0, y: 0, width: 1920, height: 1040 }
const RIGHT = { x: 1920, y: 0, width: 1600, height: 860 }
const place = { x: 2_100, y: 40, width: 1_200, height: 700, maximised: false }

test('a first window stands in the middle of the first screen, never larger than it', () => {
  expect(placeWindow(null, [LEFT, RIGHT])).toEqual({ x: 277, y: 136, width: 1366, height: 768, maximised: false })
  const small = { x: 0, y: 24, width: 1280, height: 700 }
  expect(placeWindow(null, [small])).toEqual({ ...small, maximised: false })
})

test('a window opens where it was while a screen shows its title bar, and comes back when none does', () => {
  expect(placeWindow(place, [LEFT, RIGHT])).toBe(place)
  expect(placeWindow(place, [LEFT])).toEqual({ x: 360, y: 170, width: 1_200, height: 700, maximised: false })
  expect(placeWindow({ ...place, maximised: true }, [LEFT])).toMatchObject({ x: 360, maximised: true })
  for (const lost of [{ x: -1_150 }, { x: 1_880 - 30, y: 1_020 }, { x: 300, y: -30 }, { x: 300, y: 1_010 }])
    expect(placeWindow({ ...place, ...lost }, [LEFT]).x).toBe(360)
  // Half out to the left is where some people like it.
  const half = { ...place, x: -600, y: 0 }
  expect(placeWindow(half, [LEFT])).toBe(half)
})

test('a screen that grew smaller shrinks what must be moved', () => {
  const wide = { x: 5_000, y: 0, width: 2_400, height: 1_300, maximised: false }
  expect(placeWindow(wide, [RIGHT])).toEqual({ ...RIGHT, maximised: false })
})

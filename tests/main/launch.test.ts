import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readLaunch } from '#main/launch.ts'

test('--station and --demo are found among the switches of Electron, and exclude each other', () => {
  const here = resolve('/here')
  const read = (...words: string[]) => readLaunch(['electron', '.', ...words], here)
  expect(read('--no-sandbox')).toEqual({ demo: false, station: null })
  expect(read('--station', 'east')).toEqual({ demo: false, station: resolve(here, 'east') })
  expect(read('--station=/data/站 点')).toEqual({ demo: false, station: resolve('/data/站 点') })
  expect(read('--demo')).toEqual({ demo: true, station: null })
  expect(read('--demo', '--station', 'east')).toBe('demo-with-station')
  expect(read('--station')).toEqual({ demo: false, station: null })
})

import { expect, test } from 'vitest'
import { isLikeEnough } from '#core/intake/join-offers.ts'

test.each([
  [null, ['跳闸'], false],
  [null, ['不敢'], false],
  [null, ['厨房插座'], false],
  [null, ['插座', '跳闸'], true],
  ['near', ['跳闸'], true],
  ['same', ['跳闸'], true],
] as const)('place %s and the words %j: offered %s', (place, words, offered) =>
  expect(isLikeEnough({ place, words })).toBe(offered),
)

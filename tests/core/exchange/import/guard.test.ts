import { expect, test } from 'vitest'
import { GUARD_ENTITIES, guardOf } from '#core/exchange/import/guard.ts'
import type { Trial } from '#core/kernel/trial.ts'

/** A file that erases so many of what is here. */
const erasing = (count: number): Trial =>
  ({
    erased: Array.from({ length: count }, (_, i) => ({ entity: `case:${i}`, scope: 'private' })),
    applied: [],
    newEntities: new Set(),
  }) as unknown as Trial

test('fifty are let in and fifty-one want a word, however many there are here', () => {
  expect(guardOf(erasing(GUARD_ENTITIES), 100_000)).toMatchObject({ asks: false, entities: 50 })
  expect(guardOf(erasing(GUARD_ENTITIES + 1), 100_000)).toMatchObject({ asks: true, entities: 51, erased: 51 })
})

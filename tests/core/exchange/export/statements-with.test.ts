import { expect, test } from 'vitest'
import { statementsWith } from '#core/exchange/export/statements-with.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import { newHouse, sourceWith } from '../trust/houses.ts'

const NOTHING = { events: [], letters: [] }

test('a house hears from the office above that it has shut a PC out, after an older backup took that word away', () => {
  const station = newHouse('槐树里')
  const street = newHouse('金水街道')
  const second = station.letIn('B')
  const third = station.letIn('C')
  const granted = [station.first.grant, second.grant, third.grant, street.first.grant]
  const revocation = station.revoke(second.identity.pc, {})
  const office = trustOf(
    sourceWith({ own: street, statements: [...granted, revocation], pinned: [[station, 'below']] }),
    street.first.identity,
    street.house,
  )
  const said = statementsWith(office, station.house, NOTHING)
  expect(said.revocations).toEqual([revocation])
  // Of its other PCs nothing needs to be said, and to nobody else.
  expect(said.grants.map(({ pc }) => pc).toSorted()).toEqual([street.first.identity.pc, second.identity.pc].toSorted())
  expect(statementsWith(office, newHouse('杏花园').house, NOTHING).revocations).toEqual([])

  const before = trustOf(
    sourceWith({ own: station, statements: granted, pinned: [[street, 'upper']] }),
    station.first.identity,
    station.house,
  )
  expect(before.isRevoked(second.identity.pc)).toBe(false)
  expect(before.learn(said).isRevoked(second.identity.pc)).toBe(true)
  expect(before.news(said).revocations).toEqual([revocation])
})

import { beforeEach, expect, test } from 'vitest'
import { entitiesOf, heldIn, readEntity } from '#core/book/book.ts'
import { admits } from '#core/exchange/trust/admits.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import { composeCommand, cursorOf, type Draft } from '#core/kernel/command.ts'
import { fieldScope } from '#core/catalogue.ts'
import { newReplica } from '#core/kernel/replica.ts'
import { SCOPES, type StoredEvent } from '#core/kernel/event.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import { newStation, type Station } from '../../commands/station.ts'
import { AT, newHouse, type TestHouse } from './houses.ts'

let house: TestHouse
let station: Station
const keyText = (of: TestHouse): string => toBase64url(of.root.open)
const entity = (id: string) => readEntity(station.book, id)
const trust = () =>
  trustOf(
    {
      ids: (type) => entitiesOf(station.book, type),
      read: entity,
      held: (id, field) => heldIn(station.book, id, field),
    },
    house.first.identity,
    house.house,
  )
const found = () => ({ name: 'found-house', input: { root: keyText(house), grant: house.first.grant } }) as const
const pin = (of: TestHouse, kind: 'upper' | 'below', more: object = {}) =>
  ({
    name: 'pin-house',
    input: { ...of.card, kind, root: keyText(of), statements: { grants: [of.first.grant], revocations: [], houses: [] }, ...more }, // prettier-ignore
  }) as const

beforeEach(async () => {
  house = newHouse('槐树里')
  station = newStation()
  const { name, code, short } = house.card
  await station.done({
    name: 'set-up-station',
    input: { id: `station:${house.house}`, name, code, short, userName: '甲' },
  })
})

test('the house is founded once, with its own root', async () => {
  expect(await station.refusal({ name: 'found-house', input: { root: keyText(newHouse('别家')), grant: house.first.grant } })).toBe('not-signed') // prettier-ignore
  await station.done(found())
  expect(trust().isGranted).toBe(true)
  expect(entity(`peer:${house.house}`)).toMatchObject({ kind: 'own', root: keyText(house), name: '槐树里' })
  expect(await station.refusal(found())).toBe('nothing-changed')
  const other = newHouse('别家')
  expect(await station.refusal({ name: 'found-house', input: { root: keyText(other), grant: other.first.grant } })).toBe('other-root') // prettier-ignore
  const second = house.letIn('A')
  expect(await station.refusal({ name: 'found-house', input: { root: keyText(house), grant: second.grant } })).toBe('letter-taken') // prettier-ignore
})

test('a PC is let in for a colleague or for somebody new, each letter once', async () => {
  const b = house.letIn('B')
  const letIn = (grant: typeof b.grant, user: { id: string } | { name: string } = { name: '乙' }) =>
    ({ name: 'let-pc-in', input: { grant, user } }) as const
  expect(await station.refusal(letIn(b.grant))).toBe('no-root-yet')
  await station.done(found())
  await station.done(letIn(b.grant))
  const user = String(entity(`device:${b.identity.pc}`)?.['user'])
  expect(entity(user)).toMatchObject({ name: '乙' })
  expect(trust().pcsOf(house.house)).toHaveLength(2)
  expect(await station.refusal(letIn(b.grant))).toBe('pc-known')
  expect(await station.refusal(letIn(house.letIn('B').grant))).toBe('letter-taken')
  expect(await station.refusal(letIn(newHouse('别家').letIn('C').grant))).toBe('not-signed')
  expect(await station.refusal(letIn({ ...house.letIn('C').grant, name: '改了' }))).toBe('not-signed')
  expect(await station.refusal(letIn(house.letIn('C').grant))).toEqual(['same-name', 'name'])
  expect(await station.refusal(letIn(house.letIn('C').grant, { id: 'user:nobody' }))).toBe('no-such-colleague')
  const colleague = await station.done({ name: 'save-colleague', input: { name: '丙' } })
  await station.done(letIn(house.letIn('C').grant, { id: colleague }))
  expect(entity(colleague)).toMatchObject({ name: '丙', account: true })
  await station.done({ name: 'save-colleague', input: { id: colleague, name: '丙', leftOn: '2026-01-01' } })
  expect(await station.refusal(letIn(house.letIn('D').grant, { id: colleague }))).toBe('colleague-left')
})

test('two PCs that ask at once, answered at once with one letter: one of them gets it', async () => {
  await station.done(found())
  const asked = ['乙', '丙'].map((name) =>
    station.run({ name: 'let-pc-in', input: { grant: house.letIn('B').grant, user: { name } } }),
  )
  const results = await Promise.all(asked)
  expect(results.map(({ ok }) => ok)).toEqual([true, false])
  expect(results[1]).toMatchObject({ error: { refusal: { code: 'letter-taken' } } })
  expect(trust().pcsOf(house.house)).toHaveLength(2)
})

test('the letter of a PC that was shut out is not given again', async () => {
  await station.done(found())
  const b = house.letIn('B')
  const revoke = (revocation: ReturnType<TestHouse['revoke']>) =>
    ({ name: 'revoke-pc', input: { revocation } }) as const
  expect(await station.refusal(revoke(house.revoke(b.identity.pc, {})))).toBe('no-such-pc')
  await station.done({ name: 'let-pc-in', input: { grant: b.grant, user: { name: '乙' } } })
  expect(await station.refusal(revoke(newHouse('别家').revoke(b.identity.pc, {})))).toBe('not-signed')
  await station.done(revoke(house.revoke(b.identity.pc, { [`${b.identity.pc}/shared`]: 3 })))
  expect(trust().isBeyond(`${b.identity.pc}/shared`, 4)).toBe(true)
  expect(await station.refusal(revoke(house.revoke(b.identity.pc, {})))).toBe('revoked-already')
  expect(await station.refusal({ name: 'let-pc-in', input: { grant: house.letIn('B').grant, user: { name: '丁' } } })).toBe('letter-taken') // prettier-ignore
})

test('a revocation before the house is founded is refused', async () => {
  expect(await station.refusal({ name: 'revoke-pc', input: { revocation: house.revoke(house.first.identity.pc, {}) } })).toBe('no-root-yet') // prettier-ignore
})

test('a house is pinned with its PCs, which the kernel then sees in part', async () => {
  await station.done(found())
  const street = newHouse('金水街道')
  expect(await station.refusal(pin(house, 'upper'))).toBe('own-house')
  const strangers = { statements: { grants: [newHouse('别家').first.grant], revocations: [], houses: [] } }
  expect(await station.refusal(pin(street, 'upper', strangers))).toBe('not-signed')
  expect(await station.refusal(pin(street, 'upper', { root: keyText(newHouse('别家')) }))).toBe('not-signed')
  await station.done(pin(street, 'upper'))
  const { pc } = street.first.identity
  expect([...(station.book.replica.inPart.get(pc) ?? [])]).toEqual(['directory'])
  expect(station.book.replica.inPart.size).toBe(1)
  expect(trust().keyOf(pc)).toEqual(street.first.identity.open)
  expect(await station.refusal(pin(street, 'upper'))).toBe('nothing-changed')
  expect(await station.refusal(pin(street, 'upper', { root: keyText(newHouse('别家')) }))).toBe('other-root')
  expect(await station.refusal(pin(newHouse('另一街道'), 'upper'))).toBe('one-upper')
  const below = newHouse('杏花园')
  expect(await station.refusal(pin(below, 'below', { vouched: street.vouchFor(below) }))).toBe('not-signed')
  await station.done(pin(below, 'below', { vouched: house.vouchFor(below) }))
  const seen = station.book.replica.inPart.get(below.first.identity.pc)
  expect([...(seen ?? [])].toSorted()).toEqual(['directory', 'shared'])
  expect(trust().statementsFor([below.first.identity.pc]).houses).toHaveLength(1)
  // It leaves, and is connected again.
  expect(await station.refusal({ name: 'leave-house', input: { house: newHouse('别家').house } })).toBe('no-such-house')
  expect(await station.refusal({ name: 'leave-house', input: { house: house.house } })).toBe('own-house')
  await station.done({ name: 'leave-house', input: { house: street.house } })
  expect(trust().recipientsOf(street.house)).toEqual([])
  await station.done(pin(street, 'upper'))
  expect(trust().recipientsOf(street.house)).toHaveLength(1)
})

test('what a bundle brings is stored as far as it is valid and new, with the mark', async () => {
  await station.done(found())
  const street = newHouse('金水街道')
  const below = newHouse('杏花园')
  await station.done(pin(street, 'below'))
  const brought = { grants: [below.first.grant, street.first.grant], revocations: [], houses: [street.vouchFor(below)] }
  expect(await station.refusal({ name: 'store-grants', input: { ...brought, houses: [] } })).toBe('nothing-changed')
  await station.done({ name: 'store-grants', input: brought })
  expect(trust().keyOf(below.first.identity.pc)).toEqual(below.first.identity.open)
  expect(station.book.replica.inPart.has(below.first.identity.pc)).toBe(true)
  expect(await station.refusal({ name: 'store-grants', input: brought })).toBe('nothing-changed')
})

test('a PC that was let in writes the house as it is, and only once', async () => {
  const b = house.letIn('B')
  const at = newStation(2, 'user:b')
  const input = {
    ...house.card,
    root: keyText(house),
    user: { id: 'user:b', name: '乙' },
    statements: { grants: [house.first.grant, b.grant], revocations: [], houses: [] },
  }
  const foreign = { ...input, statements: { ...input.statements, grants: [newHouse('别家').first.grant] } }
  expect(await at.refusal({ name: 'join-house', input: foreign })).toBe('not-signed')
  await at.done({ name: 'join-house', input })
  expect(await at.refusal({ name: 'join-house', input })).toBe('station-exists')
  // The founding PC's own words and these differ nowhere.
  await station.done(found())
  await station.done({ name: 'let-pc-in', input: { grant: b.grant, user: { name: '乙' } } })
  station.take(at.events)
  expect(heldIn(station.book, `peer:${house.house}`, 'root')).toEqual([keyText(house), keyText(house)])
})

test('keys that were used twice are marked once', async () => {
  await station.done({ name: 'retire-pc', input: { pc: house.first.identity.pc } })
  expect(await station.refusal({ name: 'retire-pc', input: { pc: house.first.identity.pc } })).toBe('nothing-changed')
})

test('another house writes shared and directory fields, and nothing else of ours', async () => {
  await station.done(found())
  const street = newHouse('金水街道')
  await station.done(pin(street, 'upper'))
  const by = (device: string, drafts: readonly Draft[], scopes = fieldScope): StoredEvent[] =>
    composeCommand(newReplica(SCOPES), cursorOf(newReplica(SCOPES)), drafts, { device, user: 'user:x', at: AT, schema: 1 }, scopes, 'c', () => 's') // prettier-ignore
  const { pc } = street.first.identity
  const all = (events: readonly StoredEvent[]) => events.map((event) => admits(trust(), event))
  const title: Draft = {
    entity: 'case:1',
    kind: 'request-corrected',
    fields: { urgency: 'general', requesterName: '张三' },
  }
  expect(by(pc, [title]).map(({ header }) => header.log.split('/')[1])).toEqual(['private', 'shared'])
  expect(all(by(pc, [title]))).toEqual([false, true])
  expect(all(by(house.first.identity.pc, [title]))).toEqual([true, true])
  expect(all(by('0123456789abcdef', [title]))).toEqual([false, false])
  // The private name in a shared log; our root key; a mark that would hide our own PC's events.
  const asShared = () => 'shared' as const
  const hostile: readonly Draft[] = [
    { entity: 'case:1', kind: 'request-corrected', fields: { requesterName: '张三' } },
    { entity: `peer:${house.house}`, kind: 'house-founded', fields: { root: keyText(street) } },
    { entity: `device:${house.first.identity.pc}`, kind: 'seen-in-part', fields: { scopes: [] } },
  ]
  expect(all(by(pc, hostile, asShared))).toEqual([false, false, false])
  expect(all(by(pc, [{ entity: 'case:1', kind: 'x', fields: { ofNewerVersion: 1 } }], asShared))).toEqual([true])
  // What our PCs are called is ours to say, and of theirs theirs.
  const renamed = (of: string): Draft => ({ entity: `device:${of}`, kind: 'pc-renamed', fields: { name: '前台' } })
  expect(all(by(pc, [renamed(house.first.identity.pc), renamed(pc)]))).toEqual([false, true])
  const [event] = by(pc, [{ entity: 'case:1', kind: 'x', fields: { ofNewerVersion: 1 } }], asShared)
  expect(admits(trust(), { ...event!, header: { ...event!.header, r: { requesterName: ['id'] } } })).toBe(false)
})

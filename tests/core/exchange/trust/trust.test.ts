import { describe, expect, test } from 'vitest'
import { houseFingerprint, pcFingerprint, spoken } from '#core/exchange/trust/fingerprint.ts'
import { nextLetter } from '#core/exchange/trust/letters.ts'
import { isSaidBy, signGrant, sortedJson, statementText } from '#core/exchange/trust/statements.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import { renewedRing } from '#core/keys/identity.ts'
import { identityOf } from '#core/keys/identity.ts'
import { fromUtf8, toBase64url } from '#core/lib/bytes.ts'
import { AT, LATER, newHouse, randomOf, sourceWith } from './houses.ts'

const station = newHouse('槐树里')
const other = newHouse('杏花园')
const street = newHouse('金水街道')
const second = station.letIn('B')
const theirs = other.letIn('B')

describe('what a statement says', () => {
  test('is the same text whatever the order of its fields, and everything in it is signed', () => {
    const { grant } = second
    const turned = Object.fromEntries(Object.entries(grant).toReversed()) as typeof grant
    expect(fromUtf8(statementText(turned))).toBe(fromUtf8(statementText(grant)))
    expect(isSaidBy(turned, station.root.open)).toBe(true)
    for (const field of Object.keys(grant) as (keyof typeof grant)[]) {
      if (field === 'sig') continue
      expect(isSaidBy({ ...grant, [field]: `${String(grant[field])}x` }, station.root.open), field).toBe(false)
    }
    expect(isSaidBy({ ...grant, more: 1 } as never, station.root.open)).toBe(false)
  })
  test('nothing undefined, and no blanks', () =>
    expect(sortedJson({ b: [1, { d: null, c: 'ü' }], a: undefined })).toBe('{"b":[1,{"c":"ü","d":null}]}'))
})

describe('who is who', () => {
  test('the founding PC knows itself before anything is written', () => {
    const trust = trustOf({ ids: () => [], read: () => null, held: () => [] }, station.first.identity, station.house)
    expect(trust.keyOf(trust.pc)).toEqual(station.first.identity.open)
    expect(trust.recipientsOf(station.house)).toEqual([station.first.identity.receives])
    expect(trust.isGranted).toBe(false)
  })

  test('PCs of the own house and of a compared one are known, with the keys that their roots granted', () => {
    const source = sourceWith({
      own: station,
      statements: [station.first.grant, second.grant, street.first.grant, other.first.grant],
      pinned: [[street, 'upper']],
    })
    const trust = trustOf(source, second.identity, station.house)
    expect(trust.isGranted).toBe(true)
    expect(trust.root).toEqual(station.root.open)
    expect(trust.keyOf(street.first.identity.pc)).toEqual(street.first.identity.open)
    expect(trust.houseOf(street.first.identity.pc)).toBe(street.house)
    expect(trust.pcsOf(station.house)).toEqual([station.first.identity.pc, second.identity.pc].toSorted())
    // Its root was never compared here.
    expect(trust.keyOf(other.first.identity.pc)).toBeNull()
    expect(trust.recipientsOf(other.house)).toEqual([])
    expect([...trust.letters].toSorted()).toEqual(['A', 'B'])
    const to = { house: station.house }
    const from = (house: string, pc: string) => trust.verdict({ from: { house, pc }, to })
    expect(from(street.house, street.first.identity.pc)).toBe('known')
    expect(from(station.house, street.first.identity.pc)).toBe('unknown-pc')
    expect(from(street.house, '0123456789abcdef')).toBe('unknown-pc')
    expect(from(other.house, other.first.identity.pc)).toBe('unknown-house')
    expect(trust.verdict({ from: { house: street.house, pc: street.first.identity.pc }, to: { house: other.house } })).toBe('not-for-us') // prettier-ignore
  })

  test('a forged grant changes nothing: another root, a changed key, the house of another', () => {
    const self = station.first.identity
    const attacker = newHouse('冒名')
    const { pc, receives, open } = theirs.identity
    const said = {
      kind: 'device',
      house: station.house,
      pc,
      letter: 'C',
      name: '假',
      signs: toBase64url(open),
      receives,
      at: AT,
    } as const
    const byAttacker = signGrant(said, attacker.root)
    const claimsRoot = { ...byAttacker, by: toBase64url(station.root.open) }
    const changed = { ...second.grant, signs: toBase64url(open) }
    for (const forged of [byAttacker, claimsRoot, changed]) {
      const trust = trustOf(sourceWith({ own: station, statements: [forged] }), self, station.house)
      expect(trust.keyOf(forged.pc)).toBeNull()
      expect(trust.letters.has('C')).toBe(false)
      expect(trust.news({ grants: [forged] }).grants).toEqual([])
    }
  })

  test('a forged value that was written beside the true grant does not hide it', () => {
    const forged = { ...second.grant, signs: toBase64url(theirs.identity.open) }
    const trust = trustOf(
      sourceWith({ own: station, statements: [forged, second.grant] }),
      station.first.identity,
      station.house,
    )
    expect(trust.keyOf(second.identity.pc)).toEqual(second.identity.open)
  })

  test('a house that we know cannot take a PC of ours, and a PC’s keys never change', () => {
    const { pc, receives } = second.identity
    const taken = signGrant({ kind: 'device', house: street.house, pc, letter: 'Z', name: '抢', signs: toBase64url(theirs.identity.open), receives, at: AT }, street.root) // prettier-ignore
    const again = signGrant({ kind: 'device', house: station.house, pc, letter: 'B', name: '改名', signs: toBase64url(theirs.identity.open), receives, at: LATER }, station.root) // prettier-ignore
    const renamed = signGrant({ kind: 'device', house: station.house, pc, letter: 'B', name: '里屋', signs: second.grant.signs, receives, at: LATER }, station.root) // prettier-ignore
    const source = sourceWith({
      own: station,
      statements: [taken, again, second.grant, renamed],
      pinned: [[street, 'below']],
    })
    const trust = trustOf(source, station.first.identity, station.house)
    expect(trust.houseOf(pc)).toBe(station.house)
    expect(trust.keyOf(pc)).toEqual(second.identity.open)
    expect(trust.grantOf(pc)?.name).toBe('里屋')
  })

  test('two compared houses that claim one PC: neither has it', () => {
    const { pc, receives } = theirs.identity
    const claim = (house: typeof street) =>
      signGrant({ kind: 'device', house: house.house, pc, letter: 'C', name: 'x', signs: theirs.grant.signs, receives, at: AT }, house.root) // prettier-ignore
    const source = sourceWith({
      own: station,
      statements: [claim(street), claim(other)],
      pinned: [[street, 'below'], [other, 'below']], // prettier-ignore
    })
    expect(trustOf(source, station.first.identity, station.house).houseOf(pc)).toBeNull()
  })

  test('a house that has left: nothing goes there, nothing is taken from there', () => {
    const source = sourceWith({ own: station, statements: [street.first.grant], pinned: [[street, 'upper', LATER]] })
    const trust = trustOf(source, station.first.identity, station.house)
    expect(trust.recipientsOf(street.house)).toEqual([])
    const from = { house: street.house, pc: street.first.identity.pc }
    expect(trust.verdict({ from, to: { house: station.house } })).toBe('left-house')
    // What it signed before can still be checked.
    expect(trust.keyOf(street.first.identity.pc)).not.toBeNull()
  })
})

describe('revocation', () => {
  const log = `${second.identity.pc}/shared`
  const both = [station.first.grant, second.grant]
  const trustWith = (...more: Parameters<typeof sourceWith>[0]['statements'] & object) =>
    trustOf(sourceWith({ own: station, statements: [...both, ...more] }), station.first.identity, station.house)

  test('from a point on: what was signed before counts, later events and unnamed logs do not', () => {
    const trust = trustWith(station.revoke(second.identity.pc, { [log]: 7 }))
    expect([trust.isBeyond(log, 7), trust.isBeyond(log, 8)]).toEqual([false, true])
    expect(trust.isBeyond(`${second.identity.pc}/private`, 1)).toBe(true)
    expect(trust.isBeyond(`${second.identity.pc}0011223344556677/shared`, 1)).toBe(true)
    expect(trust.isBeyond(`${station.first.identity.pc}/shared`, 999)).toBe(false)
    expect(trust.keyOf(second.identity.pc)).toEqual(second.identity.open)
    expect(trust.pcsOf(station.house)).toEqual([station.first.identity.pc])
    expect(trust.recipientsOf(station.house)).not.toContain(second.identity.receives)
    expect(trust.verdict({ from: { house: station.house, pc: second.identity.pc }, to: { house: station.house } })).toBe('revoked-pc') // prettier-ignore
  })

  test('an older one that is played again changes nothing, in either order', () => {
    const older = station.revoke(second.identity.pc, { [log]: 99 }, AT)
    const newer = station.revoke(second.identity.pc, { [log]: 7 }, LATER)
    for (const list of [[older, newer], [newer, older]]) expect(trustWith(...list).isBeyond(log, 8)).toBe(true) // prettier-ignore
    expect(trustWith(newer).news({ revocations: [older] }).revocations).toEqual([])
    expect(
      trustWith(newer)
        .learn({ revocations: [older] })
        .isBeyond(log, 8),
    ).toBe(true)
  })

  test('a new grant does not bring a revoked PC back', () => {
    const again = { ...second.grant, at: '2027-01-01T00:00:00+08:00' }
    const { by: _by, sig: _sig, v: _v, ...said } = again
    expect(trustWith(station.revoke(second.identity.pc, {}), signGrant(said, station.root)).isRevoked(second.identity.pc)).toBe(true) // prettier-ignore
  })

  test('only the house that let a PC in revokes it', () => {
    const byOther = { ...street.revoke(second.identity.pc, {}) }
    const source = sourceWith({ own: station, statements: [...both, byOther], pinned: [[street, 'upper']] })
    expect(trustOf(source, station.first.identity, station.house).isRevoked(second.identity.pc)).toBe(false)
    const moved = { ...station.revoke(second.identity.pc, {}), pc: station.first.identity.pc }
    expect(trustWith(moved).isRevoked(station.first.identity.pc)).toBe(false)
  })
})

describe('houses below houses: a 区 that has compared only its 街道', () => {
  const district = newHouse('城东区')
  const onlyStreet = { own: district, statements: [street.first.grant], pinned: [[street, 'below']] as const }
  const atStreet = trustOf(
    sourceWith({ own: street, statements: [street.first.grant, station.first.grant, second.grant, street.vouchFor(station)], pinned: [[station, 'below']] }), // prettier-ignore
    street.first.identity,
    street.house,
  )
  const sent = atStreet.statementsFor([second.identity.pc, street.first.identity.pc])

  test('what the 街道 sends along is enough for the 区 to check a station’s PC', () => {
    const before = trustOf(sourceWith(onlyStreet), district.first.identity, district.house)
    expect(before.keyOf(second.identity.pc)).toBeNull()
    const after = before.learn(sent)
    expect(after.keyOf(second.identity.pc)).toEqual(second.identity.open)
    expect(after.houses.get(station.house)).toMatchObject({ kind: 'below', via: street.house, name: '槐树里' })
    expect(after.isBelow(station.house)).toBe(true)
    const news = before.news(sent)
    expect([news.grants.length, news.houses.length]).toEqual([1, 1])
    // And again upwards: the 区 passes on both words.
    const known = trustOf(
      sourceWith({ ...onlyStreet, statements: [street.first.grant, district.vouchFor(street), ...news.grants, ...news.houses] }), // prettier-ignore
      district.first.identity,
      district.house,
    )
    const up = known.statementsFor([second.identity.pc])
    const city = newHouse('本市')
    const atCity = trustOf(sourceWith({ own: city, statements: [district.first.grant], pinned: [[district, 'below']] }), city.first.identity, city.house) // prettier-ignore
    expect(atCity.learn(up).keyOf(second.identity.pc)).toEqual(second.identity.open)
    expect(atCity.learn({ ...up, houses: up.houses.slice(1) }).keyOf(second.identity.pc)).toBeNull()
    expect(known.news(sent)).toEqual({ grants: [], revocations: [], houses: [] })
  })

  test('an upper office vouches for nobody, and a house below not for one that is known', () => {
    const up = trustOf(sourceWith({ own: other, statements: [street.first.grant], pinned: [[street, 'upper']] }), other.first.identity, other.house) // prettier-ignore
    expect(up.learn(sent).keyOf(second.identity.pc)).toBeNull()
    const attacker = newHouse('冒名')
    // A compromised house below says that our other station, and that we ourselves, have its key.
    const fake = (name: typeof station) => ({ ...attacker, house: name.house, card: name.card })
    const trust = trustOf(
      sourceWith({ own: district, statements: [attacker.first.grant, station.first.grant], pinned: [[attacker, 'below'], [station, 'below']] }), // prettier-ignore
      district.first.identity,
      district.house,
    ).learn({ houses: [attacker.vouchFor(fake(station)), attacker.vouchFor(fake(district))] })
    expect(trust.houses.get(station.house)?.root).toEqual(station.root.open)
    expect(trust.houses.get(district.house)?.root).toEqual(district.root.open)
  })

  test('two that vouch for one house with different keys: it stays unknown until a person compares', () => {
    const rival = newHouse('另一街道')
    const pinned = [[street, 'below'], [rival, 'below']] as const // prettier-ignore
    const impostor = { ...newHouse('假站'), house: station.house, card: station.card }
    const words = [street.vouchFor(station), rival.vouchFor(impostor)]
    const at = (more: readonly (typeof pinned)[number][] = []) =>
      trustOf(sourceWith({ own: district, statements: words, pinned: [...pinned, ...more] }), district.first.identity, district.house) // prettier-ignore
    expect(at().houses.has(station.house)).toBe(false)
    expect(at([[station, 'below']] as never).houses.get(station.house)?.root).toEqual(station.root.open)
  })

  test('once the 街道 has left, its word counts no more', () => {
    const source = sourceWith({ ...onlyStreet, pinned: [[street, 'below', LATER]] })
    expect(trustOf(source, district.first.identity, district.house).learn(sent).houses.has(station.house)).toBe(false)
  })
})

describe('fingerprints, letters, renewed keys', () => {
  test('four groups of four digits, another for every other key, house or PC', () => {
    const one = houseFingerprint(station.house, station.root.open)
    expect(one).toMatch(/^\d{4}( \d{4}){3}$/)
    expect(houseFingerprint(station.house, station.root.open)).toBe(one)
    expect(houseFingerprint(other.house, station.root.open)).not.toBe(one)
    expect(houseFingerprint(station.house, other.root.open)).not.toBe(one)
    const { pc, open, receives } = second.identity
    expect(pcFingerprint(pc, open, receives)).not.toBe(pcFingerprint(pc, open, theirs.identity.receives))
    expect(spoken('0123 4567')).toBe('零幺二三 四五六七')
  })
  test('letters go on after Z, and one that was given is never given again', () => {
    const given = new Set<string>()
    for (let i = 0; i < 30; i++) given.add(nextLetter(given))
    expect([...given].slice(24)).toEqual(['Y', 'Z', 'AA', 'AB', 'AC', 'AD'])
  })
  test('renewed keys: another PC with the same root; a copy becomes yet another', () => {
    const { ring } = station.first
    const [salt, salts] = [randomOf(16), randomOf(16)]
    const now = renewedRing(ring, [salt])
    expect(now.device).toMatch(/^[0-9a-f]{16}$/)
    expect(now.device).not.toBe(ring.device)
    expect(identityOf(now).root?.open).toEqual(station.root.open)
    expect(identityOf(now).open).not.toEqual(identityOf(ring).open)
    expect(renewedRing(now, [salt])).toBe(now)
    expect(renewedRing(ring, [salts]).device).not.toBe(now.device)
    expect(renewedRing(now, [salt, salts])).toEqual(renewedRing(ring, [salt, salts]))
    expect(renewedRing(ring, [])).toBe(ring)
  })
})

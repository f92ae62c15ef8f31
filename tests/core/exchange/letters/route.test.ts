/** Who vouches for the office above the one above, and what of its letters may be passed on. */
import { describe, expect, test } from 'vitest'
import { checkRoutes, sealRoutes } from '#core/exchange/letters/route.ts'
import type { Letter, Manifest } from '#core/exchange/bundle/manifest.ts'
import { signHouse } from '#core/exchange/trust/statements.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import { AT, newHouse, sourceWith, type TestHouse } from '../trust/houses.ts'

const [district, street, station, other] = [
  newHouse('东城区'),
  newHouse('东街街道'),
  newHouse('槐树里'),
  newHouse('别家'),
]
const above = (by: TestHouse, of: TestHouse) =>
  signHouse({ kind: 'upper', ...of.card, root: toBase64url(of.root.open), under: by.house, at: AT }, by.root)
const grants = [district, street, station, other].map((house) => house.first.grant)

const atStation = (...words: Parameters<typeof sourceWith>[0]['statements'] & object) =>
  trustOf(sourceWith({ own: station, statements: [...grants, ...words], pinned: [[street, 'upper']] }), station.first.identity, station.house) // prettier-ignore
const atStreet = (...words: Parameters<typeof sourceWith>[0]['statements'] & object) =>
  trustOf(sourceWith({ own: street, statements: [...grants, ...words], pinned: [[district, 'upper'], [station, 'below']] }), street.first.identity, street.house) // prettier-ignore
const atDistrict = trustOf(sourceWith({ own: district, statements: [...grants, street.vouchFor(station)], pinned: [[street, 'below']] }), district.first.identity, district.house) // prettier-ignore

describe('the office above the one above', () => {
  test('is known by the word of the one above, and by nobody else’s', () => {
    const trust = atStation(above(street, district))
    expect(trust.houses.get(district.house)).toMatchObject({ kind: 'upper', via: street.house })
    expect(trust.keyOf(district.first.identity.pc)).toEqual(district.first.identity.open)
    expect(atStation().keyOf(district.first.identity.pc)).toBeNull()
    // Neither a word of a stranger nor one that says it lies below counts here.
    expect(atStation(above(other, district)).houses.has(district.house)).toBe(false)
    expect(atStation(street.vouchFor(district)).houses.has(district.house)).toBe(false)
    // Who is below us may not say who is above.
    expect(atDistrict.learn({ houses: [above(street, other)] }).houses.has(other.house)).toBe(false)
  })

  test('is passed on once our root has said so', () => {
    expect(atStreet().isAbove(district.house)).toBe(false)
    const trust = atStreet(above(street, district))
    expect(trust.isAbove(district.house)).toBe(true)
    const { houses, grants: given } = trust.statementsFor([district.first.identity.pc])
    expect([houses.map(({ house, kind }) => [house, kind]), given]).toEqual([[[district.house, 'upper']], [district.first.grant]]) // prettier-ignore
  })
})

describe('a letter that is passed on', () => {
  const letter: Letter = { id: 'letter:a1', kind: 'supervision-order', at: AT, body: { demand: '请答复' }, route: { from: district.house, to: station.house, pc: '', sig: '' } } // prettier-ignore
  const signer = district.first.identity
  const [sealed] = sealRoutes([letter], { trust: atDistrict, signer })
  const bundleOf = (house: TestHouse) => ({ from: { house: house.house, pc: house.first.identity.pc } }) as Pick<Manifest, 'from'> // prettier-ignore
  const trust = atStation(above(street, district))
  const checked = (...letters: Letter[]) => checkRoutes(trust, letters, bundleOf(street))

  test('comes as it was signed', () => {
    expect(checked(sealed!)).toBeNull()
    expect(checkRoutes(atStreet(above(street, district)), [sealed!], bundleOf(district))).toBeNull()
    // Without the word nobody knows who signed: it waits in quarantine.
    expect(checkRoutes(atStation(), [sealed!], bundleOf(street))).toBe('unknown-pc')
  })

  test('is not changed, invented, turned round or sent astray on the way', () => {
    const { route } = sealed!
    const wrong: readonly Letter[] = [
      { ...sealed!, body: { demand: '改了' } },
      { ...sealed!, case: 'case:x' },
      { ...sealed!, route: { ...route!, to: other.house } },
      { ...sealed!, route: { ...route!, from: street.house } },
      sealRoutes([letter], { trust: atDistrict, signer: street.first.identity })[0]!,
    ]
    for (const one of wrong) expect(checked(one), JSON.stringify(one.route)).toBe('not-admitted')
    // A letter of a house below does not come from above.
    const upwards = { ...letter, kind: 'supervision-answer', route: { from: station.house, to: district.house, pc: '', sig: '' } } // prettier-ignore
    const [answer] = sealRoutes([upwards], { trust, signer: station.first.identity })
    expect(checkRoutes(atDistrict, [answer!], bundleOf(street))).toBeNull()
    expect(checkRoutes(trust, [answer!], bundleOf(street))).toBe('not-admitted')
    // Nor does one of a house below go to another house below.
    const aside = { ...upwards, route: { ...upwards.route, to: other.house } }
    const [sideways] = sealRoutes([aside], { trust, signer: station.first.identity })
    expect(checkRoutes(atStreet(above(street, district), street.vouchFor(other)), [sideways!], bundleOf(station))).toBe('not-admitted') // prettier-ignore
  })

  test('never carries what a resident said', () => {
    const transfer = { ...letter, kind: 'transfer', body: { fields: { name: '王' } } }
    expect(sealRoutes([transfer], { trust: atDistrict, signer })).toEqual([])
    const signed = { ...transfer, route: sealed!.route! }
    expect(checked(signed)).toBe('not-admitted')
  })

  test('is held back while the reader could not check it', () => {
    expect(sealRoutes([sealed!], { trust: atStreet(), signer: street.first.identity })).toEqual([])
    expect(sealRoutes([sealed!], { trust: atStreet(above(street, district)), signer: street.first.identity })).toEqual([sealed]) // prettier-ignore
  })
})

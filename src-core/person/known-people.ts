/**
 * The people whom the requests know: who asked, grouped by name and phone. A projection of the cases, computed and never
 * stored. Registered residents are entities; how the two live in one list is desk/roster.ts. Reporters of 举报 and anonymous requests never come in here.
 */

/** One request's requester. `at`: epoch milliseconds of its receipt; '' is unknown. `person`: the resident it was linked to. */
export type Requester = { readonly name: string; readonly phone: string; readonly place: string; readonly at: number; readonly person?: string } // prettier-ignore

export type KnownPerson = {
  readonly name: string
  /** Digits. */
  readonly phone: string
  /** Of the newest request that names one. */
  readonly place: string
  /** Indices into the requesters, ascending. */
  readonly requests: readonly number[]
  readonly lastAt: number
}

/** `personOf`: requester → person, -1 for nobody. */
export type KnownPeople = { readonly people: readonly KnownPerson[]; readonly personOf: readonly number[] }

/** One more request's requester, the last of the list that was handed in. False: who is one has to be found out anew. */
export type AddRequester = (requester: Requester | null) => boolean

/** `sameNumber`: another person who gave this number, -1 for none. */
type Growing = { name: string; phone: string; place: string; placeAt: number; requests: number[]; lastAt: number; sameNumber: number } // prettier-ignore

/** Several persons of one name at one place. */
const SEVERAL = -1

const squeezed = (text: string): string => (/\s/.test(text) ? text.replace(/\s+/g, '') : text)
const digits = (phone: string): string => (/^\d*$/.test(phone) ? phone : phone.normalize('NFKC').replace(/\D/g, ''))
const isSameName = (a: string, b: string): boolean => a === b || squeezed(a) === squeezed(b)
const spotOf = ({ name, place }: Requester): string => `${squeezed(name)}\n${squeezed(place)}`

/**
 * Same name and same phone is the same person. A request without a phone belongs to the one person of that name at that
 * place; with two of them (or none) it is a person of its own: two people of one name are never made one.
 * null: nobody to be known by (see `requesterOf` in the desk). The order of the requesters changes nothing but `requests`.
 *
 * 100,000 requests of 60,000 people: about 60 ms; one more with `add`: nothing worth measuring.
 */
export function knownPeople(requesters: readonly (Requester | null)[]): KnownPeople & { readonly add: AddRequester } {
  const people: Growing[] = []
  const personOf: number[] = Array.from(requesters, () => -1)
  const byPhone = new Map<string, number>()
  /** Name and place of requests without a phone → whom they belong to. */
  const bySpot = new Map<string, number>()

  const join = (row: number, { place, at }: Requester, person: number): void => {
    const one = people[person]!
    personOf[row] = person
    one.requests.push(row)
    one.lastAt = Math.max(one.lastAt, at)
    if (place !== '' && at >= one.placeAt) {
      one.place = place
      one.placeAt = at
    }
  }
  const begin = (name: string, phone: string, sameNumber = -1): number =>
    people.push({ name, phone, place: '', placeAt: -Infinity, requests: [], lastAt: -Infinity, sameNumber }) - 1

  const find = (name: string, phone: string): number => {
    let person = byPhone.get(phone) ?? -1
    while (person >= 0 && !isSameName(people[person]!.name, name)) person = people[person]!.sameNumber
    return person
  }
  const withPhone = (name: string, phone: string): number => {
    const known = find(name, phone)
    if (known >= 0) return known
    const person = begin(name, phone, byPhone.get(phone))
    byPhone.set(phone, person)
    return person
  }

  const isNamed = (requester: Requester | null | undefined): requester is Requester =>
    Boolean(requester && requester.name !== '')
  const withoutPhone: number[] = []
  requesters.forEach((requester, row) => {
    if (!isNamed(requester)) return
    const phone = digits(requester.phone)
    if (phone === '') withoutPhone.push(row)
    else join(row, requester, withPhone(requester.name, phone))
  })
  /** Persons with a phone by name and place, where somebody without one asked too. */
  const atSpot = new Map<string, number>()
  const spots = new Set(withoutPhone.map((row) => spotOf(requesters[row]!)))
  const names = new Set(withoutPhone.map((row) => squeezed(requesters[row]!.name)))
  if (spots.size > 0)
    requesters.forEach((requester, row) => {
      const person = personOf[row]!
      if (person < 0 || requester!.place === '' || !names.has(squeezed(requester!.name))) return
      const spot = spotOf(requester!)
      if (!spots.has(spot)) return
      atSpot.set(spot, (atSpot.get(spot) ?? person) === person ? person : SEVERAL)
    })
  for (const row of withoutPhone) {
    const requester = requesters[row]!
    const spot = spotOf(requester)
    let person = bySpot.get(spot) ?? atSpot.get(spot) ?? SEVERAL
    if (person === SEVERAL) person = begin(requester.name, '')
    bySpot.set(spot, person)
    join(row, requester, person)
  }
  for (const row of withoutPhone) people[personOf[row]!]!.requests.sort((a, b) => a - b)

  /** The one person with a phone of that name at that place. */
  const onlyAt = ({ name }: Requester, spot: string): number => {
    const asked = (row: number): boolean => requesters[row]!.place !== '' && spotOf(requesters[row]!) === spot
    const there = people.flatMap((one, person) => one.phone !== '' && isSameName(one.name, name) && one.requests.some(asked) ? [person] : []) // prettier-ignore
    return there.length === 1 ? there[0]! : begin(name, '')
  }
  const add: AddRequester = (requester) => {
    const row = personOf.length
    if (!isNamed(requester)) return personOf.push(-1) > row
    const phone = digits(requester.phone)
    const spot = spotOf(requester)
    const there = bySpot.get(spot)
    // Whose the requests without a phone are that were made there may change with one more person.
    if (phone !== '' && there !== undefined && there !== find(requester.name, phone)) return false
    const person = phone === '' ? (there ?? onlyAt(requester, spot)) : withPhone(requester.name, phone)
    if (phone === '') bySpot.set(spot, person)
    personOf.push(-1)
    join(row, requester, person)
    return true
  }
  return { people, personOf, add }
}

/** 13812342764 → 2764: enough to tell two people of one name apart (DOMAIN §9.2); '' for numbers too short to mask. */
export const phoneTail = (phone: string): string => (phone.length >= 7 ? phone.slice(-4) : '')

/** What a case wants, for ranking: out of the case, the resident it is for, the place and the catalogue. */
import { actsOf, currentRound, type CaseFile } from '../case-file/case-file.ts'
import { orderState } from '../case-file/orders.ts'
import { categoryOf, serviceTypeOf } from '../case-file/status.ts'
import type { Catalogue } from '../category/current-catalogue.ts'
import { isDay, type Day, type Moment } from '../lib/time.ts'
import type { PersonCard } from '../person/fields.ts'
import { ageOn } from '../person/id-number.ts'
import type { PlaceTree } from '../place/place-tree.ts'
import { chainOf } from './chain.ts'
import type { Wanted } from './offer.ts'
import { neighbourhoodIn } from './offers.ts'

export type Around = {
  readonly places: PlaceTree
  readonly catalogue: Catalogue
  /** Shown values of a registered resident; null when unknown. */
  readonly person: (id: string) => PersonCard | null
}

/** Null while nobody has decided which kind of service it is. */
export function wantedOf(file: CaseFile, around: Around, now: Moment): Wanted | null {
  const serviceType = serviceTypeOf(file)
  if (!serviceType) return null
  const { fields } = file
  const category = categoryOf(file)
  const leaf = around.catalogue.leaf(category)
  // Of a report (举报) nobody is looked up who made it: age and marks in a reason would tell.
  const id = fields.forPerson || (fields.requestKind === 'report' ? undefined : fields.person)
  const person = id ? around.person(id) : null
  const { places } = around
  const place = fields.placeId || person?.place || places.findByWords(fields.place ?? '')
  const story = [fields.title, fields.text, fields.place].filter(Boolean).join('\n')
  return {
    serviceType,
    chain: chainOf(serviceType, leaf?.chain ?? null),
    category: leaf ? category : '',
    text: `${story}\n${leaf?.name.zh ?? category}`,
    danger: fields.urgency === 'danger',
    reported: fields.requestKind === 'report' ? { unit: fields.reportedUnit ?? '', text: story } : null,
    turnedDown: turnedDown(file),
    place: place ? areasOf(places, place) : [],
    neighbourhood: place ? neighbourhoodIn(places, place) : null,
    person: {
      age: person ? ageOf(person, now.slice(0, 10)) : null,
      marks: person?.marks ?? null,
      residence: person?.residence || null,
      needs: person?.needs ?? [],
    },
    now,
    wishedAt: null,
  }
}

/** What the station took back itself says nothing of the provider, but for an order that was never answered. */
function turnedDown(file: CaseFile): string[] {
  const round = currentRound(file)
  const silent = new Set(actsOf(round, 'referral-step').flatMap(({ step, referral }) => (step === 'silent' ? [referral] : []))) // prettier-ignore
  return actsOf(round, 'referral')
    .filter((order) => ['declined', 'returned'].includes(orderState(round, order)) || silent.has(order.id))
    .map(({ provider }) => provider)
}

function areasOf(places: PlaceTree, id: string): string[] {
  const { grid, residentGroup } = places.acrossOf(id)
  return [...places.pathOf(id), grid, residentGroup].filter((one) => one !== null).map((one) => one.id)
}

/** Whole years; null for a birth date that nobody wrote down. Numbers were checked when they were typed. */
function ageOf({ birthDate, idNumber = '' }: PersonCard, today: Day): number | null {
  const born = birthDate || idNumber.replace(/^.{6}(\d{4})(\d\d)(\d\d).{4}$/, '$1-$2-$3')
  return isDay(born) ? ageOn(born, today) : null
}

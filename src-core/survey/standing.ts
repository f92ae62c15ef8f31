/**
 * Where a survey's interviews stand, number by number. Records are only added: a correction names what it takes the place of
 * (`after`). Two PCs that typed in the same person at once leave two records; one counts, the other is shown beside it.
 */
import type { InterviewState } from './codes.ts'
import { byWriting, type DrawCard, type Drawn, type InterviewCard } from './fields.ts'

export type Place = Drawn & {
  /** 受访人 007. */
  readonly number: number
  readonly isReserve: boolean
  /** To be visited: drawn, or called up from the reserve, or visited anyway. */
  readonly called: boolean
  /** Of a reserve that was called up: whom it replaces. */
  readonly replaces: number | null
  readonly replacedBy: number | null
  /** The record that counts. */
  readonly interview: InterviewCard | null
  /** Written at the same time by others, and not counted. */
  readonly beside: readonly InterviewCard[]
  /** Every record of the person, the oldest first. */
  readonly visits: number
  /** Is the same person as this number, which was done too: not counted a second time. */
  readonly sameAs: number | null
}

export type Response = {
  /** To be visited, reserves that were called up included. */
  readonly called: number
  readonly tried: number
  readonly byState: Readonly<Record<InterviewState, number>>
  /** Done, each person once. */
  readonly done: number
  /** Done / tried; null before the first. */
  readonly rate: number | null
}

/** The first draw in the order of writing counts; of the others it is only said that there are some. */
export const drawInForce = (draws: readonly DrawCard[]): DrawCard | null => draws.toSorted(byWriting)[0] ?? null

/** Done before everything else, then the first that was written. */
const byCounting = (a: InterviewCard, b: InterviewCard): number =>
  Number(b.state === 'done') - Number(a.state === 'done') || byWriting(a, b)

/** The records nobody took the place of. */
export function headsOf<T extends Pick<InterviewCard, 'id' | 'after'>>(records: readonly T[]): T[] {
  const replaced = new Set(records.flatMap(({ after }) => after))
  return records.filter(({ id }) => !replaced.has(id))
}

/** `personOf`: who an id of the draw is today; two entries that were merged since are one. Records of other draws are left out. */
export function placesOf(
  draw: DrawCard,
  records: readonly InterviewCard[],
  personOf: (unit: string) => string = (unit) => unit,
): Place[] {
  const byNumber = new Map<number, InterviewCard[]>()
  for (const record of records) {
    if (record.draw !== draw.id) continue
    const own = byNumber.get(record.number)
    if (own) own.push(record)
    else byNumber.set(record.number, [record])
  }
  const places = [...draw.list, ...draw.reserves].map((drawn, i) => {
    const own = (byNumber.get(i + 1) ?? []).toSorted(byWriting)
    const [interview = null, ...beside] = headsOf(own).toSorted(byCounting)
    return { ...drawn, number: i + 1, isReserve: i >= draw.list.length, interview, beside, visits: own.length }
  })
  const replacedBy = replacements(places)
  const replaces = new Map([...replacedBy].map(([from, to]) => [to, from]))
  const firstOf = new Map<string, number>()
  for (const { unit, number, interview } of places) {
    const person = personOf(unit)
    if (interview?.state === 'done' && !firstOf.has(person)) firstOf.set(person, number)
  }
  return places.map((place) => {
    const { number, unit, isReserve, interview } = place
    const first = firstOf.get(personOf(unit))
    return {
      ...place,
      called: !isReserve || replaces.has(number) || interview !== null,
      replaces: replaces.get(number) ?? null,
      replacedBy: replacedBy.get(number) ?? null,
      sameAs: interview?.state === 'done' && first !== undefined && first < number ? first : null,
    }
  })
}

type Asked = Pick<Place, 'number' | 'stratum' | 'isReserve' | 'interview'>

/**
 * In each stratum the reserves are called up in their order, for whoever has to be replaced in the order in which that was
 * written. Worked out and never stored, so two PCs cannot call up the same one for two.
 */
function replacements(places: readonly Asked[]): Map<number, number> {
  const waiting = places
    .filter(({ interview }) => interview?.replace === true && interview.state !== 'done')
    .toSorted((a, b) => byWriting(a.interview!, b.interview!))
  const reserves = new Map<string, number[]>()
  for (const { stratum, number, isReserve } of places) {
    if (!isReserve) continue
    const own = reserves.get(stratum)
    if (own) own.push(number)
    else reserves.set(stratum, [number])
  }
  const out = new Map<number, number>()
  for (const { stratum, number } of waiting) {
    const next = reserves.get(stratum)?.shift()
    if (next !== undefined) out.set(number, next)
  }
  return out
}

/** Interviews that count: done, of each person once. */
export const countedOf = (places: readonly Place[]): readonly (Place & { readonly interview: InterviewCard })[] =>
  places.filter(
    (place): place is Place & { readonly interview: InterviewCard } =>
      place.interview?.state === 'done' && place.sameAs === null,
  )

export function responseOf(places: readonly Place[]): Response {
  const byState: Record<InterviewState, number> = { done: 0, refused: 0, 'not-met': 0, moved: 0, wrong: 0 }
  let tried = 0
  for (const { interview, sameAs } of places) {
    if (!interview || sameAs !== null) continue
    byState[interview.state] += 1
    tried += 1
  }
  return {
    called: places.filter(({ called }) => called).length,
    tried,
    byState,
    done: byState.done,
    rate: tried === 0 ? null : byState.done / tried,
  }
}

/** Who asks number n: in turn; a reserve goes to whoever asked the one it replaces. '' while nobody is named. */
export function interviewerOf(
  place: Pick<Place, 'number' | 'replaces'>,
  interviewers: readonly string[],
  replacesOf: (number: number) => number | null = () => null,
): string {
  if (interviewers.length === 0) return ''
  let number = place.number
  for (let first = place.replaces; first !== null; first = replacesOf(first)) number = first
  return interviewers[(number - 1) % interviewers.length]!
}

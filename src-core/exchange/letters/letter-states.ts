/**
 * How letters stand. Nothing of it is stored: what left and what arrived say the bundle records, what was answered say the
 * letters themselves.
 */
import type { EntityId } from '#core/kernel/event.ts'
import type { Moment } from '#core/lib/time.ts'
import type { LetterKind } from '#core/peer/codes.ts'
import { bundleOf, type BundleFields, type LetterFields } from '#core/peer/fields.ts'
import { ownHouse, wayTo, type HouseSource } from '#core/peer/houses.ts'
import { readBody } from '#core/peer/letter-bodies.ts'
import type { Letter } from '../bundle/manifest.ts'

/**
 * 待发 · 已发出 · 已交转送 · 已送达 · 已答复 · 待我处理 · 已处理 · 仅存. `waiting`, `sent`, `handed-on` (the office between has it)
 * and `arrived` are of ours; `to-do` is of theirs and wants an answer; `kept` wants none. To add one: here, in `standsOf`, and its
 * words (letters.state).
 */
export const LETTER_STATES = ['waiting', 'sent', 'handed-on', 'arrived', 'answered', 'to-do', 'done', 'kept'] as const
export type LetterState = (typeof LETTER_STATES)[number]

export type LetterStands = {
  readonly id: EntityId
  readonly letter: LetterFields
  readonly state: LetterState
  /** By when it wants an answer; null for kinds that want none. */
  readonly dueAt: Moment | null
  /** Of ours: a file from there, or from the office between, says that one of ours which carried it is there. */
  readonly hasArrived: boolean
  /** When it first left in a file that was read back; null while it waits. */
  readonly sentAt: Moment | null
  readonly answeredAt: Moment | null
}

export type Letters = {
  readonly all: readonly LetterStands[]
  readonly get: (id: EntityId) => LetterStands | null
  /** Letters that answer this one, in the order of their times. */
  readonly answersTo: (id: EntityId) => readonly LetterStands[]
}

const WANTS: Readonly<Record<LetterKind, LetterKind | null>> = {
  'supervision-order': 'supervision-answer',
  'supervision-answer': 'order-ruling',
  'order-ruling': null,
  transfer: 'transfer-result',
  'transfer-result': null,
}

/** The kind that answers this one; null when it wants none. */
export const answerKind = (kind: string): LetterKind | null => WANTS[kind as LetterKind] ?? null

type Known = { readonly id: EntityId; readonly letter: LetterFields }

export function lettersOf(source: HouseSource): Letters {
  const known: Known[] = [...source.ids('letter')]
    .flatMap((id) => {
      const letter = source.read(id) as LetterFields | null
      // What is only passed on is no business of this house.
      return letter?.kind && letter.direction !== 'through' ? [{ id, letter }] : []
    })
    .toSorted((a, b) => compare(a.letter.at, b.letter.at) || compare(a.id, b.id))
  const answers = new Map<EntityId, Known[]>()
  for (const one of known) {
    const { answers: of } = one.letter
    if (of) answers.set(of, [...(answers.get(of) ?? []), one])
  }
  const carried = carriedBy(source)
  const all = known.map((one) => standsOf(one, answers, carried))
  const byId = new Map(all.map((one) => [one.id, one]))
  return {
    all,
    get: (id) => byId.get(id) ?? null,
    answersTo: (id) => (answers.get(id) ?? []).map((one) => byId.get(one.id)!),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * `arrived`: letter → the house that once said so. `there`: what the last file from there still says; a PC that was put back to a
 * backup has to get the letters again that came after it.
 */
type Carried = {
  readonly sent: ReadonlyMap<EntityId, Moment>
  readonly arrived: ReadonlyMap<EntityId, string>
  readonly there: ReadonlySet<EntityId>
}

/** A `got` of so many is cut off at its old end (export/plan-export.ts): what it does not name may be there all the same. */
const FULL = 1_000

function carriedBy(source: HouseSource): Carried {
  const sent = new Map<EntityId, Moment>()
  const arrived = new Map<EntityId, string>()
  const records = [...source.ids('bundle')].flatMap((id) => {
    const record = source.read(id) as BundleFields | null
    return record ? [{ id: bundleOf(id), record }] : []
  })
  const there = new Set<EntityId>()
  const got = new Map<string, Set<string>>()
  const last = new Map<string, ReadonlySet<string>>()
  for (const { record } of records) {
    if (record.direction !== 'in') continue
    got.set(record.peer, new Set([...(got.get(record.peer) ?? []), ...(record.got ?? [])]))
    last.set(record.peer, (record.got?.length ?? 0) < FULL ? new Set(record.got) : got.get(record.peer)!)
  }
  for (const { id, record } of records) {
    if (record.direction !== 'out') continue
    for (const letter of record.letters ?? []) {
      const before = sent.get(letter)
      if (before === undefined || record.at < before) sent.set(letter, record.at)
      if (got.get(record.peer)?.has(id)) arrived.set(letter, record.peer)
      if (last.get(record.peer)?.has(id)) there.add(letter)
    }
  }
  return { sent, arrived, there }
}

function standsOf({ id, letter }: Known, answers: ReadonlyMap<EntityId, Known[]>, carried: Carried): LetterStands {
  const answered = settledAt(id, letter, answers)
  const sentAt = carried.sent.get(id) ?? null
  const wants = answerKind(letter.kind)
  const hasArrived = carried.arrived.has(id)
  const state: LetterState =
    letter.direction === 'in'
      ? !wants || !isReadable(letter)
        ? 'kept'
        : answered
          ? 'done'
          : 'to-do'
      : answered
        ? 'answered'
        : hasArrived
          ? carried.arrived.get(id) === letter.peer
            ? 'arrived'
            : 'handed-on'
          : sentAt
            ? 'sent'
            : 'waiting'
  return { id, letter, state, hasArrived, dueAt: dueOf(id, letter, answers), sentAt, answeredAt: answered }
}

const isReadable = ({ kind, body }: LetterFields): boolean => readBody(kind, body) !== null

/** An order that was answered counts as open again when its last answer was sent back. */
function settledAt(id: EntityId, letter: LetterFields, answers: ReadonlyMap<EntityId, Known[]>): Moment | null {
  const wants = answerKind(letter.kind)
  const given = (answers.get(id) ?? []).filter(({ letter: one }) => one.kind === wants && one.body['step'] !== 'held')
  const kept =
    letter.kind === 'supervision-order' ? given.filter((one) => rulingOn(one.id, answers) !== 'sent-back') : given
  return kept[0]?.letter.at ?? null
}

/** What was said of an answer; of two rulings the stricter one (case-file/supervised.ts). */
function rulingOn(answer: EntityId, answers: ReadonlyMap<EntityId, Known[]>): 'accepted' | 'sent-back' | null {
  const steps = (answers.get(answer) ?? []).map(({ letter }) => letter.body['step'])
  return steps.includes('sent-back') ? 'sent-back' : steps.includes('accepted') ? 'accepted' : null
}

/** Of an order sent back with a new limit that one. */
function dueOf(id: EntityId, letter: LetterFields, answers: ReadonlyMap<EntityId, Known[]>): Moment | null {
  const own = letter.body['dueAt']
  if (letter.kind !== 'supervision-order' && letter.kind !== 'transfer') return null
  const later = (answers.get(id) ?? [])
    .flatMap((one) => answers.get(one.id) ?? [])
    .flatMap(({ letter: { body } }) => (body['step'] === 'sent-back' && typeof body['dueAt'] === 'string' ? [body['dueAt']] : [])) // prettier-ignore
  return later.at(-1) ?? (typeof own === 'string' ? own : null)
}

/** Accepted by the office that gave the order. */
export const isAccepted = (letters: Letters, order: EntityId): boolean =>
  letters
    .answersTo(order)
    .some(({ id }) => letters.answersTo(id).some(({ letter }) => letter.body['step'] === 'accepted'))

/** The answer that waits for the office's word; null when there is none. */
export const unjudgedAnswer = (letters: Letters, order: EntityId): LetterStands | null =>
  letters
    .answersTo(order)
    .findLast(({ id, letter }) => letter.body['step'] === 'answered' && letters.answersTo(id).length === 0) ?? null

/**
 * What goes into the next bundle to a house: everything for it, or for one that is reached through it, of which no bundle from
 * there says that it arrived. Those for a third house have a route, our own ones unsigned (route.ts, sealRoutes).
 */
export const lettersToSend = (source: HouseSource, house: string): readonly Letter[] => lettersByHouse(source).get(house) ?? [] // prettier-ignore

/** The same of all houses that files go to, in one walk over letters and bundles. */
export function lettersByHouse(source: HouseSource): ReadonlyMap<string, readonly Letter[]> {
  const { there } = carriedBy(source)
  const own = ownHouse(source)
  const hops = new Map<string, string>()
  const hopTo = (peer: string): string => {
    const known = hops.get(peer) ?? wayTo(source, peer)?.hop ?? peer
    hops.set(peer, known)
    return known
  }
  const out = new Map<string, Letter[]>()
  const known = [...source.ids('letter')]
    .map((id) => ({ id, letter: source.read(id) as LetterFields | null }))
    .flatMap(({ id, letter }) => (letter?.kind && letter.direction !== 'in' && !there.has(id) ? [{ id, letter }] : []))
    .toSorted((a, b) => compare(a.letter.at, b.letter.at) || compare(a.id, b.id))
  for (const { id, letter } of known) {
    const { kind, at, answers, case: about, body, peer } = letter
    const hop = hopTo(peer)
    const route = letter.direction === 'through' ? letter.route : hop === peer ? null : { from: own, to: peer, pc: '', sig: '' } // prettier-ignore
    const sent = { id, kind, at, ...(answers && { answers }), ...(about && { case: about }), body, ...(route && { route }) } // prettier-ignore
    out.set(hop, [...(out.get(hop) ?? []), sent])
  }
  return out
}

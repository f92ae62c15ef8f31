/**
 * How letters stand. Nothing of it is stored: what left and what arrived say the bundle records, what was answered say the
 * letters themselves.
 */
import type { EntityId } from '#core/kernel/event.ts'
import type { Moment } from '#core/lib/time.ts'
import type { LetterKind } from '#core/peer/codes.ts'
import { bundleOf, type BundleFields, type LetterFields } from '#core/peer/fields.ts'
import type { HouseSource } from '#core/peer/houses.ts'
import { readBody } from '#core/peer/letter-bodies.ts'
import type { Letter } from '../bundle/manifest.ts'

/**
 * 待发 · 已发出 · 已送达 · 已答复 · 待我处理 · 已处理 · 仅存. `waiting`, `sent` and `arrived` are of ours; `to-do` is of theirs and wants an
 * answer; `kept` wants none. To add one: here, in `stateOf`, and its words (letters.state).
 */
export const LETTER_STATES = ['waiting', 'sent', 'arrived', 'answered', 'to-do', 'done', 'kept'] as const
export type LetterState = (typeof LETTER_STATES)[number]

export type LetterStands = {
  readonly id: EntityId
  readonly letter: LetterFields
  readonly state: LetterState
  /** By when it wants an answer; null for kinds that want none. */
  readonly dueAt: Moment | null
  /** Of ours: a file from there says that one of ours which carried it is there. */
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
      return letter?.kind ? [{ id, letter }] : []
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

type Carried = { readonly sent: ReadonlyMap<EntityId, Moment>; readonly arrived: ReadonlySet<EntityId> }

function carriedBy(source: HouseSource): Carried {
  const sent = new Map<EntityId, Moment>()
  const arrived = new Set<EntityId>()
  const records = [...source.ids('bundle')].flatMap((id) => {
    const record = source.read(id) as BundleFields | null
    return record ? [{ id: bundleOf(id), record }] : []
  })
  const got = new Map<string, Set<string>>()
  for (const { record } of records)
    if (record.direction === 'in')
      got.set(record.peer, new Set([...(got.get(record.peer) ?? []), ...(record.got ?? [])]))
  for (const { id, record } of records) {
    if (record.direction !== 'out') continue
    for (const letter of record.letters ?? []) {
      const before = sent.get(letter)
      if (before === undefined || record.at < before) sent.set(letter, record.at)
      if (got.get(record.peer)?.has(id)) arrived.add(letter)
    }
  }
  return { sent, arrived }
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
          ? 'arrived'
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

/** What goes into the next bundle to that house: everything of which no bundle from there says that it arrived. */
export const lettersToSend = (source: HouseSource, house: string): readonly Letter[] =>
  lettersOf(source)
    .all.filter(({ letter, hasArrived }) => letter.direction === 'out' && letter.peer === house && !hasArrived)
    .map(({ id, letter }) => ({
      id,
      kind: letter.kind,
      at: letter.at,
      ...(letter.answers && { answers: letter.answers }),
      ...(letter.case && { case: letter.case }),
      body: letter.body,
    }))

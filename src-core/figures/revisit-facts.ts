/** What the revisit of a round says to the figures (DOMAIN §7.3). Which one counts: revisit/rounds.ts. */
import type { Act, CaseFile } from '../case-file/case-file.ts'
import type { EntityId } from '../kernel/event.ts'
import type { Moment } from '../lib/time.ts'
import { countingRevisit, countingRevisits, supersededRevisits, type RevisitAct } from '../revisit/rounds.ts'
import { isBad } from './bad-rating.ts'

export type RevisitFacts = {
  readonly id: EntityId
  readonly at: Moment
  readonly by: EntityId
  /** What the resident says; where nobody asked, a contact or an answer before it. */
  readonly contacted: boolean
  readonly solved: boolean
  readonly scale: string
  readonly grade: string
  /** 差评. */
  readonly bad: boolean
  /** 自访: by whoever handled the case. */
  readonly self: boolean
}

type Found = { readonly revisit: RevisitFacts | null; readonly ties: readonly EntityId[] }
const NO_TIES: readonly EntityId[] = []
const NONE: Found = { revisit: null, ties: NO_TIES }

/** `reached`: when the record says that the resident heard of the station in this round. */
export function revisitFacts(
  file: CaseFile,
  round: readonly Act[],
  reached: { readonly firstContactAt: Moment | null; readonly answeredAt: Moment | null },
): Found {
  if (!round.some(({ type }) => type === 'revisit')) return NONE
  const superseded = supersededRevisits(file)
  const counting = countingRevisit(round, superseded)
  if (!counting) return NONE
  const { revisit: last } = counting
  const { id, at, by, solved = false, scale = '', grade = '', selfRevisit } = last
  const before = (moment: Moment | null): boolean => moment !== null && moment <= at
  const contacted = last.contacted ?? (before(reached.firstContactAt) || before(reached.answeredAt))
  const unordered = last.after ? counting.ties : olderTies(countingRevisits(round, superseded), last)
  return {
    revisit: { id, at, by, contacted, solved, scale, grade, bad: isBad(scale, grade), self: selfRevisit },
    ties: unordered.length > 0 ? [id, ...unordered] : NO_TIES,
  }
}

/** Records from before revisits named each other: the same second, or two writers of whom neither had seen the other. */
const olderTies = (revisits: readonly RevisitAct[], last: RevisitAct): EntityId[] =>
  revisits
    .filter((one) => one !== last && (one.at === last.at || one.written[0] === last.written[0]))
    .map((one) => one.id)

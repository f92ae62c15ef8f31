/**
 * 待核对: what two PCs wrote without having seen each other, and a person has to look at. Nothing here blocks anything: of every
 * difference one side is shown and counts until somebody says otherwise.
 *
 * To add a kind: here, where it is found (field-differences.ts, act-differences.ts, log-differences.ts, the desk's twins), what
 * settles it, its sentence in text/<language>/conflicts.ts and in src-cli/commands/conflicts.ts.
 */
import type { EntityId, EventId, LogId } from '#core/kernel/event.ts'
import type { Write } from '#core/kernel/entity.ts'
import { pcOfLog } from '#core/kernel/event.ts'

export const DIFFERENCE_KINDS = [
  /** The same computer number at work in two places: a copied folder or a restored image. */
  'clone',
  /** Two leading orders of one round. */
  'double-referral',
  /** Two closings of one round. */
  'double-closing',
  /** Taken back on one PC, worked on at another. */
  'withdrawn-continued',
  /** Erased on one PC, worked on at another. */
  'erased-edited',
  /** A field with two values. */
  'field',
  /** One resident, entered on two PCs. */
  'same-person',
] as const
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number]

/** Who wrote it, when (as the PC's clock said), on which PC, and where in that PC's log. */
export type Writer = {
  readonly write: EventId
  readonly user: EntityId
  readonly at: string
  readonly pc: string
  readonly log: LogId
  readonly n: number
  readonly lamport: number
}

export const writerOf = ({ id, l, u, t, log, n }: Write): Writer => ({ write: id, user: u, at: t, pc: pcOfLog(log), log, n, lamport: l }) // prettier-ignore

/** One way in which it was written, by everybody who wrote it so. */
export type Version = {
  readonly values: Readonly<Record<string, unknown>>
  readonly writers: readonly Writer[]
  /** It is what lists and papers show now. */
  readonly shown: boolean
}

export type ActSaid = { readonly act: EntityId; readonly writer: Writer }

type Of<K extends DifferenceKind, T> = { readonly kind: K; readonly key: string } & T

export type FieldDifference = Of<
  'field',
  {
    readonly entity: EntityId
    /** Fields that are settled together: what one decision fills in several of. */
    readonly fields: readonly string[]
    readonly versions: readonly Version[]
    /** Every write that disagrees, in order; whoever settles names them, so that nothing newer is lost. */
    readonly heads: readonly EventId[]
    /** True when a value is somebody's who reported: it is put into no note. */
    readonly confidential: boolean
  }
>
/** `acts`: those that stand against each other, in the order everybody agrees on; the last one counts now. */
export type ActDifference =
  | Of<'double-referral' | 'double-closing', { readonly case: EntityId; readonly acts: readonly ActSaid[] }>
  /** `acts`: what was written on; `withdrawn`: what had been taken back. */
  | Of<
      'withdrawn-continued',
      { readonly case: EntityId; readonly withdrawn: EntityId; readonly acts: readonly ActSaid[] }
    >
  /** `acts`: what is left of a case that is gone. */
  | Of<'erased-edited', { readonly case: EntityId; readonly acts: readonly ActSaid[] }>
export type LogDifference = Of<
  'clone',
  { readonly pc: string; readonly forks: readonly { readonly log: LogId; readonly n: number }[] }
>
export type PersonDifference = Of<
  'same-person',
  { readonly one: EntityId; readonly other: EntityId; readonly writers: readonly Writer[] }
>
export type Difference = FieldDifference | ActDifference | LogDifference | PersonDifference

export const keyOf = (kind: DifferenceKind, ...parts: readonly string[]): string => [kind, ...parts].join(' ')

/** The case that the difference is about, or ''. An act's own field: ask for its case. */
export const newestOf = (difference: Difference): string => {
  const writers = writersOf(difference)
  return writers.reduce((last, { at }) => (at > last ? at : last), '')
}

export function writersOf(difference: Difference): readonly Writer[] {
  if (difference.kind === 'field') return difference.versions.flatMap(({ writers }) => writers)
  if (difference.kind === 'same-person') return difference.writers
  return difference.kind === 'clone' ? [] : difference.acts.map(({ writer }) => writer)
}

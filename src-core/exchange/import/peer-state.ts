/** How things stand with a house: exported → confirmed → unconfirmed for 7 days. All of it follows from the records of bundles. */
import { epochOf, type Moment } from '#core/lib/time.ts'
import { readHave, type BundleRecord } from '../export/bundle-records.ts'
import type { Roster } from '../export/holding.ts'

/** Red from then on. */
export const UNCONFIRMED_DAYS = 7

/**
 *   nothing      nothing has ever gone there
 *   exported     something left, and no file from there says that it arrived; within 7 days
 *   unconfirmed  the same for more than 7 days
 *   confirmed    a file from there says that all of it arrived
 */
export type PeerState = 'nothing' | 'exported' | 'unconfirmed' | 'confirmed'

export type PeerExchange = {
  readonly house: string
  readonly state: PeerState
  readonly lastOut: BundleRecord | null
  readonly lastIn: BundleRecord | null
  /** Bundles of which nothing says that they arrived, oldest first. */
  readonly unconfirmed: readonly BundleRecord[]
  /** The newest bundle from there that confirmed one of ours. */
  readonly confirmedBy: BundleRecord | null
}

/** `records`: bundleRecords. */
export function peerExchange(
  roster: Roster,
  records: readonly BundleRecord[],
  house: string,
  now: Moment,
): PeerExchange {
  // Of hand-overs only this PC's own: the other ones' are answered by us.
  const isOurs = ({ pc }: BundleRecord): boolean => house !== roster.house || pc === roster.pc
  const ours = records.filter(
    (one) => one.direction === 'out' && one.peer === house && one.profile !== 'receipt' && isOurs(one),
  )
  const theirs = records.filter((one) => one.direction === 'in' && one.peer === house)
  const unconfirmed = ours.filter((one) => !isConfirmed(roster, theirs, one))
  const lastOut = ours.at(-1) ?? null
  const oldest = unconfirmed[0]
  return {
    house,
    state:
      lastOut === null
        ? 'nothing'
        : oldest === undefined
          ? 'confirmed'
          : daysBetween(oldest.at, now) > UNCONFIRMED_DAYS
            ? 'unconfirmed'
            : 'exported',
    lastOut,
    lastIn: theirs.at(-1) ?? null,
    unconfirmed,
    confirmedBy: theirs.findLast((one) => ours.some((out) => covers(one, out))) ?? null,
  }
}

const daysBetween = (from: Moment, to: Moment): number => (epochOf(to) - epochOf(from)) / 86_400_000

/** Of another house one PC's word is enough; a hand-over has to reach every other PC. */
function isConfirmed(roster: Roster, theirs: readonly BundleRecord[], out: BundleRecord): boolean {
  const said = (pc: string | null): boolean => theirs.some((one) => (pc === null || one.pc === pc) && covers(one, out))
  if (out.peer !== roster.house) return said(null)
  const others = roster.pcsOf(roster.house).filter((pc) => pc !== out.pc)
  return others.length === 0 ? said(null) : others.every(said)
}

/** The bundle that came in says that the one that went out arrived. */
export function covers(theirs: BundleRecord, out: BundleRecord): boolean {
  if (Array.isArray(theirs.got) && theirs.got.includes(out.bundle)) return true
  const logs = Object.entries(out.logs ?? {})
  if (logs.length === 0 || (out.letters?.length ?? 0) > 0) return false
  const have = readHave(theirs.have)
  return logs.every(([log, [, to]]) => (have[log]?.n ?? 0) >= to)
}

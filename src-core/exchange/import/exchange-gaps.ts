/** 缺件: events that are known to exist and are not here. Known from damaged journals, waiting files, and what others say they have. */
import { pcOfLog, type LogId } from '#core/kernel/event.ts'
import { gaps, type Gap } from '#core/kernel/replica.ts'
import { readHave, type BundleRecord } from '../export/bundle-records.ts'
import type { Holding, Roster } from '../export/holding.ts'

export type ExchangeGap = Gap & {
  /** 16 hex digits: the PC that wrote them. */
  readonly pc: string
  /** uuid of its house; null while no grant of the PC is known. */
  readonly house: string | null
  /** uuid of the house that has them, as it says; null when nobody said so. */
  readonly at: string | null
  /** uuid of the house to ask, the own one for its other PCs; null when nobody could send them. */
  readonly ask: string | null
}

/** `waiting`: what the files in inbox/waiting wait for (TriedIn.trial.missing). */
export function exchangeGaps(
  holding: Holding,
  roster: Roster,
  records: readonly BundleRecord[],
  waiting: readonly Gap[],
): ExchangeGap[] {
  const out = new Map<string, Omit<ExchangeGap, 'ask'>>()
  const add = ({ log, from, to }: Gap, at: string | null): void => {
    if (roster.isBeyond(log, from) || from > to) return
    const known = out.get(`${log} ${from}`)
    if (known && known.to >= to && known.at !== null) return
    const pc = pcOfLog(log)
    out.set(`${log} ${from}`, { log, from, to: Math.max(to, known?.to ?? 0), pc, house: roster.houseOf(pc), at })
  }
  for (const gap of gaps(holding.replica)) add(gap, null)
  for (const gap of waiting) add(gap, null)
  for (const [pc, record] of lastFrom(records)) {
    for (const [log, { n }] of Object.entries(readHave(record.have))) {
      const last = lastHere(holding, log)
      if (n > last && pc !== roster.pc) add({ log, from: last + 1, to: n }, record.peer)
    }
  }
  const gapped = [...out.values()].map((gap): ExchangeGap => ({ ...gap, ask: whomToAsk(roster, gap) }))
  return gapped.toSorted((a, b) => (a.log === b.log ? a.from - b.from : a.log < b.log ? -1 : 1))
}

/**
 * Who may have it need not be who sends it: an upper office knows how far our PCs are and sends nothing of them back, so what this
 * house wrote comes from its other PCs, and what another one wrote from there, or from the house between.
 */
function whomToAsk(roster: Roster, { house, at }: Omit<ExchangeGap, 'ask'>): string | null {
  const own = roster.house
  const hasOthers = roster.pcsOf(own).some((pc) => pc !== roster.pc)
  if (house === own || at === own) return hasOthers ? own : null
  let direct = house
  for (let via = direct; via !== null; via = roster.houses.get(via)?.via ?? null) direct = via
  return direct ?? at
}

const lastHere = ({ replica }: Holding, log: LogId): number => (replica.logs.get(log)?.ids.length ?? 1) - 1

function lastFrom(records: readonly BundleRecord[]): Map<string, BundleRecord> {
  const out = new Map<string, BundleRecord>()
  for (const record of records) if (record.direction === 'in') out.set(record.pc, record)
  return out
}

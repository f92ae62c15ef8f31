/** 文件交换 as its first page shows it: who we are, how things stand with each house, what lies in the inbox. */
import { userName } from '#core/book/book.ts'
import { bundleRecords, recordsByPeer, type BundleRecord } from '#core/exchange/export/bundle-records.ts'
import { downwardLogs, planLeaving } from '#core/exchange/export/plan-export.ts'
import { PROFILES_FOR } from '#core/exchange/export/profile-contents.ts'
import { exchangeGaps } from '#core/exchange/import/exchange-gaps.ts'
import { covers, peerExchange } from '#core/exchange/import/peer-state.ts'
import { lettersByHouse } from '#core/exchange/letters/letter-states.ts'
import type { FolderHost } from '#core/host/host.ts'
import type { Gap } from '#core/kernel/replica.ts'
import type { PeerKind, Profile } from '#core/peer/codes.ts'
import { inSteps } from './in-steps.ts'
import { missingBlobs } from './exchange-blobs.ts'
import { houseNamed, shortOf, type ExchangeNow } from './exchange-now.ts'
import type { BundleLine, ExchangeHome, FileMoment, GapLine, PeerLine } from './exchange-shapes.ts'

/** `waiting`: what the files in the waiting room were found to wait for. */
export async function exchangeHome(host: FolderHost, now: ExchangeNow, waiting: readonly Gap[]): Promise<ExchangeHome> {
  const { own, trust, identity, ready } = now
  const [listed, peers] = await Promise.all([host.listInbox(), inSteps(peerLines(now, waiting))])
  const inBox = (box: string): number => (listed.ok ? listed.value.filter((file) => file.box === box).length : 0)
  const hasOtherPcs = trust.pcsOf(own.house).some((pc) => pc !== identity.pc)
  return {
    house: { id: own.house, name: own.name, code: own.code, short: own.short },
    pc: identity.pc,
    pcName: trust.nameOf(identity.pc),
    keysInUse: peers.length > 0,
    peers,
    inbox: {
      fresh: inBox('new'),
      waiting: inBox('waiting'),
      aside: inBox('aside'),
      quarantine: inBox('quarantine'),
    },
    blobsMissing: hasOtherPcs ? (await missingBlobs(host, ready.state.book.replica)).length : 0,
  }
}

function* peerLines(now: ExchangeNow, waiting: readonly Gap[]): Generator<void, PeerLine[]> {
  const { own, trust, identity } = now
  const records = bundleRecords(now.source)
  const once: Once = {
    gaps: gapsByHouse(now, records, waiting),
    records: recordsByPeer(records),
    letters: lettersByHouse(now.source),
    downward: downwardLogs(now.source, trust),
  }
  yield
  const out: PeerLine[] = []
  const others = trust.pcsOf(own.house).filter((pc) => pc !== identity.pc)
  if (others.length > 0) out.push(lineOf(now, own.house, 'own', once))
  // A house that another one vouches for is reached through that one.
  for (const known of trust.houses.values()) {
    if (known.house === own.house || known.via !== null || known.left !== '') continue
    out.push(lineOf(now, known.house, known.kind, once))
    yield
  }
  return out
}

const usualProfile = (kind: PeerKind): Profile => PROFILES_FOR[kind][0]!

/** What all lines share: found once, however many houses there are. */
type Once = {
  readonly gaps: ReadonlyMap<string, number>
  readonly records: ReadonlyMap<string, readonly BundleRecord[]>
  readonly letters: ReturnType<typeof lettersByHouse>
  readonly downward: ReturnType<typeof downwardLogs>
}

function lineOf(now: ExchangeNow, house: string, kind: PeerKind, once: Once): PeerLine {
  const { trust, identity, source } = now
  const records = once.records.get(house) ?? []
  const logs = kind === 'below' ? once.downward : source.replica.logs
  const plan = planLeaving(source, trust, house, usualProfile(kind), records, logs)
  const exchange = peerExchange(trust, records, house, now.now)
  const unsaid = kind === 'own' ? ownRecords(now, house, records) : 0
  const fresh = Math.max(0, plan.fresh - unsaid)
  const letters = kind === 'own' ? [] : (once.letters.get(house) ?? [])
  const sentLetters = new Set(records.flatMap((one) => (one.direction === 'out' && one.peer === house ? (one.letters ?? []) : []))) // prettier-ignore
  const isNew = fresh > 0 || letters.some(({ id }) => !sentLetters.has(id))
  const { name, short } = houseNamed(now, house)!
  return {
    peer: house,
    kind,
    name,
    short,
    profiles: PROFILES_FOR[kind],
    pcs: trust.pcsOf(house).filter((pc) => pc !== identity.pc).length,
    // Late is late, also when there is more to send by now.
    state: isNew && exchange.state !== 'unconfirmed' ? 'new' : exchange.state,
    fresh,
    unconfirmed: Math.max(0, plan.events - plan.fresh),
    since: exchange.unconfirmed[0]?.at ?? null,
    lastOut: momentOfRecord(exchange.lastOut),
    lastIn: momentOfRecord(exchange.lastIn),
    confirmedAt: exchange.confirmedBy?.at ?? null,
    gaps: once.gaps.get(house) ?? 0,
    letters: letters.length,
  }
}

/**
 * The records of what went to and fro are events as well: they ride along with the next hand-over, and alone are no reason for
 * one (each would make the next).
 */
function ownRecords({ source, identity }: ExchangeNow, house: string, records: readonly BundleRecord[]): number {
  const log = `${identity.pc}/private`
  let sent = 0
  for (const one of records)
    if (one.direction === 'out' && one.peer === house) sent = Math.max(sent, one.logs?.[log]?.[1] ?? 0)
  let count = 0
  for (const { id } of records)
    for (const write of source.replica.entities.get(id)?.writes ?? [])
      if (write.log === log && write.n > sent) count += 1
  return count
}

const momentOfRecord = (record: BundleRecord | null): FileMoment | null =>
  record && { bundle: record.bundle, at: record.at, file: record.file ?? '' }

function gapsByHouse(
  { source, trust }: ExchangeNow,
  records: readonly BundleRecord[],
  waiting: readonly Gap[],
): Map<string, number> {
  const out = new Map<string, number>()
  for (const { ask } of exchangeGaps(source, trust, records, waiting))
    if (ask !== null) out.set(ask, (out.get(ask) ?? 0) + 1)
  return out
}

/** 收发记录, newest first; of one house when named. */
export function bundleLines(now: ExchangeNow, peer: string | null): BundleLine[] {
  const { book } = now.ready.state
  const records = bundleRecords(now.source)
  const theirs = new Map<string, BundleRecord[]>()
  for (const one of records) if (one.direction === 'in') theirs.set(one.peer, [...(theirs.get(one.peer) ?? []), one])
  return records
    .filter((one) => peer === null || one.peer === peer)
    .toReversed()
    .map((one) => ({
      id: one.id,
      short: shortOf(one.bundle),
      direction: one.direction,
      peer: one.peer,
      peerName: nameOf(now, one.peer),
      profile: one.profile ?? 'receipt',
      at: one.at,
      file: one.file ?? '',
      bytes: one.bytes ?? 0,
      sha256: one.sha256 ?? '',
      events: one.counts?.events ?? eventsIn(one),
      letters: one.letters?.length ?? 0,
      counts: one.counts ?? null,
      confirmed: one.direction === 'out' && (theirs.get(one.peer) ?? []).some((other) => covers(other, one)),
      by: one.by ? userName(book, one.by) : '',
    }))
}

/** Of one that went out only the ranges are written down. */
const eventsIn = ({ logs }: BundleRecord): number =>
  Object.values(logs ?? {}).reduce((sum, [from, to]) => sum + to - from + 1, 0)

const nameOf = (now: ExchangeNow, house: string): string =>
  houseNamed(now, house)?.name ?? now.trust.houses.get(house)?.name ?? ''

/** 缺件, and how many events wait for each. */
export function gapLines(
  now: ExchangeNow,
  waiting: readonly { readonly gap: Gap; readonly held: number }[],
): GapLine[] {
  const { source, trust } = now
  const records = bundleRecords(source)
  const held = new Map<string, number>()
  for (const { gap, held: count } of waiting) held.set(gap.log, (held.get(gap.log) ?? 0) + count)
  return exchangeGaps(
    source,
    trust,
    records,
    waiting.map(({ gap }) => gap),
  ).map(({ log, from, to, pc, house, ask }) => ({
    log,
    from,
    to,
    peer: ask ?? '',
    peerName: nameOf(now, ask ?? house ?? ''),
    pcName: trust.nameOf(pc),
    held: held.get(log) ?? 0,
  }))
}

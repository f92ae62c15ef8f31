/** What the screens ask about the upper office: its stations, what arrived from them, letters, what is published downwards. */
import { readCase } from '#core/book/book.ts'
import { namesAnywhere, namesInText } from '#core/book/names-in-text.ts'
import { houseOf } from '#core/book/station-of.ts'
import { actsOf } from '#core/case-file/case-file.ts'
import { consentFor } from '#core/case-file/orders.ts'
import { SENT_FIELDS } from '#core/case-file/referral-codes.ts'
import { sendable } from '#core/case-file/sent-fields.ts'
import { serviceTypeOf } from '#core/case-file/status.ts'
import { bundleRecords, recordsByPeer, type BundleRecord } from '#core/exchange/export/bundle-records.ts'
import { coverageOf } from '#core/exchange/import/coverage.ts'
import { exchangeGaps } from '#core/exchange/import/exchange-gaps.ts'
import { peerExchange } from '#core/exchange/import/peer-state.ts'
import type { LetterStands } from '#core/exchange/letters/letter-states.ts'
import type { KnownHouse } from '#core/exchange/trust/trust.ts'
import { entityType, isAddressed, pcOfLog, scopeOfLog } from '#core/kernel/event.ts'
import { epochOf, momentOf, type Moment } from '#core/lib/time.ts'
import { settingsOf } from '#core/station/settings.ts'
import type { Asking } from './asking.ts'
import { FIRST_CLOSED, type CaseTable } from './case-table.ts'
import { exchangeNow, houseNamed, type ExchangeNow } from './exchange-now.ts'
import { inSteps } from './in-steps.ts'
import { isLate, letterPage, lettersIn, letterView } from './letters-list.ts'
import {
  type CoverageLine,
  type LetterPage,
  type LetterQuery,
  type LetterView,
  type PublishPage,
  type StationChoice,
  type StationLine,
  type StationsPage,
  type TransferCase,
} from './stations-shapes.ts'

export type StationsQuestions = {
  /** Null when locked meanwhile. */
  stations(): Promise<StationsPage | null>
  stationChoices(): Promise<readonly StationChoice[]>
  /** Beside figures by station: what of each house below is here; at a station none. */
  stationCoverage(): Promise<readonly CoverageLine[]>
  letters(query: LetterQuery): Promise<LetterPage>
  letter(id: string): Promise<LetterView | null>
  /** What each of these cases could tell the upper office; values included: this is the station's own screen. */
  transferCases(ids: readonly string[]): Promise<readonly TransferCase[]>
  /** uuid and name of the upper office that letters can go to; null when none is connected. */
  upperOffice(): Promise<StationChoice | null>
  publishing(): Promise<PublishPage | null>
  /** Names and numbers in words that are about to leave: of the case's own people; of anybody known here where `about` is ''. */
  namesIn(about: string, text: string): Promise<readonly string[]>
}

export function stationsQuestions(asking: Asking): StationsQuestions {
  const { ready, parts } = asking
  const now = (): Promise<ExchangeNow | null> => exchangeNow(asking)
  const bookNow = async () => (await ready()).state.book
  return {
    stations: async () => {
      const at = await now()
      return at && inSteps(stationsPage(at))
    },
    stationChoices: async () => {
      const at = await now()
      return at ? belowOf(at).map(({ house }) => ({ house, name: nameOf(at, house) })) : []
    },
    stationCoverage: async () => {
      const at = await now()
      return at ? inSteps(coverageLines(at)) : []
    },
    letters: async (query) => letterPage(await bookNow(), query, momentNow()),
    letter: async (id) => letterView(await bookNow(), id, momentNow()),
    transferCases: async (ids) => {
      const at = await now()
      if (!at) return []
      const { book } = at.ready.state
      const upper = upperOf(at)
      return ids.flatMap((id) => {
        const file = readCase(book, id)
        if (!file) return []
        const holds = sendable(file)
        const { number = '', title = '', requestKind = 'help' } = file.fields
        const results = actsOf(file.acts, 'transfer-result')
        return [
          {
            id,
            number,
            title,
            requestKind,
            serviceType: serviceTypeOf(file),
            holds: Object.fromEntries(SENT_FIELDS.flatMap((field) => (holds[field] === '' ? [] : [[field, holds[field]]]))), // prettier-ignore
            consented: upper ? (consentFor(file.acts, `peer:${upper.house}`)?.fields ?? []) : [],
            isOpen: actsOf(file.acts, 'transfer').some((one) => !results.some(({ transfer }) => transfer === one.id)),
          },
        ]
      })
    },
    upperOffice: async () => {
      const at = await now()
      if (!at) return null
      const upper = upperOf(at)
      return upper ? { house: upper.house, name: nameOf(at, upper.house) } : null
    },
    namesIn: async (about, text) => {
      const book = await bookNow()
      return about === '' ? inSteps(namesAnywhere(book, text)) : namesInText(book, about, text)
    },
    publishing: async () => {
      const at = await now()
      return at && inSteps(publishPage(at))
    },
  }

  function momentNow(): Moment {
    return momentOf(parts.clock())
  }
}

const belowOf = ({ trust }: ExchangeNow) =>
  [...trust.houses.values()].filter(({ kind, left }) => kind === 'below' && left === '')

const upperOf = ({ trust }: ExchangeNow) =>
  [...trust.houses.values()].find(({ kind, via, left }) => kind === 'upper' && via === null && left === '')

const nameOf = (now: ExchangeNow, house: string): string => houseNamed(now, house)?.name ?? ''

type Counted = { cases: number; open: number; overdue: number }

/** Cases by house, in one walk over the columns: 1,000,000 rows take some 20 ms. */
function countByHouse(now: ExchangeNow, table: CaseTable): Map<string, Counted> {
  const { book } = now.ready.state
  const at = epochOf(now.now)
  const { codes, words } = table.words.pc
  const counts = words.map((): Counted => ({ cases: 0, open: 0, overdue: 0 }))
  for (let row = 0; row < table.count; row++) {
    const count = counts[codes[row]!]!
    count.cases += 1
    if (table.status[row]! >= FIRST_CLOSED) continue
    count.open += 1
    if (table.due[row]! < at) count.overdue += 1
  }
  const out = new Map<string, Counted>()
  words.forEach((pc, code) => {
    const house = houseOf(book, pc ?? '')
    const sum = out.get(house) ?? { cases: 0, open: 0, overdue: 0 }
    out.set(house, {
      cases: sum.cases + counts[code]!.cases,
      open: sum.open + counts[code]!.open,
      overdue: sum.overdue + counts[code]!.overdue,
    })
  })
  return out
}

function* stationsPage(now: ExchangeNow): Generator<void, StationsPage> {
  const { trust, source, ready } = now
  const { book, table } = ready.state
  const records = bundleRecords(source)
  const counted = countByHouse(now, table)
  yield
  const lineOf = coverageLine(now, records)
  yield
  const byPeer = recordsByPeer(records)
  const letters = new Map<string, LetterStands[]>()
  for (const one of lettersIn(book).all) {
    const { peer } = one.letter
    letters.set(peer, [...(letters.get(peer) ?? []), one])
  }
  const rows: StationLine[] = []
  for (const known of belowOf(now)) {
    const { house, via } = known
    const own = houseNamed(now, house)
    const theirs = letters.get(house) ?? []
    const ours = theirs.filter(({ letter, dueAt, state }) => letter.direction === 'out' && dueAt !== null && state !== 'answered') // prettier-ignore
    rows.push({
      ...lineOf(known),
      code: own?.code ?? known.code,
      short: own?.short ?? known.short,
      via: via === null ? '' : nameOf(now, via),
      ...(counted.get(house) ?? { cases: 0, open: 0, overdue: 0 }),
      state: via === null ? peerExchange(trust, byPeer.get(house) ?? [], house, now.now).state : null,
      letters: {
        toDo: theirs.filter(({ state }) => state === 'to-do').length,
        open: ours.length,
        late: ours.filter((one) => isLate(one, now.now)).length,
        notThere: theirs.filter(({ state }) => state === 'waiting' || state === 'sent').length,
      },
    })
    yield
  }
  return {
    kind: settingsOf(source).officeKind,
    rows: rows.toSorted((a, b) => compare(a.code, b.code) || compare(a.short, b.short) || compare(a.house, b.house)),
    fresh: rows.filter(({ fresh }) => fresh === 'fresh').length,
    missing: rows.reduce((sum, row) => sum + row.missing, 0),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** 200 houses below: one walk over the records and one over what others said they have. */
function coverageLine(now: ExchangeNow, records: readonly BundleRecord[]): (of: KnownHouse) => CoverageLine {
  const { trust, source } = now
  const coverage = coverageOf(trust, records, exchangeGaps(source, trust, records, []), now.now)
  return ({ house, name }) => {
    const { last, ...rest } = coverage(house)
    const lastIn = last && { bundle: last.bundle, at: last.at, file: last.file ?? '' }
    return { house, name: houseNamed(now, house)?.name ?? name, lastIn, ...rest }
  }
}

function* coverageLines(now: ExchangeNow): Generator<void, readonly CoverageLine[]> {
  const below = belowOf(now)
  if (below.length === 0) return []
  const records = bundleRecords(now.source)
  yield
  return below.map(coverageLine(now, records))
}

/** Entity types of which something is for everybody below, as far as this office wrote any. */
function* publishPage(now: ExchangeNow): Generator<void, PublishPage> {
  const { source, trust, ready } = now
  const { book } = ready.state
  const records = bundleRecords(source)
  const direct = belowOf(now).filter(({ via }) => via === null)
  const sent = sentOfEach(records, direct.map(({ house }) => house)) // prettier-ignore
  yield
  const counts = new Map<string, { all: number; fresh: number }>()
  let read = 0
  for (const [id, entity] of book.replica.entities) {
    if (++read % 2_000 === 0) yield
    const type = entityType(id)
    // Who we are and which PCs we have goes along with every file, and is nothing that anybody publishes.
    if (type === 'device' || type === 'station') continue
    let isOurs = false
    let isFresh = false
    for (const { log, n } of entity.writes) {
      if (scopeOfLog(log) !== 'directory' || isAddressed(log) || trust.houseOf(pcOfLog(log)) !== trust.house) continue
      isOurs = true
      if (n > (sent.get(log) ?? 0)) isFresh = true
    }
    if (!isOurs) continue
    const count = counts.get(type) ?? { all: 0, fresh: 0 }
    counts.set(type, { all: count.all + 1, fresh: count.fresh + (isFresh ? 1 : 0) })
  }
  const byPeer = recordsByPeer(records)
  const behind = direct.filter(({ house }) => peerExchange(trust, byPeer.get(house) ?? [], house, now.now).state !== 'confirmed') // prettier-ignore
  return {
    lines: [...counts]
      .map(([of, count]) => ({ of, ...count }))
      .toSorted((a, b) => b.all - a.all || (a.of < b.of ? -1 : 1)),
    houses: direct.length,
    behind: behind.map(({ house }) => ({ house, name: nameOf(now, house) })),
  }
}

/** Log → number up to which every one of these houses was sent it. */
function sentOfEach(records: readonly BundleRecord[], houses: readonly string[]): Map<string, number> {
  const out = new Map<string, number>()
  const byPeer = recordsByPeer(records)
  houses.forEach((house, i) => {
    const mine = new Map<string, number>()
    for (const one of byPeer.get(house) ?? [])
      if (one.direction === 'out')
        for (const [log, [, to]] of Object.entries(one.logs ?? {})) mine.set(log, Math.max(mine.get(log) ?? 0, to))
    for (const log of new Set([...out.keys(), ...mine.keys()]))
      out.set(log, i === 0 ? (mine.get(log) ?? 0) : Math.min(out.get(log) ?? 0, mine.get(log) ?? 0))
  })
  return out
}

/** Every provider and colleague with what the rules over many cases look at, out of the index by row. */
import { entitiesOf, readEntity, type Book } from '#core/book/book.ts'
import { readingOf } from '#core/book/reading.ts'
import { leftIn, agreementOf } from '#core/agreement/order-money.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { dayOf, type Moment } from '#core/lib/time.ts'
import { readServices } from '#core/provider/directory.ts'
import { providerFindings } from '#core/provider/finding.ts'
import { settingsOf } from '#core/station/settings.ts'
import type { BadRating, Doer } from '#core/supervision/rule.ts'
import { doerHits, isJudged, type DoerHit } from '#core/supervision/rules.ts'
import type { CaseTable } from './case-table.ts'
import type { RowFound } from './supervision-index.ts'

/** Hits over many cases that nobody has judged yet. `judged`: what findings on the newest case of a colleague's hit say. */
export function hitsOfDoers(
  book: Book,
  table: CaseTable,
  found: ReadonlyMap<number, RowFound>,
  now: Moment,
  judgedOnCase: (
    id: EntityId,
  ) => readonly { readonly rule?: string | undefined; readonly evidence?: string | undefined }[],
): DoerHit[] {
  const reading = readingOf(book, '')
  const { superviseBadRatings, superviseUsed } = settingsOf(reading)
  const asked = { today: dayOf(now), badRatings: Number(superviseBadRatings), usedPercent: Number(superviseUsed) }
  const judged = new Map<EntityId, { readonly rule?: string | undefined; readonly evidence?: string | undefined }[]>()
  for (const { finding, stands } of providerFindings(reading))
    if (stands.state !== 'withdrawn') judged.set(finding.provider, [...(judged.get(finding.provider) ?? []), finding])
  return doersOf(book, table, found).flatMap((doer) =>
    doerHits(doer, asked)
      .map((hit) => (doer.who.startsWith('user:') ? { ...hit, key: `${hit.key} ${doer.who}` } : hit))
      .filter((hit) => {
        const last = hit.cases.at(-1)
        const own = doer.who.startsWith('user:') ? (last ? judgedOnCase(last) : []) : (judged.get(doer.who) ?? [])
        return !isJudged(hit, own)
      }),
  )
}

function doersOf(book: Book, table: CaseTable, found: ReadonlyMap<number, RowFound>): Doer[] {
  const bad = new Map<EntityId, BadRating[]>()
  const open = new Map<EntityId, EntityId[]>()
  const put = <T>(map: Map<EntityId, T[]>, key: EntityId | null, value: T): void => {
    if (key === null) return
    const list = map.get(key)
    if (list) list.push(value)
    else map.set(key, [value])
  }
  for (const [row, { bad: ratings, services }] of found) {
    for (const one of ratings) {
      put(bad, one.provider, one)
      put(bad, one.handler, one)
    }
    for (const service of services) put(open, service, table.id[row]!)
  }
  const reading = readingOf(book, '')
  const services = new Map<EntityId, Doer['services'][number][]>()
  for (const { id, name, provider, capacityMax } of readServices(reading))
    if (capacityMax !== null && open.has(id))
      put(services, provider, { id, name, most: capacityMax, open: open.get(id)! })
  const agreements = new Map<EntityId, Doer['agreements'][number][]>()
  for (const id of entitiesOf(book, 'agreement')) {
    const agreement = agreementOf(reading, id)
    if (agreement?.provider && readEntity(book, agreement.provider))
      put(agreements, agreement.provider, { id, agreement, left: leftIn(reading, id) })
  }
  const all = new Set([...bad.keys(), ...services.keys(), ...agreements.keys()])
  return [...all].toSorted().map((who) => ({
    who,
    bad: (bad.get(who) ?? []).toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.case < b.case ? -1 : 1)),
    services: services.get(who) ?? [],
    agreements: agreements.get(who) ?? [],
  }))
}

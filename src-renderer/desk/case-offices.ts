/** What a case has to do with the offices above and below. */
import { entitiesOf, readEntity, type Book } from '#core/book/book.ts'
import { sourceOf } from '#core/book/station-of.ts'
import { actsOf, everyAct, type CaseFile } from '#core/case-file/case-file.ts'
import type { Reading } from '#core/case-file/decision.ts'
import type { EntityId } from '#core/kernel/event.ts'
import { nameIn } from '#core/peer/houses.ts'
import { settingsOf } from '#core/station/settings.ts'
import { mayJudge } from '#core/supervision/may-judge.ts'

/** 督办 orders of a case whose answers this office accepts or sends back. */
export function judgedOrders(reading: Reading, file: CaseFile): readonly EntityId[] {
  const orders = actsOf(file.acts, 'supervision-order')
  if (orders.length === 0) return []
  const { isUpperOffice } = settingsOf(reading)
  return orders.flatMap((order) => (mayJudge(reading, file, order, isUpperOffice) ? [order.id] : []))
}

/** An office above that letters can go to. */
export function hasUpper(book: Book): boolean {
  for (const id of entitiesOf(book, 'peer')) {
    const peer = readEntity(book, id)
    if (peer?.['kind'] === 'upper' && !peer['left']) return true
  }
  return false
}

/** Of a consent to a 个案转报: `peer:<uuid>` and what that office is called. */
export const officesIn = (book: Book, file: CaseFile): readonly (readonly [id: string, name: string])[] =>
  actsOf(everyAct(file), 'consent').flatMap(({ provider }) =>
    provider.startsWith('peer:') ? [[provider, nameIn(sourceOf(book), provider.slice('peer:'.length))] as const] : [],
  )

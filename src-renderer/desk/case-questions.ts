/** One case as its page shows it: what it is, what may be done, who could do it. */
import { providerCards, readCase, userName } from '#core/book/book.ts'
import { accountsOf } from '#core/book/accounts-of.ts'
import { readingOf } from '#core/book/reading.ts'
import { stationOfCase } from '#core/book/station-of.ts'
import { catalogueOf } from '#core/book/catalogue-of.ts'
import { neighbourhoodOf, routingOf } from '#core/book/routing-of.ts'
import { actsOf, everyAct, roundNumber } from '#core/case-file/case-file.ts'
import { dueOf } from '#core/case-file/due.ts'
import { ladderTimes } from '#core/case-file/ladder-times.ts'
import { nextCommands, openReferral, road, serviceTypeOf, statusOf } from '#core/case-file/status.ts'
import { limitChoices } from '#core/follow-up/limit-choices.ts'
import { dueAfterPause } from '#core/follow-up/pause-case.ts'
import { momentOf } from '#core/lib/time.ts'
import { limitRules } from '#core/limits/limit-rules.ts'
import { shortened } from '#core/routing/ranking.ts'
import { withoutRatings } from '#core/revisit/hidden-rating.ts'
import { settingsOf } from '#core/station/settings.ts'
import type { Asking } from './asking.ts'
import { hasUpper, judgedOrders, officesIn } from './case-offices.ts'
import type { CaseView } from './shapes.ts'
import type { DeskState } from './state.ts'
import { viewerOf } from './viewer.ts'
import { isOneHanded } from './views.ts'

export type CaseQuestions = {
  caseView(id: string): Promise<CaseView | null>
  /** As `caseView`, for a paper that is handed over: never shown on a screen (see services/counter-desk.ts). */
  paperView(id: string): Promise<CaseView | null>
}

export function caseQuestions({ ready, parts }: Asking): CaseQuestions {
  const view = async (id: string): Promise<CaseView | null> => viewOf((await ready()).state, id, parts.clock())
  return { caseView: view, paperView: view }
}

/** `now`: epoch milliseconds; who is open decides who is recommended. */
function viewOf(state: DeskState, id: string, now: number): CaseView | null {
  const { book } = state
  const whole = readCase(book, id)
  if (!whole) return null
  // How somebody rated it is not for whoever was rated.
  const file = withoutRatings(whole, viewerOf(book), accountsOf(book))
  const serviceType = serviceTypeOf(file)
  const users = new Set(file.acts.map((act) => act.by))
  for (const { act, by } of file.withdrawn) users.add(act.by).add(by)
  if (file.fields.receivedBy) users.add(file.fields.receivedBy)
  for (const { to } of actsOf(everyAct(file), 'assignment')) users.add(to)
  const providers = providerCards(book)
  const reading = readingOf(book, '')
  const station = stationOfCase(book, whole)
  const due = dueOf(file)
  const stands = due.at ?? due.paused?.stood
  const rules = limitRules(reading)
  const routing = routingOf(book, file, momentOf(now), (provider) => state.results.sums.get(provider) ?? null)
  return {
    file,
    ...(station && { station }),
    judges: judgedOrders(reading, whole),
    canTransfer: !station || station.isOwn ? hasUpper(book) : false,
    status: statusOf(whole),
    serviceType,
    round: roundNumber(file),
    road: road(file),
    next: nextCommands(whole),
    openReferral: openReferral(file)?.id ?? null,
    userNames: Object.fromEntries([...users].map((user) => [user, userName(book, user)])),
    providerNames: Object.fromEntries([
      ...providers.map((provider) => [provider.id, provider.name]),
      ...officesIn(book, file),
    ]),
    categoryNames: Object.fromEntries(
      actsOf(everyAct(file), 'classification').flatMap(({ category, at }) => {
        const leaf = catalogueOf(book, at).leaf(category)
        return leaf ? [[category, leaf.name]] : []
      }),
    ),
    oneHanded: isOneHanded(book),
    due,
    ladder: ladderTimes(file, due),
    settings: settingsOf(reading),
    dueIfResumed: due.paused ? dueAfterPause(file, momentOf(now), rules) : null,
    choices: {
      fromNow: limitChoices(momentOf(now), rules),
      afterDue: stands ? limitChoices(stands, rules) : null,
    },
    routing: station?.isOwn === false ? null : routing && shortened(routing),
    neighbourhood: neighbourhoodOf(book, file),
  }
}

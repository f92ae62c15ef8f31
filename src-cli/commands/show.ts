/** One case with everything that happened to it. Who reported (举报) is not shown, here as anywhere. */
import { accountsOf } from '#core/book/accounts-of.ts'
import { readCase, readProvider, userName, type Book } from '#core/book/book.ts'
import { sourceOf } from '#core/book/station-of.ts'
import { roundNumber, type Act, type CaseFile } from '#core/case-file/case-file.ts'
import { nextCommands, road, serviceTypeOf, statusOf } from '#core/case-file/status.ts'
import { entityType, scopeOfLog, type EntityId, type StoredEvent } from '#core/kernel/event.ts'
import { ok } from '#core/lib/result.ts'
import { nameIn } from '#core/peer/houses.ts'
import { codeWords, statusWords } from '#core/reports/code-words.ts'
import { withoutRatings } from '#core/revisit/hidden-rating.ts'
import { refused, type Command } from '../command.ts'
import { findCase } from '../find-case.ts'
import { withStation } from '../open-station.ts'

const USAGE = 'show DIR CASE [--events] --password-file F [--json]'

export const show: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '看一件诉求的全部记录。CASE 是编号，如 S0012-A-2026-00001。--events 加上原始事件。',
    en: 'Shows everything about one case. CASE is its number, such as S0012-A-2026-00001. --events adds the raw events.',
  },
  places: ['DIR', 'CASE'],
  options: { events: 'flag', 'password-file': 'value' },
  async run(given) {
    const word = given.places[1]!
    const all: StoredEvent[] = []
    const keep = given.flag('events') ? (events: readonly StoredEvent[]): void => void all.push(...events) : undefined
    return withStation(
      given,
      USAGE,
      async ({ book, user }) => {
        const id = findCase(book, word)
        const whole = id && readCase(book, id)
        // How somebody rated it is not for whoever was rated, here as anywhere.
        const file = whole && withoutRatings(whole, user, accountsOf(book))
        if (!file) return refused({ code: 'no-such-case', words: { word } })
        const events = given.flag('events') ? { events: eventsOf(all, book, file.id, file !== whole) } : {}
        return ok({ json: { ...caseJson(book, file), ...events }, lines: caseLines(book, file, given.language) })
      },
      keep ? { onEvents: keep } : {},
    )
  },
}

function caseJson(book: Book, file: CaseFile) {
  const { reporterName: _name, reporterPhone: _phone, ...fields } = file.fields
  const serviceType = serviceTypeOf(file)
  return {
    id: file.id,
    number: fields.number ?? '',
    status: statusOf(file),
    serviceType,
    round: roundNumber(file),
    fields: { ...fields, receivedByName: userName(book, fields.receivedBy ?? '') },
    acts: file.acts.map((act) => ({ ...openly(act), ...namesIn(book, act) })),
    withdrawn: file.withdrawn.map(({ act, at, by }) => ({ act: openly(act), at, by, byName: userName(book, by) })),
    road: road(file),
    next: nextCommands(file),
    conflicts: file.conflicts,
  }
}

/** A corrected reporter stays as shut as the reporter. */
function openly(act: Act) {
  if (act.type !== 'correction') return act
  const { confidentialChanges: _shut, ...rest } = act
  return rest
}

function namesIn(book: Book, act: Act): { byName: string; providerName?: string } {
  const provider = act.type === 'referral' ? { providerName: readProvider(book, act.provider)?.name ?? '' } : {}
  return { byName: userName(book, act.by), ...provider }
}

/** Events of the case and its acts in journal order. Payloads of the confidential scope stay shut. */
/** `isHidden`: without what a resident said of whoever looks. */
function eventsOf(all: readonly StoredEvent[], book: Book, id: EntityId, isHidden: boolean) {
  const wanted = new Set([id, ...(book.children.get(id) ?? [])])
  return all
    .filter((event) => wanted.has(event.header.e))
    .map((event) => ({
      id: event.id,
      header: event.header,
      payload: scopeOfLog(event.header.log) === 'confidential' || (isHidden && OF_RATINGS.has(entityType(event.header.e))) ? null : event.fields, // prettier-ignore
    }))
}

const OF_RATINGS: ReadonlySet<string> = new Set(['revisit', 'rating-step'])

function caseLines(book: Book, file: CaseFile, language: 'zh-CN' | 'en'): string[] {
  const words = codeWords(language)
  const {
    number = '',
    title = '',
    requestKind = 'help',
    channel = 'visit',
    receivedAt = '',
    requesterName = '',
    place = '',
    text = '',
  } = file.fields
  const type = serviceTypeOf(file)
  const head = [
    number,
    statusWords(words, statusOf(file), type),
    words.serviceType[type ?? 'undecided'],
    words.requestKind[requestKind],
    words.channel[channel],
  ]
  const acts = file.acts.map((act) =>
    `${act.at.slice(0, 16).replace('T', ' ')}  ${act.type}  ${actWords(book, act)}`.trimEnd(),
  )
  return [
    head.join('  '),
    title,
    [receivedAt.slice(0, 16).replace('T', ' '), requesterName, place].filter(Boolean).join('  '),
    text,
    ...acts,
  ].filter(Boolean)
}

function actWords(book: Book, act: Act): string {
  switch (act.type) {
    case 'classification':
      return [act.serviceType, act.category].filter(Boolean).join(' ')
    case 'referral':
      return [readProvider(book, act.provider)?.name, act.role, act.ground, act.fieldsSent?.join('+'), act.dueAt?.slice(0, 10)].filter(Boolean).join(' ') // prettier-ignore
    case 'referral-step':
      return [act.step, act.reasonCode, act.outcome, act.lateReason, act.note].filter(Boolean).join(' ')
    case 'contact':
      return act.note
    case 'answer':
      return act.content
    case 'closing':
      return [act.outcome, act.refusalReason, act.toldChannel, act.note].filter(Boolean).join(' ')
    case 'order-return':
      return [act.step, act.reasonCode, act.note].filter(Boolean).join(' ')
    case 'child-report':
      return [act.to.join(' '), act.receiver, act.note].filter(Boolean).join(' ')
    case 'assignment':
      return [userName(book, act.to), act.reason].filter(Boolean).join(' ')
    case 'linking':
      return [act.kind, act.of].filter(Boolean).join(' ')
    case 'extension':
      return [
        `${act.was.slice(0, 16)} → ${act.dueAt.slice(0, 16)}`.replaceAll('T', ' '),
        act.approver,
        act.reason,
      ].join('  ')
    case 'pause':
      return [act.reason, act.until?.slice(0, 10), act.note].filter(Boolean).join(' ')
    case 'resume':
      return [act.dueAt?.slice(0, 16).replace('T', ' '), act.note].filter(Boolean).join(' ')
    case 'urging':
      return [act.kind, act.to, act.replyBy.slice(0, 10), act.note].filter(Boolean).join(' ')
    case 'supervision-order':
      return [act.kind, act.trigger, act.from, act.number, act.to, act.dueAt.slice(0, 10), act.demand].filter(Boolean).join(' ') // prettier-ignore
    case 'supervision-answer':
      return [act.step, act.place, act.attendance, act.dueAt?.slice(0, 10), act.note].filter(Boolean).join(' ')
    case 'transfer':
      return [act.to, act.ground, act.fieldsSent.join('+'), act.dueAt.slice(0, 10), act.demand]
        .filter(Boolean)
        .join(' ')
    case 'transfer-result':
      return [act.outcome, act.handledBy, act.note].filter(Boolean).join(' ')
    case 'rectification':
      return [act.step, act.dueAt?.slice(0, 10), act.note].filter(Boolean).join(' ')
    case 'consent':
      return [readProvider(book, act.provider)?.name ?? nameIn(sourceOf(book), act.provider.slice(act.provider.indexOf(':') + 1)), act.fields.join('+'), act.textVersion, act.way, act.givenBy].filter(Boolean).join(' ') // prettier-ignore
    case 'consent-withdrawal':
      return act.note
    case 'objection':
      return [act.reasonCode, act.note].filter(Boolean).join(' ')
    case 'ruling':
      return [act.decision, act.note].filter(Boolean).join(' ')
    case 'gap':
      return [act.serviceType, act.category, act.note].filter(Boolean).join(' ')
    case 'participation':
      return [act.organisation, act.part, act.task].filter(Boolean).join(' ')
    case 'off-list-refusal':
      return [act.demandedBy, act.category, act.basis, act.note].filter(Boolean).join(' ')
    case 'reopening':
      return act.reason
    case 'revisit':
      return [act.grade ?? act.invalidReason, act.words].filter(Boolean).join(' ')
    case 'rating-step':
      return [act.step, act.reasonCode, act.dueAt?.slice(0, 10), act.note].filter(Boolean).join(' ')
    case 'finding':
      return [act.verdict, act.rule, act.dueAt?.slice(0, 10), act.demand].filter(Boolean).join(' ')
    case 'attachment':
      return act.name
    case 'viewing':
      return act.what
    // The fields that were corrected, never the values: a reporter's name is among them.
    case 'correction':
      return [act.sharedChanges, act.privateChanges, act.confidentialChanges]
        .flatMap((changes) => Object.keys(changes ?? {}))
        .join(' ')
  }
}

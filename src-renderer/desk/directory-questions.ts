/** What the screens ask about the directory: the list with what can be filtered, one provider with all its parts, files in and out. */
import { entitiesOf, readEntity, userName, type Book, type ProviderCard } from '#core/book/book.ts'
import { catalogueOn, directoryFacts } from '#core/exchange/directory-facts.ts'
import { directoryContent, type RawDirectory } from '#core/exchange/directory-file.ts'
import { hsdsFile } from '#core/exchange/hsds-export.ts'
import { planDirectory, type DirectoryPlan } from '#core/exchange/plan-directory.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { ledgerIn } from '#core/book/ledger-in.ts'
import { dayOf, momentOf, type Day, type Moment } from '#core/lib/time.ts'
import {
  readAgreements,
  readAll,
  readProviders,
  readServices,
  readSites,
  type DirectoryAgreement,
  type DirectoryProvider,
  type DirectorySite,
  type EntityReading,
} from '#core/provider/directory.ts'
import { ACTIVITY, BLANK_ACTIVITY, type ActivityFields, type SignUpFields } from '#core/provider/activity.ts'
import type { Hours } from '#core/provider/hours.ts'
import { parseHours } from '#core/provider/hours-words.ts'
import { BLANK_MEMBER, MEMBER, type MemberFields } from '#core/provider/member.ts'
import { isOpen, opensNext } from '#core/provider/open-hours.ts'
import { isStale, type ProviderNoteFields } from '#core/provider/provider-note.ts'
import { BLANK_QUALIFICATION, QUALIFICATION, type QualificationFields } from '#core/provider/qualification.ts'
import { SERVICE_REACH, type ServiceReach } from '#core/provider/reach.ts'
import type { ServiceFields } from '#core/provider/service.ts'
import { servedBy, type ServiceTimeFields } from '#core/provider/service-time.ts'
import {
  BLANK_TASK,
  VOLUNTEER_TASK,
  type TaskClaimFields,
  type VolunteerTaskFields,
} from '#core/provider/volunteer-task.ts'
import { termOn } from '#core/agreement/agreement.ts'
import type { Asking } from './asking.ts'

type WithId<T> = T & { readonly id: string }

/** Nothing private is in a row: the list is shown in counter view as it is. */
export type DirectoryRow = Omit<ProviderCard, 'contact' | 'contactPhone'> & {
  /** Null: nobody has said the hours. */
  readonly open: boolean | null
  readonly opensNext: { readonly day: Day; readonly time: string } | null
  readonly serviceCount: number
  readonly categories: readonly string[]
  /** What area words and place names say, for finding. */
  readonly areaText: string
  /** Agreements and qualifications that end within sixty days or are over. */
  readonly ending: number
  /** The last 动态 is six months old. */
  readonly stale: boolean
}

export type ProviderParts = {
  /** Null for 社区能人 and volunteers who belong to no organisation. */
  readonly provider: DirectoryProvider | null
  readonly open: boolean | null
  readonly services: readonly (WithId<ServiceFields> & { readonly minutes: readonly Omit<ServiceReach, 'service'>[] })[]
  readonly sites: readonly DirectorySite[]
  readonly agreements: readonly DirectoryAgreement[]
  readonly qualifications: readonly (WithId<QualificationFields> & { readonly term: DirectoryAgreement['term'] })[]
  /** Newest first; `who`: the clerk's name. */
  readonly notes: readonly (WithId<ProviderNoteFields> & { readonly who: string })[]
  readonly stale: boolean
  /** `minutes`: served in all. */
  readonly members: readonly (WithId<MemberFields> & { readonly minutes: number })[]
  readonly tasks: readonly (WithId<VolunteerTaskFields> & { readonly claims: readonly WithId<TaskClaimFields>[] })[]
  readonly times: readonly WithId<ServiceTimeFields>[]
  readonly activities: readonly (WithId<ActivityFields> & { readonly signUps: readonly WithId<SignUpFields>[] })[]
  /** Names of all members, for claims and sign-ups. */
  readonly memberNames: Readonly<Record<string, string>>
}

export type Choice = { readonly id: string; readonly words: string }
export type DirectoryPreview = Pick<DirectoryPlan, 'counts' | 'problems'>

export type DirectoryQuestions = {
  directoryRows(): Promise<readonly DirectoryRow[]>
  /** '' for people who belong to no organisation. Null for an unknown provider. */
  providerParts(id: string): Promise<ProviderParts | null>
  /** Leaves of the catalogue, `L010101 用电安全隐患`. */
  categoryChoices(language: 'zh' | 'en'): Promise<readonly Choice[]>
  /** What a file would change, and what is wrong with it; nothing is written. */
  previewDirectory(raw: RawDirectory): Promise<DirectoryPreview>
  /** HSDS 3 as JSON, or the workbook. */
  exportDirectory(
    format: 'xlsx' | 'json',
    language: 'zh' | 'en',
  ): Promise<{ readonly bytes: Uint8Array; readonly count: number }>
}

const readingOf = (book: Book): EntityReading => ({
  money: () => ledgerIn(book),
  read: (id) => readEntity(book, id),
  ids: (type) => entitiesOf(book, type),
})

function grouped<T>(list: Iterable<T>, keyOf: (one: T) => string): (key: string) => readonly T[] {
  const map = new Map<string, T[]>()
  for (const one of list) {
    const key = keyOf(one)
    const known = map.get(key)
    if (known) known.push(one)
    else map.set(key, [one])
  }
  return (key) => map.get(key) ?? []
}

/** Entries that nobody checks on the way back: they are only shown. */
const entries = <T>({ read, ids }: EntityReading, type: string): WithId<T>[] =>
  [...ids(type)].flatMap((id) => {
    const fields = read(id)
    return fields ? [{ ...(fields as T), id }] : []
  })

function openness(hours: readonly (Hours | null)[], now: Moment): Pick<DirectoryRow, 'open' | 'opensNext'> {
  const said = hours.map((one) => isOpen(one, now)).filter((one) => one !== null)
  const next = hours.map((one) => opensNext(one, now)).filter((one) => one !== null)
  const first = next.toSorted((a, b) => (`${a.day}${a.time}` < `${b.day}${b.time}` ? -1 : 1))[0]
  return { open: said.length === 0 ? null : said.includes(true), opensNext: first ?? null }
}
const wordsAsHours = (words: string): Hours | null => {
  const read = parseHours(words)
  return read.ok ? read.value : null
}

function rowsOf(book: Book, now: Moment): DirectoryRow[] {
  const reading = readingOf(book)
  const today = dayOf(now)
  const services = grouped(readServices(reading), ({ provider }) => provider)
  const sites = grouped(readSites(reading), ({ provider }) => provider)
  const agreements = grouped(readAgreements(reading, today), ({ provider }) => provider)
  const qualifications = grouped(readAll(reading, 'qualification', QUALIFICATION, BLANK_QUALIFICATION), ({ provider }) => provider) // prettier-ignore
  const notes = grouped(entries<ProviderNoteFields>(reading, 'provider-note'), ({ provider }) => provider)
  const facts = directoryFacts(reading, today)
  return readProviders(reading)
    .map(({ contact: _contact, contactPhone: _phone, ...provider }) => {
      const own = services(provider.id).filter(({ status }) => status === 'active')
      const there = sites(provider.id)
      const hours = [...own, ...there].map((one) => one.hours)
      const terms = [
        ...agreements(provider.id).map(({ term }) => term),
        ...qualifications(provider.id).map((one) => termOn(one, today)),
      ]
      return {
        ...provider,
        ...openness(hours.some(Boolean) ? hours : [wordsAsHours(provider.hours)], now),
        serviceCount: own.length,
        categories: [...new Set(own.flatMap(({ categories }) => categories))],
        areaText: [provider.area, ...own.flatMap((one) => [one.areaWords, ...one.area.map(facts.placeWords)])].filter(Boolean).join('、'), // prettier-ignore
        ending: terms.filter((term) => term === 'ending' || term === 'over').length,
        stale: isStale(lastDay(notes(provider.id)), today),
      }
    })
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
}

const lastDay = (notes: readonly ProviderNoteFields[]): Day | null =>
  notes.reduce<Day | null>(
    (last, { day, withdrawn }) => (withdrawn || (last !== null && last >= day) ? last : day),
    null,
  )

function partsOf(book: Book, id: string, now: Moment): ProviderParts | null {
  const reading = readingOf(book)
  const today = dayOf(now)
  const provider = id === '' ? null : (readProviders(reading).find((one) => one.id === id) ?? null)
  if (id !== '' && !provider) return null
  const own = <T extends { readonly provider: string }>(list: readonly T[]): T[] =>
    list.filter((one) => one.provider === id)
  const services = own(readServices(reading))
  const sites = own(readSites(reading))
  const minutes = grouped(readAll(reading, 'reach', SERVICE_REACH, {}), ({ service }) => service)
  const notes = own(entries<ProviderNoteFields>(reading, 'provider-note'))
  const allMembers = readAll(reading, 'member', MEMBER, BLANK_MEMBER)
  const members = own(allMembers)
  const times = entries<ServiceTimeFields>(reading, 'service-time')
  const served = servedBy(times)
  const claims = grouped(entries<TaskClaimFields>(reading, 'task-claim'), ({ task }) => task)
  const signUps = grouped(entries<SignUpFields>(reading, 'sign-up'), ({ activity }) => activity)
  const ours = new Set(members.map((one) => one.id))
  const hours = [...services, ...sites].map((one) => one.hours)
  const byDay = (a: { readonly day: Day; readonly at: string }, b: typeof a): number =>
    `${a.day}${a.at}` < `${b.day}${b.at}` ? 1 : -1
  return {
    provider,
    open: openness(hours.some(Boolean) || !provider ? hours : [wordsAsHours(provider.hours)], now).open,
    services: services.map((one) => ({ ...one, minutes: minutes(one.id) })),
    sites,
    agreements: own(readAgreements(reading, today)).toSorted((a, b) => (a.to < b.to ? 1 : -1)),
    qualifications: own(readAll(reading, 'qualification', QUALIFICATION, BLANK_QUALIFICATION)).map((one) => ({ ...one, term: termOn(one, today) })), // prettier-ignore
    notes: notes.toSorted(byDay).map((one) => ({ ...one, who: userName(book, one.by) })),
    stale: isStale(lastDay(notes), today),
    members: members.map((one) => ({ ...one, minutes: served.get(one.id) ?? 0 })),
    tasks: own(readAll(reading, 'volunteer-task', VOLUNTEER_TASK, BLANK_TASK)).map((one) => ({ ...one, claims: claims(one.id).filter((claim) => !claim.withdrawn) })), // prettier-ignore
    times: times.filter(({ member }) => ours.has(member)).toSorted(byDay),
    activities: own(readAll(reading, 'activity', ACTIVITY, BLANK_ACTIVITY))
      .toSorted((a, b) => (a.from < b.from ? 1 : -1))
      .map((one) => ({ ...one, signUps: signUps(one.id).filter((each) => !each.withdrawn) })),
    memberNames: Object.fromEntries(allMembers.map((one) => [one.id, one.name])),
  }
}

export const directoryQuestions = ({ ready, parts }: Asking): DirectoryQuestions => {
  const now = (): Moment => momentOf(parts.clock())
  return {
    directoryRows: async () => rowsOf((await ready()).state.book, now()),
    providerParts: async (id) => partsOf((await ready()).state.book, id, now()),
    categoryChoices: async (language) => {
      const { leaves } = catalogueOn(readingOf((await ready()).state.book), dayOf(now()))
      return leaves
        .filter(({ retired }) => !retired)
        .map(({ code, name }) => ({ id: code, words: `${code} ${name[language]}` }))
    },
    previewDirectory: async (raw) => {
      const { counts, problems } = planDirectory(
        readingOf((await ready()).state.book),
        raw,
        dayOf(now()),
        (type) => `${type}:new`,
      )
      return { counts, problems }
    },
    exportDirectory: async (format, language) => {
      const reading = readingOf((await ready()).state.book)
      const content = directoryContent(reading)
      const facts = directoryFacts(reading, dayOf(now()))
      const count = content.providers.length
      if (format === 'json') return { bytes: utf8(`${JSON.stringify(hsdsFile(content, facts), null, 2)}\n`), count }
      // Loaded when somebody wants it.
      const [{ directorySheets }, { writeXlsx }] = await Promise.all([
        import('#core/exchange/directory-sheets.ts'),
        import('#core/sheet/write-sheet.ts'),
      ])
      return { bytes: writeXlsx(directorySheets(content, facts, language)), count }
    },
  }
}

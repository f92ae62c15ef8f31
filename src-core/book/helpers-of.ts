/** Volunteers, party members and 能人 with what they served, out of the book, for letters and certificates. */
import { readAll } from '../provider/directory.ts'
import { BLANK_MEMBER, MEMBER } from '../provider/member.ts'
import { minutesServed, type ServiceTimeFields } from '../provider/service-time.ts'
import { BLANK_TASK, VOLUNTEER_TASK } from '../provider/volunteer-task.ts'
import type { HelperFacts, Served, ServedFor } from '../reports/helper-facts.ts'
import { outgoingWords } from '../reports/outgoing-words.ts'
import { entitiesOf, readEntity, readProvider, type Book } from './book.ts'

/** `residents`: names that must not stand on a paper that leaves the station. */
export function helpersOf(book: Book, residents: ReadonlySet<string>): readonly HelperFacts[] {
  const reading = { read: (id: string) => readEntity(book, id), ids: (type: string) => entitiesOf(book, type) }
  const tasks = new Map(readAll(reading, 'volunteer-task', VOLUNTEER_TASK, BLANK_TASK).map((one) => [one.id, one.kind]))
  const servedFor = (of: string): ServedFor =>
    of.startsWith('activity:') ? 'activity' : of.startsWith('volunteer-task:') ? (tasks.get(of) ?? 'other') : 'other'
  const times = new Map<string, Served[]>()
  for (const id of entitiesOf(book, 'service-time')) {
    const one = readEntity(book, id) as ServiceTimeFields | null
    if (!one || one.withdrawn || !(minutesServed(one) > 0)) continue
    const served = { ...one, what: outgoingWords(one.what, residents), for: servedFor(one.of) }
    times.set(one.member, [...(times.get(one.member) ?? []), served])
  }
  return readAll(reading, 'member', MEMBER, BLANK_MEMBER).map((member) => ({
    id: member.id,
    name: member.name,
    kind: member.kind,
    team: [member.provider && readProvider(book, member.provider)?.name, member.team].filter(Boolean).join(' · '),
    employer: member.from.trim(),
    registeredAt: member.registeredAt,
    leftAt: member.leftAt,
    served: times.get(member.id) ?? [],
  }))
}

/** Of the register and of every request; helpers who are residents too stay named on what is about them. */
export function residentNames(book: Book, requesters: Iterable<{ readonly name: string } | null>): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (name: unknown): void => {
    if (typeof name === 'string' && [...name].length > 1) names.add(name)
  }
  for (const id of entitiesOf(book, 'person')) add(readEntity(book, id)?.['name'])
  for (const requester of requesters) add(requester?.name)
  return names
}

/**
 * A file of the directory against what the station has: which entries are new, which differ, what is wrong. All or nothing:
 * with one problem there is nothing to write.
 */
import type { Draft } from '../kernel/command.ts'
import type { EntityId } from '../kernel/event.ts'
import { entityId, type z } from '../lib/schema.ts'
import type { Day } from '../lib/time.ts'
import type { EntityReading } from '../provider/directory.ts'
import { PROVIDER } from '../provider/fields.ts'
import { hoursProblem, type Hours } from '../provider/hours.ts'
import {
  normalPart,
  plainName,
  serviceProblem,
  siteProblem,
  type PartFacts,
  type PartProblem,
} from '../provider/part-rules.ts'
import { BLANK_SERVICE, SERVICE } from '../provider/service.ts'
import { BLANK_SITE, SITE } from '../provider/site.ts'
import { catalogueOn, categoryNames, placesIn } from './directory-facts.ts'
import {
  BLANK_PUBLIC,
  type FileProblem,
  type FileProblemCode,
  type RawDirectory,
  type RawEntry,
} from './directory-file.ts'
import { uuidOf } from './stable-uuid.ts'

export type DirectoryCounts = { readonly added: number; readonly changed: number; readonly same: number }
export type DirectoryPlan = {
  readonly drafts: readonly Draft[]
  readonly counts: Readonly<Record<'providers' | 'services' | 'sites', DirectoryCounts>>
  /** In the order of the file. */
  readonly problems: readonly FileProblem[]
}

type Values = Readonly<Record<string, unknown>>
type Part = { readonly id: EntityId; readonly before: Values | null; readonly entry: RawEntry; readonly fields: Values }

export function planDirectory(
  reading: EntityReading,
  file: RawDirectory,
  today: Day,
  newId: (type: string) => EntityId,
): DirectoryPlan {
  const problems: FileProblem[] = []
  const drafts: Draft[] = []
  const say = (entry: RawEntry, field: string, code: FileProblemCode, words: unknown = ''): void =>
    void problems.push({ at: entry.at, field, code, words: typeof words === 'string' ? words.slice(0, 60) : '' })

  const catalogue = catalogueOn(reading, today)
  const categoryOf = categoryNames(catalogue)
  const places = placesIn(reading)
  const names = { provider: namesOf(reading, 'provider', () => ''), service: namesOf(reading, 'service', ownerOf), site: namesOf(reading, 'site', ownerOf) } // prettier-ignore

  const sameId = sameIds(reading)
  // Organisations first: the others name them.
  const taken = new Set<EntityId>()
  const seen = (entry: RawEntry, type: string, owner: EntityId): { id: EntityId; before: Values | null } => {
    const name = plainName(String(entry.fields['name'] ?? ''))
    const known = entry.id === '' ? names[type as keyof typeof names].get(`${owner}\n${name}`) : sameId(type, entry.id)
    const id = known ?? (entry.id === '' ? newId(type) : entry.id)
    if (!entityId(type).safeParse(id).success) say(entry, 'id', 'unknown-id', entry.id)
    if (taken.has(id)) say(entry, 'id', 'same-id', String(entry.fields['name'] ?? ''))
    taken.add(id)
    return { id, before: reading.read(id) }
  }

  const providers = file.providers.map((entry): Part => {
    const { id, before } = seen(entry, 'provider', '')
    return { id, before, entry, fields: entry.fields }
  })
  for (const part of providers) {
    const name = `\n${plainName(String(part.fields['name'] ?? part.before?.['name'] ?? ''))}`
    if (!names.provider.has(name)) names.provider.set(name, part.id)
  }
  const providerIds = new Set([...reading.ids('provider'), ...providers.map(({ id }) => id)])
  const byUuid = new Map([...providerIds].map((id) => [uuidOf(id), id]))
  const providerOf = (entry: RawEntry): EntityId => {
    const said = String(entry.fields['provider'] ?? '')
    const found = providerIds.has(said)
      ? said
      : (byUuid.get(uuidOf(said)) ?? names.provider.get(`\n${plainName(said)}`))
    if (found === undefined) say(entry, 'provider', said === '' ? 'needed' : 'unknown-provider', said)
    return found ?? ''
  }

  const owned = (type: 'service' | 'site', list: readonly RawEntry[]): (Part & { readonly owner: EntityId })[] =>
    list.flatMap((entry) => {
      const owner = providerOf(entry)
      if (owner === '') return []
      return [{ ...seen(entry, type, owner), entry, owner, fields: { ...entry.fields, provider: owner } }]
    })
  const services = owned('service', file.services)
  const serviceOwner = new Map<EntityId, EntityId>()
  for (const id of reading.ids('service')) serviceOwner.set(id, String(reading.read(id)?.['provider'] ?? ''))
  for (const { id, owner } of services) serviceOwner.set(id, owner)
  for (const { id, owner, entry } of services)
    names.service.set(`${owner}\n${plainName(String(entry.fields['name'] ?? ''))}`, id)
  const sites = owned('site', file.sites)

  const facts: Omit<PartFacts, 'taken'> = {
    today,
    knowsProvider: (id) => providerIds.has(id),
    knowsCategory: (code) => catalogue.leaf(code) !== undefined,
    knowsPlace: (id) => places().tree.get(id) !== undefined,
    providerOf: (id) => serviceOwner.get(id) ?? null,
  }

  const write = <S extends z.ZodObject>(
    type: string,
    parts: readonly Part[],
    schema: S,
    blank: Values,
    rule: (fields: z.output<S>) => PartProblem | null,
  ): DirectoryCounts => {
    const counts = { added: 0, changed: 0, same: 0 }
    for (const { id, before, entry, fields } of parts) {
      const said = normalPart(fields)
      const whole = schema.safeParse({ ...blank, ...before, ...said })
      if (!whole.success) {
        for (const { path } of whole.error.issues.slice(0, 3)) {
          const field = String(path[0] ?? '')
          const value = said[field]
          const bad = field === 'hours' && value ? hoursProblem(value as Hours) : null
          say(entry, field, value === undefined || value === '' ? 'needed' : (bad?.code ?? 'wrong-value'), bad?.words ?? value) // prettier-ignore
        }
        continue
      }
      const found = rule(whole.data)
      if (found) {
        const bad = found.field === 'hours' ? hoursProblem((whole.data as { hours: Hours }).hours) : null
        say(entry, found.field, found.code, bad?.words ?? (whole.data as Values)[found.field])
        continue
      }
      const after = before ? Object.fromEntries(Object.keys(said).map((field) => [field, (whole.data as Values)[field]])) : (whole.data as Values) // prettier-ignore
      const changed = Object.entries(after).filter(([field, value]) => differs(before ?? {}, field, value, blank))
      if (!before) counts.added += 1
      else if (changed.length > 0) counts.changed += 1
      else counts.same += 1
      const wanted = before ? Object.fromEntries(changed) : after
      if (!before || changed.length > 0) drafts.push({ entity: id, kind: `${type}-${before ? 'changed' : 'entered'}`, fields: wanted }) // prettier-ignore
    }
    return counts
  }

  const blankProvider = { ...BLANK_PUBLIC, contact: '' }
  const counts = {
    providers: write('provider', providers, PROVIDER, blankProvider, () => null),
    services: write('service', services.map((part) => ({ ...part, fields: resolvedService(part) })), SERVICE, BLANK_SERVICE, twice('service', serviceProblem)), // prettier-ignore
    sites: write('site', sites.map((part) => ({ ...part, fields: resolvedSite(part) })), SITE, BLANK_SITE, twice('site', siteProblem)), // prettier-ignore
  }
  return { drafts: problems.length > 0 ? [] : drafts, counts, problems }

  /** The rule, with the names that other entries of the file and of the station have taken. */
  function twice<T extends { readonly provider: string; readonly name: string }>(
    type: 'service' | 'site',
    rule: (fields: T, facts: PartFacts) => PartProblem | null,
  ): (fields: T) => PartProblem | null {
    const inFile = new Set((type === 'service' ? services : sites).map(({ id }) => id))
    const used = new Map<string, Set<string>>()
    for (const id of reading.ids(type)) {
      if (inFile.has(id)) continue
      const values = reading.read(id)
      const owner = String(values?.['provider'] ?? '')
      used.set(owner, (used.get(owner) ?? new Set()).add(plainName(String(values?.['name'] ?? ''))))
    }
    return (fields) => {
      const others = used.get(fields.provider) ?? new Set<string>()
      used.set(fields.provider, others)
      const found = rule(fields, { ...facts, taken: others })
      others.add(plainName(fields.name))
      return found
    }
  }

  function resolvedService({ entry, fields }: Part): Values {
    const said: Record<string, unknown> = { ...fields }
    if (Array.isArray(fields['categories']))
      said['categories'] = (fields['categories'] as unknown[]).flatMap((one) => {
        const word = String(one)
        const code = catalogue.leaf(word) ? word : categoryOf(word)
        if (code === undefined) say(entry, 'categories', 'unknown-category', word)
        return code ?? []
      })
    if (Array.isArray(fields['area'])) said['area'] = placeIds(entry, 'area', fields['area'] as unknown[])
    return said
  }

  function resolvedSite({ entry, fields }: Part): Values {
    const said: Record<string, unknown> = { ...fields }
    const owner = String(fields['provider'])
    if (Array.isArray(fields['services']))
      said['services'] = (fields['services'] as unknown[]).flatMap((one) => {
        const word = String(one)
        const id = serviceOwner.has(word) ? word : names.service.get(`${owner}\n${plainName(word)}`)
        if (id === undefined) say(entry, 'services', 'unknown-service', word)
        return id ?? []
      })
    const { place } = fields
    if (typeof place === 'string' && place !== '') said['place'] = placeIds(entry, 'place', [place])[0] ?? ''
    return said
  }

  function placeIds(entry: RawEntry, field: string, words: readonly unknown[]): EntityId[] {
    return words.flatMap((one) => {
      const word = String(one)
      const id = places().tree.get(word) ? word : places().byWords(word)
      if (id === undefined) say(entry, field, 'unknown-place', word)
      return id ?? []
    })
  }
}

/** A field that is blank either way is no difference: older entries do not have it. */
function differs(before: Values, field: string, value: unknown, blank: Values): boolean {
  const was = Object.hasOwn(before, field) && before[field] !== undefined ? before[field] : blank[field]
  return JSON.stringify(value) !== JSON.stringify(was)
}

const ownerOf = (values: Values): string => String(values['provider'] ?? '')

/** `owner\nname` → id; of two of one name the first. */
function namesOf({ read, ids }: EntityReading, type: string, owner: (values: Values) => string): Map<string, EntityId> {
  const names = new Map<string, EntityId>()
  for (const id of ids(type)) {
    const values = read(id)
    const key = values && `${owner(values)}\n${plainName(String(values['name'] ?? ''))}`
    if (key !== null && !names.has(key)) names.set(key, id)
  }
  return names
}

/** The entity that is meant: this id, or one whose UUID in an export is this one. Made once a type: a file may have 20,000. */
function sameIds({ read, ids }: EntityReading): (type: string, id: EntityId) => EntityId | undefined {
  const made = new Map<string, ReadonlyMap<string, EntityId>>()
  return (type, id) => {
    if (read(id)) return id
    let byUuid = made.get(type)
    if (!byUuid) made.set(type, (byUuid = new Map([...ids(type)].map((one) => [uuidOf(one), one]))))
    return byUuid.get(uuidOf(id))
  }
}

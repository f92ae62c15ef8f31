/**
 * What leaves and comes in with a directory: organisations, their services and places of service. Only fields of scope
 * `directory` are in it, so a contact person, members, agreements and 动态 never leave (part-scopes hold it, a test too).
 */
import type { RefusalCode } from '../case-file/decision.ts'
import type { EntityId } from '../kernel/event.ts'
import type { EntityReading } from '../provider/directory.ts'
import {
  readProviders,
  readServices,
  readSites,
  type DirectoryProvider,
  type DirectorySite,
} from '../provider/directory.ts'
import { PROVIDER_SCOPES, type ProviderFields } from '../provider/fields.ts'
import { sortedHours } from '../provider/hours.ts'
import type { ServiceFields } from '../provider/service.ts'
import type { SiteFields } from '../provider/site.ts'

export type PublicProvider = {
  readonly [F in Exclude<keyof ProviderFields, 'contact' | 'contactPhone'>]-?: NonNullable<ProviderFields[F]>
}

/** What a provider says when nothing was said. */
export const BLANK_PUBLIC: Omit<PublicProvider, 'name' | 'kind' | 'phone' | 'serviceType'> = {
  funding: '',
  services: '',
  reach: [],
  hours: '',
  area: '',
  publicContact: '',
  role: '',
  standings: [],
  creditCode: '',
  stopped: false,
}

export type DirectoryContent = {
  readonly providers: readonly ({ readonly id: EntityId } & PublicProvider)[]
  readonly services: readonly ({ readonly id: EntityId } & ServiceFields)[]
  readonly sites: readonly ({ readonly id: EntityId } & SiteFields)[]
}

const byName = (a: { readonly name: string; readonly id: string }, b: typeof a): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1

/** Everything of the directory, in an order of its own, so that the same directory is the same file. */
export function directoryContent(reading: EntityReading): DirectoryContent {
  const providers = readProviders(reading).map(publicProvider).toSorted(byName)
  const place = new Map(providers.map(({ id }, i) => [id, i]))
  const parts = <T extends { readonly provider: string; readonly name: string; readonly id: string }>(
    list: readonly T[],
  ): T[] =>
    list
      .filter(({ provider }) => place.has(provider))
      .toSorted((a, b) => place.get(a.provider)! - place.get(b.provider)! || byName(a, b))
  return {
    providers,
    services: parts(readServices(reading)).map((one) => ({ ...one, hours: one.hours && sortedHours(one.hours) })),
    sites: parts<DirectorySite>(readSites(reading)).map((one) => ({
      ...one,
      hours: one.hours && sortedHours(one.hours),
    })),
  }
}

export function publicProvider(provider: DirectoryProvider): { readonly id: EntityId } & PublicProvider {
  const known = Object.entries(provider).filter(
    ([field, value]) => value !== undefined && PROVIDER_SCOPES[field as keyof ProviderFields] === 'directory',
  )
  return { ...BLANK_PUBLIC, ...Object.fromEntries(known), id: provider.id } as {
    readonly id: EntityId
  } & PublicProvider
}

/**
 * One entry of a file, before anybody has looked whether it fits. A field that the file does not have is absent, and leaves
 * what the station knows alone. References are ids, or words that the station is asked about: the name of a provider or
 * service, the address of a place, the name of a category.
 */
export type RawEntry = {
  /** '' when the file names none: found by name, else new. */
  readonly id: EntityId | ''
  /** Where it stands: `单位 3` (sheet and row), `services[4]`. */
  readonly at: string
  readonly fields: Readonly<Record<string, unknown>>
}
export type RawDirectory = {
  readonly providers: readonly RawEntry[]
  /** `provider`, `categories`, `area` may hold words. */
  readonly services: readonly RawEntry[]
  /** `provider`, `services`, `place` may hold words. */
  readonly sites: readonly RawEntry[]
}

/** Something that is wrong with a file: nothing of it is taken in. `words`: what stands there, for the sentence. */
export type FileProblem = {
  readonly at: string
  readonly field: string
  readonly code: FileProblemCode
  readonly words: string
}
/** To add one: here, and its sentence in the texts. Codes of refusals are sentences already. */
export type FileProblemCode =
  | RefusalCode
  | 'needed' // a required field is empty
  | 'wrong-value'
  | 'unknown-provider'
  | 'unknown-service'
  | 'unknown-id' // of another type, or not one of ours
  | 'same-id' // twice in the file
  | 'schedule-unknown' // neither weekly nor dated

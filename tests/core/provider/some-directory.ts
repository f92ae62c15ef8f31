/** Directories of every shape, for properties. */
import fc from 'fast-check'
import { FUNDING_MODES, PROVIDER_KINDS, PROVIDER_ROLES, REACHES, STANDINGS } from '#core/provider/fields.ts'
import { hoursProblem, knowsHours, sortedHours, timeOf, type Hours } from '#core/provider/hours.ts'
import { SERVICE_TYPES } from '#core/case-file/codes.ts'
import { cleanText } from '#core/lib/clean-text.ts'
import { dayOfNumber } from '#core/lib/time.ts'
import { MARKS } from '#core/person/marks.ts'
import { plainName } from '#core/provider/part-rules.ts'
import { DELIVERY_WAYS, LIST_SIGNS, RESIDENCES } from '#core/provider/service.ts'
import { BARRIER_FREE } from '#core/provider/site.ts'
import type { DirectoryContent } from '#core/exchange/directory-file.ts'

/** Text as people type it, signs that trouble files among it; clean, as it is kept. */
const text = (max: number): fc.Arbitrary<string> =>
  fc
    .array(
      fc.constantFrom(
        '修',
        '水',
        '管',
        'A',
        'z',
        '9',
        ' ',
        '、',
        '，',
        ',',
        ';',
        '"',
        '<',
        '&',
        '=',
        '-',
        '@',
        '+',
        '𠮷',
        '（',
        '）',
        '\n',
        '_x0041_',
        '免费',
      ),
      { maxLength: max },
    ) // prettier-ignore
    .map((signs) => cleanText(signs.join('')).slice(0, max))
    .map(cleanText)
const name = (prefix: string): fc.Arbitrary<string> => text(20).map((more) => cleanText(`${prefix}${more}`))
const item = text(10)
  .map((one) => cleanText(one.replaceAll(new RegExp(LIST_SIGNS, 'g'), '')))
  .filter((one) => one !== '')
const items = fc.uniqueArray(item, { maxLength: 3 })
const subset = <T extends string>(list: readonly T[]) => fc.subarray([...list])
const optional = <T extends string>(list: readonly T[]) => fc.constantFrom<T | ''>('', ...list)
const number = fc.option(fc.integer({ min: 0, max: 150 }), { nil: null })
const uuid = fc.uuid({ version: 7 })

const minutes = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
const span = minutes.map(([from, long]) => ({ from: timeOf(from), to: timeOf(from + long) }))
const day = fc.integer({ min: 20_000, max: 21_000 }).map(dayOfNumber)

export const someHours: fc.Arbitrary<Hours> = fc
  .record({
    weekly: fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), span).map(([of, one]) => ({ day: of, ...one })), { maxLength: 8 }), // prettier-ignore
    exceptions: fc.array(
      fc.tuple(day, day, fc.array(span, { maxLength: 2 }), text(12)).map(([a, b, spans, words]) => ({
        from: a < b ? a : b,
        to: a < b ? b : a,
        spans,
        // A bracket ends the note where hours are words.
        words: cleanText(words.replaceAll(/[（）()\n；;]/g, '')),
      })),
      { maxLength: 3 },
    ),
    holidays: fc.constantFrom('closed' as const, 'as-usual' as const, '' as const),
  })
  .map((hours) => {
    // What overlaps is left out: those are other tests.
    const kept: { weekly: Hours['weekly'][number][]; exceptions: Hours['exceptions'][number][] } = {
      weekly: [],
      exceptions: [],
    }
    for (const one of hours.weekly)
      if (!hoursProblem({ ...kept, holidays: '', weekly: [...kept.weekly, one] })) kept.weekly.push(one)
    for (const one of hours.exceptions)
      if (!hoursProblem({ ...kept, holidays: '', exceptions: [...kept.exceptions, one] })) kept.exceptions.push(one)
    return sortedHours({ ...kept, holidays: hours.holidays })
  })
  .filter(knowsHours)

const provider = fc.record({
  id: uuid.map((id) => `provider:${id}`),
  name: name('单位'),
  kind: fc.constantFrom(...PROVIDER_KINDS),
  phone: fc.integer({ min: 10_000_000_000, max: 10_099_999_999 }).map(String),
  serviceType: fc.constantFrom(...SERVICE_TYPES),
  funding: optional(FUNDING_MODES),
  services: text(20),
  reach: subset(REACHES),
  hours: text(20),
  area: text(20),
  publicContact: text(20),
  role: optional(PROVIDER_ROLES),
  standings: subset(STANDINGS),
  creditCode: fc.constantFrom('', '91110000MA0000000X'),
  stopped: fc.boolean(),
})

const service = (places: readonly string[]) =>
  fc.record({
    name: name('服务'),
    serviceType: fc.constantFrom(...SERVICE_TYPES),
    categories: fc.subarray(['L010101', 'L010203', 'L020101']),
    area: fc.subarray([...places]),
    areaWords: text(20),
    ways: subset(DELIVERY_WAYS),
    languages: items,
    hours: fc.option(someHours, { nil: null }),
    costFen: fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null }),
    costUnit: text(6),
    costWords: text(20),
    fundingMode: optional(FUNDING_MODES),
    ages: fc.tuple(number, number),
    marks: subset(MARKS),
    residence: subset(RESIDENCES),
    documents: items,
    capacity: fc.tuple(number, number),
    capacityAt: fc.constantFrom('', '2026-02-01'),
    status: fc.constantFrom('active' as const, 'inactive' as const),
    note: text(30),
  })

const site = (places: readonly string[]) =>
  fc.record({
    name: name('地点'),
    place: fc.constantFrom('', ...places),
    address: text(20),
    hours: fc.option(someHours, { nil: null }),
    barrierFree: optional(BARRIER_FREE),
    phone: fc.constantFrom('', '10000000001', '010-1234 5678'),
    transport: text(20),
    here: fc.array(fc.nat(5), { maxLength: 3 }),
  })

/** Names of one provider's services and sites differ, as the rules ask. */
export const someDirectory = (places: readonly string[]): fc.Arbitrary<DirectoryContent> =>
  fc
    .array(
      fc.tuple(
        provider,
        fc.array(fc.tuple(uuid, service(places)), { maxLength: 3 }),
        fc.array(fc.tuple(uuid, site(places)), { maxLength: 2 }),
      ),
      { maxLength: 4 },
    )
    .map((list) => {
      const ordered = (low: number | null, high: number | null): [number | null, number | null] =>
        low !== null && high !== null && low > high ? [high, low] : [low, high]
      const once = <T extends { readonly name: string }>(
        parts: readonly (readonly [string, T])[],
      ): (readonly [string, T])[] =>
        parts.filter(
          ([, one], i) => parts.findIndex(([, other]) => plainName(other.name) === plainName(one.name)) === i,
        )
      const services = list.flatMap(([owner, parts]) =>
        once(parts).map(([id, { ages, capacity, ...one }]) => {
          const [minAge, maxAge] = ordered(...ages)
          const [capacityOpen, capacityMax] = ordered(...capacity)
          return { ...one, id: `service:${id}`, provider: owner.id, minAge, maxAge, capacityOpen, capacityMax }
        }),
      )
      const sites = list.flatMap(([owner, , parts]) =>
        once(parts).map(([id, { here, ...one }]) => {
          const own = services.filter((each) => each.provider === owner.id).map((each) => each.id)
          const there = [...new Set(here.flatMap((i) => own[i % Math.max(1, own.length)] ?? []))].toSorted()
          return { ...one, id: `site:${id}`, provider: owner.id, services: there }
        }),
      )
      return { providers: list.map(([owner]) => owner), services, sites }
    })

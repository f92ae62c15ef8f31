/**
 * On 4,326 real messages without place or category the groups must be real common matters. What must hold of each, whatever
 * the messages are: several persons, one person's repeats count once, a name in common, nothing that every letter says.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { existsSync, readFileSync } from 'node:fs'
import { currentCatalogue } from '#core/category/current-catalogue.ts'
import { epochOf } from '#core/lib/time.ts'
import { guessColumns } from '#core/intake/column-map.ts'
import { findHeader, planImport } from '#core/intake/plan-import.ts'
import { readSheet } from '#core/sheet/read-sheet.ts'
import { atOnce } from '#core/suggestion/at-once.ts'
import { coldSuggester } from '#core/suggestion/suggest.ts'
import { HOTSPOT_DAYS, HOTSPOT_PERSONS, personsOf, type Group, type Spotted } from '#core/topic/hotspots.ts'
import { namedMatters } from '#core/topic/named-matters.ts'
import { levelOf } from '#core/topic/usual-level.ts'
import { realFile } from '../../real-data.ts'

const FILE = 'requests-4326.xlsx'
const DAY_MS = 86_400_000
const catalogue = currentCatalogue([], '2026-11-22')
const vocabulary = (category: string): readonly string[] => {
  const leaf = catalogue.leaf(category)
  return leaf ? [...leaf.words.replaceAll('?', '').split(' '), ...leaf.name.zh.split('与')].filter((word) => word.length > 1) : [] // prettier-ignore
}

type Message = Spotted & { readonly at: number }
let groups: readonly (Group & { readonly end: number; readonly of: readonly Message[] })[] = []
let all: readonly Message[] = []

const isThere = existsSync(realFile(FILE))
if (!isThere) console.log('skipped: no real data')

describe.skipIf(!isThere)('the real messages, thirty days by thirty days', () => {
  beforeAll(() => {
    const sheet = readSheet(new Uint8Array(readFileSync(realFile(FILE))), FILE)
    if (!sheet.ok) throw new Error(sheet.error)
    const header = findHeader(sheet.value.rows)!
    const suggester = coldSuggester(catalogue)
    all = planImport(sheet.value, header, guessColumns(header.names)).rows.flatMap(({ input }, n): Message[] => {
      if (!input?.raisedAt) return []
      const [leaf] = suggester.suggest(input.title, input.text).leaves
      return [
        {
          id: `case:${n}`,
          category: leaf && leaf.sure !== 'low' ? leaf.code : '',
          guessed: true,
          place: '',
          person: input.requesterName,
          topics: [],
          title: input.title,
          text: input.text,
          at: epochOf(input.raisedAt),
        },
      ]
    })
    const last = Math.max(...all.map(({ at }) => at))
    groups = Array.from({ length: 8 }, (_, i) => last - i * HOTSPOT_DAYS * DAY_MS).flatMap((end) => {
      const of = all.filter(({ at }) => at <= end && at > end - HOTSPOT_DAYS * DAY_MS)
      return atOnce(namedMatters(of, vocabulary)).map((group) => ({ ...group, end, of }))
    })
  }, 60_000)

  test('there are some, and not one for every ten messages', () => {
    expect(groups.length).toBeGreaterThan(5)
    expect(groups.length).toBeLessThan(all.length / 40)
  })

  test('several different persons in each; one person’s repeats count once', () => {
    for (const { cases, words } of groups) expect(personsOf(cases), words).toBeGreaterThanOrEqual(HOTSPOT_PERSONS)
    // Whoever wrote most, alone, makes no hotspot however often they wrote.
    const counts = new Map<string, number>()
    for (const { person } of all) counts.set(person, (counts.get(person) ?? 0) + 1)
    const [[busiest, most]] = [...counts].toSorted(([, a], [, b]) => b - a) as [[string, number]]
    expect(most).toBeGreaterThan(20)
    expect(atOnce(namedMatters(all.filter(({ person }) => person === busiest), vocabulary))).toEqual([]) // prettier-ignore
  })

  test('the name stands in what most of its members wrote, and all are of one category', () => {
    for (const { cases, words, category } of groups) {
      const say = cases.filter(({ title, text }) => `${title} ${text}`.normalize('NFKC').toLowerCase().includes(words))
      expect(say.length / cases.length, words).toBeGreaterThanOrEqual(0.5)
      expect(category, words).not.toBe('')
      for (const one of cases) expect(['', category]).toContain(one.category)
    }
  })

  test('no greeting, no template and no district: where it is said, it is said of one category', () => {
    for (const { words, of, category } of groups) {
      const say = of.filter(({ title, text }) => `${title} ${text.slice(0, 500)}`.normalize('NFKC').toLowerCase().includes(words)) // prettier-ignore
      const own = say.filter((one) => one.category === category || one.category === '')
      expect(own.length / say.length, words).toBeGreaterThanOrEqual(0.5)
      expect(say.length / of.length, words).toBeLessThan(0.15)
      expect(words).not.toMatch(/领导|您好|你好|尊敬|投诉|反映|咨询|建议|问题|居民|[市区县]$/u)
    }
  })

  test('a case stands in one group of a window only', () => {
    const seen = new Set<string>()
    for (const { cases, end } of groups)
      for (const { id } of cases) {
        expect(seen.has(`${end} ${id}`)).toBe(false)
        seen.add(`${end} ${id}`)
      }
  })

  test('the largest are far above what was usual before', () => {
    const since = Math.min(...all.map(({ at }) => at))
    const largest = groups.toSorted((a, b) => personsOf(b.cases) - personsOf(a.cases)).slice(0, 3)
    for (const { cases, words, end } of largest) {
      const ids = new Set(cases.map(({ id }) => id))
      const past = all.filter(({ id, at, title, text }) => at <= end && (ids.has(id) || `${title} ${text}`.includes(words))) // prettier-ignore
      const level = levelOf(past, end, since)
      expect(['new', 'rising'], words).toContain(level.trend)
      expect(level.persons, words).toBeGreaterThan(3 * (level.usual ?? 0))
    }
  })
})

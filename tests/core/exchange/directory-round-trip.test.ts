/** What goes out comes back the same, by either format, into the same station and into an empty one. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { directoryContent, type DirectoryContent } from '#core/exchange/directory-file.ts'
import { directoryFacts } from '#core/exchange/directory-facts.ts'
import { directorySheets } from '#core/exchange/directory-sheets.ts'
import { hsdsFile } from '#core/exchange/hsds-export.ts'
import { readHsds } from '#core/exchange/hsds-import.ts'
import { planDirectory } from '#core/exchange/plan-directory.ts'
import { readDirectorySheets } from '#core/exchange/read-directory-sheets.ts'
import type { ReadDirectory } from '#core/exchange/hsds-import.ts'
import type { EntityReading } from '#core/provider/directory.ts'
import { readSheets } from '#core/sheet/read-sheet.ts'
import { writeXlsx } from '#core/sheet/write-sheet.ts'
import { someDirectory } from '../provider/some-directory.ts'

const TODAY = '2026-03-02'
const PLACES: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'place:00000000-0000-7000-8000-000000000001': { kind: 'neighbourhood', name: '槐树里' },
  'place:00000000-0000-7000-8000-000000000002': { kind: 'building', name: '3号楼', parent: 'place:00000000-0000-7000-8000-000000000001' }, // prettier-ignore
  // The same words twice: only its id names it.
  'place:00000000-0000-7000-8000-000000000003': { kind: 'neighbourhood', name: '槐树里' },
}

type Station = Map<string, Readonly<Record<string, unknown>>>
const readingOf = (station: Station): EntityReading => ({
  read: (id) => station.get(id) ?? null,
  ids: (type) => [...station.keys()].filter((id) => id.startsWith(`${type}:`)),
})
const emptyStation = (): Station => new Map(Object.entries(PLACES))
const stationWith = ({ providers, services, sites }: DirectoryContent): Station => {
  const station = emptyStation()
  for (const { id, ...fields } of [...providers, ...services, ...sites]) station.set(id, { contact: '', ...fields })
  return station
}
const newId = (type: string): string => `${type}:made`

const FORMATS: Readonly<Record<string, (station: Station) => ReadDirectory | null>> = {
  'HSDS 3 JSON': (station) => {
    const content = directoryContent(readingOf(station))
    if (content.providers.length === 0) return { raw: { providers: [], services: [], sites: [] }, problems: [] }
    const read = readHsds(JSON.stringify(hsdsFile(content, directoryFacts(readingOf(station), TODAY))))
    return read.ok ? read.value : null
  },
  'an .xlsx with Chinese headings': (station) => throughWorkbook(station, 'zh'),
  'an .xlsx with English headings': (station) => throughWorkbook(station, 'en'),
}

function throughWorkbook(station: Station, language: 'zh' | 'en'): ReadDirectory | null {
  const reading = readingOf(station)
  const bytes = writeXlsx(directorySheets(directoryContent(reading), directoryFacts(reading, TODAY), language))
  const sheets = readSheets(bytes, 'directory.xlsx', 12)
  return sheets.ok ? readDirectorySheets(sheets.value) : null
}

describe.each(Object.entries(FORMATS))('%s', (_name, through) => {
  it('a re-import gives the same directory: nothing changes, and an empty station gets all of it', () => {
    fc.assert(
      fc.property(someDirectory(Object.keys(PLACES)), (content) => {
        const station = stationWith(content)
        const read = through(station)
        expect(read?.problems).toEqual([])
        const again = planDirectory(readingOf(station), read!.raw, TODAY, newId)
        expect(again.problems).toEqual([])
        expect(again.drafts).toEqual([])

        const other = emptyStation()
        const plan = planDirectory(readingOf(other), read!.raw, TODAY, newId)
        expect(plan.problems).toEqual([])
        for (const { entity, fields } of plan.drafts) other.set(entity, fields)
        expect(directoryContent(readingOf(other))).toEqual(directoryContent(readingOf(station)))
      }),
      { numRuns: 30 },
    )
  })
})

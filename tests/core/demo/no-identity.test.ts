/**
 * Promise 4: identity stays at the station. Everything that people wrote about persons in the demonstration is looked for in
 * everything that an upper office gets: every value of its `shared` and `directory` events.
 */
import { expect, it } from 'vitest'
import { newBook } from '#core/book/book.ts'
import { DEMO_SEED } from '#core/demo/demo-station.ts'
import { fillDemo } from '#core/demo/fill-demo.ts'
import type { Appended } from '#core/journal/writer.ts'
import { entityType, SCOPES, scopeOfLog, type StoredEvent } from '#core/kernel/event.ts'
import { ok } from '#core/lib/result.ts'
import { epochOf } from '#core/lib/time.ts'

async function demoEvents(): Promise<StoredEvent[]> {
  const events: StoredEvent[] = []
  const writer = {
    append: (part: readonly StoredEvent[]) => {
      events.push(...part)
      const appended: Appended = { segment: '', ordinal: 0, from: 0, to: 0, nextSeq: 0, batch: new Uint8Array(0) }
      return Promise.resolve(ok(appended))
    },
    settle: () => Promise.resolve(ok(null)),
    position: () => null,
  }
  const now = epochOf('2026-04-01T15:20:00+08:00')
  const book = newBook(SCOPES)
  const names = { stationId: 'station:demo', user: 'user:demo', device: '0123456789abcdef' }
  await fillDemo({ book, writer, ...names, now, seed: DEMO_SEED })
  return events
}

/** What tells who somebody is or where they live, wherever it was written. To add one: type, then field. */
const TELLING: Readonly<Record<string, readonly string[]>> = {
  person: ['name', 'phone', 'otherPhone', 'idNumber', 'placeWords'],
  case: ['requesterName', 'requesterPhone', 'reporterName', 'reporterPhone', 'forWhom', 'place', 'text', 'title'],
  member: ['name', 'phone', 'employer'],
  user: ['name', 'phone'],
  place: ['leader', 'leaderPhone'],
}

it('no name, phone, address or story of the demonstration stands in what an upper office gets', async () => {
  const events = await demoEvents()
  const telling = new Map<string, string>()
  for (const { header, fields } of events) {
    const type = entityType(header.e)
    for (const field of TELLING[type] ?? []) {
      const value = fields?.[field]
      // 东渡口路 alone is no address; 东渡口路12号 is.
      if (field === 'place' && !/\d/.test(String(value))) continue
      if (typeof value === 'string' && [...value].length >= 2) telling.set(value, `${type}.${field}`)
    }
    const isAddress = type === 'place' && (fields?.['kind'] === 'door' || fields?.['kind'] === 'unit')
    if (isAddress) expect(scopeOfLog(header.log)).toBe('private')
  }
  expect(telling.size).toBeGreaterThan(700)
  const found = new Map<string, string>()
  let here = 0
  for (const { header, payloadLine } of events) {
    const scope = scopeOfLog(header.log)
    const leaves = scope === 'shared' || scope === 'directory'
    for (const [text, from] of telling) {
      if (!payloadLine?.includes(text)) continue
      if (leaves) found.set(`${from} in ${entityType(header.e)} ${header.k}`, text)
      else here += 1
    }
  }
  expect(here, 'the search finds them where they are').toBeGreaterThan(telling.size)
  expect([...found]).toEqual([])
})

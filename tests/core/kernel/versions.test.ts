/** Versions: an app of version N−1 keeps and passes on what it does not understand, byte for byte. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parseEvent, hashLine, type StoredEvent } from '#core/kernel/event.ts'
import { receive } from '#core/kernel/replica.ts'
import { linesOf } from '#core/journal/lines.ts'
import { size } from '../../size.ts'
import { calmStep, checkWorld, run } from './steps.ts'
import { caseId, deliver, eventsOfPc, mailOf, newWorld, rebuilt, syncAll } from './world.ts'

/** A limit for a machine that is busy with other things; alone each takes seconds. */
vi.setConfig({ testTimeout: 120_000 * size(1) })

const hostile = ['__proto__', 'constructor', 'prototype']
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).filter((text) => !hostile.includes(text))
const anything = fc.jsonValue({ maxDepth: 2 }).filter((v) => !hostile.some((text) => JSON.stringify(v).includes(text)))

/** What a newer version may add: header entries, payload entries, fields, kinds, a higher version, its own spacing. */
const newer = fc.record({
  v: fc.integer({ min: 1, max: 9 }),
  sv: fc.integer({ min: 2, max: 99 }),
  kind: fc.constantFrom('case-teleported', '未来事件', 'x'),
  inHeader: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 6 }).map((k) => `+${k}`),
    anything,
    { maxKeys: 3 },
  ),
  inPayload: fc.dictionary(
    fc.string({ minLength: 1, maxLength: 6 }).map((k) => `+${k}`),
    anything,
    { maxKeys: 3 },
  ),
  fields: fc.dictionary(word, anything, { minKeys: 1, maxKeys: 4 }),
  spaced: fc.boolean(),
})

describe('versions', () => {
  test('an old app re-exports unknown fields, kinds and header entries byte for byte', () => {
    fc.assert(
      fc.property(
        fc.array(newer, { minLength: 1, maxLength: 6 }),
        fc.array(calmStep, { maxLength: 15 }),
        (list, steps) => {
          const world = newWorld()
          const [future, old, third] = [world.pcs[0]!, world.pcs[1]!, world.pcs[4]!]
          let p = ''
          const events = list.map((extra, i): StoredEvent => {
            const gap = extra.spaced ? ' ' : ''
            const payload = `{${gap}"s":"x${i}",${gap}"f":${JSON.stringify(extra.fields)}${Object.entries(
              extra.inPayload,
            )
              .map(([k, v]) => `,${gap}${JSON.stringify(k)}:${JSON.stringify(v)}`)
              .join('')}}`
            const header = {
              ...extra.inHeader,
              v: extra.v,
              log: `${future.device}/private`,
              n: i + 1,
              p,
              l: i + 1,
              t: '2126-01-01T00:00:00+08:00',
              u: 'user:1',
              k: extra.kind,
              e: caseId(i % 3),
              c: [`future${i}`, { private: 1, orbital: 3 }],
              sv: extra.sv,
              ph: hashLine(payload),
            }
            const event = parseEvent(JSON.stringify(header), payload)
            if (!event.ok) throw new Error(event.error)
            p = event.value.id
            world.written.set(event.value.id, event.value)
            return event.value
          })
          const written = linesOf(events)
          receive(future.replica, events, 'own')
          future.store.push(written)
          for (const [from, to] of [
            [future, old],
            [old, third],
          ] as const) {
            expect(deliver(world, mailOf(from, to)).ok).toBe(true)
            to.replica = rebuilt(to) // across a restart, too
          }
          expect(linesOf(eventsOfPc(third))).toBe(written)
          run(world, steps)
          syncAll(world)
          for (const at of world.pcs.slice(0, 5)) {
            const ids = new Set(events.map((event) => event.id))
            expect(linesOf(eventsOfPc(at).filter((event) => ids.has(event.id)))).toBe(written)
          }
          checkWorld(world)
        },
      ),
      { numRuns: size(60) },
    )
  })
})

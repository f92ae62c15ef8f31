/** Exchange: what parcels carry, what they may not do, and that everybody ends up with everything. */
import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { headText, openParcel, type Parcel } from '#core/kernel/parcel.ts'
import { withoutPayload } from '#core/kernel/event.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { newReplica, receive } from '#core/kernel/replica.ts'
import { size } from '../../size.ts'
import { expected, idsIn, shownBy } from './oracle.ts'
import { anyStep, calmStep, checkSynced, checkWorld, clone, restore, run } from './steps.ts'
import {
  deliver,
  deviceName,
  eventsOfPc,
  mailOf,
  newPc,
  newWorld,
  pack,
  parcelOf,
  save,
  signature,
  STATION,
  syncAll,
  verifyHead,
  write,
} from './world.ts'

/** A limit for a machine that is busy with other things; alone each takes seconds. */
vi.setConfig({ testTimeout: 120_000 * size(1) })

const storyOf = (maxLength: number) => fc.array(anyStep, { minLength: 5, maxLength })

describe('exchange', () => {
  test('no acknowledged write disappears: whatever was lost, doubled, reordered, cut, cloned or restored on the way', () => {
    fc.assert(
      fc.property(storyOf(80), (steps) => {
        const world = newWorld()
        run(world, steps)
        syncAll(world)
        checkSynced(world)
      }),
      { numRuns: size(150) },
    )
  })

  test('a bundle for an equal replica is empty', () => {
    fc.assert(
      fc.property(storyOf(50), (steps) => {
        const world = newWorld()
        run(world, steps)
        syncAll(world)
        const stations = world.pcs.filter((at) => at.scopes.length > 1)
        for (const from of stations) {
          for (const to of stations) {
            from.acks.set(to.device, headSet(to.replica))
            expect(pack(from, to).lines).toEqual([])
          }
        }
        checkWorld(world)
      }),
      { numRuns: size(40) },
    )
  })

  test('a peer restored from an older backup is sent again what it lacks, and its new branch reaches the others', () => {
    fc.assert(
      fc.property(
        fc.array(calmStep, { maxLength: 20 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 9 }),
        (steps, lost, again) => {
          const world = newWorld(5, 1)
          run(world, steps)
          const [a, b] = [world.pcs[0]!, world.pcs[1]!]
          a.backup = [...a.store]
          for (let i = 0; i < lost; i++) save(world, a, [write(0, { title: `before ${i}`, state: i })])
          syncAll(world)
          restore(world, a)
          for (let i = 0; i < again; i++) save(world, a, [write(0, { title: `after ${i}` })])
          // One handshake: the peer's head set comes first, then what it lacks, both ways.
          for (const [from, to] of [
            [a, b],
            [b, a],
            [a, b],
          ] as const)
            expect(deliver(world, mailOf(from, to)).ok).toBe(true)
          expect(idsIn(a.replica)).toEqual(idsIn(b.replica))
          expect(world.forks.size).toBeGreaterThan(0)
          syncAll(world)
          checkSynced(world)
        },
      ),
      { numRuns: size(50) },
    )
  })

  test('a clone is kept and reported: both branches everywhere, the same state everywhere, the device re-keyed', () => {
    fc.assert(
      fc.property(
        fc.array(calmStep, { maxLength: 20 }),
        fc.array(fc.record({ who: fc.nat(1), value: fc.nat(9) }), { minLength: 2, maxLength: 12 }),
        (steps, writes) => {
          const world = newWorld()
          run(world, steps)
          const first = world.pcs[0]!
          const second = clone(world, first)
          const device = first.device
          save(world, first, [write(2, { title: 'one' })])
          save(world, second, [write(2, { title: 'two' })])
          for (const { who, value } of writes)
            save(world, who === 0 ? first : second, [write(2, { title: value, note: value })])
          syncAll(world)
          expect([...world.forks].some((fork) => fork.startsWith(`${device}/`))).toBe(true)
          expect(first.device === device && second.device === device, 'two writers of one log').toBe(false)
          checkSynced(world)
          for (const at of world.pcs)
            if (at.scopes.length > 1) expect(headSet(at.replica)).toEqual(headSet(first.replica))
        },
      ),
      { numRuns: size(40) },
    )
  })

  test('an event whose predecessor is unknown is held and counted, then released; a restart forgets it and it is sent again', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(), fc.boolean(), (count, at, restart) => {
        const world = newWorld(5, 0)
        const [a, b] = [world.pcs[0]!, world.pcs[1]!]
        for (let i = 0; i < count; i++) save(world, a, [write(i % 3, { title: i })])
        const mail = mailOf(a, b)
        const cut = 1 + (at % (count - 1))
        const part = deliver(world, { ...mail, parcel: { ...mail.parcel, lines: mail.parcel.lines.slice(cut) } })
        expect(part).toMatchObject({ ok: true, value: { fresh: [], held: count - cut } })
        expect(shownBy(b.replica).entities).toEqual({})
        expect(headSet(b.replica)).toEqual({})
        if (restart) restore(world, b)
        const rest = deliver(
          world,
          restart ? mailOf(a, b) : { ...mail, parcel: parcelOf(a, eventsOfPc(a).slice(0, cut)) },
        )
        expect(rest).toMatchObject({ ok: true, value: { held: 0 } })
        expect(rest.ok && rest.value.fresh.length).toBe(count)
        expect(shownBy(b.replica)).toEqual(shownBy(a.replica))
        checkWorld(world)
      }),
      { numRuns: size(100) },
    )
  })
})

describe('a parcel that was tampered with', () => {
  /** A parcel with several logs, an erased payload among them, and a peer that has seen half of it before. */
  function story() {
    const world = newWorld(5, 0)
    const [a, b, c] = [world.pcs[0]!, world.pcs[1]!, world.pcs[2]!]
    save(world, a, [write(0, { title: '屋顶漏水', state: 1 })])
    save(world, b, [write(1, { title: 'b', note: 2 })])
    expect(deliver(world, mailOf(b, a)).ok).toBe(true)
    expect(deliver(world, mailOf(a, c)).ok).toBe(true)
    save(world, a, [write(1, { title: 'a', note: 3 })])
    return { world, a, c, parcel: pack(a, newPc('nobody', deviceName(9), STATION)) }
  }

  test('any flipped bit: nothing is applied and a reason is given', () => {
    const { world, c, parcel } = story()
    const before = [shownBy(c.replica), idsIn(c.replica)]
    const reasons = new Set<string>()
    const refuse = (changed: Parcel): void => {
      const done = deliver(world, { from: world.pcs[0]!, to: c, parcel: changed, have: {} })
      if (done.ok) throw new Error(`taken in: ${JSON.stringify(changed)}`)
      reasons.add(done.error)
    }
    const decoder = new TextDecoder('utf-8', { fatal: true })
    parcel.lines.forEach((pair, line) => {
      pair.forEach((text, side) => {
        const bytes = new TextEncoder().encode(text)
        for (let bit = 0; bit < bytes.length * 8; bit++) {
          const copy = bytes.slice()
          copy[bit >> 3]! ^= 1 << (bit & 7)
          let flipped: string
          try {
            flipped = decoder.decode(copy)
          } catch {
            continue // the part's text reader refuses it before any parcel is opened
          }
          const changed = side === 0 ? ([flipped, pair[1]] as const) : ([pair[0], flipped] as const)
          refuse({ ...parcel, lines: parcel.lines.with(line, changed) })
        }
      })
    })
    parcel.heads.forEach((head, i) => {
      for (let bit = 0; bit < 512; bit++) {
        const sig = head.sig.slice()
        sig[bit >> 3]! ^= 1 << (bit & 7)
        refuse({ ...parcel, heads: parcel.heads.with(i, { ...head, sig }) })
      }
      refuse({ ...parcel, heads: parcel.heads.with(i, { ...head, n: head.n + 1 }) })
      refuse({
        ...parcel,
        heads: parcel.heads.with(i, { ...head, id: parcel.heads[(i + 1) % parcel.heads.length]!.id }),
      })
      refuse({ ...parcel, heads: parcel.heads.with(i, { ...head, log: `${deviceName(77)}/private` }) })
      const isLast = parcel.heads.every((other) => other.log !== head.log || other.n <= head.n)
      if (isLast) refuse({ ...parcel, heads: parcel.heads.toSpliced(i, 1) })
    })
    expect([shownBy(c.replica), idsIn(c.replica)]).toEqual(before)
    expect([...reasons].toSorted()).toEqual(
      expect.arrayContaining(['bad-signature', 'head-missing', 'not-an-event', 'not-json', 'payload-mismatch']),
    )
    checkWorld(world)
  })

  test('a part cut out or swapped: nothing wrong is applied', () => {
    const { world, c, parcel } = story()
    for (let from = 0; from < parcel.lines.length; from++) {
      for (let to = from + 1; to <= parcel.lines.length; to++) {
        const lines = parcel.lines.toSpliced(from, to - from)
        deliver(world, { from: world.pcs[0]!, to: c, parcel: { ...parcel, lines }, have: {} })
        checkWorld(world)
      }
      for (let other = 0; other < from; other++) {
        const [a, b] = [parcel.lines[from]!, parcel.lines[other]!]
        const swapped = parcel.lines.with(from, [a[0], b[1]]).with(other, [b[0], a[1]])
        expect(openParcel({ ...parcel, lines: swapped }, verifyHead)).toEqual({ ok: false, error: 'payload-mismatch' })
        const moved = parcel.lines.with(from, b).with(other, a)
        expect(openParcel({ ...parcel, lines: moved }, verifyHead).ok, 'order does not matter').toBe(true)
      }
    }
  })

  test('an event that its device never signed is refused, whoever passes it on', () => {
    const { world, a, c, parcel } = story()
    const mallory = newPc('mallory', deviceName(66), STATION)
    mallory.device = a.device // writes in the other's name, cannot sign for it
    save(world, mallory, [write(0, { title: 'forged' })])
    const forged = eventsOfPc(mallory)[0]!
    const head = { log: forged.header.log, n: 1, id: forged.id }
    const lines = [...parcel.lines, [forged.headerLine, forged.payloadLine!] as const]
    for (const sig of [signature(deviceName(66), headText(head)), new Uint8Array(64), new Uint8Array()]) {
      expect(openParcel({ lines, heads: [...parcel.heads, { ...head, sig }] }, verifyHead)).toEqual({
        ok: false,
        error: 'bad-signature',
      })
    }
    expect(openParcel({ lines, heads: parcel.heads }, verifyHead)).toEqual({ ok: false, error: 'head-missing' })
    expect(Object.keys(shownBy(c.replica).entities)).not.toContain('case:9')
    world.written.delete(forged.id)
    checkWorld(world)
  })

  test('lines that would break the stored text, or reach a prototype, are refused', () => {
    const { parcel } = story()
    const [header, payload] = parcel.lines[0]!
    const open = (line: readonly [string, string]) => openParcel({ ...parcel, lines: [line] }, verifyHead)
    expect(open([header.replace('{', '{\n'), payload])).toEqual({ ok: false, error: 'not-an-event' })
    expect(open([header, payload.replace('{', '{\n')])).toEqual({ ok: false, error: 'not-an-event' })
    expect(open([header, payload.replace('"f":{', '"f":{"__proto__":{"x":1},')])).toEqual({
      ok: false,
      error: 'hostile-key',
    })
    expect(open([header, payload.replace('"f":{', '"f":{"\\u005f_proto__":1,')])).toEqual({
      ok: false,
      error: 'hostile-key',
    })
    expect(open([header.replace('"n":1', '"n":2'), payload])).toEqual({ ok: false, error: 'not-an-event' })
    expect(open(['null', payload]).ok).toBe(false)
  })

  test('what came in without a payload keeps its place and does not hide the payload that comes later', () => {
    fc.assert(
      fc.property(
        storyOf(40),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 40 }),
        fc.nat(40),
        (steps, bare, cut) => {
          const world = newWorld(5, 0)
          run(world, steps)
          const events = [...world.written.values()]
          const some = events.map((event, i) => (bare[i % bare.length] ? withoutPayload(event) : event))
          const replica = newReplica(STATION)
          receive(replica, some, 'import')
          expect(shownBy(replica)).toEqual(expected(some, STATION))
          const first = receive(replica, events.slice(0, cut), 'import')
          const second = receive(replica, events.slice(cut), 'import')
          expect(shownBy(replica)).toEqual(expected(events, STATION))
          // What came late is to be stored; a second time it is nothing new.
          const late = [...first.fresh, ...second.fresh].map((event) => event.id)
          expect(new Set(late).size).toBe(late.length)
          expect(receive(replica, events, 'import').fresh).toEqual([])
          syncAll(world)
          checkSynced(world)
        },
      ),
      { numRuns: size(40) },
    )
  })
})

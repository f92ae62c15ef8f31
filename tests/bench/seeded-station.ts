/**
 * A station of any size with seeded, invented content, written through the real decisions, the real queue and the real
 * host. Five events and about 893 bytes of JSON (the case's own fields) per case, as in the reference run.
 */
import { bookkeeper } from '#core/book/bookkeeper.ts'
import { deciding } from '#core/book/deciding.ts'
import { newBook } from '#core/book/book.ts'
import { CHANNELS, REQUEST_KINDS, SERVICE_TYPES } from '#core/case-file/codes.ts'
import type { Command } from '#core/commands.ts'
import { seeded, type Seeded } from '#core/demo/seeded.ts'
import { SEGMENT_BYTES, type FolderHost, type HostCode } from '#core/host/host.ts'
import { linesOf } from '#core/journal/lines.ts'
import { journalWriter } from '#core/journal/writer.ts'
import type { StoredEvent } from '#core/kernel/event.ts'
import { deriveKey } from '#core/keys/argon2.ts'
import { cipherOf, newKeyring, scopesOf } from '#core/keys/keyring.ts'
import { sealSlot, SUITE, writeSlots, type StationCard } from '#core/keys/slots.ts'
import type { Subtle } from '#core/keys/subtle.ts'
import { assert } from '#core/lib/assert.ts'
import { utf8 } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import { epochOf } from '#core/lib/time.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { newVocabulary, type Vocabulary } from './vocabulary.ts'

export const PASSWORD = '平安是福-2026'
const SEED = 20_260_401
const FROM = epochOf('2024-04-01T08:00:00+08:00')
const TO = epochOf('2026-04-01T08:00:00+08:00')
const PROVIDERS = 20
const EVENTS_PER_APPEND = 4_000

const CARD: StationCard = {
  id: 'bench-station',
  code: '119900000000',
  short: 'S9998',
  name: '测速站点',
  letter: 'A',
  demo: false,
}

/** Answers the number of events and the bytes of their JSON lines. `host`: over an empty station folder. */
export async function fillStation(host: FolderHost, cases: number): Promise<{ events: number; lineBytes: number }> {
  const random = seeded(SEED)
  const subtle = crypto.subtle as unknown as Subtle
  const user = `user:${uuidv7(FROM, random.bytes(10))}`
  const ring = newKeyring(random.bytes)
  const deps = { subtle, random: random.bytes, derive: deriveKey }
  const slot = await sealSlot({ id: 's1', kind: 'user', label: '测', user, secret: PASSWORD }, ring, CARD.id, deps)
  const written = await host.writeSlots(writeSlots({ v: 1, suite: SUITE, station: CARD, slots: [slot] }))
  assert(written.ok, 'slots not written')

  const writer = journalWriter<HostCode>(host, await cipherOf(ring, subtle), random.bytes, null, SEGMENT_BYTES)
  const waiting: StoredEvent[] = []
  let events = 0
  let lineBytes = 0
  const flush = async (): Promise<void> => {
    events += waiting.length
    lineBytes += utf8(linesOf(waiting)).length
    const appended = await writer.append(waiting.splice(0))
    assert(appended.ok, `not appended: ${appended.ok ? '' : appended.error}`)
  }
  let clock = FROM
  const keeper = bookkeeper<never>({
    deciding,
    book: newBook(scopesOf(ring)),
    writer: {
      append: (part) => {
        waiting.push(...part)
        return Promise.resolve(
          ok({
            segment: '',
            ordinal: 0,
            from: 0,
            to: 0,
            nextSeq: 0,
            batch: new Uint8Array() as Uint8Array<ArrayBuffer>,
          }),
        )
      },
      position: () => null,
      settle: () => Promise.resolve(ok(null)),
    },
    user,
    device: ring.device,
    numberPrefix: `${CARD.short}-${CARD.letter}`,
    clock: () => clock,
    random: random.bytes,
    onSaved: () => undefined,
  })
  const run = async (command: Command): Promise<string> => {
    const saved = await keeper.run(command)
    assert(saved.ok, `${command.name} was refused: ${saved.ok ? '' : JSON.stringify(saved.error)}`)
    if (waiting.length >= EVENTS_PER_APPEND) await flush()
    return saved.value.entities[0]!
  }

  const { name, code, short } = CARD
  await run({ name: 'set-up-station', input: { id: `station:${CARD.id}`, name, code, short, userName: '受理员甲' } })
  const words = newVocabulary(random)
  const providers: string[] = []
  for (let i = 0; i < PROVIDERS; i++) providers.push(await run(provider(i, words)))
  for (let n = 0; n < cases; n++) {
    clock = FROM + Math.floor(((TO - FROM) * n) / cases / 1000) * 1000
    const kind = n % 20 // 25 % received, 30 % classified, 15 % dispatched, 30 % closed: 2, 4, 6 and 8 events
    const id = await run(request(n, kind, random, words))
    if (kind >= 11 && kind < 14) {
      const fitting = providers[(n * 7) % PROVIDERS]!
      await run({
        name: 'dispatch',
        input: {
          case: id,
          provider: fitting,
          reason: '就近',
          demand: words.text(6),
          ground: 'no-personal-data',
          fieldsSent: ['title'],
        },
      })
    } else if (kind >= 14) {
      const content = words.text(20)
      await run({ name: 'record-answer', input: { case: id, way: 'phone', content, answeredBy: '' } })
      await run({ name: 'close-case', input: { case: id, outcome: 'solved', note: '' } })
    }
  }
  await flush()
  return { events, lineBytes }
}

function provider(i: number, words: Vocabulary): Command {
  const input = {
    name: `${words.text(6)}${i}`,
    kind: 'life-service',
    phone: `1000000${1000 + i}`,
    serviceType: SERVICE_TYPES[i % SERVICE_TYPES.length]!,
    services: words.text(10),
    funding: 'resident-paid',
    hours: '全天',
    area: '',
    contact: '',
  } as const
  return { name: 'save-provider', input }
}

function request(n: number, kind: number, random: Seeded, words: Vocabulary): Command {
  return {
    name: 'receive-case',
    input: {
      requestKind: random.pick(REQUEST_KINDS),
      channel: random.pick(CHANNELS),
      urgency: random.chance(0.1) ? 'urgent' : 'general',
      title: words.text(12),
      text: words.text(100 + random.int(50)),
      requesterName: words.name(),
      requesterPhone: `1000${String(1_000_000 + ((n * 7919) % 9_000_000))}`,
      anonymous: false,
      place: `${words.place()}${1 + random.int(18)}号楼${1 + random.int(6)}单元${1 + random.int(6)}0${1 + random.int(4)}`,
      category: '',
      ...(kind >= 5 ? { serviceType: random.pick(SERVICE_TYPES) } : {}),
    },
  }
}

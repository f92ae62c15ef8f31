/** A street office and a station with two PCs: real keys, queues and books; files go by hand, as the profiles say. */
import { newBook, readCase, type Book } from '#core/book/book.ts'
import { bookkeeper, type Bookkeeper } from '#core/book/bookkeeper.ts'
import { deciding } from '#core/book/deciding.ts'
import { readingOf } from '#core/book/reading.ts'
import type { CaseFile } from '#core/case-file/case-file.ts'
import type { RefusalCode } from '#core/case-file/decision.ts'
import type { Command } from '#core/commands.ts'
import { seeded } from '#core/demo/seeded.ts'
import { carried } from '#core/exchange/export/profile-contents.ts'
import { lettersOf, lettersToSend, type LetterState } from '#core/exchange/letters/letter-states.ts'
import { SCOPES, type StoredEvent } from '#core/kernel/event.ts'
import { trustOf } from '#core/exchange/trust/trust-of.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import { epochOf } from '#core/lib/time.ts'
import { newHouse, type Pc as Keys, type TestHouse } from '../trust/houses.ts'

export const NOW = '2026-03-02T09:00:00+08:00'
export const DUE = '2026-03-09T18:00:00+08:00'

export type Pc = {
  readonly house: TestHouse
  readonly keys: Keys
  readonly book: Book
  readonly events: StoredEvent[]
  readonly keeper: Bookkeeper<never>
  readonly done: (command: Command) => Promise<readonly string[]>
  readonly refusal: (command: Command) => Promise<RefusalCode | null>
  readonly wait: (hours: number) => void
  readonly file: (id: string) => CaseFile
  readonly read: (id: string) => Readonly<Record<string, unknown>> | null
  readonly stateOf: (letter: string) => LetterState | undefined
}

let seed = 0

export function newPc(house: TestHouse, keys: Keys, user: string): Pc {
  const book = newBook(SCOPES, `station:${house.house}`)
  const events: StoredEvent[] = []
  let now = epochOf(NOW)
  seed += 1
  const keeper = bookkeeper<never>({
    book,
    deciding,
    writer: {
      append: (batch) => {
        events.push(...batch)
        return Promise.resolve(ok({ segment: '', ordinal: 0, from: 0, to: 0, nextSeq: 0, batch: new Uint8Array(0) }))
      },
      settle: () => Promise.resolve(ok(null)),
      position: () => null,
    },
    user,
    device: keys.identity.pc,
    numberPrefix: `${house.card.short}-${keys.grant.letter}`,
    clock: () => now,
    random: seeded(1000 + seed).bytes,
    onSaved: () => undefined,
  })
  const source = () => readingOf(book, '')
  return {
    house,
    keys,
    book,
    events,
    keeper,
    done: async (command) => {
      const saved = await keeper.run(command)
      if (!saved.ok) throw new Error(`${command.name}: ${JSON.stringify(saved.error)}`)
      return saved.value.entities
    },
    refusal: async (command) => {
      const saved = await keeper.run(command)
      if (saved.ok) return null
      if (saved.error.kind !== 'refused') throw new Error('the writer never fails here')
      return saved.error.refusal.code
    },
    wait: (hours) => void (now += hours * 3_600_000),
    file: (id) => readCase(book, id)!,
    read: (id) => source().read(id),
    stateOf: (letter) => lettersOf(source()).get(letter)?.state,
  }
}

const card = ({ house, name, code, short }: TestHouse['card']) => ({ house, name, code, short })
const statements = (...pcs: readonly Keys[]) => ({ grants: pcs.map(({ grant }) => ({ ...grant })), revocations: [], houses: [] }) // prettier-ignore

export async function setUp(pc: Pc, office?: 'street' | 'district'): Promise<void> {
  const { house, name, code, short } = pc.house.card
  await pc.done({ name: 'set-up-station', input: { id: `station:${house}`, name, code, short, userName: '受理员甲', ...(office && { office }) } }) // prettier-ignore
  const { grant } = pc.keys
  await pc.done({ name: 'found-house', input: { root: toBase64url(pc.house.root.open), grant: { ...grant } } })
}

export const pin = (at: Pc, other: TestHouse, kind: 'upper' | 'below', ...pcs: readonly Keys[]): Promise<unknown> =>
  at.done({
    name: 'pin-house',
    input: { ...card(other.card), kind, root: toBase64url(other.root.open), statements: statements(...pcs) },
  })

/** The office, two PCs of the first station, and another station that reports to the same office. */
export async function world() {
  const [street, first, second] = [newHouse('东街街道'), newHouse('槐树里社区服务站'), newHouse('北里社区服务站')]
  const office = newPc(street, street.first, 'user:officer')
  const front = newPc(first, first.first, 'user:front')
  const backKeys = first.letIn('B')
  const back = newPc(first, backKeys, 'user:back')
  const other = newPc(second, second.first, 'user:other')
  await setUp(office, 'street')
  await setUp(front)
  await setUp(other)
  await front.done({ name: 'let-pc-in', input: { grant: { ...backKeys.grant }, user: { name: '受理员乙' } } })
  for (const [pc, house] of [
    [front, first],
    [other, second],
  ] as const) {
    await pin(pc, street, 'upper', street.first)
    await pin(office, house, 'below', ...(house === first ? [first.first, backKeys] : [second.first]))
  }
  await carry(front, back, 'hand-over')
  return { office, front, back, other }
}

let files = 0
const bundleId = (): string => String(++files).padStart(32, '0')

/** What a bundle of that profile would carry, to that PC; answers its id. */
export async function carry(from: Pc, to: Pc, profile: 'hand-over' | 'report' | 'directory'): Promise<string> {
  const file = await make(from, to.house.house, profile)
  await file.takeIn(to)
  return file.bundle
}

/** The file itself: may be taken in later, by several, or never. */
export async function make(from: Pc, house: string, profile: 'hand-over' | 'report' | 'directory') {
  const reading = readingOf(from.book, '')
  const letters = profile === 'hand-over' ? [] : lettersToSend(reading, house)
  const own = from.house.house
  const trust = trustOf(reading, from.keys.identity, own)
  const events = from.events.filter(({ header }) => carried(trust, profile, house)(header.log))
  const bundle = bundleId()
  const { pc } = from.keys.identity
  const got = [...reading.ids('bundle')].flatMap((id) => (reading.read(id)!['direction'] === 'in' ? [id.slice('bundle:'.length).slice(0, 32)] : [])) // prettier-ignore
  const have = headSet(from.book.replica)
  const record = { peer: own, pc, profile, file: '', sha256: '', bytes: 0, logs: {}, letters: letters.map(({ id }) => id), heads: [], have, got } // prettier-ignore
  await from.done({
    name: 'record-export',
    input: { bundle, peer: house, pc, profile, file: 'x.zip.age', sha256: '0'.repeat(64), bytes: 1, logs: {}, letters: letters.map(({ id }) => id) }, // prettier-ignore
  })
  const takeIn = async (to: Pc): Promise<void> => {
    const commands: Command[] = letters.length > 0 ? [{ name: 'take-letters', input: { from: own, letters: JSON.parse(JSON.stringify(letters)) } }] : [] // prettier-ignore
    const taken = await to.keeper.takeIn({ bundle, record, events, commands })
    if (!taken.ok) throw new Error(JSON.stringify(taken.error))
    if (taken.value.refused.some(({ refusal }) => refusal.code !== 'nothing-changed')) throw new Error(JSON.stringify(taken.value.refused)) // prettier-ignore
  }
  return { bundle, letters, takeIn }
}

/** Houses and PCs in memory, written with the kernel's own composer, and what an upper office knows of them. */
import { newBook, absorb, type Book } from '#core/book/book.ts'
import { fieldScope } from '#core/catalogue.ts'
import { signGrant } from '#core/exchange/trust/statements.ts'
import type { Seeded } from '#core/demo/seeded.ts'
import { composeCommand, cursorOf, type Draft } from '#core/kernel/command.ts'
import { addressedDevice, IN_PART_KIND, SCOPES, scopeOfLog, type StoredEvent } from '#core/kernel/event.ts'
import { receive } from '#core/kernel/replica.ts'
import { identityOf, type Identity } from '#core/keys/identity.ts'
import { newKeyring } from '#core/keys/keyring.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import { momentOf, epochOf } from '#core/lib/time.ts'
import { uuidv7 } from '#core/lib/uuid.ts'

export const FROM = epochOf('2026-01-01T00:00:00+08:00')

export type Pc = {
  readonly house: string
  readonly identity: Identity
  readonly book: Book
  readonly events: StoredEvent[]
  readonly write: (drafts: readonly Draft[], to?: string) => StoredEvent[]
  /** Takes in what others wrote. */
  readonly take: (events: readonly StoredEvent[]) => void
}

export function newPc(house: string, random: Seeded): Pc {
  const ring = newKeyring(random.bytes)
  return pcOf(house, ring.device, identityOf(ring), newBook(SCOPES, `station:${house}`), random)
}

export function pcOf(house: string, device: string, identity: Identity, book: Book, random: Seeded): Pc {
  const events: StoredEvent[] = []
  const user = `user:${uuidv7(FROM, random.bytes(10))}`
  const enter = (part: readonly StoredEvent[], origin: 'own' | 'import'): void => {
    absorb(book, receive(book.replica, part, origin).touched)
    events.push(...part)
  }
  return {
    house,
    identity,
    book,
    events,
    take: (part) => enter(part, 'import'),
    write(drafts, to) {
      const author = { device: to ? addressedDevice(device, to) : device, user, at: momentOf(FROM), schema: 1 }
      const made = composeCommand(
        book.replica,
        cursorOf(book.replica),
        drafts,
        author,
        fieldScope,
        toBase64url(random.bytes(12)),
        () => toBase64url(random.bytes(9)),
      )
      enter(made, 'own')
      return made
    },
  }
}

export const leaving = (events: readonly StoredEvent[]): StoredEvent[] =>
  events.filter(({ header }) => ['shared', 'directory'].includes(scopeOfLog(header.log)))

/** What an upper office writes down of a house below: its pinned root, and its PCs with their grants. */
export function pinned(pcs: readonly Pc[], name: string): Draft[] {
  const { house, identity } = pcs[0]!
  const at = momentOf(FROM)
  const [code, short] = ['110101001001', 'S0001']
  const fields = { kind: 'below', name, code, short, root: toBase64url(identity.root!.open), at, left: '' }
  return [
    { entity: `peer:${house}`, kind: 'house-pinned', fields },
    ...pcs.map((pc, i): Draft => {
      const said = { house, pc: pc.identity.pc, letter: 'ABC'[i]!, name: '前台', at } as const
      const keys = { signs: toBase64url(pc.identity.open), receives: pc.identity.receives }
      const grant = signGrant({ kind: 'device', ...said, ...keys }, identity.root!)
      return { entity: `device:${pc.identity.pc}`, kind: IN_PART_KIND, fields: { grant, scopes: ['shared', 'directory'] } } // prettier-ignore
    }),
  ]
}

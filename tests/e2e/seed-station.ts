/** A station in its folder before the program opens it, written by the program's own code with keys that cost little. */
import { bookkeeper } from '#core/book/bookkeeper.ts'
import { deciding } from '#core/book/deciding.ts'
import type { Command } from '#core/commands.ts'
import { SCOPES } from '#core/kernel/event.ts'
import type { StationCard } from '#core/keys/slots.ts'
import { BugError } from '#core/lib/assert.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { openStationFolder } from '#host/station-folder.ts'
import { clock, random } from '#cli/clock.ts'
import { newStation } from '#cli/new-station.ts'
import { folderOptions, markStation } from '#cli/open-station.ts'
import { STATION } from './hand.ts'

/** The real cost of a key is paid in set-up.test.ts, and measured elsewhere. */
const COST = { m: 64, t: 1, p: 1 } as const

export type Seeding = {
  /** Answers the id of what the command is about. */
  readonly run: (command: Command) => Promise<string>
  /** Its entity. */
  readonly station: string
  /** Moves the clock of what follows: days before now. */
  readonly daysAgo: (days: number) => void
}

export async function seedStation(
  folder: string,
  fill: (seeding: Seeding) => Promise<void>,
  words: Partial<typeof STATION> = STATION,
): Promise<void> {
  const host = await openStationFolder(folderOptions(folder))
  if (!host.ok) throw new BugError(`no station folder: ${host.error}`)
  const { name, code, short, user: userName, password } = { ...STATION, ...words }
  const uuid = uuidv7(clock(), random(10))
  const user = `user:${uuidv7(clock(), random(10))}`
  const card: StationCard = { id: uuid, code, short, name, letter: 'A', demo: false }
  const slot = { kind: 'user' as const, label: userName, user, secret: password, scopes: SCOPES }
  const made = await newStation(host.value, card, [slot], COST)
  if (!made.ok) throw new BugError(made.error)
  const { book, writer, device } = made.value
  let ago = 0
  const keeper = bookkeeper({
    book,
    deciding,
    writer,
    user,
    device,
    numberPrefix: `${short}-${card.letter}`,
    clock: () => clock() - ago,
    random,
    onSaved: () => undefined,
  })
  const run = async (command: Command): Promise<string> => {
    const saved = await keeper.run(command)
    if (!saved.ok) throw new BugError(`${command.name}: ${JSON.stringify(saved.error)}`)
    return saved.value.entities[0]!
  }
  const station = `station:${uuid}`
  await run({ name: 'set-up-station', input: { id: station, name, code, short, userName } }) // prettier-ignore
  await fill({ run, station, daysAgo: (days) => (ago = days * 86_400_000) })
  await markStation(host.value, card, book)
  await host.value.close()
}

type Provider = Extract<Command, { name: 'save-provider' }>['input']
type Request = Extract<Command, { name: 'receive-case' }>['input']

/** What a command needs besides what a test is about. */
export const provider = (fields: Pick<Provider, 'name' | 'serviceType'> & Partial<Provider>): Command => ({
  name: 'save-provider',
  input: {
    kind: 'life-service',
    phone: '10000000001',
    funding: '',
    services: '',
    hours: '',
    area: '',
    contact: '',
    ...fields,
  },
})
export const request = (fields: Partial<Request>): Command => ({
  name: 'receive-case',
  input: {
    requestKind: 'help',
    channel: 'visit',
    urgency: 'general',
    title: '楼道灯坏了',
    text: '三号楼二单元楼道灯坏了，老人上下楼看不见。',
    requesterName: '王素兰',
    requesterPhone: '13812342764',
    anonymous: false,
    place: '三号楼二单元',
    category: '',
    ...fields,
  },
})

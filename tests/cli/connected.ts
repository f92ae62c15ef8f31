/** Stations in folders, connected as if their people had compared fingerprints by phone; commands run in this process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { clock, random } from '#cli/clock.ts'
import type { Command, Given } from '#cli/command.ts'
import { foundHouse, ownHouse } from '#cli/exchange/houses.ts'
import { newStation } from '#cli/new-station.ts'
import { folderOptions, markStation, withStation, type OpenStation } from '#cli/open-station.ts'
import type { Command as Write } from '#core/commands.ts'
import { SCOPES } from '#core/kernel/event.ts'
import { toBase64url } from '#core/lib/bytes.ts'
import { ok } from '#core/lib/result.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { openStationFolder } from '#host/station-folder.ts'

const PASSWORD = '平安是福'

/** Whatever some command of exchange may answer; a test reads what its own command does. */
export type Answer = {
  readonly files: readonly { readonly file: string; readonly events: number; readonly state: string }[]
  readonly [field: string]: unknown
}

export type House = { readonly dir: string; readonly short: string; readonly uuid: string }

export type Place = {
  readonly folder: string
  readonly make: (short: string) => Promise<House>
  /** `below` reports to `upper`; both know each other's root. */
  readonly connect: (upper: House, below: House) => Promise<void>
  readonly open: <T>(house: House, work: (station: OpenStation) => Promise<T>) => Promise<T>
  readonly write: (house: House, ...commands: readonly Write[]) => Promise<string[]>
  /** What the command answers with --json; throws its problem's code. */
  readonly run: (command: Command, places: readonly string[], options?: Readonly<Record<string, string | true>>) => Promise<Answer> // prettier-ignore
}

export function newPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'linwu-merge-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, PASSWORD)
  const given = (places: readonly string[], options: Readonly<Record<string, string | true>> = {}): Given => ({
    places,
    option: (name) => {
      const value = name === 'password-file' ? passwordFile : options[name]
      return typeof value === 'string' ? value : undefined
    },
    flag: (name) => options[name] === true,
    language: 'en',
  })
  async function open<T>(house: House, work: (station: OpenStation) => Promise<T>): Promise<T> {
    const done = await withStation(given([house.dir]), '', async (station) => ok(await work(station)))
    if (!done.ok) throw new Error(JSON.stringify(done.error.problem))
    return done.value
  }
  const cardAndGrant = (house: House) =>
    open(house, async (station) => {
      const founded = await foundHouse(station)
      if (!founded.ok) throw new Error(founded.error.problem.code)
      const { identity, trust } = station
      return { card: ownHouse(station), root: toBase64url(identity.root!.open), statements: trust().statementsFor([identity.pc]) } // prettier-ignore
    })
  return {
    folder,
    open,
    async make(short) {
      const dir = join(folder, short)
      const uuid = uuidv7(clock(), random(10))
      const host = await openStationFolder(folderOptions(dir))
      if (!host.ok) throw new Error(host.error)
      const card = { id: uuid, code: '110101001001', short, name: `站点${short}`, letter: 'A', demo: false }
      const user = `user:${uuidv7(clock(), random(10))}`
      const made = await newStation(host.value, card, [{ kind: 'command-line', label: '测', user, secret: PASSWORD, scopes: SCOPES }], { m: 8_192, t: 1, p: 1 }) // prettier-ignore
      if (!made.ok) throw new Error(made.error)
      await markStation(host.value, card, made.value.book)
      await host.value.close()
      const house = { dir, short, uuid }
      const { name, code } = card
      await write(house, {
        name: 'set-up-station',
        input: { id: `station:${uuid}`, name, code, short, userName: '甲' },
      })
      return house
    },
    async connect(upper, below) {
      const [above, under] = [await cardAndGrant(upper), await cardAndGrant(below)]
      const pin = (kind: 'upper' | 'below', { card, root, statements }: typeof above): Write =>
        ({ name: 'pin-house', input: { ...card, kind, root, statements } }) as Write
      await write(upper, pin('below', under))
      await write(below, pin('upper', above))
    },
    write,
    async run(command, places, options) {
      const done = await command.run(given(places, options))
      if (!done.ok) throw new Error(done.error.problem.code)
      return done.value.json as Answer
    },
  }

  async function write(house: House, ...commands: readonly Write[]): Promise<string[]> {
    return open(house, async ({ keeper, mark }) => {
      const out: string[] = []
      for (const command of commands) {
        const saved = await keeper.run(command)
        if (!saved.ok) throw new Error(`${command.name}: ${JSON.stringify(saved.error)}`)
        out.push(saved.value.entities[0]!)
      }
      await mark()
      return out
    })
  }
}

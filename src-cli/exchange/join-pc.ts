/** 这是本站的另一台电脑, from the command line: a request out of an empty folder, and a station in it once the grant is there. */
import { bookkeeper } from '#core/book/bookkeeper.ts'
import { deciding } from '#core/book/deciding.ts'
import type { HostCode } from '#core/host/host.ts'
import { askToJoin, joinCommand, joinedCard, openJoin, stopJoining, type JoinCode, type Joining, type JoinOpened, type JoinParts } from '#core/join-station.ts' // prettier-ignore
import { SCOPES, type Scope } from '#core/kernel/event.ts'
import { deriveKey } from '#core/keys/argon2.ts'
import { newRecoveryCode } from '#core/keys/recovery-code.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { clock, random } from '../clock.ts'
import { refused, type Failed, type Given } from '../command.ts'
import { newStation } from '../new-station.ts'
import { folderOptions, holdsStation, markStation, subtle } from '../open-station.ts'
import { readInput, readPassword } from '../read-input.ts'

const partsOf = (host: StationFolder): JoinParts => ({ host, subtle, random, derive: deriveKey, clock })

/** What the recovery code opens; as `init`. */
const RECOVERY_SCOPES: readonly Scope[] = ['private', 'shared', 'directory', 'audit']

export type Joined = { readonly station: string; readonly letter: string; readonly recoveryCode: string }

/** Makes the keys, which wait sealed in DIR, and the request for them. */
export const askFrom = (given: Given, usage: string, name: string): Promise<Result<Joining, Failed>> =>
  inEmptyFolder(given, usage, async (host, password) => {
    const asked = await askToJoin(partsOf(host), { name, password })
    return asked.ok ? asked : problem(asked.error, given.places[0]!)
  })

/** `confirm` sees the digits first; whatever it answers instead of null ends it. */
export const joinWith = <T>(
  given: Given,
  usage: string,
  file: string,
  confirm: (shown: JoinOpened['shown']) => Result<T, Failed> | null,
): Promise<Result<T | Joined, Failed>> =>
  inEmptyFolder<T | Joined>(given, usage, async (host, password) => {
    const bytes = await readInput(file)
    if (!bytes.ok) return bytes
    const opened = await openJoin(partsOf(host), bytes.value, password)
    if (!opened.ok) return problem(opened.error, file)
    const { ring, grant, shown } = opened.value
    const stop = confirm(shown)
    if (stop) return stop
    const { user } = grant
    const card = joinedCard(grant, false)
    const recoveryCode = newRecoveryCode(random)
    const slot = { label: user.name, user: user.id }
    const openings = [
      { kind: 'user', ...slot, secret: password, scopes: SCOPES },
      { kind: 'recovery', ...slot, secret: recoveryCode, scopes: RECOVERY_SCOPES },
      { kind: 'command-line', ...slot, label: 'linwu', secret: password, scopes: SCOPES },
    ] as const
    const made = await newStation(host, card, openings, undefined, ring)
    if (!made.ok) return refused({ code: made.error })
    const { book, writer, device } = made.value
    const numberPrefix = `${card.short}-${card.letter}`
    const parts = { book, deciding, writer, user: user.id, device, numberPrefix, clock, random }
    const saved = await bookkeeper<HostCode>({ ...parts, onSaved: () => undefined }).run(joinCommand(grant))
    if (!saved.ok)
      return refused({ code: saved.error.kind === 'refused' ? (saved.error.refusal.code as 'invalid-input') : saved.error.code }) // prettier-ignore
    const marked = await markStation(host, card, book)
    if (!marked.ok) return refused({ code: marked.error })
    await stopJoining(partsOf(host))
    return ok({ station: card.id, letter: card.letter, recoveryCode })
  })

async function inEmptyFolder<T>(
  given: Given,
  usage: string,
  work: (host: StationFolder, password: string) => Promise<Result<T, Failed>>,
): Promise<Result<T, Failed>> {
  const password = await readPassword(given, usage)
  if (!password.ok) return password
  const folder = given.places[0]!
  if (await holdsStation(folder)) return refused({ code: 'station-exists', words: { folder } })
  const host = await openStationFolder(folderOptions(folder))
  if (!host.ok) return refused({ code: host.error })
  try {
    return await work(host.value, password.value)
  } finally {
    await host.value.close()
  }
}

function problem(code: JoinCode, file: string): { ok: false; error: Failed } {
  if (code === 'no-slots') return refused({ code: 'not-asked', words: { file } })
  return refused({ code: code === 'newer-version' ? 'newer-file' : code, words: { file, folder: file } })
}

/** A new station in an empty folder: keys, slots, station and first person, marker. */
import { bookkeeper } from '#core/book/bookkeeper.ts'
import { deciding } from '#core/book/deciding.ts'
import type { HostCode } from '#core/host/host.ts'
import { SCOPES, type Scope } from '#core/kernel/event.ts'
import { newRecoveryCode } from '#core/keys/recovery-code.ts'
import type { StationCard } from '#core/keys/slots.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { uuidv7 } from '#core/lib/uuid.ts'
import { SET_UP_STATION } from '#core/settings/set-up-station.ts'
import { openStationFolder, type StationFolder } from '#host/station-folder.ts'
import { clock, random } from '../clock.ts'
import { misused, refused, type Command, type Done, type Failed } from '../command.ts'
import { newStation } from '../new-station.ts'
import { folderOptions, holdsStation, markStation } from '../open-station.ts'
import { readPassword } from '../read-input.ts'

const USAGE =
  'init DIR --station-code 110101001001 --short S0012 --station-name NAME --password-file F [--user-name NAME] [--office street|district] [--json]'

/** What the recovery code opens: everything but the reporters of 举报, which get a code of their own. */
const RECOVERY_SCOPES: readonly Scope[] = ['private', 'shared', 'directory', 'audit']

export const init: Command = {
  usage: USAGE,
  about: {
    'zh-CN': '建一个站点。恢复码只显示这一次，请抄下来锁好。',
    en: 'Makes a station. The recovery code is shown this once: write it down and lock it away.',
  },
  places: ['DIR'],
  options: {
    'station-code': 'value',
    short: 'value',
    'station-name': 'value',
    'user-name': 'value',
    'password-file': 'value',
    office: 'value',
  },
  async run(given) {
    for (const word of ['station-code', 'short', 'station-name']) {
      if (given.option(word) === undefined) return misused({ code: 'missing-option', words: { word, usage: USAGE } })
    }
    const password = await readPassword(given, USAGE)
    if (!password.ok) return password
    const uuid = uuidv7(clock(), random(10))
    const form = SET_UP_STATION.safeParse({
      id: `station:${uuid}`,
      code: given.option('station-code'),
      short: given.option('short'),
      name: given.option('station-name'),
      userName: given.option('user-name') ?? '站长',
      office: given.option('office'),
    })
    if (!form.success) {
      return refused({
        code: 'invalid-input',
        words: { fields: form.error.issues.map((issue) => OPTION_OF[String(issue.path[0])]).join(', ') },
      })
    }
    const folder = given.places[0]!
    if (await holdsStation(folder)) return refused({ code: 'station-exists', words: { folder } })
    const host = await openStationFolder(folderOptions(folder))
    if (!host.ok) return refused({ code: host.error })
    try {
      return await setUp(host.value, folder, uuid, form.data, password.value)
    } finally {
      await host.value.close()
    }
  },
}

/** How the fields of the form are spelled on the command line. */
const OPTION_OF: Readonly<Record<string, string>> = {
  code: '--station-code',
  short: '--short',
  name: '--station-name',
  userName: '--user-name',
  office: '--office',
}

type Form = ReturnType<typeof SET_UP_STATION.parse>

async function setUp(
  host: StationFolder,
  folder: string,
  uuid: string,
  form: Form,
  password: string,
): Promise<Result<Done, Failed>> {
  // Asked again under the lock: two programs may have found the folder empty.
  if (await holdsStation(folder)) return refused({ code: 'station-exists', words: { folder } })
  const user = `user:${uuidv7(clock(), random(10))}`
  const { code: stationCode, office } = form
  const isUpper = office === 'street' || office === 'district'
  const card: StationCard = {
    id: uuid,
    code: stationCode,
    short: form.short,
    name: form.name,
    letter: 'A',
    demo: false,
    ...(isUpper && { office }),
  }
  const recoveryCode = newRecoveryCode(random)
  const made = await newStation(host, card, [
    { kind: 'user', label: form.userName, user, secret: password, scopes: SCOPES },
    { kind: 'recovery', label: form.userName, user, secret: recoveryCode, scopes: RECOVERY_SCOPES },
    { kind: 'command-line', label: 'linwu', user, secret: password, scopes: SCOPES },
  ])
  if (!made.ok) return refused({ code: made.error })
  const { book, writer, device } = made.value
  const parts = { book, deciding, writer, user, device, numberPrefix: `${card.short}-${card.letter}`, clock, random }
  const saved = await bookkeeper<HostCode>({ ...parts, onSaved: () => undefined }).run({
    name: 'set-up-station',
    input: form,
  })
  if (!saved.ok)
    return refused({ code: saved.error.kind === 'not-saved' ? saved.error.code : 'station-exists', words: { folder } })
  const marked = await markStation(host, card, book)
  if (!marked.ok) return refused({ code: marked.error })
  const state = await host.state()
  const at = state.ok ? state.value.folder : folder
  const { code, short, name } = card
  return ok({
    json: { station: uuid, code, short, name, folder: at, recoveryCode },
    lines: [`站点已建好 · station ready: ${name} (${at})`, `恢复码 · recovery code: ${recoveryCode}`],
  })
}

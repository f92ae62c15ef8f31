/** 电脑与密钥: who was let in, and the files by which a PC or a house joins. Nothing is approved without the digits compared. */
import { resolve } from 'node:path'
import { entitiesOf, readEntity, userName } from '#core/book/book.ts'
import type { Command as StationCommand } from '#core/commands.ts'
import { grantFor, houseGrantFile, houseRequest, ownPcName, pcGrantFile, pcRequest, pinOf, revocationOf, type Founding } from '#core/exchange/trust/answers.ts' // prettier-ignore
import { commandOfGrant } from '#core/exchange/trust/command-of-grant.ts'
import { houseFingerprint } from '#core/exchange/trust/fingerprint.ts'
import { readGrantFile, type GrantFile } from '#core/exchange/trust/grant-file.ts'
import { readRequest, requestFingerprint, type TrustRequest } from '#core/exchange/trust/request-file.ts'
import type { TrustFileCode } from '#core/exchange/trust/trust-file-code.ts'
import { headSet } from '#core/kernel/head-set.ts'
import { secretsOf } from '#core/keys/identity.ts'
import { parseSlots, writeSlots } from '#core/keys/slots.ts'
import { fromBase64url } from '#core/lib/bytes.ts'
import { ok, type Result } from '#core/lib/result.ts'
import { nodeFileSystem } from '#host/file-system.ts'
import { createWhole } from '#host/atomic-files.ts'
import { misused, refused, type Command, type Done, type Failed, type Given } from '../command.ts'
import { foundHouse, oursOf } from '../exchange/houses.ts'
import { withFreshKeys } from '../exchange/fresh-keys.ts'
import { askFrom, joinWith } from '../exchange/join-pc.ts'
import { withStation, type OpenStation } from '../open-station.ts'
import { readInput } from '../read-input.ts'

const USAGE =
  'keys DIR [--request OUT | --file F [--compared DIGITS [--user WHO] [--out OUT]] | --revoke PC | --renew | --ask NAME --out OUT | --join GRANT [--compared DIGITS]] --password-file F [--json]'

export const keys: Command = {
  usage: USAGE,
  about: {
    'zh-CN':
      '列出本站的电脑、上下级和指纹。--request 存出申请；--file 看一份申请或许可，打电话核对后写 --compared 和 16 位数字才批准或采用；--revoke 停用一台电脑；--renew 给这台电脑换新密钥。本站的另一台电脑：在空文件夹里 --ask 名称 存出申请，拿到许可后 --join。',
    en: 'Lists PCs, connected houses and fingerprints. --request writes a request; --file shows a request or grant, and approves it once --compared gives the 16 digits read out by phone; --revoke shuts a PC out; --renew gives this PC new keys. Another PC of a station: --ask NAME in an empty folder writes its request, --join takes the grant.',
  },
  places: ['DIR'],
  options: { request: 'value', file: 'value', compared: 'value', user: 'value', out: 'value', revoke: 'value', renew: 'flag', ask: 'value', join: 'value', 'password-file': 'value' }, // prettier-ignore
  run: (given) => {
    const [request, file, revoke] = [given.option('request'), given.option('file'), given.option('revoke')]
    const [name, grant, renew] = [given.option('ask'), given.option('join'), given.flag('renew')]
    if (name !== undefined) return askToJoin(given, name)
    if (grant !== undefined) return join(given, grant)
    const isReading = request === undefined && file === undefined && revoke === undefined && !renew
    if (isReading) return withStation(given, USAGE, async (station) => list(station, given))
    const work = async (station: OpenStation): Promise<Result<Done, Failed>> => {
      const founded = await foundHouse(station)
      if (!founded.ok) return founded
      const done =
        request !== undefined
          ? await ask(station, request)
          : file !== undefined
            ? await look(station, given, file)
            : revoke !== undefined
              ? await shutOut(station, revoke)
              : list(station, given)
      await station.mark()
      return done
    }
    return withFreshKeys(given, USAGE, work, { always: renew })
  },
}

async function askToJoin(given: Given, name: string): Promise<Result<Done, Failed>> {
  const out = given.option('out')
  if (out === undefined) return misused({ code: 'missing-option', words: { word: 'out', usage: USAGE } })
  const asked = await askFrom(given, USAGE, name)
  if (!asked.ok) return asked
  const { file, fingerprint } = asked.value
  return saved(out, file.bytes, { name, fingerprint })
}

/** Shows the digits; with the right ones the station is made in the folder. */
async function join(given: Given, file: string): Promise<Result<Done, Failed>> {
  const joined = await joinWith<Done>(given, USAGE, file, ({ house, letter, user, fingerprint }) => {
    const compared = comparedWith(given, fingerprint)
    if (compared === true) return null
    const json = { what: 'grant', kind: 'pc', name: house.name, letter, user, fingerprint }
    return compared ?? ok({ json, lines: [`grant pc  ${house.name}  ${letter}  ${user}  ${fingerprint}`] })
  })
  if (!joined.ok || !('recoveryCode' in joined.value)) return joined as Result<Done, Failed>
  const { recoveryCode, letter } = joined.value
  return ok({ json: joined.value, lines: [letter, `恢复码 · recovery code: ${recoveryCode}`] })
}

function list(station: OpenStation, { language }: Given): Result<Done, Failed> {
  const { own, trust, identity } = oursOf(station)
  const fingerprint = trust.root ? houseFingerprint(own.house, trust.root) : ''
  const ids = new Set([identity.pc, ...[...entitiesOf(station.book, 'device')].map((id) => id.slice('device:'.length))])
  const pcs = [...ids]
    .filter((pc) => trust.houseOf(pc) === own.house)
    .map((pc) => {
      const fields = readEntity(station.book, `device:${pc}`)
      const grant = trust.grantOf(pc)
      const state = trust.isRevoked(pc) ? 'revoked' : fields?.['retired'] ? 'retired' : grant ? 'in' : 'asked'
      const user = userName(station.book, String(fields?.['user'] ?? ''))
      return { pc, isThis: pc === identity.pc, name: trust.nameOf(pc), letter: grant?.letter ?? '', state, user }
    })
  const houses = [...trust.houses.values()]
    .filter(({ house }) => house !== own.house)
    .map(({ house, kind, name, code, short, left, via, root }) => {
      const shared = { house, kind, name, code, short, left, via }
      return { ...shared, fingerprint: houseFingerprint(house, root), pcs: trust.pcsOf(house) }
    })
  const en = language === 'en'
  const hasRoot = identity.root !== null
  return ok({
    json: { house: own.house, fingerprint, hasRoot, pcs, houses },
    lines: [
      `${own.name}  ${fingerprint || (en ? 'no fingerprint yet' : '还没有指纹')}${hasRoot ? (en ? '  main key here' : '  总密钥在这里') : ''}`,
      ...pcs.map(
        ({ pc, letter, name, state, user, isThis }) =>
          `${isThis ? '*' : ' '} ${pc}  ${letter}  ${name}  ${state}  ${user}`,
      ),
      ...houses.map(
        ({ kind, name, code, fingerprint: digits, left }) => `  ${kind}  ${name}  ${code}  ${digits}  ${left}`,
      ),
    ],
  })
}

/** 接入申请 of the house; of this PC, while its keys are not granted. */
async function ask(station: OpenStation, out: string): Promise<Result<Done, Failed>> {
  const ours = oursOf(station)
  const bytes = houseRequest(ours) ?? pcRequest(ours, ownPcName(ours, ours.letter))
  return saved(out, bytes, { fingerprint: ours.trust.root ? houseFingerprint(ours.own.house, ours.trust.root) : '' })
}

/** Shows the file; with the right digits it is approved or taken. */
async function look(station: OpenStation, given: Given, file: string): Promise<Result<Done, Failed>> {
  const bytes = await readInput(file)
  if (!bytes.ok) return bytes
  const request = readRequest(bytes.value)
  const wrong = (code: TrustFileCode) =>
    refused({ code: code === 'newer-version' ? 'newer-file' : code, words: { file } })
  if (!request.ok && request.error !== 'not-a-request') return wrong(request.error)
  if (request.ok) {
    const fingerprint = requestFingerprint(request.value)
    const compared = comparedWith(given, fingerprint)
    if (compared !== true) return compared ?? shown(request.value, fingerprint)
    return answer(station, given, request.value)
  }
  const grant = await readGrantFile(bytes.value, secretsOf(station.identity))
  if (!grant.ok) return wrong(grant.error)
  const fingerprint = houseFingerprint(grant.value.from.house, fromBase64url(grant.value.root)!)
  const compared = comparedWith(given, fingerprint)
  if (compared !== true) return compared ?? shown(grant.value, fingerprint)
  const command = commandOfGrant(oursOf(station), grant.value)
  if (!command) return wrong('not-for-this-pc')
  const written = await run(station, command)
  if (!written.ok) return written
  if (grant.value.kind === 'pc') {
    const lettered = await takeLetter(station, grant.value.grant.letter)
    if (!lettered.ok) return lettered
  }
  return ok({ json: { taken: grant.value.kind, from: grant.value.from }, lines: [grant.value.from.name] })
}

/** Case numbers of this PC carry it from the next opening on. */
async function takeLetter({ host }: OpenStation, letter: string): Promise<Result<null, Failed>> {
  const bytes = await host.readSlots()
  if (!bytes.ok) return refused({ code: bytes.error })
  const file = parseSlots(bytes.value)
  if (!file.ok) return refused({ code: file.error })
  const written = await host.writeSlots(writeSlots({ ...file.value, station: { ...file.value.station, letter } }))
  return written.ok ? ok(null) : refused({ code: written.error })
}

/** Null: nobody has compared yet. */
function comparedWith(given: Given, fingerprint: string): true | null | ReturnType<typeof refused> {
  const said = given.option('compared')
  if (said === undefined) return null
  const plain = (digits: string): string => digits.normalize('NFKC').replace(/\D/g, '')
  return plain(said) === plain(fingerprint) || refused({ code: 'fingerprint-differs', words: { digits: fingerprint } })
}

function shown(file: TrustRequest | GrantFile, fingerprint: string): Result<Done, Failed> {
  const name = file.format === 'linwu-request' && file.kind === 'pc' ? file.name : file.from.name
  const what = file.format === 'linwu-request' ? 'request' : 'grant'
  return ok({
    json: { what, kind: file.kind, name, fingerprint },
    lines: [`${what} ${file.kind}  ${name}  ${fingerprint}`],
  })
}

async function answer(station: OpenStation, given: Given, request: TrustRequest): Promise<Result<Done, Failed>> {
  const founding = (): Founding | null => {
    const { root } = station.identity
    return root && { ...oursOf(station), root }
  }
  const ours = founding()
  const out = given.option('out')
  if (!ours) return refused({ code: 'no-root-here' })
  if (out === undefined) return misused({ code: 'missing-option', words: { word: 'out', usage: USAGE } })
  if (request.kind === 'house') {
    const written = await run(station, { name: 'pin-house', input: pinOf(ours, request) })
    if (!written.ok && written.error.problem.code !== 'nothing-changed') return written
    return saved(out, await houseGrantFile(founding()!, request), { connected: request.from.house })
  }
  const who = given.option('user')
  if (who === undefined) return misused({ code: 'missing-option', words: { word: 'user', usage: USAGE } })
  const known = [...entitiesOf(station.book, 'user')].find((id) => id === who || userName(station.book, id) === who)
  const again = ours.trust.grantOf(request.pc)
  const grant = again ?? grantFor(ours, request)
  if (!again) {
    const user = known === undefined ? { name: who } : { id: known }
    const written = await run(station, { name: 'let-pc-in', input: { grant, user } })
    if (!written.ok) return written
  }
  const id = String(readEntity(station.book, `device:${grant.pc}`)?.['user'] ?? '')
  const file = await pcGrantFile(founding()!, grant, { id, name: userName(station.book, id) })
  return saved(out, file, { pc: grant.pc, letter: grant.letter })
}

async function shutOut(station: OpenStation, pc: string): Promise<Result<Done, Failed>> {
  const { root } = station.identity
  if (!root) return refused({ code: 'no-root-here' })
  if (pc === station.identity.pc) return refused({ code: 'founding-pc' })
  const revocation = revocationOf({ ...oursOf(station), root }, pc, headSet(station.book.replica))
  const written = await run(station, { name: 'revoke-pc', input: { revocation } })
  return written.ok ? ok({ json: { revoked: pc, upTo: revocation.upTo }, lines: [pc] }) : written
}

async function run(station: OpenStation, command: StationCommand): Promise<Result<null, Failed>> {
  const done = await station.keeper.run(command)
  if (done.ok) return ok(null)
  const { error } = done
  return refused({ code: error.kind === 'refused' ? (error.refusal.code as 'invalid-input') : error.code })
}

/** Never over another file. */
async function saved(out: string, bytes: Uint8Array, json: object): Promise<Result<Done, Failed>> {
  const file = resolve(out)
  try {
    if (!(await createWhole(nodeFileSystem, file, bytes))) return refused({ code: 'file-there', words: { file } })
  } catch {
    return refused({ code: 'not-writable' })
  }
  return ok({ json: { ...json, file }, lines: [file] })
}

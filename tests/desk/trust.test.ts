/** A second PC, an upper office, a PC that goes, a copied PC: each through files, with real desks over real folders. */
import { cp, rm } from 'node:fs/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FolderHost } from '#core/host/host.ts'
import { err, type Result } from '#core/lib/result.ts'
import { openStationDb } from '#app/storage/station-db.ts'
import { INTAKE, newFolder, newProfile, openWorld, removeFolder, SET_UP, type World } from './desk-world.ts'

const folders: string[] = []
const worlds: World[] = []

/** Each PC with a browser of its own. `folder`: an existing one. */
async function pc(folder?: string, wrap?: (host: FolderHost) => FolderHost): Promise<World> {
  const at = folder ?? (await newFolder())
  const world = await openWorld(at, wrap, undefined, (id) => openStationDb(`${id}-${at.replaceAll('/', '-')}`))
  if (!folder) folders.push(at)
  worlds.push(world)
  return world
}

const must = <T>(result: Result<T, unknown>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
const PASSWORD = '里屋的平安-2026'
const KDF = SET_UP.kdfCost!
const recoveryCode = SET_UP.recoveryCode

async function founding(more: Partial<typeof SET_UP> = {}): Promise<World> {
  const world = await pc()
  must(await world.desk.find())
  must(await world.desk.setUp({ ...SET_UP, ...more }))
  return world
}

/** The road of a second PC, by the desk's questions in the order of the screens. */
async function second(first: World, name: string, user: { id: string } | { name: string }): Promise<World> {
  const world = await pc()
  expect(must(await world.desk.find()).kind).toBe('nothing')
  const asked = must(await world.desk.askToJoin({ name, password: PASSWORD, kdfCost: KDF }))
  const seen = must(await first.desk.readRequest(asked.file.bytes))
  expect(seen).toMatchObject({ kind: 'pc', name, fingerprint: asked.fingerprint, isKnown: false })
  const grant = must(await first.desk.letPcIn(asked.file.bytes, user))
  const shown = must(await world.desk.readJoin(grant.bytes, PASSWORD))
  expect(shown.fingerprint).toBe((await first.desk.devices())!.fingerprint)
  must(await world.desk.join({ grant: grant.bytes, password: PASSWORD, recoveryCode, kdfCost: KDF }))
  return world
}

beforeEach(newProfile)
afterEach(async () => {
  for (const world of worlds.splice(0)) await world.close().catch(() => undefined)
  for (const folder of folders.splice(0)) await removeFolder(folder)
})

test('a second PC is let in through a request and a grant file: same house, its own keys and letter', async () => {
  const first = await founding()
  const before = must(await first.desk.find())
  const colleague = must(await first.desk.run({ name: 'save-colleague', input: { name: '受理员乙' } })).entities[0]!
  const world = await second(first, '里屋', { id: colleague })
  const found = must(await world.desk.find())
  expect(found.kind === 'station' && before.kind === 'station' && found.card.id === before.card.id).toBe(true)
  expect(found).toMatchObject({ card: { letter: 'B', name: SET_UP.stationName, short: 'S0012' } })
  // Nothing of the pending request is left, and it opens with its own password only.
  expect(await world.desk.joining()).toBeNull()
  await world.desk.lock()
  expect(await world.desk.unlock(SET_UP.password, 'user')).toEqual({ ok: false, error: 'wrong-password' })
  const opened = must(await world.desk.unlock(PASSWORD, 'user'))
  expect(opened.user).toMatchObject({ id: colleague, name: '受理员乙' })
  const id = must(await world.desk.run({ name: 'receive-case', input: INTAKE })).entities[0]!
  expect((await world.desk.caseView(id))?.file.fields.number).toMatch(/^S0012-B-\d{4}-00001$/)
  const at = await world.desk.devices()
  expect(at).toMatchObject({ hasRoot: false, fingerprint: (await first.desk.devices())!.fingerprint })
  expect(at!.pcs.map(({ letter, isThis, state }) => [letter, isThis, state])).toEqual([['B', true, 'in'], ['A', false, 'in']]) // prettier-ignore
  expect((await first.desk.devices())!.pcs.map(({ letter, name, user }) => [letter, name, user])).toEqual([
    ['A', 'A 机', '受理员甲'],
    ['B', '里屋', '受理员乙'],
  ])
  // The root key never left the first PC.
  expect(await world.desk.letPcIn(new Uint8Array(), { name: '丙' })).toEqual({
    ok: false,
    error: { kind: 'no-root-here' },
  })
  // Only now is there anything to compare.
  expect(await first.desk.modules()).toContain('conflicts')
})

test('a request survives a reload; a grant for other keys, a wrong password, or none asked: said, and nothing written', async () => {
  const first = await founding()
  const world = await pc()
  const asked = must(await world.desk.askToJoin({ name: '里屋', password: PASSWORD, kdfCost: KDF }))
  const grant = must(await first.desk.letPcIn(asked.file.bytes, { name: '受理员乙' }))
  await world.close()
  const again = await pc(world.folder)
  expect(must(await again.desk.find()).kind).toBe('nothing')
  expect(await again.desk.joining()).toEqual(asked)
  expect(await again.desk.readJoin(grant.bytes, '错的')).toEqual({ ok: false, error: 'wrong-password' })
  expect(await again.desk.readJoin(asked.file.bytes, PASSWORD)).toEqual({ ok: false, error: 'not-a-grant' })
  const stranger = await pc()
  expect(await stranger.desk.readJoin(grant.bytes, PASSWORD)).toEqual({ ok: false, error: 'not-asked' })
  must(await stranger.desk.askToJoin({ name: '别的', password: PASSWORD, kdfCost: KDF }))
  expect(await stranger.desk.readJoin(grant.bytes, PASSWORD)).toEqual({ ok: false, error: 'not-for-this-pc' })
  expect(must(await stranger.desk.find()).kind).toBe('nothing')
  // A file that got lost is made once more, the same PC is not let in twice.
  expect(await first.desk.letPcIn(asked.file.bytes, { name: '丁' })).toMatchObject({
    error: { refusal: { code: 'pc-known' } },
  })
  const device = (await first.desk.devices())!.pcs[1]!.pc
  const file = must(await first.desk.grantOfPc(device))
  must(await again.desk.join({ grant: file.bytes, password: PASSWORD, recoveryCode, kdfCost: KDF }))
  expect(await again.desk.askToJoin({ name: 'x', password: PASSWORD })).toEqual({ ok: false, error: 'station-exists' })
})

test('two PCs ask at once and get two letters', async () => {
  const first = await founding()
  const [b, c] = [await pc(), await pc()]
  const requests = await Promise.all(
    [b, c].map(async ({ desk }, i) =>
      must(await desk.askToJoin({ name: `电脑${i}`, password: PASSWORD, kdfCost: KDF })),
    ),
  )
  const answers = await Promise.all(requests.map(({ file }, i) => first.desk.letPcIn(file.bytes, { name: `新人${i}` })))
  // Both were signed with the next letter; whoever came second presses again.
  const late = answers.findIndex(({ ok }) => !ok)
  if (late >= 0) must(await first.desk.letPcIn(requests[late]!.file.bytes, { name: `新人${late}` }))
  expect((await first.desk.devices())!.pcs.map(({ letter }) => letter)).toEqual(['A', 'B', 'C'])
})

test('a station and its upper office are connected by a request and a grant, with fingerprints at both ends', async () => {
  const station = await founding()
  const street = await founding({
    stationName: '金水街道',
    short: 'JS01',
    stationCode: '110101001000',
    office: 'street',
  })
  const request = must(await station.desk.houseRequest())
  const seen = must(await street.desk.readRequest(request.bytes))
  expect(seen).toMatchObject({ kind: 'house', name: SET_UP.stationName, pcs: 1, isKnown: false })
  expect(seen.fingerprint).toBe((await station.desk.devices())!.fingerprint)
  const grant = must(await street.desk.connectBelow(request.bytes))
  const shown = must(await station.desk.readGrant(grant.bytes))
  expect(shown).toMatchObject({ kind: 'house', name: '金水街道' })
  expect(shown.fingerprint).toBe((await street.desk.devices())!.fingerprint)
  // Not before somebody here has compared it.
  expect((await station.desk.devices())!.peers).toEqual([])
  must(await station.desk.takeGrant(grant.bytes))
  expect((await station.desk.devices())!.peers).toMatchObject([{ kind: 'upper', name: '金水街道', pcs: 1, left: '' }])
  expect((await street.desk.devices())!.peers).toMatchObject([{ kind: 'below', name: SET_UP.stationName, pcs: 1 }])
  expect(must(await street.desk.readRequest(request.bytes)).isKnown).toBe(true)
  // The file once more, without anything new.
  expect((await street.desk.connectBelow(request.bytes)).ok).toBe(true)
  // A grant for one station is none for another.
  const other = await founding({ stationName: '杏花园社区服务站', short: 'S0013' })
  must(await other.desk.houseRequest())
  expect(await other.desk.takeGrant(grant.bytes)).toEqual({
    ok: false,
    error: { kind: 'file', code: 'not-for-this-pc' },
  })
  expect(await station.desk.connectBelow(request.bytes)).toMatchObject({ error: { refusal: { code: 'own-house' } } })
  expect(await station.desk.letPcIn(request.bytes, { name: 'x' })).toEqual({
    ok: false,
    error: { kind: 'file', code: 'other-kind' },
  })
})

test('a PC that is gone is shut out from a point on', async () => {
  const first = await founding()
  await second(first, '里屋', { name: '受理员乙' })
  const [self, other] = (await first.desk.devices())!.pcs
  expect(await first.desk.revokePc(self!.pc)).toMatchObject({ error: { refusal: { code: 'founding-pc' } } })
  must(await first.desk.revokePc(other!.pc))
  expect((await first.desk.devices())!.pcs.map(({ state }) => state)).toEqual(['in', 'revoked'])
  expect(await first.desk.grantOfPc(other!.pc)).toMatchObject({ error: { refusal: { code: 'no-such-pc' } } })
})

test('keys that are renewed: another PC and letter, the same house and root, and nothing lost', async () => {
  const first = await founding()
  const id = must(await first.desk.run({ name: 'receive-case', input: INTAKE })).entities[0]!
  must(await first.desk.houseRequest())
  const before = (await first.desk.devices())!
  must(await first.desk.renewKeys())
  const after = (await first.desk.devices())!
  expect(after.fingerprint).toBe(before.fingerprint)
  expect(after.hasRoot).toBe(true)
  expect(after.pcs.map(({ letter, isThis, state }) => [letter, isThis, state])).toEqual([['B', true, 'in'], ['A', false, 'retired']]) // prettier-ignore
  expect(after.pcs[0]!.pc).not.toBe(before.pcs[0]!.pc)
  // It stays so after a lock, and cases get the new letter.
  await first.desk.lock()
  must(await first.desk.unlock(SET_UP.password, 'user'))
  expect((await first.desk.devices())!.pcs[0]!.pc).toBe(after.pcs[0]!.pc)
  expect((await first.desk.caseView(id))?.file.fields.number).toMatch(/-A-/)
  const next = must(await first.desk.run({ name: 'receive-case', input: INTAKE })).entities[0]!
  expect((await first.desk.caseView(next))?.file.fields.number).toMatch(/-B-/)
})

test('a copied PC whose keys were retired gets new ones when it is unlocked, and asks for a grant', async () => {
  const first = await founding()
  const b = await second(first, '里屋', { name: '受理员乙' })
  const device = (await b.desk.devices())!.pcs[0]!.pc
  must(await b.desk.run({ name: 'retire-pc', input: { pc: device } }))
  await b.close()
  const copy = await newFolder()
  folders.push(copy)
  await cp(b.folder, copy, { recursive: true })
  await rm(`${copy}/lock`, { force: true })
  const [one, two] = [await pc(b.folder), await pc(copy)]
  const now: string[] = []
  for (const { desk } of [one, two]) {
    must(await desk.find())
    must(await desk.unlock(PASSWORD, 'user'))
    must(await desk.run({ name: 'receive-case', input: INTAKE }))
    const [self] = (await desk.devices())!.pcs
    expect(self).toMatchObject({ isThis: true, state: 'asked' })
    now.push(self!.pc)
  }
  expect(new Set([...now, device]).size).toBe(3)
  // The founding PC lets one of them in again: a new letter.
  const request = must(await two.desk.ownRequest())
  expect(must(await first.desk.readRequest(request.bytes))).toMatchObject({ kind: 'pc', name: '里屋', isKnown: false })
  const user = (await first.desk.colleagues()).find(({ name }) => name === '受理员乙')!.id
  const grant = must(await first.desk.letPcIn(request.bytes, { id: user }))
  expect(await one.desk.takeGrant(grant.bytes)).toMatchObject({ error: { kind: 'file', code: 'not-for-this-pc' } })
  must(await two.desk.takeGrant(grant.bytes))
  expect((await two.desk.devices())!.pcs[0]).toMatchObject({ isThis: true, letter: 'C', state: 'in' })
  const id = must(await two.desk.run({ name: 'receive-case', input: INTAKE })).entities[0]!
  expect((await two.desk.caseView(id))?.file.fields.number).toMatch(/-C-/)
})

test('cut between the new salt and what stands behind it: the next unlock writes it down, and nothing stays unsigned', async () => {
  const first = await founding()
  await second(first, '里屋', { name: '受理员乙' })
  must(await first.desk.run({ name: 'receive-case', input: INTAKE }))
  const before = (await first.desk.devices())!.pcs[0]!
  // The disk takes the slots file and nothing after it: as a power cut would leave it.
  let cut = false
  await first.close()
  const torn = await pc(first.folder, (host) => ({
    ...host,
    writeSlots: async (bytes) => {
      const done = await host.writeSlots(bytes)
      cut = true
      return done
    },
    append: (...args) => (cut ? Promise.resolve(err('io-failed')) : host.append(...args)),
    beginSegment: (...args) => (cut ? Promise.resolve(err('io-failed')) : host.beginSegment(...args)),
  }))
  must(await torn.desk.find())
  must(await torn.desk.unlock(SET_UP.password, 'user'))
  await torn.desk.renewKeys()
  expect(cut).toBe(true)
  expect((await torn.desk.devices())!.pcs.find((one) => one.pc === before.pc)?.state).toBe('in')
  await torn.close()

  const again = await pc(first.folder)
  must(await again.desk.find())
  must(await again.desk.unlock(SET_UP.password, 'user'))
  const { pcs } = (await again.desk.devices())!
  expect(pcs.find((one) => one.pc === before.pc)).toMatchObject({ state: 'retired' })
  expect(pcs[0]).toMatchObject({ isThis: true, state: 'in', letter: 'C' })
  const house = (await again.desk.exchangeHome())!.house.id
  const preview = must(await again.desk.previewExport(house, 'hand-over'))
  // What it wrote under its old name leaves with a signature, and nobody but the two PCs of now opens it.
  expect(preview).toMatchObject({ stays: 0, cases: 1 })
  expect(preview.readers.map((one) => one.pc)).not.toContain(before.pc)
  // Once is enough.
  const count = (await again.desk.devices())!.pcs.length
  await again.desk.lock()
  must(await again.desk.unlock(SET_UP.password, 'user'))
  expect((await again.desk.devices())!.pcs.length).toBe(count)
})

test('the founding PC is called by its letter until somebody names a PC, here or at the other one; new keys keep the name', async () => {
  const first = await founding()
  expect((await first.desk.devices())!.pcs[0]!.name).toBe('')
  must(await first.desk.houseRequest())
  const [self] = (await first.desk.devices())!.pcs
  expect(self!.name).toBe('A 机')
  expect(must(await first.desk.renamePc(self!.pc, ' 前台 '))).toBe(null)
  expect((await first.desk.devices())!.pcs[0]!.name).toBe('前台')
  expect((await first.desk.exchangeHome())!.pcName).toBe('前台')
  expect(await first.desk.renamePc(self!.pc, '前台')).toMatchObject({ error: { refusal: { code: 'nothing-changed' } } })
  expect(await first.desk.renamePc('0'.repeat(16), 'x')).toMatchObject({ error: { refusal: { code: 'no-such-pc' } } })
  expect(await first.desk.renamePc(self!.pc, '  ')).toMatchObject({ error: { kind: 'refused' } })
  const b = await second(first, '里屋', { name: '受理员乙' })
  const [other] = (await b.desk.devices())!.pcs
  must(await b.desk.renamePc(other!.pc, '档案室'))
  must(await b.desk.renewKeys())
  const request = must(await b.desk.ownRequest())
  expect(must(await first.desk.readRequest(request.bytes))).toMatchObject({ name: '档案室' })
  must(await first.desk.renewKeys())
  expect((await first.desk.devices())!.pcs.map(({ name, letter, isThis }) => [name, letter, isThis])).toEqual([
    ['前台', 'C', true],
    ['前台', 'A', false],
    ['里屋', 'B', false],
  ])
})

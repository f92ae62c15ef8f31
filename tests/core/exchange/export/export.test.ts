/** What leaves: which logs, from which number on, read from the newest segments, signed so that it can be passed on. */
import { describe, expect, test } from 'vitest'
import { collectEvents, type JournalToRead } from '#core/exchange/export/collect-events.ts'
import { bundleRecords, keptHeads, readHave } from '#core/exchange/export/bundle-records.ts'
import { carried, concernsBoth } from '#core/exchange/export/profile-contents.ts'
import { planExport } from '#core/exchange/export/plan-export.ts'
import { signRevocation } from '#core/exchange/trust/statements.ts'
import { eraseDraft } from '#core/kernel/command.ts'
import { addressedDevice, pcOfLog, scopeOfLog, type StoredEvent } from '#core/kernel/event.ts'
import { toHex } from '#core/lib/bytes.ts'
import type { Profile } from '#core/peer/codes.ts'
import { exportTo, importFile, profileTo } from '../../../histories/files.ts'
import type { House } from '../../../histories/houses.ts'
import { backUp, renew, restore, sourceOf, trustIn, write, type Pc } from '../../../histories/pc.ts'
import { signerOfSeed } from '../../../histories/signer.ts'
import { district, saved, send } from '../district.ts'

const planOf = (pc: Pc, to: House, profile: Profile = profileTo(pc.house, to)) =>
  planExport(sourceOf(pc), trustIn(pc), to.id, profile)

async function collected(
  pc: Pc,
  to: House,
  more: Partial<JournalToRead<'died'>> = {},
): Promise<readonly StoredEvent[]> {
  const journal = {
    readSegment: pc.journal.readSegment,
    segments: pc.journal.segments(),
    chunk: 1 << 20,
    cipher: pc.cipher,
  }
  const done = await collectEvents({ ...journal, ...more }, pc.book.replica, planOf(pc, to))
  if (!done.ok) throw new Error(done.error)
  return done.value.events
}

describe('what a profile carries', () => {
  test('report: shared and directory of this house and of those below; nothing that is private, nothing of the office above', async () => {
    const { a1, j1, A, B, J, Q } = await district()
    await saved(a1, 'case:A1', { title: '漏水', urgency: 'low', reporterName: '李' })
    await send(a1, J, j1)
    await saved(j1, 'case:A1', { urgency: 'high' })
    await saved(j1, 'provider:p', { name: '街道' })
    const logs = planOf(a1, J).ranges.map(({ log }) => log)
    expect(new Set(logs.map(scopeOfLog))).toEqual(new Set(['shared', 'directory']))
    expect(new Set(logs.map(pcOfLog))).toEqual(new Set([a1.ring.device]))
    const upwards = new Set(planOf(j1, Q).ranges.map(({ log }) => pcOfLog(log)))
    expect(upwards).toEqual(new Set([a1.ring.device, j1.ring.device]))
    // 下发: what is for everybody, and what is for this house.
    await saved(j1, 'case:J1', { urgency: 'low' })
    const down = (house: House) => planOf(j1, house).ranges.map(({ log }) => log)
    expect(down(A)).toEqual([`${j1.ring.device}/directory`, `${addressedDevice(j1.ring.device, A.id)}/shared`])
    expect(down(B)).toEqual([`${j1.ring.device}/directory`])
    await send(j1, A, a1)
    expect(carried(trustIn(a1), 'report', J.id)(`${j1.ring.device}/directory`)).toBe(false)
    await saved(a1, 'case:A2', { urgency: 'low' })
    expect(new Set(planOf(a1, J).ranges.map(({ log }) => pcOfLog(log)))).toEqual(new Set([a1.ring.device]))
    expect(planOf(a1, J, 'receipt').ranges).toEqual([])
    expect(planOf(a1, J, 'hand-over').ranges, 'never to another house').toEqual([])
    expect(planOf(a1, A).ranges.map(({ log }) => scopeOfLog(log))).toContain('confidential')
  })

  test('what both houses know of each other is never about private logs, nor about another house', async () => {
    const { a1, b1, j1, A, B, J } = await district()
    await saved(a1, 'case:A1', { title: 'x', urgency: 'low' })
    await saved(b1, 'case:B1', { title: 'x', urgency: 'low' })
    await send(a1, J, j1)
    await send(b1, J, j1)
    await saved(j1, 'case:B1', { urgency: 'high' })
    for (const [pc, to, not] of [
      [a1, J, b1],
      [j1, A, b1],
      [j1, B, a1],
    ] as const) {
      const logs = Object.keys(planOf(pc, to).have)
      expect(logs.filter((log) => !['shared', 'directory'].includes(scopeOfLog(log)))).toEqual([])
      expect(logs.map(pcOfLog)).not.toContain(not.ring.device)
    }
    // Not even where such a log should ever have come here.
    const closed = `${a1.ring.device}/private`
    expect(concernsBoth(trustIn(j1), A.id, new Set([closed]))(closed)).toBe(false)
    expect(Object.keys(planOf(j1, A).have).join()).not.toContain(addressedDevice(j1.ring.device, B.id))
  })
})

describe('from which number on', () => {
  test('all of it until the other side says that it arrived; then nothing; and again what a restored peer lost', async () => {
    const { a1, j1, A, J } = await district()
    await saved(a1, 'case:A1', { urgency: 'low' })
    expect(planOf(a1, J)).toMatchObject({ fresh: planOf(a1, J).events })
    const [lost] = await exportTo(a1, J)
    expect(lost!.events).toBeGreaterThan(0)
    expect(planOf(a1, J)).toMatchObject({ events: lost!.events, fresh: 0 })
    backUp(j1)
    await send(a1, J, j1)
    await send(j1, A, a1)
    expect(planOf(a1, J).ranges).toEqual([])
    await restore(j1)
    await send(j1, A, a1)
    expect(planOf(a1, J).events).toBe(lost!.events)
  })

  test('a hand-over goes on until every other PC of the house has it', async () => {
    const { a1, a2, A } = await district()
    await saved(a1, 'case:A1', { title: 'x' })
    const before = planOf(a1, A).events
    await send(a1, A, a2)
    expect(planOf(a1, A).events).toBeGreaterThanOrEqual(before)
    await send(a2, A, a1)
    const titles = (await collected(a1, A)).filter(({ header }) => header.e.startsWith('case:'))
    expect(titles).toEqual([])
  })

  test('of a revoked PC what counts, and no further', async () => {
    const { a1, a2, j1, A, J } = await district()
    await saved(a2, 'case:A1', { urgency: 'low' })
    await saved(a2, 'case:A1', { urgency: 'high' })
    await send(a2, A, a1)
    const log = `${a2.ring.device}/shared`
    const revocation = signRevocation(
      { kind: 'revocation', house: A.id, pc: a2.ring.device, upTo: { [log]: 1 }, at: '2026-11-22T09:00:00+08:00' },
      signerOfSeed(A.rootSeed),
    )
    const done = await write(a1, [{ entity: `device:${a2.ring.device}`, kind: 'pc-revoked', fields: { revocation } }])
    expect(done.ok).toBe(true)
    expect(planOf(a1, J).ranges.find((range) => range.log === log)).toEqual({ log, after: 0, to: 1 })
    void j1
  })

  test("a peer's words about logs are read as what they are", () => {
    const good = { n: 3, id: 'x' }
    expect(
      readHave({ 'abcdefgh/shared': { ...good, forks: [good, 1], gap: true, more: 1 }, 'no log': good, 'abcdefgh/audit': { n: -1, id: 'x' }, 'abcdefgh/private': null }), // prettier-ignore
    ).toEqual({ 'abcdefgh/shared': { ...good, forks: [good], gap: true } })
    for (const nothing of [null, undefined, 7, 'x']) expect(readHave(nothing)).toEqual({})
  })
})

describe('out of the journal', () => {
  test('newest segments first, and no further than needed', async () => {
    const { a1, j1, A, J } = await district()
    for (let i = 0; i < 60; i++)
      await saved(a1, `case:A${i % 5}`, { title: toHex(a1.dice.bytes(1_500)), urgency: 'low' })
    await send(a1, J, j1)
    await send(j1, A, a1)
    const all = a1.journal.segments().length
    expect(all).toBeGreaterThan(1)
    await saved(a1, 'case:A1', { urgency: 'high' })
    const read = new Set<string>()
    const readSegment: JournalToRead<'died'>['readSegment'] = (id, at, length) => {
      read.add(id)
      return a1.journal.readSegment(id, at, length)
    }
    expect((await collected(a1, J, { readSegment })).map(({ header }) => header.k)).toEqual(['case-changed'])
    expect(read.size).toBe(1)
  })

  test('erased payloads stay behind, although the journal still holds them', async () => {
    const { a1, A } = await district()
    await saved(a1, 'case:A1', { title: '不该走的', urgency: 'low' })
    const erased = await write(a1, [eraseDraft('case:A1', 'private', 'asked')])
    expect(erased.ok).toBe(true)
    const events = await collected(a1, A)
    const payloads = events.filter(({ header }) => header.e === 'case:A1').map(({ header, fields }) => [scopeOfLog(header.log), header.k, fields !== null]) // prettier-ignore
    expect(payloads).toEqual(
      expect.arrayContaining([['private', 'case-changed', false], ['shared', 'case-changed', true], ['private', 'erased', true]]), // prettier-ignore
    )
  })
})

test('what a PC wrote under keys that are retired can still be passed on', async () => {
  const { a1, a2, j1, A, J } = await district()
  await saved(a1, 'case:A1', { urgency: 'low' })
  const old = a1.ring.device
  await renew(a1)
  expect(keptHeads(sourceOf(a1), bundleRecords(sourceOf(a1))).map(({ log }) => pcOfLog(log))).toContain(old)
  await send(a1, J, j1)
  expect(j1.book.replica.entities.has('case:A1')).toBe(true)
  await send(a1, A, a2)
  expect(a2.book.replica.logs.get(`${old}/shared`)?.ids).toHaveLength(2)
  // Nobody waits for the old name's word, and nothing more is for its key.
  expect(trustIn(a2).pcsOf(A.id)).not.toContain(old)
  void importFile
})

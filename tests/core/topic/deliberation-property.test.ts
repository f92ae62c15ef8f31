/** Two PCs record steps of one deliberation at once: both records are kept, and every PC shows the same road. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entitiesOf, readEntity } from '#core/book/book.ts'
import { seeded } from '#core/demo/seeded.ts'
import { DELIBERATION_STEPS } from '#core/topic/deliberation-codes.ts'
import { deliberationCard, resolutionTask, stepRecord } from '#core/topic/deliberation-fields.ts'
import { addsUp, deliberationRoad, hasQuorum, isCarried } from '#core/topic/deliberation-road.ts'
import { INTAKE, newStation, type Station } from '../commands/station.ts'
import { size } from '../../size.ts'

const TODAY = '2026-03-02'

function roadOf(at: Station, deliberation: string) {
  const all = (type: string) => [...entitiesOf(at.book, type)].map((id) => [id, readEntity(at.book, id)!] as const)
  return deliberationRoad(
    deliberationCard(deliberation, readEntity(at.book, deliberation)!),
    all('deliberation-step').map(([id, fields]) => stepRecord(id, fields)),
    all('resolution-task').map(([id, fields]) => resolutionTask(id, fields)),
    TODAY,
  )
}

async function world() {
  const pcs = [1, 2, 3].map((n) => newStation(n, `user:${n}`))
  const [first] = pcs as [Station, ...Station[]]
  const member = await first.done({ name: 'receive-case', input: INTAKE })
  const topic = await first.done({ name: 'begin-topic', input: { title: '路灯', category: '', place: '', note: '', cases: [member] } }) // prettier-ignore
  const deliberation = await first.done({ name: 'begin-deliberation', input: { topic, kind: 'forum', title: '路灯', venue: '', expected: 100, noticeDays: 3, publicationDays: 7, majority: 'half', secret: false, authority: '', note: '' } }) // prettier-ignore
  for (const pc of pcs.slice(1)) pc.take(first.events)
  return { pcs, deliberation }
}

const act = fc.record({
  pc: fc.nat(2),
  kind: fc.constantFrom('record' as const, 'correct' as const, 'skip' as const, 'task' as const, 'meet' as const),
  step: fc.constantFrom(...DELIBERATION_STEPS),
  present: fc.integer({ min: 0, max: 100 }),
  with: fc.nat(2),
})

test('whatever was recorded on which PC, in any order of arrival: the same road everywhere, and no record is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 14 }), fc.nat(), async (acts, seed) => {
      const { pcs, deliberation } = await world()
      let recorded = 0
      for (const { pc: at, kind, step, present, with: other } of acts) {
        const pc = pcs[at]!
        if (kind === 'meet') {
          pc.take(pcs[other]!.events)
          continue
        }
        if (kind === 'task') {
          await pc.run({ name: 'add-task', input: { deliberation, what: '办', who: '物业', dueOn: '2026-03-01' } })
          continue
        }
        const before = roadOf(pc, deliberation).find((one) => one.step === step)!.records
        const saved = await pc.run({
          name: 'record-step',
          input: { deliberation, step, on: TODAY, skipped: kind === 'skip', reason: kind === 'skip' ? '不需要' : '', note: '', corrects: kind === 'correct' ? before.map(({ id }) => id) : [], present, votesFor: present, against: 0, abstain: 0, legality: 'lawful', checkedBy: '所', text: '同意。' }, // prettier-ignore
        })
        if (saved.ok) recorded += 1
      }
      const all = pcs.flatMap((pc) => pc.events)
      for (const pc of pcs) pc.take(all)
      const late = newStation(3, 'user:late')
      const random = seeded(seed)
      const order = all.map((event) => [random.bytes(4).join(), event] as const).toSorted(([a], [b]) => (a < b ? -1 : 1)) // prettier-ignore
      for (const [, event] of order) late.take([event])
      expect(new Set([...pcs, late].map((pc) => JSON.stringify(roadOf(pc, deliberation)))).size).toBe(1)
      expect([...entitiesOf(late.book, 'deliberation-step')]).toHaveLength(recorded)
    }),
    { numRuns: size(40) },
  )
})

test('two PCs record the same step at once: both are kept, the road says so, and one more record settles it', async () => {
  const { pcs, deliberation } = await world()
  const [here, there] = pcs as [Station, Station, Station]
  const attendance = (present: number, corrects: string[] = []) => ({ name: 'record-step', input: { deliberation, step: 'attendance', on: TODAY, skipped: false, reason: '', note: '', corrects, present } }) as const // prettier-ignore
  const one = await here.done(attendance(60))
  const two = await there.done(attendance(61))
  here.take(there.events)
  there.take(here.events)
  for (const pc of [here, there]) {
    const step = roadOf(pc, deliberation)[2]!
    expect([step.disputed, step.records.map(({ id }) => id).toSorted()]).toEqual([true, [one, two].toSorted()])
  }
  await here.done(attendance(61, [one, two]))
  there.take(here.events)
  for (const pc of [here, there]) expect(roadOf(pc, deliberation)[2]).toMatchObject({ disputed: false, records: [{ present: 61 }] }) // prettier-ignore
})

const vote = fc.record({ votesFor: fc.nat(5_000), against: fc.nat(5_000), abstain: fc.nat(5_000) })

test('votes add up exactly when they are as many as came', () => {
  fc.assert(
    fc.property(vote, fc.integer({ min: -3, max: 3 }), (votes, off) => {
      const present = votes.votesFor + votes.against + votes.abstain
      expect(addsUp(votes, present + off)).toBe(off === 0)
    }),
  )
})

test('a vote is carried by fractions alone: one more for never undoes it, one more against or abstaining never carries it', () => {
  fc.assert(
    fc.property(vote, fc.constantFrom('half' as const, 'two-thirds' as const), (votes, majority) => {
      const is = (more: Partial<typeof votes>): boolean => isCarried({ ...votes, ...more }, { majority })
      const all = votes.votesFor + votes.against + votes.abstain
      const share = all === 0 ? 0 : votes.votesFor / all
      // Away from the border floating point agrees with the whole numbers; at the border the whole numbers decide.
      const border = majority === 'half' ? 1 / 2 : 2 / 3
      if (Math.abs(share - border) > 1e-9) expect(is({})).toBe(share > border)
      if (is({})) expect(is({ votesFor: votes.votesFor + 1 })).toBe(true)
      else {
        expect(is({ against: votes.against + 1 })).toBe(false)
        expect(is({ abstain: votes.abstain + 1 })).toBe(false)
      }
      if (is({}) && majority === 'two-thirds') expect(isCarried(votes, { majority: 'half' })).toBe(true)
    }),
  )
})

test('a quorum is more than half: exactly half is none, and one more who comes never takes it away', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), (half) => {
      expect([hasQuorum(half, 2 * half), hasQuorum(half + 1, 2 * half), hasQuorum(half, 2 * half - 1)]).toEqual([false, true, true]) // prettier-ignore
    }),
  )
})

/** DOMAIN, ARCHITECTURE §4: every state that a merge can reach has a shown status and at least one legal next command. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCase } from '#core/book/book.ts'
import { inForce, type Act, type CaseFile } from '#core/case-file/case-file.ts'
import { REFERRAL_STEPS, ROAD, SERVICE_TYPES, STATUSES } from '#core/case-file/codes.ts'
import { ANSWERED_TO, ORDER_ROLES, RULINGS } from '#core/case-file/referral-codes.ts'
import { ACT_TYPES } from '#core/case-file/scopes.ts'
import { isOpen, nextCommands, road, statusOf, type NextCommand } from '#core/case-file/status.ts'
import { newLedger } from '#core/agreement/ledger.ts'
import { decide, type CommandReading } from '#core/commands.ts'
import { lastOwnAct } from '#core/follow-up/withdraw-act.ts'
import { size } from '../../size.ts'
import { enterProviders, INTAKE, newStation, NOW, PROVIDER, rightInput } from './station.ts'

const PROVIDERS = { administrative: 'provider:a', welfare: 'provider:w', market: 'provider:m', helper: 'provider:h' }

const act: fc.Arbitrary<Act | Act<'withdrawal'>> = fc
  .record({
    type: fc.constantFrom(...ACT_TYPES),
    lamport: fc.nat(9),
    n: fc.nat(999),
    referral: fc.nat(9),
    // Where it is a withdrawal: of one of the acts before it in the list (see `anyCase`), not of any id there could be.
    takes: fc.nat(19),
    serviceType: fc.constantFrom(...SERVICE_TYPES),
    step: fc.constantFrom(...REFERRAL_STEPS),
    kind: fc.constantFrom('first-contact', 'progress', 'visit', 'note'),
    reached: fc.boolean(),
    valid: fc.boolean(),
    role: fc.option(fc.constantFrom(...ORDER_ROLES), { nil: undefined }),
    way: fc.constantFrom('dispatch', 'report-up'),
    decision: fc.constantFrom(...RULINGS),
    to: fc.option(fc.subarray([...ANSWERED_TO], { minLength: 1 }), { nil: undefined }),
    about: fc.nat(9),
  })
  .map(({ type, lamport, n, referral, way, about, to, ...said }) => {
    const id = `${type}:${type === 'referral' ? referral : n % 10}`
    return { id, type, written: [lamport, String(n)], enteredAt: NOW, case: 'case:1', at: NOW, by: 'user:x', referral: `referral:${referral}`, provider: 'provider:w', objection: `objection:${about}`, consent: `consent:${about}`, fields: ['title'], way: type === 'referral' ? way : 'phone', ...(type === 'answer' && to && { to }), ...said } as unknown as Act | Act<'withdrawal'> // prettier-ignore
  })

const takesOf = (withdrawal: Act<'withdrawal'>): number => (withdrawal as unknown as { readonly takes: number }).takes

/** Whatever acts and withdrawals arrive, in the order everybody agrees on. */
const anyCase: fc.Arbitrary<CaseFile> = fc.uniqueArray(act, { maxLength: 20, selector: ({ id }) => id }).map((all) => ({
  id: 'case:1',
  pc: '',
  fields: { requestKind: 'help', receivedAt: NOW, title: '路灯不亮' },
  ...inForce(all.map((one) => (one.type === 'withdrawal' ? { ...one, act: all[takesOf(one) % all.length]!.id } : one))),
  conflicts: [],
}))

const reading = (file: CaseFile): CommandReading => ({
  caseFile: () => file,
  entity: () => null,
  children: () => [],
  exists: () => true,
  read: () => ({}),
  ids: () => new Set(),
  held: () => [],
  categoryLimit: () => undefined,
  byExternal: () => null,
  nextNumber: () => 'S0012-A-2026-00001',
  accounts: 1,
  importedCase: () => null,
  numbers: () => [],
  money: newLedger,
  providerType: (id) =>
    Object.entries(PROVIDERS)
      .find(([, provider]) => provider === id)?.[0]
      ?.replace('helper', 'welfare') ?? null,
})
const asked = { now: NOW, user: 'user:x', newId: (type: string) => `${type}:new` }
const isTaken = (name: NextCommand, file: CaseFile): boolean =>
  decide(reading(file), rightInput(name, file, PROVIDERS), asked).ok

describe('any set of acts', () => {
  it('has a status, a road, and commands that are all taken when they are offered', () => {
    fc.assert(
      fc.property(anyCase, (file) => {
        expect(STATUSES).toContain(statusOf(file))
        const offered = nextCommands(file)
        expect(offered.length).toBeGreaterThan(0)
        expect(new Set(offered).size).toBe(offered.length)
        expect(offered.filter((name) => !isTaken(name, file))).toEqual([])
      }),
      { numRuns: size(2_000) },
    )
  })

  it('shows six steps: done or skipped ones first, then at most one that is next, then those ahead', () => {
    fc.assert(
      fc.property(anyCase, (file) => {
        const states = road(file).map((mark) => mark.state)
        for (const { state, at } of road(file)) if (state === 'skipped') expect(at).toBeNull()
        expect(road(file).map((mark) => mark.step)).toEqual([...ROAD])
        expect(states.join(' ')).toMatch(/^done(( done| skipped)* done)?( now( ahead)*)?$/)
      }),
      { numRuns: size(500) },
    )
  })

  it('is closed exactly when reopening is offered, and then nothing of the road is', () => {
    fc.assert(
      fc.property(anyCase, (file) => {
        const offered = nextCommands(file)
        expect(offered.includes('reopen-case')).toBe(!isOpen(statusOf(file)))
        if (!isOpen(statusOf(file)))
          expect(
            offered.filter((name) => ['classify', 'dispatch', 'record-answer', 'close-case'].includes(name)),
          ).toEqual([])
      }),
      { numRuns: size(500) },
    )
  })
})

const ALL: readonly NextCommand[] = [
  'classify', 'dispatch', 'record-referral-step', 'record-contact', 'record-answer', 'close-case', 'reopen-case', 'record-revisit', 'record-finding', 'attach-file',
  'dispatch-co', 'raise-objection', 'rule-objection', 'withdraw-consent', 'record-participation',
] // prettier-ignore

it('withdrawn acts count for nothing: the case reads as if they had never been written', () => {
  let withdrawals = 0
  fc.assert(
    fc.property(anyCase, (file) => {
      const without: CaseFile = { ...file, withdrawn: [] }
      expect([statusOf(file), nextCommands(file), road(file)]).toEqual([
        statusOf(without),
        nextCommands(without),
        road(without),
      ])
      withdrawals += file.withdrawn.length
      const counting = new Set(file.acts.map(({ id }) => id))
      for (const { act: taken } of file.withdrawn) {
        expect(counting.has(taken.id)).toBe(false)
        expect(['viewing', 'correction', 'withdrawal']).not.toContain(taken.type)
      }
    }),
    { numRuns: size(500) },
  )
  expect(withdrawals).toBeGreaterThan(0)
})

it('two PCs that work on one case at the same time end with the same case, status and commands', async () => {
  const moves = fc.array(fc.record({ pc: fc.nat(1), name: fc.constantFrom(...ALL, 'undo' as const) }), {
    maxLength: 24,
  })
  let undone = 0
  await fc.assert(
    fc.asyncProperty(moves, fc.nat(24), async (list, meeting) => {
      const pcs = [newStation(1, 'user:a'), newStation(2, 'user:b')] as const
      const providers = await enterProviders(pcs[0])
      const id = await pcs[0].done({ name: 'receive-case', input: INTAKE })
      const meet = (): void => {
        pcs[1].take(pcs[0].events)
        pcs[0].take(pcs[1].events)
      }
      meet()
      for (const [i, { pc, name }] of list.entries()) {
        if (i === meeting) meet()
        const station = pcs[pc]!
        const file = station.file(id)
        if (name === 'undo') {
          const last = lastOwnAct(file, pc === 0 ? 'user:a' : 'user:b')
          if (!last) continue
          const left = file.acts.filter((other) => other.id !== last.id)
          await station.done({ name: 'withdraw-act', input: { case: id, act: last.id } })
          undone += 1
          expect(station.file(id).acts).toEqual(left)
          expect(statusOf(station.file(id))).toBe(statusOf({ ...file, acts: left }))
          continue
        }
        const isOffered = nextCommands(file).includes(name)
        // 协办 goes to somebody who does not have the case yet: each time somebody new.
        const helper = name === 'dispatch-co' ? await station.done({ name: 'save-provider', input: PROVIDER }) : ''
        const saved = await station.run(rightInput(name, file, { ...providers, helper }))
        if (isOffered) expect([name, saved.ok]).toEqual([name, true])
      }
      meet()
      const [one, other] = pcs.map((station) => readCase(station.book, id)!) as [CaseFile, CaseFile]
      expect(other).toEqual(one)
      expect(STATUSES).toContain(statusOf(one))
      expect(nextCommands(one).length).toBeGreaterThan(0)
    }),
    { numRuns: size(60) },
  )
  expect(undone).toBeGreaterThan(0)
})

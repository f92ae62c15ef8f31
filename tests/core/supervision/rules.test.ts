/** DOMAIN §8: every rule with a case that it catches and one that it just does not, and its sentence in both languages. */
import { describe, expect, it } from 'vitest'
import type { AgreementFields } from '#core/agreement/agreement.ts'
import type { Act, CaseFile } from '#core/case-file/case-file.ts'
import type { CaseFields } from '#core/case-file/fields.ts'
import { BUILT_IN } from '#core/lib/calendar.ts'
import { RULE_CODES, type RuleCode } from '#core/supervision/rule-codes.ts'
import type { Doer, DoerLooking } from '#core/supervision/rule.ts'
import { CASE_RULES, DOER_RULES, doerHits, hitsOf } from '#core/supervision/rules.ts'
import { supervision as english } from '../../../src-renderer/text/en/supervision.ts'
import { supervision as chinese } from '../../../src-renderer/text/zh-CN/supervision.ts'

const DAYS = { calendar: BUILT_IN, dayEnd: '23:59:59' }
/** Days of March 2026; the 2nd is a Monday. */
const on = (day: number, time = '09:00:00'): string => `2026-03-${String(day).padStart(2, '0')}T${time}+08:00`
const DUE = on(9, '23:59:59')

type Said = { readonly type: Act['type']; readonly at: string } & Record<string, unknown>
const said = (type: Act['type'], at: string, more: Record<string, unknown> = {}): Said => ({ type, at, ...more })

function file(acts: readonly Said[], fields: Partial<CaseFields> = {}): CaseFile {
  return {
    id: 'case:1',
    pc: '',
    fields: { receivedAt: on(2), dueAt: DUE, requestKind: 'help', channel: 'phone', receivedBy: 'user:a', ...fields },
    acts: acts.map((act, i) => ({ case: 'case:1', by: 'user:a', note: '', enteredAt: act.at, id: `${act.type}:${i}`, written: [i + 1, `${i}`], ...act }) as unknown as Act), // prettier-ignore
    withdrawn: [],
    conflicts: [],
  }
}
const contact = (at: string) => said('contact', at, { kind: 'first-contact', way: 'phone', reached: false })
const answer = (at: string, more = {}) => said('answer', at, { way: 'phone', content: '好了', answeredBy: '', ...more })
const closing = (at: string, more = {}) => said('closing', at, { outcome: 'solved', ...more })
const order = said('referral', on(2), { provider: 'provider:1', serviceType: 'welfare', way: 'dispatch' })
const returned = (at: string) => said('objection', at, { referral: 'referral:0', reasonCode: 'no-capacity' })
const extension = (at: string, dueAt: string) =>
  said('extension', at, { was: DUE, dueAt, reason: '等料', approver: '李' })
const urging = said('urging', on(10), { kind: 'urge', to: '队', way: 'phone', replyBy: on(17, '23:59:59') })
const HOTLINE = { channel: 'hotline-12345', orderNumber: '1', orderDueAt: DUE } as const
const revisit = (at: string, valid = true) =>
  said('revisit', at, { valid, way: 'phone', words: '', selfRevisit: false, ...(valid ? { solved: true, scale: 'three-rates', grade: 'satisfied' } : { invalidReason: 'no-answer' }) }) // prettier-ignore

const START = contact(on(2))
/** [what is caught, what just is not, from when on]. */
const CASES: Partial<Record<RuleCode, readonly [hit: CaseFile, not: CaseFile, since: string]>> = {
  overdue: [file([START, answer(on(10, '00:00:00'))]), file([START, answer(DUE)]), DUE],
  'hotline-late': [
    // 延期 of the station's own moves no limit of 12345.
    file([START, extension(on(8), on(20)), answer(on(10), { to: ['resident', 'dispatcher'] })], HOTLINE),
    file([START, answer(on(12), { to: ['resident'] }), answer(DUE, { to: ['dispatcher'] })], HOTLINE),
    DUE,
  ],
  'no-first-contact': [file([contact(on(4))]), file([contact(on(3, '23:59:59'))]), on(3, '23:59:59')],
  'urged-idle': [file([START, urging]), file([START, urging, contact(on(11))]), on(17, '23:59:59')],
  'returned-again': [
    file([order, START, returned(on(3)), returned(on(5))]),
    file([order, START, returned(on(3))]),
    on(5),
  ],
  'closed-unanswered': [
    file([START, contact(on(3)), closing(on(4))]),
    file([START, contact(on(3)), contact(on(4)), closing(on(4))]),
    on(4),
  ],
  'refused-untold': [
    file([START, answer(on(3)), closing(on(3), { outcome: 'not-accepted', refusalReason: 'emergency' })]),
    file([START, answer(on(3)), closing(on(3), { outcome: 'not-accepted', refusalReason: 'emergency', toldChannel: '119' })]), // prettier-ignore
    on(3),
  ],
  'revisit-missing': [
    file([START, answer(on(3)), closing(on(3), { revisitPlan: 'sampled' }), revisit(on(5), false)]),
    file([START, answer(on(3)), closing(on(3), { revisitPlan: 'sampled' }), revisit(on(10))]),
    on(10, '23:59:59'),
  ],
  'reopened-soon': [
    file([START, answer(on(3)), closing(on(3)), said('reopening', on(10), { reason: '又坏了', dueAt: on(20) })]),
    file([START, answer(on(3)), closing(on(3)), said('reopening', on(10, '09:00:01'), { reason: '又坏了', dueAt: on(20) })]), // prettier-ignore
    on(10),
  ],
  'extended-twice': [
    file([START, extension(on(5), on(15)), extension(on(6), on(25)), answer(on(7))]),
    file([START, extension(on(5), on(15)), answer(on(7))]),
    on(6),
  ],
  'back-dated': [
    file([contact(on(2)), { ...answer(on(3)), enteredAt: on(4, '10:00:00') }]),
    file([contact(on(2)), { ...answer(on(3)), enteredAt: on(4) }]),
    on(4, '10:00:00'),
  ],
  'edited-after-closing': [
    file([START, answer(on(3)), closing(on(3)), said('correction', on(5), {})]),
    file([START, said('correction', on(2)), answer(on(3)), closing(on(3))]),
    on(5),
  ],
}
const LOOKING: DoerLooking = { today: '2026-03-20', badRatings: 3, usedPercent: 80 }
const NOBODY: Doer = { who: 'provider:1', bad: [], services: [], agreements: [] }
const bad = (...days: readonly string[]): Doer => ({
  ...NOBODY,
  bad: days.map((at, i) => ({ case: `case:${i}`, at, provider: 'provider:1', handler: null })),
})
const service = (most: number): Doer => ({
  ...NOBODY,
  services: [{ id: 'service:1', name: '送餐', most, open: ['case:1', 'case:2'] }],
})
const agreed = (left: number, to = '2026-12-31'): Doer => ({
  ...NOBODY,
  agreements: [
    {
      id: 'agreement:1',
      agreement: {
        number: 'G1',
        unit: 'times',
        quota: 100,
        unitFen: 100,
        used: 0,
        from: '2026-01-01',
        to,
      } as AgreementFields,
      left: { units: left, fen: null },
    },
  ],
})
const DOERS: Partial<Record<RuleCode, readonly [hit: Doer, not: Doer, cases: number]>> = {
  // Two in February and two in March are not four of one month.
  'bad-ratings': [
    bad(on(2), on(3), on(31)),
    bad('2026-02-27T09:00:00+08:00', '2026-02-28T09:00:00+08:00', on(1), on(2)),
    3,
  ],
  capacity: [service(1), service(2), 2],
  'agreement-used': [agreed(20), agreed(21), 0],
  'agreement-ending': [agreed(100, '2026-05-19'), agreed(100, '2026-05-20'), 0],
}

describe('rules of supervision', () => {
  it.each(CASE_RULES.map(({ code }) => code))('%s: one that it catches, one that it just does not', (code) => {
    const [hit, not, since] = CASES[code]!
    expect(hitsOf(hit, DAYS).find(({ rule }) => rule === code)?.since).toBe(since)
    expect(hitsOf(not, DAYS).map(({ rule }) => rule)).not.toContain(code)
  })

  it.each(DOER_RULES.map(({ code }) => code))('%s, over many cases', (code) => {
    const [hit, not, cases] = DOERS[code]!
    expect(
      doerHits(hit, LOOKING)
        .filter(({ rule }) => rule === code)
        .map((one) => one.cases.length),
    ).toEqual([cases])
    expect(doerHits(not, LOOKING).filter(({ rule }) => rule === code)).toEqual([])
  })

  it('every code has its rule, and name, what it looks at and sentence in both languages; each number that a sentence names is there', () => {
    expect([...CASE_RULES, ...DOER_RULES].map(({ code }) => code).toSorted()).toEqual([...RULE_CODES].toSorted())
    const facts = (code: RuleCode): Record<string, unknown> => {
      const hit = CASES[code] ? hitsOf(CASES[code][0], DAYS) : doerHits(DOERS[code]![0], LOOKING)
      return { days: 1, ...hit.find(({ rule }) => rule === code)!.facts }
    }
    for (const { rule } of [chinese, english])
      for (const code of RULE_CODES) {
        expect(rule[code].name && rule[code].looks).not.toBe('')
        const named = [...rule[code].says.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name)
        expect([code, named.filter((name) => !Object.hasOwn(facts(code), name ?? ''))]).toEqual([code, []])
      }
  })

  it('a rule that was judged is silent until what it found changes', () => {
    const [hit] = CASES['extended-twice']!
    const { key } = hitsOf(hit, DAYS).find(({ rule }) => rule === 'extended-twice')!
    const judged = said('finding', on(8), {
      verdict: 'in-order',
      demand: '居民同意',
      rule: 'extended-twice',
      evidence: key,
    })
    const rules = (acts: readonly unknown[]) => hitsOf({ ...hit, acts: acts as Act[] }, DAYS).map(({ rule }) => rule)
    const [finding] = file([judged]).acts
    expect(rules([...hit.acts, finding])).not.toContain('extended-twice')
    const [third] = file([extension(on(9), on(28))]).acts
    expect(rules([...hit.acts, finding, { ...third!, id: 'extension:9' }])).toContain('extended-twice')
  })

  it('records taken over from elsewhere raise no alarm about who was called, or how it was closed', () => {
    const old = file([closing(on(4))], { import: 'import:1' })
    const { dueAt: _none, ...fields } = old.fields
    expect(hitsOf({ ...old, fields }, DAYS)).toEqual([])
  })
})

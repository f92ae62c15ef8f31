/**
 * 核对 of acts that cannot both have been meant: one stands and the others are taken back, or all stand because somebody looked.
 * Nothing is deleted: what is taken back stays on the case page, struck through.
 */
import { isPaid, releaseDrafts } from '#core/agreement/order-money.ts'
import { actsOf, type Act, type CaseFile } from '#core/case-file/case-file.ts'
import { checked, refuse, type Asked, type Decision, type Refusal } from '#core/case-file/decision.ts'
import { doneStep } from '#core/case-file/orders.ts'
import { eraseDraft, type Draft } from '#core/kernel/command.ts'
import { scopeOfLog } from '#core/kernel/event.ts'
import { err, ok, type Result } from '#core/lib/result.ts'
import { words, z } from '#core/lib/schema.ts'
import type { SettlementFields } from '#core/peer/settlement.ts'
import { actDifferences } from './act-differences.ts'
import type { ActDifference } from './difference.ts'
import type { ConflictReading } from './resolve-conflict.ts'

const anyId = z.string().regex(/^[a-z-]+:[0-9A-Za-z._-]{1,120}$/)

/**
 * `about`: key of the difference, as it was shown; it names every act, so whatever came since makes it another one. `keep`: the
 * act that stands; '' for none (what was written on after a withdrawal, what is left of an erased case).
 */
export const SETTLE_DOUBLE = z.object({
  about: z.string().min(1).max(20_000),
  case: anyId,
  keep: anyId.or(z.literal('')),
  note: words(500),
})
export type SettleDouble = z.infer<typeof SETTLE_DOUBLE>

export function settleDouble(reading: ConflictReading, input: SettleDouble, asked: Asked): Decision {
  const form = checked(SETTLE_DOUBLE, input)
  if (!form.ok) return form
  const { about, case: id, keep, note } = form.value
  const found = actDifferences(reading, id).find(({ key }) => key === about)
  if (!found) return refuse('difference-moved')
  if (found.kind === 'erased-edited') return keep === '' ? ok(eraseLeft(reading, found)) : refuse('invalid-input', ['keep']) // prettier-ignore
  const isDouble = found.kind !== 'withdrawn-continued'
  if (isDouble !== found.acts.some(({ act }) => act === keep)) return refuse('invalid-input', ['keep'])
  const file = reading.caseFile(id)!
  const drafts: Draft[] = []
  for (const { act } of found.acts) {
    if (act === keep) continue
    const back = takeBack(
      reading,
      file,
      file.acts.find((one) => one.id === act)!,
      note,
      asked,
    )
    if (!back.ok) return back
    drafts.push(...back.value)
  }
  return ok(drafts)
}

/**
 * An order that its provider has answered is called back (收回改派), because somebody has to be told; one that nobody answered
 * never was. What was paid for stays until the payment is corrected.
 */
function takeBack(
  reading: ConflictReading,
  file: CaseFile,
  act: Act,
  note: string,
  asked: Asked,
): Result<readonly Draft[], Refusal> {
  if (act.type === 'referral') {
    if (isPaid(reading, act.id)) return refuse('order-settled', ['keep'])
    const money = releaseDrafts(reading, [act.id], asked)
    const answered = actsOf(file.acts, 'referral-step').some(({ referral }) => referral === act.id)
    if (!answered) return ok([withdrawalOf(file, act, asked), ...money])
    if (note === '') return err<Refusal>({ code: 'reason-needed', fields: ['note'] })
    const fields = { case: file.id, referral: act.id, step: 'recalled', note, at: asked.now, by: asked.user }
    return ok([{ entity: asked.newId('referral-step'), kind: 'referral-recalled', fields }, ...money])
  }
  if (act.type === 'referral-step' && isPaid(reading, act.referral) && doneStep(file.acts, act.referral)?.id === act.id)
    return refuse('order-settled', ['keep'])
  // 同意退单 closes in one save: both go.
  const beside = act.type === 'closing' ? actsOf(file.acts, 'order-return').filter((one) => isOneSave(one, act)) : []
  return ok([act, ...beside].map((one) => withdrawalOf(file, one, asked)))
}

const isOneSave = (a: Act, b: Act): boolean =>
  a.written[0] === b.written[0] && a.by === b.by && a.enteredAt === b.enteredAt

const withdrawalOf = (file: CaseFile, act: Act, asked: Asked): Draft => ({
  entity: asked.newId('withdrawal'),
  kind: 'act-withdrawn',
  fields: { case: file.id, act: act.id, at: asked.now, by: asked.user },
})

/** The erasure is completed: what could not be erased then, because it had not arrived. */
function eraseLeft(reading: ConflictReading, { acts }: Pick<ActDifference, 'acts'>): Draft[] {
  return acts.flatMap(({ act }) => {
    const entity = reading.entity(act)!
    const scopes = [...new Set(entity.writes.map(({ log }) => scopeOfLog(log)))].toSorted()
    return scopes.map((scope) => eraseDraft(act, scope, 'erased-elsewhere', blobsIn(entity.writes, scope)))
  })
}

const blobsIn = (
  writes: readonly { readonly log: string; readonly f: Readonly<Record<string, unknown>> }[],
  scope: string,
): string[] =>
  // prettier-ignore
  writes.flatMap(({ log, f }) => (scopeOfLog(log) === scope && typeof f['blob'] === 'string' ? [f['blob']] : []))

export const LET_STAND = z.object({ about: z.string().min(1).max(20_000), note: words(500) })
export type LetStand = z.infer<typeof LET_STAND>

/** 都留着: somebody looked, and it is right so; of a copied PC: 知道了. */
export function letStand(reading: ConflictReading, input: LetStand, asked: Asked): Decision {
  const form = checked(LET_STAND, input)
  if (!form.ok) return form
  const { about, note } = form.value
  if (isSettled(reading, about)) return refuse('nothing-changed')
  const fields: SettlementFields = { about, note, at: asked.now, by: asked.user }
  return ok([{ entity: asked.newId('settlement'), kind: 'difference-left', fields }])
}

export const isSettled = ({ ids, read }: Pick<ConflictReading, 'ids' | 'read'>, about: string): boolean =>
  [...ids('settlement')].some((id) => read(id)?.['about'] === about)

/** Everything that was let stand. */
export function settledKeys({ ids, read }: Pick<ConflictReading, 'ids' | 'read'>): ReadonlySet<string> {
  const out = new Set<string>()
  for (const id of ids('settlement')) out.add(String(read(id)?.['about'] ?? ''))
  return out
}

/**
 * 差评 (DOMAIN §7.4), one step: verify (属实 / 不是本站的差评), put right, object, rule on the objection. The road itself is read
 * from the acts (revisit/ratings.ts). Verifying and ruling are never done by whom the rating is about, except where a
 * station is too small for anything else; then it is marked.
 */
import { checked, refuse, type Asked, type Decision, type Reading } from '../case-file/decision.ts'
import { ACTS } from '../case-file/fields.ts'
import { deadline } from '../lib/deadline.ts'
import { ok } from '../lib/result.ts'
import type { z } from '../lib/schema.ts'
import { limitRules } from '../limits/limit-rules.ts'
import type { RatingStep } from '../revisit/codes.ts'
import { isRated, SMALL_STATION_ACCOUNTS } from '../revisit/rated.ts'
import { ratingsOf, type Rating } from '../revisit/ratings.ts'
import { roundsOf } from '../revisit/rounds.ts'
import { settingsOf } from '../station/settings.ts'

export const RECORD_RATING_STEP = ACTS['rating-step'].omit({ at: true, by: true, dueAt: true, dueUnsure: true, self: true }) // prettier-ignore
export type RecordRatingStep = z.infer<typeof RECORD_RATING_STEP>

/** Which steps a bad rating can take where it stands. Pure, so that a screen offers exactly what will be accepted. */
export function ratingStepsNow({ state, appealRefused }: Rating): readonly RatingStep[] {
  const object: readonly RatingStep[] = appealRefused ? [] : ['appealed']
  switch (state) {
    case 'to-verify':
      return ['confirmed', 'not-ours', ...object]
    case 'to-rectify':
      return ['rectified', ...object]
    case 'under-appeal':
      return ['upheld', 'refused']
    case 'superseded':
      return []
    case 'to-revisit':
    case 'put-right':
    case 'bad-again':
    case 'not-ours':
    case 'unreached':
      return object
  }
}

/** Decided about somebody's work, so not by them. */
const DECIDES: ReadonlySet<RatingStep> = new Set(['confirmed', 'not-ours', 'upheld', 'refused'])

/** Refuses 'no-such-case', 'no-such-rating', 'rating-step-not-now', 'reason-needed', 'own-rating'. */
export function recordRatingStep(reading: Reading, input: RecordRatingStep, asked: Asked): Decision {
  const form = checked(RECORD_RATING_STEP, input)
  if (!form.ok) return form
  const { case: id, revisit, step, reasonCode, note } = form.value
  const file = reading.caseFile(id)
  if (!file) return refuse('no-such-case')
  const rating = ratingsOf(file).find((one) => one.revisit.id === revisit)
  if (!rating) return refuse('no-such-rating')
  if (!ratingStepsNow(rating).includes(step)) return refuse('rating-step-not-now')
  if (step === 'not-ours' && !reasonCode) return refuse('reason-needed', ['reasonCode'])
  if (step !== 'confirmed' && note.trim() === '') return refuse('reason-needed', ['note'])
  const round = roundsOf(file).find((acts) => acts.some((act) => act.id === revisit))
  const isOwn = isRated(file, asked.user, round)
  if (DECIDES.has(step) && isOwn && reading.accounts > SMALL_STATION_ACCOUNTS) return refuse('own-rating')
  const { ratingLimit } = settingsOf(reading)
  const limit = { unit: 'working-days', count: Number(ratingLimit) } as const
  const due = step === 'confirmed' ? deadline(asked.now, limit, limitRules(reading)) : null
  return ok([
    {
      entity: asked.newId('rating-step'),
      kind: `bad-rating-${step}`,
      fields: {
        case: id,
        revisit,
        step,
        note,
        ...(step === 'not-ours' && { reasonCode }),
        ...(due && { dueAt: due.at, ...(due.unsure && { dueUnsure: true }) }),
        ...(DECIDES.has(step) && isOwn && { self: true }),
        at: asked.now,
        by: asked.user,
      },
    },
  ])
}

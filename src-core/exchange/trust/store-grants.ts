/** What a file brought of grants, revocations and houses, as far as it is valid and new. */
import { checked, refuse, type Asked, type Decision, type Reading } from '#core/case-file/decision.ts'
import { ok } from '#core/lib/result.ts'
import type { z } from '#core/lib/schema.ts'
import { ownHouse } from '#core/peer/houses.ts'
import { STATEMENTS } from './shapes.ts'
import { statementDrafts } from './statement-drafts.ts'
import { trustOf } from './trust-of.ts'

export type StoreGrants = z.input<typeof STATEMENTS>

export function storeGrants(reading: Reading, input: StoreGrants, _asked: Asked): Decision {
  const form = checked(STATEMENTS, input)
  if (!form.ok) return form
  const house = ownHouse(reading)
  const trust = trustOf(reading, null, house)
  // Also of a house that these statements are the first to speak of: what comes of its PCs is written down for good.
  const { houses } = trust.learn(form.value)
  const isAbove = (other: string): boolean => houses.get(other)?.kind === 'upper'
  const drafts = statementDrafts(house, trust.news(form.value), isAbove)
  return drafts.length > 0 ? ok(drafts) : refuse('nothing-changed')
}

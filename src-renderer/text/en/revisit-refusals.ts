/** What is said when a revisit or a step about a bad rating is refused: what happened · what is safe · what to do. */
import type { RevisitRefusal } from '#core/revisit/refusals.ts'

export const revisitRefusals = {
  'no-such-rating':
    'This bad rating was not found; perhaps it was just taken back. Nothing was changed. Look at the list again.',
  'rating-step-not-now':
    'The bad rating does not stand there any more; nothing was changed. Perhaps a colleague just did it: see where it stands.',
  'own-rating':
    'The rating is about your own work, so somebody else verifies and rules on it; nothing was saved. Ask a colleague.',
} satisfies Readonly<Record<RevisitRefusal, string>>

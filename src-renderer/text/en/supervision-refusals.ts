/** What is said when something about supervision is refused: what happened · what is safe · what to do. */
import type { SupervisionRefusal } from '#core/case-file/supervision-refusals.ts'

export const supervisionRefusals = {
  'no-such-finding': 'This finding could not be found; nothing was changed. Reload and look again.',
  'nothing-to-rectify':
    'This finding says “in order”, so there is nothing to put right; nothing was changed. If something is wrong, record another finding.',
  'finding-closed':
    'This finding is closed or taken back; nothing was changed. If it happened again, record another finding.',
  'no-evidence-yet':
    'Nothing has been put right yet, so it was not re-checked. First record what was done, or an explanation.',
  'self-check':
    'You put this right yourself, so somebody else re-checks it; nothing was saved. What you wrote is still here: ask a colleague.',
  'not-your-finding':
    'Somebody else made this finding, so it was not taken back. Ask them, or give an explanation to be re-checked.',
  'not-over-government':
    'This is an office of government; a community makes no demands on it, and none was recorded. Use a request, or ask for supervision.',
  'no-such-order': 'This supervision order could not be found; nothing was changed. Reload and look again.',
  'order-settled': 'This supervision order is closed; nothing was changed. A new demand is a new order.',
  'no-answer-yet': 'There is no answer yet to accept or send back; nothing was changed. Record the answer first.',
  'upper-office-accepts':
    'The upper office accepts this answer or sends it back; nothing was changed here. Wait for its word.',
  'nothing-held': 'An everyday order has no public notice and no talk; nothing was changed. Record the answer.',
} satisfies Readonly<Record<SupervisionRefusal, string>>

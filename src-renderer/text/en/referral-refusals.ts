/** What is said when something about a referral is refused: what happened · what is safe · what to do. */
import type { ReferralRefusal } from '#core/case-file/referral-refusals.ts'

export const referralRefusals = {
  'ground-needed':
    'No lawful ground for passing on personal data was chosen; nothing was sent. Choose “they agreed” or another ground.',
  'consent-needed':
    'The resident has not agreed yet; nothing was sent and no personal data left. Read the text to them and tick it; if they say no, hand it to an office or do it yourself.',
  'guardian-consents':
    'The person is under 14, so a guardian has to agree; nothing was sent. Choose “guardian” and write the name.',
  'fields-needed': 'Nothing was chosen to be sent; no order went out. Choose at least one field that is filled in.',
  'names-inside':
    '“No personal data” was chosen, but a name or a number stands in what would be sent; nothing went out. Leave that field out, or choose another ground.',
  'report-hides-reporter': 'A reporter’s name and number may not be passed on; nothing was sent. Leave these two out.',
  'deadline-past': 'That deadline has passed; nothing was saved. Choose a later time.',
  'lead-first': 'Nobody leads yet; no co-handler was added. Dispatch or report it to the one who leads first.',
  'already-with-them': 'They have an order of this case already; nothing was sent twice. Choose another one.',
  'already-accepted':
    'This order has been answered; it is unchanged. Use “ask to return” to send it back, or “take back” to give it to others.',
  'goes-to-review': 'A return is reviewed first; nothing was returned. Record the request to return, then rule on it.',
  'still-time':
    'They may still answer (until {{at}}); nothing was taken back. Wait a little, or take it back with a reason.',
  'late-reason-needed':
    'The co-handler’s deadline has passed and the reason is missing; nothing was saved. Everything typed is here; add it.',
  'under-review': 'A request to return is being reviewed; none was added. Rule on it first.',
  'cannot-return-again':
    'A request to return this order was refused on {{at}}; the same provider cannot return the same order again. It stays with them; urge them to do it.',
  'objection-too-late':
    'An objection has to come within 5 working days of the dispatch, by {{at}}; it is too late and was not taken. The order stays with them.',
  'not-under-review': 'There is no request to return to rule on; nothing was changed. Record the request first.',
  'no-such-consent': 'This consent is not on record; nothing was changed. Look it up in the record.',
  'approval-needed':
    'Somebody is at work on it, and ending it early needs a written approval; it was not closed. Everything typed is here; add who approved it, and the paper.',
  'not-off-list':
    'The category of this case is not off the list; nothing was refused. Check the category, or change it in the catalogue.',
} satisfies Readonly<Record<ReferralRefusal, string>>

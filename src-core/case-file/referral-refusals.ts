/**
 * Why something about a referral is refused. To add one: here, then text/<language>/referral-refusals.ts and
 * src-cli/referral-refusals.ts.
 */
export type ReferralRefusal =
  | 'ground-needed' // personal data would leave for a provider outside government, and no lawful ground was named
  | 'consent-needed'
  | 'guardian-consents' // the resident is under 14
  | 'fields-needed' // what is sent was not chosen
  | 'names-inside' // "no personal data", but a name or number stands in what is sent
  | 'report-hides-reporter'
  | 'deadline-past'
  | 'lead-first' // a co-handler, and nobody leads
  | 'already-with-them'
  | 'already-accepted' // what was accepted is asked back, not declined
  | 'goes-to-review' // 退单 of an order is an objection with its ruling
  | 'still-time' // `at`: until when the provider may still answer
  | 'late-reason-needed'
  | 'under-review'
  | 'cannot-return-again'
  | 'objection-too-late' // `at`: until when it was possible
  | 'not-under-review'
  | 'no-such-consent'
  | 'approval-needed' // ending work that is under way
  | 'not-off-list'

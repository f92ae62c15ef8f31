/** What can be done about an order on the case page: button, saving, saved. */
export const referralActions = {
  action: {
    'dispatch-co': 'Add a co-handler',
    'raise-objection': 'Ask to return',
    'rule-objection': 'Rule on the return',
    'record-participation': 'Parts in the matter',
    'withdraw-consent': 'Consent taken back',
    'refuse-off-list': 'Off the list: refuse',
  },
  save: {
    'dispatch-co': 'Ask them to help',
    'raise-objection': 'Record the request',
    'rule-objection': 'Rule',
    'record-participation': 'Record the part',
    'withdraw-consent': 'Record it',
    'refuse-off-list': 'Record the refusal',
  },
  saved: {
    'dispatch-co': 'Asked to help',
    'raise-objection': 'Request to return recorded, to rule on',
    'rule-objection': 'Ruled',
    'record-participation': 'Part recorded',
    'withdraw-consent': 'Recorded: consent taken back',
    'refuse-off-list': 'Recorded; P prints the note',
  },
}

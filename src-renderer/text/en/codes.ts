import { EN_WORDS } from '#core/reports/code-words.ts'

/** Words for every stored code, in English. Same keys as ../zh-CN/codes.ts, held by the type. */
import type { codes as zh } from '../zh-CN/codes.ts'

export const codes: typeof zh = {
  serviceType: EN_WORDS.serviceType,
  serviceTypeLetter: { administrative: 'A', welfare: 'W', market: 'M', undecided: '?' },
  serviceTypeHint: {
    administrative: 'A government office answers; it is reported upward',
    welfare: "Social groups, volunteers or the residents' committee answer",
    market: 'An enterprise answers; paid by the resident or compensated',
    undecided: 'You may classify after registering',
  },
  requestKind: EN_WORDS.requestKind,
  channel: EN_WORDS.channel,
  source: {
    messages: 'messages',
    'work-orders': 'work orders',
    requests: 'requests',
    rows: 'a list without numbers',
  },
  urgency: EN_WORDS.urgency,
  status: EN_WORDS.status,
  statusUp: EN_WORDS.statusUp,
  statusFilter: {
    received: 'Waiting to be sent',
    dispatched: 'Dispatched or reported',
    'in-work': 'In work',
    answered: 'Answered',
    closed: 'Closed',
    revisited: 'Revisited',
  },
  road: {
    receive: 'Received',
    dispatch: 'Dispatch',
    handle: 'Handling',
    answer: 'Answer',
    close: 'Closing',
    revisit: 'Revisit',
  },
  roadUp: {
    receive: 'Received',
    dispatch: 'Report up',
    handle: 'Handling',
    answer: 'Answer',
    close: 'Closing',
    revisit: 'Revisit',
  },
  roadUndecided: {
    receive: 'Received',
    dispatch: 'Dispatch / report',
    handle: 'Handling',
    answer: 'Answer',
    close: 'Closing',
    revisit: 'Revisit',
  },
  outcome: EN_WORDS.outcome,
  way: {
    phone: 'by phone',
    'face-to-face': 'in person',
    'home-visit': 'at home',
    wechat: 'by WeChat',
    letter: 'by letter',
    system: 'by system',
  },
  contactKind: { 'first-contact': 'First contact', progress: 'Progress', visit: 'Visit', note: 'Note' },
  referralWay: { dispatch: 'Dispatch', 'report-up': 'Report up' },
  referralStep: { accepted: 'Accepted', declined: 'Declined', done: 'Done', returned: 'Returned' },
  referralStepUp: { accepted: 'Taken on', declined: 'Not taken on', done: 'Reported back', returned: 'Sent back' },
  returnReason: {
    'out-of-duty': 'Outside its duty',
    'out-of-area': 'Outside its area',
    'no-capacity': 'No capacity',
    'not-eligible': 'Not eligible',
    'missing-material': 'Material missing',
    unreachable: 'Resident not reached',
    other: 'Other',
  },
  invalidReason: {
    'no-answer': 'No answer',
    refused: 'Refused to say',
    'wrong-number': 'Wrong number',
    'not-the-person': 'Someone else answered',
  },
  scale: { 'three-rates': 'Three rates', 'good-bad-5': 'Five grades' },
  grade: {
    'three-rates': {
      satisfied: 'Satisfied',
      basically: 'Basically satisfied',
      neutral: 'Neutral',
      dissatisfied: 'Dissatisfied',
    },
    'good-bad-5': {
      'very-satisfied': 'Very satisfied',
      satisfied: 'Satisfied',
      basically: 'Basically satisfied',
      dissatisfied: 'Dissatisfied',
      'very-dissatisfied': 'Very dissatisfied',
    },
  },
  verdict: EN_WORDS.verdict,
  providerKind: {
    party: 'Party organisation',
    'self-governing': 'Self-governing body',
    social: 'Social organisation',
    'public-affairs': 'Public body',
    'life-service': 'Everyday services',
  },
  reach: { 'home-visit': 'home visit', phone: 'by phone', 'on-site': 'on site', 'barrier-free': 'barrier-free' },
  fundingMode: {
    government: 'Public budget',
    purchased: 'Purchased by government',
    volunteer: 'Unpaid',
    donated: 'Donated',
    'party-service-fund': 'Party service fund',
    compensated: 'Subsidised',
    'resident-paid': 'Paid by the resident',
    'maintenance-fund': 'Housing maintenance fund',
  },
  routingReason: {
    'same-type': 'Serves this type',
    'other-type': 'Serves another type: say why when you choose it',
    'service-named': 'Does "{{words}}"',
    'area-named': 'Serves "{{words}}"',
  },
  refusal: {
    'invalid-input': 'Some entries are not right. What you typed is still here: change the ones in red.',
    'no-such-case': 'This case could not be found. Other records are safe: open it again from the list.',
    'no-such-provider':
      'This provider is not on the list. The case is unchanged: choose another, or enter the provider first.',
    'no-such-referral': 'Nothing has been sent out yet. The case is unchanged: dispatch it or report it up first.',
    'case-closed': 'This case is closed and was not changed. To go on working on it, reopen it first.',
    'case-open': 'This case is still open and was not changed. Close it first, then reopen or revisit.',
    'not-classified': 'Not classified, so not sent. First decide: administrative, welfare or market.',
    'type-mismatch':
      'This provider serves another type; nothing was sent yet. Say why you choose it, or choose another.',
    'already-dispatched':
      'It is already with a provider and was not sent twice. To change provider, record "declined" or "returned" first.',
    'answer-first':
      'It cannot be closed yet. All records are safe: answer the resident first, or record three failed attempts to reach them.',
    'reason-needed':
      'A reason is missing, so nothing was saved. What you typed is still here: fill in the entry in red.',
    'grade-needed':
      "The resident's answer is missing, so nothing was saved. Ask whether it is solved and how satisfied they are.",
    'self-revisit': 'Whoever handled a case may not revisit it here; nothing was saved. Ask a colleague.',
    'already-there': 'This one was imported before; it was not registered twice.',
    'no-such-import': 'There is no record of this import; nothing was changed. Look at the import page again.',
    'touched-since': 'Somebody has worked on this one since its import; it was not erased.',
    'station-exists': 'There is already a station here; nothing was overwritten. Open it with its password.',
    'in-the-future':
      'The time lies in the future, so nothing was saved. What you typed is still here: correct the time.',
    'counter-view':
      'Counter view hides the words, so nothing was saved. Press F9 to leave it and edit then; what was there is safe.',
    'nothing-changed': 'Nothing was changed; everything is as it was. Change a field first.',
    'not-your-last':
      'Only your own newest step can be undone, and nothing was. Everything is kept; add a note instead.',
  },
  fieldProblem: {
    needed: 'Please fill this in',
    choose: 'Please choose one',
    'too-long': 'Too long, please shorten it',
    wrong: 'Please check this entry',
  },
}

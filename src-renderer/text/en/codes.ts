import { EN_WORDS } from '#core/reports/code-words.ts'

/** Words for every stored code, in English. Same keys as ../zh-CN/codes.ts, held by the type. */
import type { codes as zh } from '../zh-CN/codes.ts'
import { civicRefusals } from './civic-refusals.ts'
import { directoryRefusals } from './directory-refusals.ts'
import { noticeRefusals } from './notice-refusals.ts'
import { trustRefusals } from './trust-refusals.ts'
import { figuresRefusals } from './figures-refusals.ts'
import { letterRefusals } from './letter-refusals.ts'
import { moneyLeft, moneyRefusals } from './money-refusals.ts'
import { referralRefusals } from './referral-refusals.ts'
import { revisitRefusals } from './revisit-refusals.ts'
import { surveyRefusals } from './survey-refusals.ts'
import { supervisionRefusals } from './supervision-refusals.ts'

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
  channelInside: {
    visit: 'at the counter',
    phone: 'by phone',
    'home-visit': 'on a home visit',
    'grid-patrol': 'on grid patrol',
    wechat: 'by WeChat',
    'hotline-12345': 'from the 12345 hotline',
    letter: 'by letter',
    'party-member': 'through a party member',
    import: 'imported',
  },
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
  referralStep: {
    accepted: 'Accepted',
    declined: 'Declined',
    done: 'Done',
    returned: 'Returned',
    received: 'Accepted',
    'fed-back': 'Done',
    interim: 'Interim report',
    silent: 'No answer: taken back',
    recalled: 'Taken back for others',
  },
  referralStepUp: {
    accepted: 'Taken on',
    declined: 'Not taken on',
    done: 'Reported back',
    returned: 'Sent back',
    received: 'Taken on',
    'fed-back': 'Reported back',
    interim: 'Interim report',
    silent: 'No answer: withdrawn',
    recalled: 'Withdrawn for others',
  },
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
  relation: {
    child: 'Son or daughter',
    parent: 'Parent',
    spouse: 'Spouse',
    relative: 'Other relative',
    neighbour: 'Neighbour',
    worker: 'Staff',
    other: 'Other',
  },
  refusalReason: {
    emergency: 'an emergency: 110/119/120 first',
    'legal-road': 'already before a court, arbitrator, review, petition or another legal road',
    'same-matter': 'the same matter with no new facts',
    secret: 'secrets or privacy',
    'beyond-duty': 'beyond the duty of the community',
    unlawful: 'unlawful or against public order',
    malicious: 'malicious',
  },
  orderReturnReason: {
    'out-of-area': 'Not in this community',
    'out-of-duty': 'Not the duty of this level',
    duplicate: 'Sent twice',
    'wrong-contact': 'Requester cannot be verified',
    'not-acceptable': 'Not acceptable by law',
    other: 'Other',
  },
  orderReturnStep: { applied: 'Asked back', granted: 'Taken back', refused: 'Not taken back' },
  childReportTo: { police: 'police (110)', 'civil-affairs': 'civil affairs', education: 'education authority' },
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
  moneyLeft,
  refusal: {
    ...directoryRefusals,
    ...civicRefusals,
    ...referralRefusals,
    ...moneyRefusals,
    ...revisitRefusals,
    ...figuresRefusals,
    ...letterRefusals,
    ...noticeRefusals,
    ...trustRefusals,
    ...supervisionRefusals,
    ...surveyRefusals,
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
    'self-revisit':
      'Whoever handled a case may not revisit it here; nothing was saved. Ask a colleague, or say why it has to be you.',
    'already-there': 'This one was imported before; it was not registered twice.',
    'no-such-colleague': 'There is no such colleague; nothing was changed. Choose another.',
    'colleague-left': 'This colleague has left; nothing was handed over. Choose another.',
    'same-name': 'There is one of that name already; nothing was saved. Tell them apart, for instance by what they do.',
    'no-such-import': 'There is no record of this import; nothing was changed. Look at the import page again.',
    'touched-since': 'Somebody has worked on this one since its import; it was not erased.',
    'station-exists': 'There is already a station here; nothing was overwritten. Open it with its password.',
    'in-the-future':
      'The time lies in the future, so nothing was saved. What you typed is still here: correct the time.',
    'counter-view':
      'Counter view hides the words, so nothing was saved. Press F9 to leave it and edit then; what was there is safe.',
    'nothing-changed': 'Nothing was changed; everything is as it was. Change a field first.',
    'order-not-refused':
      'A 12345 order cannot be refused; nothing was saved. What you typed is still here: ask for it to be taken back instead.',
    'not-an-order':
      'This is no 12345 order; nothing was asked back. When a provider returns it, record "declined" or "returned".',
    'return-pending': 'It was asked back already and not asked twice. Record the result when the upper office answers.',
    'not-asked-back': 'It was not asked back yet, so no result was saved. Ask for it to be taken back first.',
    'reported-unit':
      'This is the very party that was reported; nothing was sent. Choose another provider, or report it up.',
    'no-such-topic': 'There is no such common matter; nothing was changed. Open it again from the list.',
    'no-such-sheet': 'There is no such walk sheet; nothing was registered. What you typed is here: check its number.',
    'before-sheet': 'That is before the day the sheet was printed; nothing was registered. Check the date.',
    'already-linked': 'These two are joined already; nothing was changed. To part them, take one out of the matter.',
    'already-typed':
      'This row was typed in before; nothing was registered twice. If the door has another request, press "one more".',
    'no-such-place': 'There is no such place; nothing was changed. Choose it again under Places.',
    'place-known': 'A place of this name stands here already; it was not added twice. Open that one to change it.',
    'wrong-parent': 'It cannot stand below that place; nothing was saved. Choose another one above it.',
    'no-such-person': 'There is no such resident; nothing was changed. Find them again under Residents.',
    'no-such-household': 'There is no such household; nothing was changed. Choose again.',
    'not-a-member': 'The head has to be a member of the household; nothing was saved. Let them join it first.',
    'no-such-merge': 'That merge was undone before, or never was. Both entries are there; nothing to do.',
    'already-one': 'These two are one person already; nothing was changed. Nothing to do.',
    reporter:
      'Reporters and anonymous people are in no register; nothing was registered. Who they are stays confidential.',
    'phone-wrong':
      'This cannot be a phone number; nothing was saved. Mobile numbers have 11 digits; landlines may carry an area code.',
    'id-number-wrong': 'This 身份证号 is not right; nothing was saved. Check it sign by sign against the card.',
    'id-reason-needed': 'Say why the 身份证号 is needed; nothing was saved. Leave it empty if it is not.',
    'birth-differs': 'The birth date is not the one in the 身份证号; nothing was saved. Check which of them is wrong.',
    'gender-differs': 'The gender is not the one in the 身份证号; nothing was saved. Check which of them is wrong.',
    'next-before': 'The next visit has to be after this one; nothing was saved. Change the day.',
    'no-deadline': 'This case has no limit; nothing was changed. Records from elsewhere run no clock.',
    'not-later':
      'The new time is not later than the one before; nothing was saved. What you wrote is kept; enter a later one.',
    'tell-first': 'The resident has to be told of it; nothing was saved. What you wrote is kept; add when and how.',
    'paused-already': 'The clock already stands still; nothing was changed. Let it run again first.',
    'not-paused': 'The clock is running; there is nothing to resume.',
    'no-pauses':
      'The station does not stop the clock for this; nothing was saved. Extend the limit, or have the settings changed.',
    'no-upper-office':
      'Supervision orders are a street or district office’s; nothing was saved. Ask the upper office for supervision instead.',
    'difference-moved':
      'This has changed since it was shown; nothing was saved and every version is kept. Look at it as it is now, then decide.',
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

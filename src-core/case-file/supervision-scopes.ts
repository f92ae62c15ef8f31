/** Scopes of supervision-acts.ts: steps and times are told, words and names stay. */
const ACT = { case: 'shared', at: 'shared', by: 'private' } as const

export const FINDING_SCOPES = {
  verdict: 'shared',
  demand: 'private',
  dueAt: 'shared',
  capacity: 'shared',
  rule: 'shared',
  evidence: 'private',
} as const

export const RECTIFICATION_SCOPES = {
  step: 'shared',
  note: 'private',
  dueAt: 'shared',
  capacity: 'shared',
  selfChecked: 'shared',
} as const

export const ORDER_SCOPES = {
  number: 'shared',
  from: 'shared',
  way: 'shared',
  capacity: 'shared',
  heldAt: 'shared',
  heldPlace: 'private',
} as const

export const SUPERVISION_SCOPES = {
  rectification: { ...ACT, finding: 'shared', checks: 'shared', files: 'shared', ...RECTIFICATION_SCOPES },
  'supervision-answer': {
    ...ACT,
    order: 'shared',
    step: 'shared',
    answer: 'shared',
    note: 'private',
    files: 'shared',
    dueAt: 'shared',
    capacity: 'shared',
    place: 'private',
    attendance: 'private',
  },
} as const

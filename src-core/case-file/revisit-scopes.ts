/** Scopes of revisit-acts.ts: grades, counts and times are shared, words stay at the station. */
export const CLOSING_PLAN_SCOPES = { revisitPlan: 'shared', drawRate: 'shared', drawSeed: 'shared' } as const

export const REVISIT_FIELD_SCOPES = {
  contacted: 'shared',
  paper: 'shared',
  nextAt: 'private',
  overrideReason: 'private',
  after: 'shared',
} as const

export const REVISIT_ACT_SCOPES = {
  'rating-step': {
    case: 'shared',
    at: 'shared',
    by: 'private',
    revisit: 'shared',
    step: 'shared',
    reasonCode: 'shared',
    note: 'private',
    dueAt: 'shared',
    dueUnsure: 'shared',
    self: 'shared',
  },
} as const

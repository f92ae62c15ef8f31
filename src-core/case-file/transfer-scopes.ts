/** Scopes of transfer-acts.ts: that something went up, which fields and under which law, is told; words and names stay. */
const ACT = { case: 'shared', at: 'shared', by: 'private' } as const

export const TRANSFER_SCOPES = {
  transfer: {
    ...ACT,
    to: 'private',
    fieldsSent: 'shared',
    ground: 'shared',
    groundNote: 'private',
    approvedBy: 'private',
    demand: 'private',
    dueAt: 'shared',
    referral: 'shared',
  },
  'transfer-result': { ...ACT, transfer: 'shared', outcome: 'shared', note: 'private', handledBy: 'private' },
} as const

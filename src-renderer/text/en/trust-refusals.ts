/** What is said when something about PCs and keys is refused: what happened · what is safe · what to do. */
import type { TrustRefusal } from '#core/peer/trust-refusals.ts'

export const trustRefusals = {
  'letter-taken':
    'This letter was given to a PC before, so it was not let in. The PCs you have are unchanged. Press again: the next letter will be used.',
  'pc-known':
    'This PC was let in before, and was not added twice. Find it in the list and export its grant file again.',
  'no-such-pc': 'This station has no such PC. Nothing was changed; check the list.',
  'revoked-already': 'This PC is shut out already. Nothing was changed.',
  'not-signed':
    'The signature does not fit, so it was not used. Your records are unchanged. Ask for a new file and compare by phone.',
  'no-root-yet':
    'There is no main key on record here yet. Nothing was changed; open “PCs and keys” on the PC where the station was set up.',
  'other-root':
    'This office has another main key than the one you compared before, so it was not connected. What you have is unchanged. Phone them: was it set up anew?',
  'own-house':
    'This file is from your own station; it cannot be an office above or below. Nothing was changed; choose the file they sent.',
  'one-upper': 'An upper office is connected already. Nothing was changed; disconnect that one first.',
  'founding-pc': 'This PC holds the main key and cannot shut itself out. Nothing was changed.',
} satisfies Readonly<Record<TrustRefusal, string>>

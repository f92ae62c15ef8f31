/** What is said when something about a letter is refused: what happened, what is safe, what to do. */
import type { LetterRefusal } from '#core/peer/letter-refusals.ts'

export const letterRefusals = {
  'no-such-house': 'This office is not known here, so nothing was written. Add it under “PCs and keys” first.',
  'not-below': 'Supervision orders go to the offices below only, so nothing was written. Choose one of those.',
  'not-above': 'Cases are transferred to the upper office only, so nothing was written. Add the upper office first.',
  'no-such-letter': 'That letter cannot be found, and nothing was changed. Reload and look again.',
  'letter-not-answered': 'That letter wants no answer, so nothing was written. Write a new one if there is something to say.', // prettier-ignore
  'letter-settled': 'That letter is answered already, so nothing was written. It can be answered again once it is sent back.', // prettier-ignore
  'nothing-to-send': 'None of the ticked fields holds anything, so nothing was sent. Tick what the office needs.',
  'transferred-already': 'This case is transferred already and no result has come, so nothing was sent. Wait for the result.', // prettier-ignore
} satisfies Readonly<Record<LetterRefusal, string>>

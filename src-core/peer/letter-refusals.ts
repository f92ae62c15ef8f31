/**
 * Why something about a letter is refused. To add one: here, then text/<language>/letter-refusals.ts and
 * src-cli/problems/letter-refusals.ts.
 */
export type LetterRefusal =
  | 'no-such-house' // not known here, or it has left
  | 'not-below' // orders go down
  | 'not-above' // transfers go up
  | 'no-such-letter'
  | 'letter-not-answered' // this kind wants no answer
  | 'letter-settled'
  | 'nothing-to-send' // none of the chosen fields holds anything
  | 'transferred-already' // and no result has come

/** To add one: here, and its sentence in both texts (codes.refusal) and in src-cli/texts.ts. */
export type WalkRefusal =
  | 'no-such-sheet'
  | 'before-sheet' // the paper's time is before the sheet was printed
  | 'already-typed' // this row of the walk sheet was typed in before

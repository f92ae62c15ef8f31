/** To add one: here, and its sentence in text/<language>/civic-refusals.ts and src-cli/problems/civic-refusals.ts. */
export type HaveRefusal =
  | 'not-a-neighbourhood' // the place is of another kind, or retired
  | 'nothing-checked' // every point was left 未查
  | 'recheck-too-early' // to look again before one has looked
  | 'no-such-check'

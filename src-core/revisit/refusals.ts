/** To add one: here, and its sentence in both texts (revisit-refusals.ts) and in src-cli/problems. */
export type RevisitRefusal =
  | 'no-such-rating' // no bad rating of that case, or it was taken back
  | 'rating-step-not-now' // the step does not follow from where the bad rating stands
  | 'own-rating' // whoever was rated neither verifies nor rules on it

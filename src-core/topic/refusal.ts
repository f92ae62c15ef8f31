/**
 * To add one: here, and its sentence in both texts (codes.refusal; of a deliberation in civic-refusals.ts) and in
 * src-cli/problems.
 */
export type TopicRefusal =
  | 'no-such-topic'
  | 'already-linked' // in this topic, or a repeat of this case, already
  | 'no-such-deliberation'
  | 'no-such-record' // of a step, or a task, in this deliberation
  | 'more-than-expected' // more came than should come
  | 'attendance-first' // votes are counted against who came
  | 'votes-do-not-add-up'
  | 'publication-backwards' // it ends before it begins
  | 'personal-data-inside' // a name or number of a member stands in what is to be published

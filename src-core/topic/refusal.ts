/** To add one: here, and its sentence in both texts (codes.refusal) and in src-cli/texts.ts. */
export type TopicRefusal = 'no-such-topic' | 'already-linked' // in this topic, or a repeat of this case, already

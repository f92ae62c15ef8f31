/** What is refused of places, residents, households and merges. To add one: here, and its sentence in both texts and src-cli/texts.ts. */
export type PeopleRefusal =
  | 'no-such-place'
  | 'place-known' // a place of this name stands there already
  | 'wrong-parent' // no place of this kind stands under that one
  | 'no-such-person'
  | 'no-such-household'
  | 'not-a-member' // the head of a household is one of its members
  | 'no-such-merge'
  | 'already-one' // the two are one person already
  | 'reporter' // a reporter (举报) is never registered
  | 'phone-wrong'
  | 'id-number-wrong'
  | 'id-reason-needed'
  | 'birth-differs'
  | 'gender-differs'
  | 'next-before'

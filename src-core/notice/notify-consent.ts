/** 愿意接收通知: asked once, taken back at any time; and the number that a list may carry. */
import type { Day } from '../lib/time.ts'
import type { PersonCard } from '../person/fields.ts'
import { ageOn } from '../person/id-number.ts'

export const mayBeTold = ({ notifyConsent, left }: Pick<PersonCard, 'notifyConsent' | 'left'>): boolean =>
  notifyConsent?.given === true && !left

/** 未满十四周岁 (PIPL 31): the guardian agrees, and the guardian's number is written to. */
export const isYoung = ({ birthDate }: Pick<PersonCard, 'birthDate'>, today: Day): boolean =>
  Boolean(birthDate) && ageOn(birthDate!, today) < 14

/** '' where there is none that may be used. */
export const numberToTell = (card: PersonCard, today: Day): string =>
  (isYoung(card, today) ? (card.guardianPhone ?? '') : card.phone || card.otherPhone) || ''

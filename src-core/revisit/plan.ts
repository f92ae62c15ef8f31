/**
 * Who is asked (DOMAIN §7.1), decided when a round is closed and written on its closing, so that no later change of a setting
 * moves it: always, or by the draw. Where nobody can be asked (anonymous) nobody is drawn.
 */
import { actsOf, type Act, type CaseFile } from '../case-file/case-file.ts'
import { isOrder } from '../case-file/closing-gaps.ts'
import type { Reading } from '../case-file/decision.ts'
import type { CaseFields } from '../case-file/fields.ts'
import type { EntityId } from '../kernel/event.ts'
import { settingsOf, type StationSettings } from '../station/settings.ts'
import type { RevisitPlan, RevisitReason } from './codes.ts'
import { drawDigits, isDrawn } from './draw.ts'
import { isOpenRating } from './codes.ts'
import { ratingsOf } from './ratings.ts'
import { roundsOf } from './rounds.ts'

/** A case, or one that is only being written. */
export type Planned = Pick<CaseFile, 'acts'> & { readonly fields: Partial<CaseFields> }
/** Whether a registered resident has a mark of the care list. */
export type IsCaredFor = (person: string) => boolean

export type ClosingPlan = {
  readonly revisitPlan: RevisitPlan
  readonly drawRate?: number
  readonly drawSeed?: string
}

/** The first kind that is always asked; null for those that are drawn. */
export function alwaysReason(
  { fields, acts }: Planned,
  settings: StationSettings,
  isCaredFor: IsCaredFor,
): RevisitReason | null {
  if (ratingsOf({ acts }).some(({ state }) => isOpenRating(state))) return 'bad-rating'
  if (settings.revisitComplaints && fields.requestKind === 'complaint') return 'complaint'
  if (settings.revisitHotline && isOrder(fields)) return 'hotline'
  const people = [fields.person, fields.forPerson].filter((id): id is string => Boolean(id))
  if (settings.revisitCare && people.some(isCaredFor)) return 'care'
  if (settings.revisitFunded && roundsOf({ acts }).at(-1)!.some(isFunded)) return 'funded'
  return null
}

/** An order that is paid under an agreement or out of a fund. */
const isFunded = (act: Act): boolean => act.type === 'referral' && (act.agreement ?? act.fund) !== undefined

/** Nobody gave a name: there is nobody to call. */
export const canBeAsked = ({ anonymous }: Partial<CaseFields>): boolean => anonymous !== true

/** `onTheSpot`: 当场办结, which has a rate of its own. */
export function planOf(reading: Reading, id: EntityId, planned: Planned, onTheSpot = false): ClosingPlan {
  if (!canBeAsked(planned.fields)) return { revisitPlan: 'not-drawn' }
  const settings = settingsOf(reading)
  const isCaredFor = caredFor(reading)
  if (alwaysReason(planned, settings, isCaredFor) !== null) return { revisitPlan: 'always' }
  const rate = Number(onTheSpot ? settings.revisitSpotRate : settings.revisitRate)
  const seed = settings.revisitSeed
  const round = actsOf(planned.acts, 'reopening').length + 1
  const drawn = isDrawn(drawDigits(seed, id, round), rate)
  return { revisitPlan: drawn ? 'sampled' : 'not-drawn', drawRate: rate, drawSeed: seed }
}

export const caredFor =
  (reading: Pick<Reading, 'read'>): IsCaredFor =>
  (person) => {
    const marks = reading.read(person)?.['marks']
    return Array.isArray(marks) && marks.length > 0
  }

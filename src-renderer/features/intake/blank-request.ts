/** An intake form before anything was typed. Kind and channel are left open: a wrong default would be believed. */
import type { Intake } from '#core/intake/receive-case.ts'

/** What the form holds while it is written; the schema decides when it is whole. */
export type RequestValues = Omit<Intake, 'requestKind' | 'channel' | 'onTheSpot'> & {
  readonly requestKind?: Intake['requestKind'] | undefined
  readonly channel?: Intake['channel'] | undefined
  /** The address that was taken over with a known person: said beside the place for as long as it stands there. */
  readonly placeOfPerson?: string | undefined
  /** What `join` names, as it was shown; see intake-join.tsx. */
  readonly joinedWith?: { readonly title: string; readonly status: string } | undefined
}

export const BLANK_REQUEST: RequestValues = {
  urgency: 'general',
  title: '',
  text: '',
  requesterName: '',
  requesterPhone: '',
  anonymous: false,
  place: '',
  category: '',
}

/** Why a change of time is refused. To add one: here, and its sentence in both texts (codes.refusal) and src-cli/texts.ts. */
export type LimitRefusal =
  | 'no-deadline' // records from elsewhere: there is nothing to extend or to stop
  | 'not-later' // the new moment is not after the one in force
  | 'tell-first' // an extension that the resident was not told of (DOMAIN §5.6)
  | 'paused-already'
  | 'not-paused'
  | 'no-pauses' // the station's settings do not allow this reason
  | 'no-upper-office' // 督办 orders are an upper office's

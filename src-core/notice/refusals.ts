/**
 * Why something about a notice, or about what is learnt from cases, is refused. To add one: here, then
 * text/<language>/notice-refusals.ts and src-cli/problems/notice-refusals.ts.
 */
export type NoticeRefusal =
  | 'blank-missing' // a blank of the template has no value
  | 'personal-inside' // a name, number or door of the case stands in what many will read
  | 'until-before-from'
  | 'no-such-notice'
  | 'notice-withdrawn'
  | 'no-notify-consent' // somebody of the list has not agreed to be told
  | 'no-such-telling'

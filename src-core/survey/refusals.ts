/** To add one: here, and its sentence in both texts (survey-refusals.ts) and in src-cli/problems. */
export type SurveyRefusal =
  | 'no-such-survey'
  | 'survey-closed'
  | 'sheet-first' // nothing is drawn or asked without questions
  | 'sample-too-large' // more than there are
  | 'sample-below-strata' // not even one of each stratum
  | 'already-drawn' // one draw counts; another one needs another survey
  | 'draw-first'
  | 'no-such-interviewee'
  | 'no-reserve' // nobody of that stratum is left
  | 'no-such-opinion'
  | 'opinion-withdrawn'

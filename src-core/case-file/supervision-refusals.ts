/**
 * Why something about supervision is refused. To add one: here, then text/<language>/supervision-refusals.ts and
 * src-cli/problems/supervision-refusals.ts.
 */
export type SupervisionRefusal =
  | 'no-such-finding'
  | 'nothing-to-rectify' // 规范: there is no demand
  | 'finding-closed'
  | 'no-evidence-yet' // re-checked before anything was put right
  | 'self-check' // whoever put it right does not re-check it here
  | 'not-your-finding' // taken back by somebody else than who made it
  | 'not-over-government' // a community makes no demands on an office of government (DOMAIN §4.0)
  | 'no-such-order'
  | 'order-settled' // 督办 already accepted
  | 'no-answer-yet'
  | 'upper-office-accepts' // whether an answer is enough is said by whoever issued the order
  | 'nothing-held' // 日常督办 knows neither notice nor talk

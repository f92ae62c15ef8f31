/**
 * Why something about houses and PCs is refused. To add one: here, then text/<language>/trust-refusals.ts and
 * src-cli/problems/trust-refusals.ts.
 */
export type TrustRefusal =
  | 'letter-taken' // letters of case numbers are never given twice, not even after the PC has gone
  | 'pc-known' // let in before
  | 'no-such-pc'
  | 'revoked-already'
  | 'not-signed' // the house's root key has not signed this
  | 'no-root-yet' // this house has no root key on record
  | 'other-root' // the house is known here with another root key
  | 'own-house' // a house is not its own upper office
  | 'one-upper' // there is an upper office already
  | 'founding-pc' // the PC with the root key cannot be shut out by itself

/**
 * Why a file is not taken in. To add one: here, its words (text `bundle-codes.ts` in both languages, src-cli/problems), a test
 * that provokes it. None of them changes anything at this station.
 */
export const BUNDLE_CODES = [
  // Longer than a bundle may be, or it says that it unpacks to more (BUNDLE_LIMITS).
  'too-big',
  // No age file, no ZIP in it, or no bundle.json of this format.
  'not-a-bundle',
  // None of our keys opens it. A flipped bit in the line meant for us looks the same.
  'not-for-us',
  // Cut, or changed since it was sealed: age's own checks, the ZIP directory, a checksum.
  'damaged',
  // Made by a newer version, which says that this one cannot read it.
  'newer-version',
  // bundle.json is not one, or says things that cannot be.
  'bad-manifest',
  // A file that bundle.json lists is not there.
  'file-missing',
  // A file that is there is not listed, or its name is none of the format's.
  'file-unlisted',
  // A file's length or SHA-256 is not the listed one.
  'file-changed',
  // No granted key is known of the PC that made it, or of one whose events it carries: quarantine, not refusal.
  'unknown-pc',
  // Signed by another key than the PC's, or changed after signing: bundle.json or the head of a log.
  'bad-signature',
  // A line is no event, or not the one that its hash names.
  'bad-event',
  // Two events say they follow one another and do not.
  'chain-broken',
  // An event that no signature covers.
  'head-missing',
  // The events are not those that bundle.json announces: a log, a range, a scope, how many.
  'contents-differ',
  // A letter that cannot be read.
  'bad-letter',
] as const
export type BundleCode = (typeof BUNDLE_CODES)[number]

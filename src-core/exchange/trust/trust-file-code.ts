/**
 * Why a request or grant file is not read. To add one: here, its words (text `devices` under fileCode, src-cli/problems/
 * trust-lines.ts), a test that provokes it.
 */
export const TRUST_FILE_CODES = [
  // Not of this kind at all, or cut.
  'not-a-request',
  'not-a-grant',
  // Changed after it was signed, or signed by somebody else than it says.
  'bad-signature',
  'newer-version',
  // A grant for another PC or another house.
  'not-for-this-pc',
  // A grant for a PC where one for a house is wanted, or the other way round.
  'other-kind',
] as const
export type TrustFileCode = (typeof TRUST_FILE_CODES)[number]

export const isTrustFileCode = (code: string): code is TrustFileCode =>
  (TRUST_FILE_CODES as readonly string[]).includes(code)

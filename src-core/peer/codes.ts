/** own: the house this PC belongs to; upper: 上级单位; below: a station or 街道 that reports to this one. */
export const PEER_KINDS = ['own', 'upper', 'below'] as const
export type PeerKind = (typeof PEER_KINDS)[number]

/**
 * What a bundle is for. To add one: here, what it carries (exchange/export/profile-contents.ts), its words (exchange.profile).
 *
 *   hand-over  everything, to the other PCs of this house
 *   report     上报: shared and directory, to the upper office; letters
 *   directory  下发: directory of this office and what it wrote to that one house, to a house below; letters
 *   receipt    回执: nothing but what this house has and which bundles arrived; asks for what is missing
 */
export const PROFILES = ['hand-over', 'report', 'directory', 'receipt'] as const
export type Profile = (typeof PROFILES)[number]

/**
 * Papers addressed to one house. To add one: here, its body (exchange/letters/), what its arrival does, its words.
 *
 *   supervision-order   督办令, from above          supervision-answer   回复, from the station
 *   order-ruling        认可 or 退回, from above
 *   transfer            个案转报, to above          transfer-result      办理结果, from above
 */
export const LETTER_KINDS = [
  'supervision-order',
  'supervision-answer',
  'order-ruling',
  'transfer',
  'transfer-result',
] as const
export type LetterKind = (typeof LETTER_KINDS)[number]

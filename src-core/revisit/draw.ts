/**
 * Whether a closed round is drawn for a revisit (DOMAIN §7.1, §7.5). No chance in it: the first 8 hex digits of the SHA-256 of
 * `seed/case/round` are a number from 0 to 4,294,967,295, and a round is drawn when that lies under rate % of 2³². Every PC
 * comes to the same, and so does anybody with a calculator:
 *
 *     printf '%s' '2026/case:0190…/1' | sha256sum        → 3f9a21c0… → 0x3f9a21c0 ÷ 2³² = 24.8 %  → not drawn at 20 %
 */
import { hashLine, type EntityId } from '../kernel/event.ts'
import { fromBase64url, toHex } from '../lib/bytes.ts'

const WHOLE = 2 ** 32

/** Eight hex digits. */
export const drawDigits = (seed: string, caseId: EntityId, round: number): string =>
  toHex(fromBase64url(hashLine(`${seed}/${caseId}/${round}`))!).slice(0, 8)

/** `rate` in percent, 0-100. Exact: both sides are whole numbers far below 2⁵³. */
export const isDrawn = (digits: string, rate: number): boolean => Number.parseInt(digits, 16) * 100 < rate * WHOLE

/** Where the digits lie between 0 and 100 %, for people to read. */
export const drawPercent = (digits: string): number => (Number.parseInt(digits, 16) / WHOLE) * 100

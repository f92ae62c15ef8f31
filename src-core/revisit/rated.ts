/**
 * Whom an answer is about: whoever answered or closed the case in that round; while nobody has, whoever has it in hand. They
 * do not ask about their own work, nor verify or rule on it (DOMAIN §7.1), except in stations too small for anything else.
 */
import { actsOf, type Act, type CaseFile } from '../case-file/case-file.ts'
import { handlerOf } from '../case-file/handler.ts'

/** DOMAIN §7.1: stations of three accounts or fewer revisit themselves, marked 自访. */
export const SMALL_STATION_ACCOUNTS = 3

export function isRated(file: CaseFile, user: string, round: readonly Act[] = file.acts): boolean {
  const handled = [...actsOf(round, 'answer'), ...actsOf(round, 'closing')]
  return handled.length > 0 ? handled.some(({ by }) => by === user) : handlerOf(file) === user
}

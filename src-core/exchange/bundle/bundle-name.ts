import { dayOf, type Moment } from '#core/lib/time.ts'
import type { House } from './manifest.ts'

/**
 * `S0012A-JD001-20261123-0007.zip.age`: people sort and forward by it. It says nothing that counts, so a renamed file is as
 * good. `letter`: of the PC, because two of one house may each make their seventh on one day. `number`: the running number of files
 * to that house, as far as this PC knows.
 */
export function bundleName(
  from: Pick<House, 'short'> & { readonly letter: string },
  to: Pick<House, 'short'>,
  at: Moment,
  number: number,
): string {
  const word = (text: string): string => text.replaceAll(/[^0-9A-Za-z]/g, '') || 'X'
  return `${word(from.short)}${from.letter}-${word(to.short)}-${dayOf(at).replaceAll('-', '')}-${String(number).padStart(4, '0')}.zip.age`
}

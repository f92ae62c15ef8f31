import { dayOf, type Moment } from '#core/lib/time.ts'
import type { House } from './manifest.ts'

/**
 * `S0012-JD001-20261123-0007.zip.age`: people sort and forward by it. It says nothing that counts, so a renamed file is as
 * good. `number`: this house's running number of files to that one.
 */
export function bundleName(from: Pick<House, 'short'>, to: Pick<House, 'short'>, at: Moment, number: number): string {
  const word = (text: string): string => text.replaceAll(/[^0-9A-Za-z]/g, '') || 'X'
  return `${word(from.short)}-${word(to.short)}-${dayOf(at).replaceAll('-', '')}-${String(number).padStart(4, '0')}.zip.age`
}

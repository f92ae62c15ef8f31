/** New keys for this PC when the old ones were used in two places: a copied folder, a backup that was put back. */
import { pcOfLog } from '#core/kernel/event.ts'
import { tipsOf } from '#core/kernel/log-index.ts'
import type { Identity } from '#core/keys/identity.ts'
import type { KeptHead } from '#core/peer/fields.ts'
import { bundleRecords, lastHeads } from '../export/bundle-records.ts'
import type { Holding } from '../export/holding.ts'
import { seenElsewhere } from '../import/seen-elsewhere.ts'
import type { RetirePc } from './revoke-pc.ts'
import type { TrustSource } from './trust.ts'

/**
 * Said by a person or another PC (retire-pc), or plain to see: two different events of this PC with one number, here or in what
 * another house says that it has of our logs (a station that is alone hears of it in no other way).
 */
export function isWornOut(holding: Holding, pc: string): boolean {
  if (holding.read(`device:${pc}`)?.['retired']) return true
  for (const [log, index] of holding.replica.logs) if (pcOfLog(log) === pc && tipsOf(index).length > 1) return true
  return seenElsewhere(holding, bundleRecords(holding), pc).length > 0
}

/**
 * What still has to be written down of names that this PC no longer has: that they are retired, and their last word on the ends
 * of their logs. The new salt is on the disk first, and a cut behind it leaves this open; asked again at every opening, it
 * is done with the next one, because the old seeds stay in the keyring.
 */
export function openRenewals(
  source: Holding & Pick<TrustSource, 'held'>,
  { former }: Pick<Identity, 'former'>,
): RetirePc[] {
  return former.flatMap((one): RetirePc[] => {
    const entity = `device:${one.pc}`
    const isRetired = Boolean(source.read(entity)?.['retired'])
    const isSigned = source.held(entity, 'heads').some((heads) => Array.isArray(heads) && isOf(heads, one.pc))
    if (isRetired && isSigned) return []
    const heads = lastHeads(source, one)
    return isRetired && heads.length === 0 ? [] : [{ pc: one.pc, heads }]
  })
}

const isOf = (heads: readonly KeptHead[], pc: string): boolean => heads.some(({ log }) => pcOfLog(log) === pc)

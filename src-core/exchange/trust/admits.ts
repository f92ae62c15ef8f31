/**
 * What another house may write here at all. Its PCs sign truthfully, but a compromised one must not reach our private fields,
 * our keys or our letters: the merge itself asks nobody. Never false of an honest bundle, so one such event condemns the file.
 */
import { fieldScope } from '#core/catalogue.ts'
import { entityType, ERASE_KIND, IN_PART_KIND, pcOfLog, scopeOfLog, type StoredEvent } from '#core/kernel/event.ts'
import type { Trust } from './trust.ts'

/**
 * False: the event is of another house and beyond what it may say. Fields that this version does not know pass (a newer one
 * wrote them); those it knows must belong to the scope of the log in which they stand, also where they are only replaced.
 */
export function admits(trust: Pick<Trust, 'house' | 'houseOf'>, { header, fields }: StoredEvent): boolean {
  const house = trust.houseOf(pcOfLog(header.log))
  if (house === trust.house) return true
  const scope = scopeOfLog(header.log)
  if (house === null || header.k === IN_PART_KIND || (scope !== 'shared' && scope !== 'directory')) return false
  if (header.k === ERASE_KIND) return true
  const type = entityType(header.e)
  // What a PC is called is its own house's affair.
  if (type === 'device' && (trust.houseOf(header.e.slice('device:'.length)) ?? house) !== house) return false
  const names = [...Object.keys(fields ?? {}), ...Object.keys(header.r ?? {})]
  return names.every((name) => (fieldScope(type, name) ?? scope) === scope)
}

/** Which station's partition an event goes to: the house whose PC wrote it; what an office wrote to one house goes to that house. */
import type { Trust } from '#core/exchange/trust/trust.ts'
import { addressedDevice, deviceOfLog, isAddressed, pcOfLog, type LogId } from '#core/kernel/event.ts'

/** Of PCs whose grant is not here. */
export const NO_HOUSE = '00000000-0000-0000-0000-000000000000'
/** Nothing else becomes part of a script or of a file's name. */
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export function houseOfLog(trust: Pick<Trust, 'house' | 'houses' | 'houseOf'>): (log: LogId) => string {
  const houses = [trust.house, ...trust.houses.keys()].filter((house) => UUID.test(house))
  const byEnd = new Map(houses.map((house) => [addressedDevice('', house), house]))
  const known = new Map<LogId, string>()
  return (log) => {
    let house = known.get(log)
    if (house === undefined) {
      const to = isAddressed(log) ? byEnd.get(deviceOfLog(log).slice(16)) : undefined
      const from = trust.houseOf(pcOfLog(log))
      known.set(log, (house = to ?? (from !== null && UUID.test(from) ? from : NO_HOUSE)))
    }
    return house
  }
}

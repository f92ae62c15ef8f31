/** Everything the screens may use, made once in app/services.ts. The clock enters the renderer there and nowhere else. */
import { createContext, useContext } from 'react'
import type { DeskPowers, Host } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import type { SheetCode } from '#core/sheet/sheet.ts'
import { BugError } from '#core/lib/assert.ts'
import type { DeskApi } from '../desk/api.ts'
import type { OpenSheet } from './sheet-api.ts'

export type Services = {
  readonly desk: DeskApi
  /** File work the screens ask for directly; everything sealed goes through the desk. */
  readonly host: Pick<Host, 'state' | 'backup' | 'saveFile' | keyof DeskPowers>
  readonly openSheet: (file: File) => Promise<Result<OpenSheet, SheetCode>>
  /** Milliseconds since 1970 UTC. */
  readonly clock: () => number
  readonly random: (bytes: number) => Uint8Array<ArrayBuffer>
  /** Takes the station over from the other window, or connects again after the host went away; then starts anew. */
  readonly reconnect: (take: boolean) => Promise<void>
}

export const ServicesContext = createContext<Services | null>(null)

export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new BugError('no services above this component')
  return services
}

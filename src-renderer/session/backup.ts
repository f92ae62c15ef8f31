/** When the last backup was made, and the one under way: told in the footer, made there, in the settings and by a command. */
import { create } from 'zustand'
import type { BackupReport, BackupState, HostCode } from '#core/host/host.ts'
import type { Result } from '#core/lib/result.ts'
import type { Services } from '../services/services.ts'

type Backup = {
  /** null when there was none, undefined while it is not known. */
  readonly last: BackupState | null | undefined
  readonly busy: boolean
  /** Of the last one that this window made. */
  readonly made: Result<BackupReport, HostCode> | null
}

export const useBackup = create<Backup>(() => ({ last: undefined, busy: false, made: null }))

export async function refreshBackup(host: Services['host']): Promise<void> {
  const state = await host.state()
  useBackup.setState({ last: state.ok ? state.value.backup : undefined })
}

/** One at a time. */
export async function backUp(host: Services['host'], to: string): Promise<void> {
  if (useBackup.getState().busy) return
  useBackup.setState({ busy: true, made: null })
  const made = await host.backup(to)
  await refreshBackup(host)
  useBackup.setState({ busy: false, made })
}

/** When the last backup was made: told in the footer, made in the settings. */
import { create } from 'zustand'
import type { BackupState } from '#core/host/host.ts'
import type { Services } from '../services/services.ts'

/** `last`: null when there was none, undefined while it is not known. */
export const useBackup = create<{ readonly last: BackupState | null | undefined }>(() => ({ last: undefined }))

export async function refreshBackup(host: Services['host']): Promise<void> {
  const state = await host.state()
  useBackup.setState({ last: state.ok ? state.value.backup : undefined })
}

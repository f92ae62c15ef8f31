/** Where a station lives when nobody says otherwise: machine-wide, so that every account of the PC opens the same one. */
import { homedir } from 'node:os'
import { join } from 'node:path'

type Env = Readonly<Record<string, string | undefined>>

/**
 * Windows: %ProgramData%\Linwu\station. Elsewhere a machine-wide folder needs an administrator, so a station that is not
 * placed by LINWU_STATION lives in the user's data folder.
 */
export function defaultStationFolder(env: Env = process.env, platform: string = process.platform): string {
  if (env['LINWU_STATION']) return env['LINWU_STATION']
  if (platform === 'win32') return join(env['ProgramData'] ?? 'C:\\ProgramData', 'Linwu', 'station')
  return join(env['XDG_DATA_HOME'] || join(homedir(), '.local', 'share'), 'linwu', 'station')
}

/** Exported files: the user's documents, in a folder of our own. */
export const defaultExportFolder = (): string => join(homedir(), 'Documents', 'Linwu')

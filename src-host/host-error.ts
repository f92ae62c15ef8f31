/** From the errors of a file system to the codes a person can act on. */
import type { HostCode } from '#core/host/host.ts'
import { errno } from './file-system.ts'

/** Throws anything that is not an error of the file system: that is a bug. */
export function hostCode(error: unknown): HostCode {
  switch (errno(error)) {
    case null:
      throw error
    case 'ENOSPC':
    case 'EDQUOT':
      return 'disk-full'
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'not-writable'
    default:
      return 'io-failed'
  }
}

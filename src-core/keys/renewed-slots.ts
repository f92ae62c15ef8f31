import type { RandomBytes } from '../journal/cipher.ts'
import { toBase64url } from '../lib/bytes.ts'
import type { SlotsFile } from './slots.ts'

/** The slots file with one more salt (identity.ts, renewedRing). `letter`: the PC's new one, where it is known yet. */
export const renewedSlots = (file: SlotsFile, random: RandomBytes, letter: string): SlotsFile => ({
  ...file,
  station: { ...file.station, letter },
  renewed: [...(file.renewed ?? []), toBase64url(random(16))],
})

/** 回访: who is asked, by which draw, what is said (DOMAIN §7.1, §7.4). Spread into station/settings.ts. */
import { words, z } from '../lib/schema.ts'

const yesOrNo = z.boolean()
/** 0-100, as it is typed. */
const percent = z.string().regex(/^(100|[1-9]?\d)$/)

export const SCRIPT_LENGTH = 2_000

/** Working days to put a bad rating right. */
export const RATING_LIMITS = ['5', '15'] as const

export const REVISIT_SETTINGS = {
  revisitComplaints: { shape: yesOrNo, start: true as boolean },
  revisitHotline: { shape: yesOrNo, start: true as boolean },
  revisitCare: { shape: yesOrNo, start: true as boolean },
  revisitFunded: { shape: yesOrNo, start: true as boolean },
  /** Of all others, and of those answered on the spot, in percent. */
  revisitRate: { shape: percent, start: '20' as string },
  revisitSpotRate: { shape: percent, start: '5' as string },
  /** The same at every PC of the station (draw.ts). A slash would make two draws read alike. */
  revisitSeed: { shape: z.string().regex(/^[\p{L}\p{N}._-]{1,40}$/u), start: '1' as string },
  ratingLimit: { shape: z.enum(RATING_LIMITS), start: '5' as string },
  /** What the caller says; '' is the program's own (script.ts). */
  revisitScript: { shape: words(SCRIPT_LENGTH), start: '' as string },
} as const

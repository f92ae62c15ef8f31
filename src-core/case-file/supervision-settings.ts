/** 监督: the two thresholds that differ from place to place. Spread into station/settings.ts; the others stand with their rules. */
import { z } from '../lib/schema.ts'

export const SUPERVISION_SETTINGS = {
  /** 差评 of one provider or colleague in a month from which somebody looks: 2 to 20. */
  superviseBadRatings: { shape: z.string().regex(/^(?:[2-9]|1\d|20)$/), start: '3' as string },
  /** Percent of an agreement from which it counts as nearly used up: 50 to 100. */
  superviseUsed: { shape: z.string().regex(/^(?:[5-9]\d|100)$/), start: '80' as string },
} as const

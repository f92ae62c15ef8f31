/** 政策卡片: after how many months without a second look one is said to be old. Spread into station/settings.ts. */
import { z } from '../lib/schema.ts'

/** To add one: here. */
export const POLICY_MONTHS = ['6', '12', '24', '36'] as const

export const LEARNING_SETTINGS = { policyMonths: { shape: z.enum(POLICY_MONTHS), start: '24' as string } } as const

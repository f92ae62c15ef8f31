/** How the station counts (DOMAIN §7.3). Spread into station/settings.ts. */
import { z } from '../lib/schema.ts'
import { CUT_START, isCut } from './period.ts'
import { RATE_RULES_START, rulesProblem, type RateRules } from './rates.ts'
import type { FiguresRefusal } from './refusals.ts'

const PART = /^(?:0(?:\.\d{1,4})?|1(?:\.0{1,4})?)$/

/** `0.10/0.40/0.50`: response, satisfaction, solution, in one value, because only together they add up to 1. */
export const weightsText = ({ response, satisfaction, solution }: Omit<RateRules, 'basically'>): string =>
  [response, satisfaction, solution].join('/')

/** Null for anything that cannot be worked with. */
export function readRules(weights: string, factor: string): RateRules | null {
  const parts = weights.split('/')
  if (parts.length !== 3 || ![...parts, factor].every((part) => PART.test(part))) return null
  const [response, satisfaction, solution] = parts.map(Number) as [number, number, number]
  const rules = { response, satisfaction, solution, basically: Number(factor) }
  return rulesProblem(rules) === null ? rules : null
}

export const FIGURES_SETTINGS = {
  rateWeights: {
    shape: z.string().refine((text) => readRules(text, '0') !== null),
    start: weightsText(RATE_RULES_START),
  },
  /** What 基本满意 counts towards 满意率. */
  rateBasically: {
    shape: z.string().regex(PART),
    start: String(RATE_RULES_START.basically),
  },
  /** Day and time on which a month is cut for 三率. */
  reportCut: { shape: z.string().refine(isCut), start: CUT_START as string },
} as const

/** What is answered to a value that does not fit. */
export const FIGURES_REFUSALS: Readonly<Record<string, FiguresRefusal>> = {
  rateWeights: 'weights-not-one',
  rateBasically: 'factor-impossible',
  reportCut: 'cut-impossible',
}

/** As the station has chosen. */
export const rateRulesOf = (settings: { readonly rateWeights: string; readonly rateBasically: string }): RateRules =>
  readRules(settings.rateWeights, settings.rateBasically) ?? RATE_RULES_START

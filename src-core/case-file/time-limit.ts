/**
 * How long a request may take (DOMAIN §5.1). The presets are built in and editable at the station; a change never moves a
 * deadline that is already written into a case.
 */
import { BUILT_IN } from '../lib/calendar.ts'
import { deadline, MIDNIGHT, type DayRules, type Deadline, type Limit, type LimitUnit } from '../lib/deadline.ts'
import type { RequestKind, Urgency } from './codes.ts'

/** `sameDay`: to be settled on the day it comes in; the limit is for when that fails. */
export type Preset = Limit & { readonly sameDay?: boolean }

/**
 * 危及安全 · 紧急 · 水电气热中断 · 一般 · 复杂 · 城市管理 · 咨询 · 投诉. To add one: a line, and its name in both texts
 * (limits.preset). Ids are stored in cases and catalogue leaves: never renamed.
 */
export const PRESETS = {
  danger: { unit: 'hours', count: 2 },
  urgent: { unit: 'hours', count: 24 },
  utility: { unit: 'hours', count: 24 },
  general: { unit: 'natural-days', count: 7 },
  complex: { unit: 'natural-days', count: 15 },
  'city-law': { unit: 'working-days', count: 5 },
  consult: { unit: 'working-days', count: 3, sameDay: true },
  complaint: { unit: 'working-days', count: 13 },
} as const satisfies Readonly<Record<string, Preset>>

export type PresetId = keyof typeof PRESETS
export const PRESET_IDS = Object.keys(PRESETS) as PresetId[]
export const isPresetId = (id: string | undefined): id is PresetId => id !== undefined && Object.hasOwn(PRESETS, id)

/** What the station's settings make of it: see src-core/limits/limit-rules.ts. */
export type LimitRules = DayRules & { readonly presets: Readonly<Record<PresetId, Preset>> }

export const BUILT_IN_RULES: LimitRules = { calendar: BUILT_IN, dayEnd: MIDNIGHT, presets: PRESETS }

const BY_URGENCY: Readonly<Record<Exclude<Urgency, 'general'>, PresetId>> = { danger: 'danger', urgent: 'urgent' }
const BY_KIND: Readonly<Record<RequestKind, PresetId>> = {
  consult: 'consult',
  help: 'general',
  complaint: 'complaint',
  report: 'complex',
  suggestion: 'complex',
}

/**
 * Which preset holds. Urgency first. Then the `category`'s own: for 求助 always, for the other kinds only one in hours
 * (a complaint that the water is off cannot wait 13 working days; a question about building work is still a question).
 */
export function presetFor(
  kind: RequestKind,
  urgency: Urgency,
  category?: string,
  rules: LimitRules = BUILT_IN_RULES,
): PresetId {
  if (urgency !== 'general') return BY_URGENCY[urgency]
  if (isPresetId(category) && (kind === 'help' || rules.presets[category].unit === 'hours')) return category
  return BY_KIND[kind]
}

export const limitFor = (
  kind: RequestKind,
  urgency: Urgency,
  rules: LimitRules = BUILT_IN_RULES,
  category?: string,
): Preset => rules.presets[presetFor(kind, urgency, category, rules)]

export const caseDeadline = (
  receivedAt: string,
  kind: RequestKind,
  urgency: Urgency,
  rules: LimitRules = BUILT_IN_RULES,
  category?: string,
): Deadline => deadline(receivedAt, limitFor(kind, urgency, rules, category), rules)

/** What is written into a case: the deadline, and what it follows from, so that it never moves (limit-acts.ts). */
export function limitFields(
  receivedAt: string,
  kind: RequestKind,
  urgency: Urgency,
  rules: LimitRules = BUILT_IN_RULES,
  category?: string,
): { readonly dueAt: string; readonly limitPreset: PresetId; readonly limit: string; readonly dueUnsure?: true } {
  const limitPreset = presetFor(kind, urgency, category, rules)
  const { at, unsure } = deadline(receivedAt, rules.presets[limitPreset], rules)
  return {
    dueAt: at,
    limitPreset,
    limit: limitCode(rules.presets[limitPreset]),
    ...(unsure ? { dueUnsure: true } : {}),
  }
}

const LETTERS: Readonly<Record<LimitUnit, string>> = { hours: 'h', 'natural-days': 'n', 'working-days': 'w' }
export const limitCode = ({ unit, count }: Limit): string => `${count}${LETTERS[unit]}`

/** `7n` → 7 natural days; null for anything else. */
export function readLimit(code: string | undefined): Limit | null {
  const [, count, letter] = /^(\d{1,4})([hnw])$/.exec(code ?? '') ?? []
  if (count === undefined) return null
  const unit = letter === 'h' ? 'hours' : letter === 'n' ? 'natural-days' : 'working-days'
  return { unit, count: Number(count) }
}

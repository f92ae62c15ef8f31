/** 服务: what one provider does, for whom, where and how (DOMAIN §1 可达性; HSDS `service`). Only a name and a type are needed. */
import { SERVICE_TYPES } from '../case-file/codes.ts'
import type { Scope } from '../kernel/event.ts'
import { entityId, someWords, words, z } from '../lib/schema.ts'
import { FUNDING_MODES } from './fields.ts'
import { HOURS } from './hours.ts'

/** 到站到店 · 上门 · 电话 · 网上. To add one: at the end, with its words. */
export const DELIVERY_WAYS = ['on-site', 'home-visit', 'phone', 'online'] as const
export type DeliveryWay = (typeof DELIVERY_WAYS)[number]

export const RESIDENCES = ['registered', 'living'] as const

/** Code of a leaf of the catalogue, `L020103`. */
export const categoryCode = z.string().regex(/^L\d{6}$/)
/** One of a list: without the signs that separate the items of a list, in a cell or in a field. */
export const LIST_SIGNS = /[、，,；;\n]/
export const listItem = (max: number) => someWords(max).refine((item) => !LIST_SIGNS.test(item))
/** `水管、电路，开锁` → its items; each once. */
export const itemsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(LIST_SIGNS)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  ),
]
const people = z.number().int().min(0).max(100_000).nullable()
const age = z.number().int().min(0).max(150).nullable()
export const fen = z.number().int().min(0).max(1_000_000_000_000)
/** `2026-11-22` or '' for not known; whether that date exists, a rule says. */
export const dayWords = z.string().max(10)

export const SERVICE = z.object({
  provider: entityId('provider'),
  name: someWords(120),
  serviceType: z.enum(SERVICE_TYPES),
  categories: z.array(categoryCode).max(60),
  /** Where: places of the tree, and words for what the tree does not know. Neither: not known. */
  area: z.array(entityId('place')).max(200),
  areaWords: words(200),
  ways: z.array(z.enum(DELIVERY_WAYS)).max(DELIVERY_WAYS.length),
  /** 普通话, 粤语, 手语 … */
  languages: z.array(listItem(20)).max(12),
  hours: HOURS.nullable(),
  /** Null: not known; 0: free. `costUnit`: 每次, 每小时. */
  costFen: fen.nullable(),
  costUnit: words(20),
  costWords: words(120),
  fundingMode: z.enum(FUNDING_MODES).or(z.literal('')),
  minAge: age,
  maxAge: age,
  /** Any of these marks (codes of person/marks.ts); none: everybody. */
  marks: z.array(someWords(40)).max(40),
  residence: z.array(z.enum(RESIDENCES)).max(2),
  documents: z.array(listItem(80)).max(20),
  capacityOpen: people,
  capacityMax: people,
  /** Day on which the capacity was said. */
  capacityAt: dayWords,
  status: z.enum(['active', 'inactive']),
  note: words(500),
})
export type ServiceFields = z.infer<typeof SERVICE>

export const BLANK_SERVICE: Omit<ServiceFields, 'provider' | 'name' | 'serviceType'> = {
  categories: [],
  area: [],
  areaWords: '',
  ways: [],
  languages: [],
  hours: null,
  costFen: null,
  costUnit: '',
  costWords: '',
  fundingMode: '',
  minAge: null,
  maxAge: null,
  marks: [],
  residence: [],
  documents: [],
  capacityOpen: null,
  capacityMax: null,
  capacityAt: '',
  status: 'active',
  note: '',
}

/** A service is public from end to end; it may leave with the directory. */
export const SERVICE_SCOPES = Object.fromEntries(
  Object.keys(SERVICE.shape).map((field) => [field, 'directory']),
) as Readonly<Record<keyof ServiceFields, Scope>>

/**
 * 诉求分类: what a request is about. Three levels; a request is put into a leaf, and the leaf brings defaults (kind of
 * service, time limit, in which order kinds are tried). The built-in leaves stand in catalogue-leaves.ts, a station's own
 * leaves and changes in its records (fields.ts); current-catalogue.ts lays the second over the first.
 */
import type { ServiceType } from '../case-file/codes.ts'
import type { Day } from '../lib/time.ts'

/** DOMAIN §4.5: 主责 · 协助 · 清单外. To add one: at the end, with its words (categories:duty). */
export const DUTIES = ['main', 'assist', 'off-list'] as const
export type Duty = (typeof DUTIES)[number]

/**
 * How the service is brought to people: 窗口受理 · 上门 · 上门查看后转报 · 上门劝导 · 调解 · 活动 · 引导办理 · 转报 · 转服务单位 ·
 * 先报警后处置 · 议事协商 · 指导. To add one: at the end, with its words (categories:way).
 */
export const PROVISION_WAYS = [
  'counter',
  'home-visit',
  'look-then-report',
  'persuade',
  'mediate',
  'activity',
  'guide',
  'report-up',
  'refer',
  'emergency',
  'deliberate',
  'advise',
] as const
export type ProvisionWay = (typeof PROVISION_WAYS)[number]

export type TwoNames = { readonly zh: string; readonly en: string }

/** `L` and six digits, two a level: 01 安全与应急, 0101 用电用气用火安全, L010101 用电安全隐患. */
export type CategoryCode = string
export const CATEGORY_CODE = /^L\d{6}$/
/** Codes that end in 80 to 99 are the station's own: a later version of the program adds below. */
export const isOwnLeaf = (code: CategoryCode): boolean => Number(code.slice(5)) >= 80

/** One leaf as it is in force. */
export type Category = {
  readonly code: CategoryCode
  readonly level1: TwoNames
  readonly level2: TwoNames
  readonly name: TwoNames
  readonly serviceType: ServiceType
  readonly duty: Duty
  /** Id of a time-limit preset. */
  readonly limit: string
  /** Kinds of service in the order in which they are tried; the first is the leaf's own, none stands twice. */
  readonly chain: readonly ServiceType[]
  /** Law, rule or document that the leaf rests on; '' when there is none. */
  readonly basis: string
  /** Who wrote it: this program's authors, or the station. */
  readonly author: string
  readonly inForce: Day
  readonly way: ProvisionWay
  /** What residents say when they mean this, separated by spaces: the suggestion starts from it. */
  readonly words: string
  /** No longer chosen for new requests; decided ones keep it. */
  readonly retired: boolean
}

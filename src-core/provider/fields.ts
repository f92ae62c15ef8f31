/** 服务单位: an organisation that answers requests. Four fields are required; the rest shows 未填 and never lowers a rank. */
import { SERVICE_TYPES } from '../case-file/codes.ts'
import type { Scope } from '../kernel/event.ts'
import { someWords, words, z } from '../lib/schema.ts'

/** DOMAIN §1: 社区党组织 · 社区自治组织 · 社区社会组织 · 公共事务类组织 · 生活服务类组织. To add one: at the end, with its words. */
export const PROVIDER_KINDS = ['party', 'self-governing', 'social', 'public-affairs', 'life-service'] as const
export type ProviderKind = (typeof PROVIDER_KINDS)[number]

/** DOMAIN §1: how the service is usually paid. */
export const FUNDING_MODES = [
  'government',
  'purchased',
  'volunteer',
  'donated',
  'party-service-fund',
  'compensated',
  'resident-paid',
  'maintenance-fund',
] as const
export type FundingMode = (typeof FUNDING_MODES)[number]

/** DOMAIN §1, 可达性: 上门 · 电话办 · 到站到店办 · 无障碍. To add one: at the end, with its words (codes.reach). */
export const REACHES = ['home-visit', 'phone', 'on-site', 'barrier-free'] as const
export type Reach = (typeof REACHES)[number]

/** 四轮驱动 (DOMAIN §1): 牵头协调 · 承办 · 支持参与 · 监督. What an organisation usually is; on a matter it may be another. */
export const PROVIDER_ROLES = ['lead', 'carry-out', 'support', 'supervise'] as const

/** 驻区单位 · 产权单位. To add one: at the end, with its words. */
export const STANDINGS = ['resident-unit', 'owner-unit'] as const

/** What was added after the first version is optional: older events do not have it. */
export const PROVIDER = z.object({
  name: someWords(120),
  kind: z.enum(PROVIDER_KINDS),
  phone: someWords(60),
  serviceType: z.enum(SERVICE_TYPES),
  /** '' = not known; shown as 未填. */
  funding: z.enum(FUNDING_MODES).or(z.literal('')),
  services: words(500),
  /** How residents get the service; none, or left out by older versions: not known. */
  reach: z.array(z.enum(REACHES)).max(REACHES.length).optional(),
  hours: words(200),
  area: words(200),
  contact: words(80),
  contactPhone: words(60).optional(),
  /** Whoever may be named to everybody: a desk, an office, a person who agreed. Leaves with the directory. */
  publicContact: words(80).optional(),
  role: z.enum(PROVIDER_ROLES).or(z.literal('')).optional(),
  standings: z.array(z.enum(STANDINGS)).max(STANDINGS.length).optional(),
  /** 统一社会信用代码. */
  creditCode: words(18).optional(),
  /** Works here no longer: found and shown, offered to nobody. */
  stopped: z.boolean().optional(),
})
export type ProviderFields = z.infer<typeof PROVIDER>

/** A contact person is a person: their name stays at the station. */
export const PROVIDER_SCOPES: Readonly<Record<keyof ProviderFields, Scope>> = {
  name: 'directory',
  kind: 'directory',
  phone: 'directory',
  serviceType: 'directory',
  funding: 'directory',
  services: 'directory',
  reach: 'directory',
  hours: 'directory',
  area: 'directory',
  contact: 'private',
  contactPhone: 'private',
  publicContact: 'directory',
  role: 'directory',
  standings: 'directory',
  creditCode: 'directory',
  stopped: 'directory',
}

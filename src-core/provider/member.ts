/**
 * People who help: volunteers, registered party members (双报到), and 社区能人. Private from end to end: they are persons.
 * 报到 → 专长 → 认领 → 服务 → 时长 are the fields here, volunteer-task.ts and service-time.ts.
 */
import type { Scope } from '../kernel/event.ts'
import { entityId, someWords, words, z } from '../lib/schema.ts'
import { listItem } from './service.ts'

/** 志愿者 · 报到党员 · 社区能人. */
export const MEMBER_KINDS = ['volunteer', 'party-member', 'capable'] as const
export type MemberKind = (typeof MEMBER_KINDS)[number]

/** DOMAIN §1 社区能人: 代表 · 委员 · 公益人士 · 业主. To add one: at the end, with its words. */
export const CAPACITIES = ['deputy', 'committee-member', 'charitable', 'owner'] as const

export const MEMBER = z.object({
  /** The team or organisation they serve with; '' for nobody's. */
  provider: entityId('provider').or(z.literal('')),
  kind: z.enum(MEMBER_KINDS),
  /** Of a 社区能人. */
  capacity: z.enum(CAPACITIES).or(z.literal('')),
  name: someWords(40),
  phone: words(60),
  team: words(60),
  /** 原单位党组织 of a party member, employer of a volunteer. */
  from: words(120),
  skills: z.array(listItem(30)).max(30),
  /** As they say it: 周六上午. */
  freeHours: words(120),
  /** 岗位 they took over: 楼道长, 治安巡逻. */
  posts: z.array(listItem(40)).max(20),
  registeredAt: z.string().max(10),
  /** Left on this day; '' while they serve. */
  leftAt: z.string().max(10),
  note: words(300),
})
export type MemberFields = z.infer<typeof MEMBER>

export const BLANK_MEMBER = {
  provider: '',
  capacity: '',
  phone: '',
  team: '',
  from: '',
  skills: [],
  freeHours: '',
  posts: [],
  registeredAt: '',
  leftAt: '',
  note: '',
} as const

export const MEMBER_SCOPES = Object.fromEntries(
  Object.keys(MEMBER.shape).map((field) => [field, 'private']),
) as Readonly<Record<keyof MemberFields, Scope>>

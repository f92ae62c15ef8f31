/**
 * 功能模块: entries of the menu that a station switches on or off. A choice of the station and not of a PC: it says
 * which work this station does, so it is written into its records, and a second PC of the station shows the same menu.
 * One entity per module: switching two of them on two PCs is no conflict.
 */

/**
 * Only what is built stands here. To add one: a line (whether it is on before anybody chose), its route and screen in
 * src-renderer, its words under `modules` in text/<language>/settings.ts.
 */
export const MODULES = {
  /** 导入: most stations begin with the tables they have. */
  import: { on: true },
  /** 共性问题: every station has matters that come more than once. */
  topics: { on: true },
  /** 入户走访单: where people do not come to the counter. */
  walk: { on: true },
  /** 服务缺口: what is lacking is told to whoever plans. */
  gaps: { on: true },
  /** 路程分钟: how far each service is from each 小区. */
  minutes: { on: true },
  /** 统计: 三率, the monthly report, letters; every number opens its cases. */
  reports: { on: true },
  /** 访问调查, and opinions of party members and residents. */
  surveys: { on: false },
  /** 督查督办: rules, findings, 督办, scorecards. */
  supervision: { on: false },
  /** 资金台账: contracts, compensation, funds. */
  funding: { on: false },
  /** 四有: what an old neighbourhood has, with photos and a day to look again. */
  haves: { on: false },
  /** 告知通知: texts, lists and posters. */
  notices: { on: false },
  /** 案例与政策: 典型案例 and 政策卡片. */
  learning: { on: false },
  /** 文件交换: papers for the upper office from the first day, signed files between PCs and houses later. */
  exchange: { on: true },
} as const satisfies Readonly<Record<string, { readonly on: boolean }>>

export type ModuleName = keyof typeof MODULES
export const MODULE_NAMES = Object.keys(MODULES) as ModuleName[]

/** Screens that nobody switches: they stand in the menu where there is something to do in them, see desk.modules(). */
export const BY_THEMSELVES = ['conflicts', 'stations'] as const
export type MenuName = ModuleName | (typeof BY_THEMSELVES)[number]

/** `station`: the entity, `station:<uuid>`. */
export const moduleId = (station: string, name: ModuleName): string => `module:${station.replace(/^\w+:/, '')}.${name}`

/** `chosen`: what stands in the records; undefined while nobody chose. */
export const modulesOn = (chosen: (name: ModuleName) => boolean | undefined): ModuleName[] =>
  MODULE_NAMES.filter((name) => chosen(name) ?? MODULES[name].on)

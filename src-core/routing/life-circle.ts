/** 一刻钟便民生活圈 (DOMAIN §9.4): 5 minutes convenience; 8 meals, pharmacy, laundry, hair, fresh food; 15 supermarket, repair, fitness. */

export const RINGS = [5, 8, 15] as const
export type Ring = (typeof RINGS)[number]

/** The narrowest ring that so many minutes on foot stand in; null for farther. */
export const ringOf = (minutes: number): Ring | null => RINGS.find((ring) => minutes <= ring) ?? null

/** To add one: here; a word that stands in the service's name is enough. The first line that fits counts. */
const WANTED: readonly (readonly [ring: Ring, words: RegExp])[] = [
  [8, /餐|食堂|饭|药|洗衣|洗染|理发|美发|菜|生鲜|水果|早点/],
  [15, /超市|商场|维修|修理|修鞋|开锁|健身|运动|书店|家政/],
  [5, /便利|小卖|快递|报刊/],
]

/** How near a service of this name should be; null where the circle says nothing about it. */
export const ringWanted = (service: string): Ring | null => WANTED.find(([, words]) => words.test(service))?.[0] ?? null

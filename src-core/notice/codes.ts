/** The closed lists of notices. Without zod: the scopes and the screens read them too. */

/** Many (a group, a poster) or the one resident whose case it is about. */
export const AUDIENCES = ['many', 'one'] as const
export type Audience = (typeof AUDIENCES)[number]

/** What is wanted back: 不用回复 · 有问题来说（登记成诉求） · 征求意见（记成意见）. To add one: at the end, with its words (notices.answers). */
export const ANSWERS_WANTED = ['none', 'request', 'opinion'] as const

/** 微信群 · 短信平台名单 · 电话 · 张贴 · 上门 · 广播喇叭 · 其他. To add one: at the end, with its words (notices.way). */
export const TELLING_WAYS = ['group', 'sms', 'phone', 'poster', 'door', 'loudspeaker', 'other'] as const
export type TellingWay = (typeof TELLING_WAYS)[number]

/** How somebody said that they want (or no longer want) to be told. To add one: at the end, with its words (residents.notify.way). */
export const CONSENT_WAYS = ['face-to-face', 'phone', 'paper', 'wechat', 'guardian'] as const
export type ConsentWay = (typeof CONSENT_WAYS)[number]

/**
 * Their words → our codes, for the columns that choose among a few things. What a person chose goes first (ValueMap, kept with
 * the import and used again for the next file of the same shape); the rest is guessed from the word, and shown before anything
 * is written.
 */
import {
  CHANNELS,
  REQUEST_KINDS,
  SERVICE_TYPES,
  type Channel,
  type RequestKind,
  type ServiceType,
} from '../case-file/codes.ts'
import { VALUE_MAP, type ValueMap } from '../import-record/fields.ts'
import { err, ok, type Result } from '../lib/result.ts'

/** Columns whose values are mapped. To add one: here, in VALUE_MAP, and in plan-import.ts. */
export const VALUE_FIELDS = ['category', 'serviceType', 'requestKind', 'channel'] as const
export type ValueField = (typeof VALUE_FIELDS)[number]

/** The four columns of one row, in its words; '' where there is none. */
export type RowWords = Readonly<Record<ValueField, string>>

export type RowCodes = {
  readonly serviceType: ServiceType | undefined
  readonly ownCategory: string | undefined
  readonly requestKind: RequestKind
  readonly channel: Channel
}

/** A word that nobody mapped and that says nothing is 求助, 导入, and not decided. The type's own column goes before the heading. */
export function codesOf(words: RowWords, values: ValueMap): RowCodes {
  const own = ownValue(values.category, words.category)
  const type = ownValue(values.serviceType, words.serviceType)
  const byType = type === undefined ? guessServiceType(words.serviceType) : (type ?? undefined)
  const byCategory = own?.serviceType === undefined ? guessByCategory(words.category) : (own.serviceType ?? undefined)
  return {
    serviceType: byType ?? byCategory,
    ownCategory: own?.category || undefined,
    requestKind: ownValue(values.requestKind, words.requestKind) ?? guessRequestKind(words.requestKind) ?? 'help',
    channel: ownValue(values.channel, words.channel) ?? guessChannel(words.channel) ?? 'import',
  }
}

/** Not what every object inherits: a heading may be called "constructor". */
const ownValue = <T>(choices: Readonly<Record<string, T>> | undefined, word: string): T | undefined =>
  word !== '' && choices && Object.hasOwn(choices, word) ? choices[word] : undefined

/** The first code whose word stands in the cell; the code itself is understood too. */
function coded<C extends string>(
  cell: string,
  table: readonly (readonly [C, RegExp])[],
  codes: readonly C[],
): C | undefined {
  return codes.find((code) => code === cell.toLowerCase()) ?? table.find(([, pattern]) => pattern.test(cell))?.[0]
}

export const guessServiceType = (word: string): ServiceType | undefined =>
  coded(word, SERVICE_TYPE_WORDS, SERVICE_TYPES)
export const guessByCategory = (word: string): ServiceType | undefined => coded(word, CATEGORY_WORDS, SERVICE_TYPES)
export const guessRequestKind = (word: string): RequestKind | undefined =>
  coded(word, REQUEST_KIND_WORDS, REQUEST_KINDS)
export const guessChannel = (word: string): Channel | undefined => coded(word, CHANNEL_WORDS, CHANNELS)

const SERVICE_TYPE_WORDS: readonly (readonly [ServiceType, RegExp])[] = [
  ['administrative', /行政/],
  ['welfare', /公益/],
  ['market', /市场|便民/],
]
/** Headings of everything there is: only those that name a type. 市场监管 is no market service, and a wrong guess is worse than 待定. */
const CATEGORY_WORDS: readonly (readonly [ServiceType, RegExp])[] = [
  ['administrative', /行政服务|政务服务/],
  ['welfare', /公益服务|志愿服务/],
  ['market', /市场服务|市场化服务|便民服务/],
]
const REQUEST_KIND_WORDS: readonly (readonly [RequestKind, RegExp])[] = [
  ['report', /举报/],
  ['complaint', /投诉/],
  ['consult', /咨询/],
  ['suggestion', /建议/],
  ['help', /求助/],
]
const CHANNEL_WORDS: readonly (readonly [Channel, RegExp])[] = [
  ['hotline-12345', /12345|热线/],
  ['grid-patrol', /网格|巡查/],
  ['home-visit', /入户|走访/],
  ['party-member', /党员/],
  ['wechat', /微信|公众号|小程序/],
  ['letter', /信函|来信/],
  ['phone', /电话|来电/],
  ['visit', /来访|窗口|现场/],
]

export type ValuesCode = 'values-not-json' | 'values-wrong'

/** The text of a file of choices, as `linwu import --values` takes it. Never throws. */
export function parseValueMap(text: string): Result<ValueMap, ValuesCode> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return err('values-not-json')
  }
  const parsed = VALUE_MAP.safeParse(json)
  return parsed.success ? ok(parsed.data) : err('values-wrong')
}

/**
 * Which column of a spreadsheet is what. Guessed from the header row, or written by hand as a JSON file:
 *
 *   { "externalId": "Unique Key", "title": ["Complaint Type", "Descriptor"], "raisedAt": "Created Date",
 *     "dateFormat": "MM/DD/YYYY hh:mm:ss A", "source": "nyc311" }
 */
import { err, ok, type Result } from '../lib/result.ts'

/** Header words of one column, or of several: see JOINED for what happens to several. */
export type Columns = string | readonly string[]

/** To add one: here with its header words, and its line in plan-import.ts. */
const HEADER_WORDS = {
  externalId:
    '留言编号 诉求编号 工单编号 工单号 案件编号 事件编号 编号 单号 流水号 uniquekey requestid servicerequestid caseid casenumber ticketid id',
  title: '留言主题 诉求主题 诉求标题 工单标题 标题 主题 事项 事由 title subject summary complainttype',
  text: '留言详情 留言内容 诉求内容 诉求详情 工单内容 来电内容 反映内容 问题描述 内容 详情 描述 text details content message',
  raisedAt:
    '留言时间 诉求时间 受理时间 来电时间 提交时间 登记时间 创建时间 反映时间 时间 日期 createddate requesteddatetime created receivedat raisedat date',
  requesterName:
    '留言用户 诉求人 诉求人姓名 来电人 反映人 申请人 联系人 居民姓名 姓名 requester requestername caller name',
  requesterPhone: '联系电话 联系方式 来电号码 手机号码 手机号 手机 电话 电话号码 phone phonenumber telephone mobile',
  place: '事发地点 诉求地址 详细地址 住址 地址 地点 位置 incidentaddress address place location',
  category: '一级分类 二级分类 三级分类 诉求分类 问题分类 分类 类别 category topic',
  requestKind: '诉求类型 工单类型 诉求性质 类型 requestkind requesttype',
  channel: '诉求渠道 受理渠道 来源渠道 诉求来源 渠道 channel',
  serviceType: '服务类型 servicetype',
  /** 12345 工单: see `orderOf` in plan-import.ts. */
  orderAt: '派单时间 交办时间 转办时间 下派时间 派发时间 派遣时间 orderat',
  orderDueAt: '工单时限 办结时限 办理时限 处理时限 处置时限 办理期限 办结期限 要求办结时间 要求完成时间 orderdue',
  orderDemand: '要求答复方式 答复方式 答复要求 办理要求 回复要求 反馈要求 交办意见 orderdemand',
  answer: '答复意见 答复内容 回复内容 办理结果 处理结果 答复 回复 resolutiondescription statusnotes answer reply',
  answeredAt: '答复时间 回复时间 办结时间 closeddate answeredat repliedat',
  answeredBy: '答复单位 答复人 回复单位 承办单位 办理单位 处理部门 agencyname answeredby agencyresponsible',
} as const

export type ColumnField = keyof typeof HEADER_WORDS
export const COLUMN_FIELDS = Object.keys(HEADER_WORDS) as ColumnField[]
const headersOf = (field: ColumnField): string[] => HEADER_WORDS[field].split(' ')

/** Several columns: title, place and category are set side by side, text and answer below each other. Elsewhere the first filled one counts. */
export const JOINED: Readonly<Partial<Record<ColumnField, string>>> = {
  title: ' · ',
  place: ' ',
  category: ' / ',
  text: '\n',
  answer: '\n',
}

export type ColumnMap = { readonly [F in ColumnField]?: Columns } & {
  /** Name of the system the file came from: equal numbers of two systems are two requests. */
  readonly source?: string
  /** Only where the year does not stand first: YYYY MM DD HH hh mm ss A, one-letter forms too. */
  readonly dateFormat?: string
}

/** Spaces, case, full width, stars and remarks in brackets say nothing: `* 留言 编号（必填）` is `留言编号`. */
const plain = (header: string): string =>
  header
    .normalize('NFKC')
    .replace(/\([^()]*\)/g, '')
    .replace(/[\s*:_\-.#/'"]/g, '')
    .toLowerCase()

/** A header that only ends so is understood too, when no column has the exact words: `市民诉求内容`. Shorter endings mislead: `市民编号` numbers people, not requests. */
const ENDING_LENGTH = 4

/** Understands what HEADER_WORDS lists; columns it does not know are left out, never guessed by position. */
export function guessColumns(header: readonly string[]): ColumnMap {
  const free = new Map<string, string>()
  for (const name of header) {
    const key = plain(name)
    if (key !== '' && !free.has(key)) free.set(key, name)
  }
  const map: Partial<Record<ColumnField, Columns>> = {}
  const take = (field: ColumnField, key: string): void => {
    const name = free.get(key)
    if (name === undefined) return
    free.delete(key)
    const before = map[field]
    map[field] = before === undefined ? name : [...(typeof before === 'string' ? [before] : before), name]
  }
  // Exact words of every field first, so that an ending never takes another field's own column.
  for (const field of COLUMN_FIELDS) {
    for (const word of headersOf(field)) if (map[field] === undefined || field === 'category') take(field, word)
  }
  for (const field of COLUMN_FIELDS) {
    if (map[field] !== undefined) continue
    const words = headersOf(field).filter((word) => word.length >= ENDING_LENGTH && /\p{Script=Han}/u.test(word))
    const key = [...free.keys()].find((name) => words.some((word) => name.endsWith(word)))
    if (key !== undefined) take(field, key)
  }
  // New York's file says what a request is about in two columns.
  if (plain(String(map.title ?? '')) === 'complainttype') take('title', 'descriptor')
  return map
}

/** `field`: the key of the map that is wrong; missing when the file as a whole is. */
export type MapRefusal = {
  readonly code: 'map-not-json' | 'map-unknown-field' | 'map-wrong-value'
  readonly field?: string
}

/** The text of a mapping file. Never throws. */
export function parseColumnMap(text: string): Result<ColumnMap, MapRefusal> {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return err({ code: 'map-not-json' })
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return err({ code: 'map-not-json' })
  for (const [field, value] of Object.entries(json)) {
    const single = field === 'source' || field === 'dateFormat'
    if (!single && !Object.hasOwn(HEADER_WORDS, field)) return err({ code: 'map-unknown-field', field })
    const right = isName(value) || (!single && Array.isArray(value) && value.length > 0 && value.every(isName))
    if (!right || (field === 'source' && (value as string).length > SOURCE_LENGTH))
      return err({ code: 'map-wrong-value', field })
  }
  return ok(json as ColumnMap)
}

/** Leaves room for the prefix within the 80 characters of `externalSource`. */
export const SOURCE_LENGTH = 60
const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

export const columnsOf = (columns: Columns | undefined): readonly string[] =>
  columns === undefined ? [] : typeof columns === 'string' ? [columns] : columns

/** Fields the map has a column for. */
export const mappedFields = (map: ColumnMap): ColumnField[] => COLUMN_FIELDS.filter((field) => map[field] !== undefined)

/** Columns the map names and the header row lacks. */
export function missingColumns(map: ColumnMap, header: readonly string[]): string[] {
  const there = new Set(header)
  return COLUMN_FIELDS.flatMap((field) => columnsOf(map[field])).filter((name) => !there.has(name))
}

/** What an import cannot do without and the map does not name: a date (of a 12345 order its sending will do), and a title or a text. */
export function lackingFields(map: ColumnMap): ColumnField[] {
  return [
    ...(map.raisedAt || map.orderAt ? [] : (['raisedAt'] as const)),
    ...(map.title || map.text ? [] : (['title', 'text'] as const)),
  ]
}

/**
 * Stable name of the numbering the rows belong to, whatever the file is called: the source named by the user, else the family
 * of the number's header (all 留言编号 are one family), else the words of that header.
 */
export function sourceOf(map: ColumnMap): string {
  if (map.source) return `import:${map.source.trim().slice(0, SOURCE_LENGTH)}`
  const header = plain(columnsOf(map.externalId)[0] ?? '')
  const family = FAMILIES.find(([, words]) => words.includes(header))?.[0]
  return `import:${(family ?? header.slice(0, SOURCE_LENGTH)) || 'rows'}`
}

/** To add one: here. A family never changes its name: it is stored with every imported case. */
const FAMILIES: readonly (readonly [string, readonly string[]])[] = [
  ['messages', ['留言编号']],
  ['work-orders', ['工单编号', '工单号']],
  ['requests', ['诉求编号', 'requestid', 'servicerequestid', 'uniquekey']],
]

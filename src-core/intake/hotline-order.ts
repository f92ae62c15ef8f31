/**
 * A 12345 work order pasted as text: number, when it was sent, until when, what is asked, who called, phone, place and how
 * the answer is wanted. Systems write it in many dresses: `工单编号：…` line by line, `【工单编号】…`, two columns parted by
 * tabs, everything in one line. All are a list of labels with what stands behind each, up to the next label.
 *
 * To add a label: in its row. Longer ones win by themselves.
 */
import { parseDateTime } from '../sheet/parse-date-time.ts'
import { addDays, atTime, dayOf, type Moment } from '../lib/time.ts'

const LABELS = {
  number:
    '12345工单编号 热线工单编号 工单编号 工单号码 工单号 受理编号 受理单号 业务编号 诉求编号 事件编号 流水号 案件编号 任务编号 编号 单号',
  at: '派单时间 交办时间 转办时间 下派时间 派发时间 派遣时间 交办日期 派单日期 转办日期 签发时间',
  raised: '来电时间 受理时间 诉求时间 登记时间 反映时间 创建时间 提交时间',
  due: '办理时限 办结时限 处理时限 办理期限 办结期限 处置时限 回复时限 反馈时限 截止时间 截止日期 要求办结时间 要求完成时间 到期时间 办理截止时间 时限',
  title: '诉求标题 工单标题 标题 主题 事项名称 诉求主题 事项',
  text: '诉求内容 主要内容 反映内容 问题描述 诉求描述 工单内容 来电内容 诉求详情 事项描述 内容描述 具体内容 内容',
  name: '来电人姓名 来电人 诉求人姓名 诉求人 反映人姓名 反映人 联系人 市民姓名 姓名 投诉人 求助人',
  phone: '联系电话 来电号码 联系方式 联系号码 手机号码 手机号 来电电话 回访电话 电话号码 电话 手机',
  place: '事发地址 诉求地址 事发地点 问题地址 问题地点 发生地址 发生地点 详细地址 联系地址 诉求地点 地址 地点 位置',
  demand:
    '要求答复方式 答复方式 回复方式 反馈方式 答复要求 办理要求 回复要求 反馈要求 处理要求 承办要求 批示意见 交办意见 派单意见 备注',
  kind: '诉求类型 工单类型 业务类型 诉求性质 诉求类别 来电类型',
  urgency: '紧急程度 工单级别 缓急程度 优先级',
  secret: '是否保密 保密要求 信息是否保密',
  // What an order says besides; read so that it does not run into the field before it.
  other:
    '诉求目的 问题分类 所属区域 所属街道 所属社区 承办单位 主办单位 协办单位 派单单位 交办单位 转办单位 受理人员 受理员 话务员 座席 坐席 来源渠道 诉求来源 性别 年龄 一级分类 二级分类 三级分类 问题类别 诉求分类 回访情况 办理结果 办理情况 处理结果 答复内容 答复时间 满意度 附件 处理单位 职能部门 区县 街道 社区 状态 工单状态 督办次数 经办人',
} as const
type Field = Exclude<keyof typeof LABELS, 'other'>

const FIELD_OF: ReadonlyMap<string, keyof typeof LABELS> = new Map(
  (Object.keys(LABELS) as (keyof typeof LABELS)[]).flatMap((field) =>
    LABELS[field].split(' ').map((word) => [word, field] as const),
  ),
)
/** 派 单 时 间 is 派单时间: registers spread short words over a column. */
const spread = (words: readonly string[]): string =>
  words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => [...word].join('[ ]*'))
    .join('|')
const ALL = spread([...FIELD_OF.keys()])
/** Long enough that a blank alone may part one from its value at the head of a line. */
const LONG = spread([...FIELD_OF.keys()].filter((word) => word.length >= 3))
/** A label stands in brackets; or before a colon, tab or bar; or at a line's head before a blank; or alone, its value below. */
const MARK = new RegExp(
  [
    String.raw`[【\[〔［]\s*(?<boxed>${ALL})\s*[】\]〕］]\s*[:：]?`,
    String.raw`(?<=^|[\s,，;；。、|｜│*>（(])(?<open>${ALL})[ ]*(?:[（(][^（()）\n]{0,12}[)）])?[ ]*(?:[:：=]|\t+|[|｜│])`,
    String.raw`(?<=^|\n)[ ]*(?<head>${LONG})[ ]+(?=\S)`,
    String.raw`(?<=^|\n)[ ]*(?<alone>${ALL})[ ]*(?=\n)`,
  ].join('|'),
  'g',
)

export type OrderReading = {
  readonly orderNumber: string
  /** Absent: not said, or not to be read as a date. */
  readonly orderAt?: Moment
  readonly orderDueAt?: Moment
  readonly orderDemand: string
  /** How the number was written, `【工单编号】{}`: see orderReply. */
  readonly orderForm: string
  readonly raisedAt?: Moment
  readonly title: string
  readonly text: string
  readonly requesterName: string
  readonly requesterPhone: string
  readonly place: string
  readonly kind?: 'consult' | 'help' | 'complaint' | 'report' | 'suggestion'
  readonly urgent: boolean
  /** 来电人要求保密: no name goes on. */
  readonly secret: boolean
  /** Said as a limit and not understood: shown, never guessed. */
  readonly unread: readonly string[]
}

const MOST = 20_000

/** Null unless the text has an order's number and at least two more of its labels. Never throws. */
export function readOrder(pasted: string): OrderReading | null {
  const text = clean(pasted)
  const marks = [...text.matchAll(MARK)].map((mark) => ({ mark, ...mark.groups! }) as Mark)
  const values: Partial<Record<Field, string>> = {}
  let form = ''
  const known = new Set<string>()
  marks.forEach(({ mark, boxed, open, head, alone }, i) => {
    const word = (boxed ?? open ?? head ?? alone)!.replace(/\s/g, '')
    const field = FIELD_OF.get(word)!
    const from = mark.index + mark[0].length
    const raw = text.slice(from, marks[i + 1]?.mark.index ?? text.length)
    const value = field === 'text' || field === 'demand' ? tidy(raw) : oneLine(raw)
    known.add(field)
    if (field === 'other' || value === '' || values[field] !== undefined) return
    values[field] = value
    if (field === 'number') form = formOf(mark[0], word, boxed !== undefined)
  })
  const number =
    /[A-Za-z0-9][A-Za-z0-9\-_/〔〕[\]（）()号第\u4e00-\u9fa5]{2,60}/.exec(values.number ?? '')?.[0]?.trim() ?? ''
  if (!/\d{3}/.test(number) || known.size < 3 || !(values.text || values.title)) return null
  const orderAt = momentIn(values.at)
  const raisedAt = momentIn(values.raised)
  const orderDueAt = dueIn(values.due, orderAt ?? raisedAt)
  const body = values.text ?? values.title ?? ''
  const kind = kindOf(values.kind ?? '')
  const unread = [...(values.at && !orderAt ? [values.at] : []), ...(values.due && !orderDueAt ? [values.due] : [])]
  return {
    orderNumber: number,
    ...(orderAt && { orderAt }),
    ...(orderDueAt && { orderDueAt }),
    orderDemand: cut(values.demand ?? '', 400),
    orderForm: form,
    ...(raisedAt && { raisedAt }),
    title: cut(values.title ?? firstSentence(body).replace(SAID_BY, ''), 60),
    text: body,
    requesterName: nameOf(values.name ?? ''),
    requesterPhone: phoneOf(values.phone ?? values.name ?? ''),
    place: cut(values.place ?? '', 200),
    ...(kind && { kind }),
    urgent: /紧急|加急|特急|急件/.test(values.urgency ?? ''),
    secret: /^(?:是|保密|需要|要求保密)/.test(values.secret ?? '') || /要求保密|不愿透露|匿名/.test(values.name ?? ''),
    unread,
  }
}

type Mark = {
  readonly mark: RegExpExecArray
  readonly boxed?: string
  readonly open?: string
  readonly head?: string
  readonly alone?: string
}

const clean = (text: string): string =>
  text
    .slice(0, MOST)
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .replace(/[\u00A0\u3000]/g, ' ')
    // Full-width digits and letters; brackets and colons stay as they are, they are the order's dress.
    .replace(/[０-９Ａ-Ｚａ-ｚ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))

const tidy = (value: string): string =>
  value
    .split('\n')
    .map((line) => line.replace(/[\t ]+/g, ' ').trim())
    .filter((line) => line !== '' && !/^[-=_*—─|｜│]+$/.test(line))
    .join('\n')
    .replace(/^[|｜│:：\s]+|[|｜│;；\s]+$/g, '')

const oneLine = (value: string): string => {
  const first = tidy(value).split('\n')[0] ?? ''
  return first.replace(/[,，;；。]+$/, '').trim()
}

const cut = (text: string, length: number): string => [...text].slice(0, length).join('')

/** `【工单编号】{}`, `工单编号：{}`: brackets and colon as written, blanks inside the word gone. */
function formOf(mark: string, word: string, boxed: boolean): string {
  if (!boxed) return /:/.test(mark) ? `${word}:{}` : `${word}：{}`
  const [left, right] = [/[【[〔［]/.exec(mark)![0], /[】\]〕］]/.exec(mark)![0]]
  return `${left}${word}${right}${/[】\]〕］]\s*([:：])/.exec(mark)?.[1] ?? ''}{}`
}

/** 2026年3月2日9时30分 → 2026-03-02 09:30: what parseDateTime reads. */
function momentIn(said: string | undefined): Moment | undefined {
  if (!said) return undefined
  const plain = said
    .replace(/年|月/g, '-')
    .replace(/日/g, ' ')
    .replace(
      /(\d{1,2})\s*[时点]\s*(\d{1,2})\s*分?(?:\s*(\d{1,2})\s*秒)?/g,
      (_, h: string, m: string, s = '00') =>
        `${h.padStart(2, '0')}:${m.padStart(2, '0')}:${String(s).padStart(2, '0')}`,
    )
    .replace(/(\d{1,2})\s*[时点](?:整)?/g, (_, h: string) => `${h.padStart(2, '0')}:00`)
  const found = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:[T ]+\d{1,2}:\d{2}(?::\d{2})?)?/.exec(plain)?.[0]
  if (!found) return undefined
  const date = parseDateTime(found.replace(/\s+/, ' '))
  return date === null ? undefined : atTime(date.slice(0, 10), date.slice(11))
}

/** A day without an hour lasts until its end. A length (24小时, 5天) counts from when the order was sent; working days are left to the clerk. */
function dueIn(said: string | undefined, from: Moment | undefined): Moment | undefined {
  if (!said) return undefined
  const at = momentIn(said)
  if (at) return /\d{1,2}\s*[:时点]/.test(said.replace(/年|月|日/g, '-')) ? at : atTime(dayOf(at), '23:59:59')
  if (!from || /工作日/.test(said)) return undefined
  const hours = /(\d{1,3})\s*(?:个)?小时/.exec(said)?.[1]
  if (hours) return addHours(from, Number(hours))
  const days = /(\d{1,3})\s*(?:个)?(?:自然)?[天日]/.exec(said)?.[1]
  return days ? atTime(addDays(dayOf(from), Number(days)), '23:59:59') : undefined
}

function addHours(from: Moment, hours: number): Moment {
  const hour = Number(from.slice(11, 13)) + hours
  return atTime(
    addDays(dayOf(from), Math.floor(hour / 24)),
    `${String(hour % 24).padStart(2, '0')}${from.slice(13, 19)}`,
  )
}

const KINDS = [
  ['consult', /咨询/],
  ['complaint', /投诉/],
  ['report', /举报/],
  ['suggestion', /建议|意见/],
  ['help', /求助|报修|诉求/],
] as const
const kindOf = (said: string): OrderReading['kind'] => KINDS.find(([, words]) => words.test(said))?.[0]

const nameOf = (said: string): string => {
  const name = said
    .replace(/[（(][^（()）]*[)）]/g, '')
    .replace(/[\d+*-]{5,}.*$/, '')
    .split(/[\s,，;；、/]/)[0]!
    .trim()
  return /^(?:匿名|无|不详|未知|-+|要求保密|不愿透露.*|保密)$/.test(name) ? '' : cut(name, 80)
}

const phoneOf = (said: string): string => /(?:\+?86[- ]?)?1\d{2}[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[- ]?\d{7,8}|\d{7,8}|1\d{2}\*{4}\d{4}/.exec(said)?.[0]?.replace(/[ ]/g, '') ?? '' // prettier-ignore

/** 市民来电反映：…: says nothing in a title. */
const SAID_BY =
  /^(?:市民|来电人|诉求人|反映人|居民|群众|热线)?(?:来电|来信)?(?:反映|反应|称|表示|咨询|投诉)[:：,，、]?(?=.{4})/u

const firstSentence = (text: string): string => /[^。！!？?；;\n]+/u.exec(text)?.[0]?.trim() ?? ''

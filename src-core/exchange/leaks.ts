/**
 * Whether a text that will leave the station names somebody known here: residents and whoever asked, their telephone and
 * identity numbers. Two sets and one walk over the text: 60,000 names cost no more than ten.
 *
 * `sure`: a name of three characters and more, one of two with something around it that only stands beside a person (先生,
 * 联系人, a number), a known number. Otherwise 'perhaps': two characters that are somebody's name may be a word as well.
 * A name that is a common word (高兴, 平安) is found with such company only.
 *
 * Limit: who is not known here is not seen, except for a number that has the shape of a mobile or an identity number.
 */
import { plainSigns } from '#core/learning/deidentify.ts'
import { phoneDigits } from '#core/lib/phone.ts'
import { checkSign } from '#core/person/id-number.ts'

export type KnownPeople = {
  readonly names: Iterable<string>
  readonly phones: Iterable<string>
  readonly ids: Iterable<string>
  /** What may be told: names and telephone numbers of organisations. */
  readonly open: Iterable<string>
}
export type Leak = { readonly kind: 'name' | 'phone' | 'id'; readonly words: string; readonly sure: boolean }
export type LeakFinder = (text: string) => readonly Leak[]

/** Words that begin with a family name. To add one: here. */
const COMMON = new Set(
  `方便 方法 方案 方向 方式 方面 安全 安排 安装 安心 安静 安置 平安 平台 平时 平均 平稳 和平 和谐 和睦 时间 时限 时候 常见 常规 常用 常态
高兴 高度 高龄 高温 高层 高空 高压 高效 高新 高级 温馨 温暖 温度 马上 马路 马桶 金额 金融 金属 黄色 黄金 白天 白色 水电 水管 水费 水表 周边 周期
周一 周二 周三 周四 周五 周六 周日 周末 周年 成本 成立 成果 成功 成员 成人 单位 单元 单独 单身 单亲 单车 包括 包含 明确 明白 明天 明显 明细 明年
文明 文化 文件 文体 文艺 关系 关于 关注 关心 关爱 关闭 关怀 党员 党委 党组 党建 党群 项目 路面 路灯 路口 路边 支持 支付 支部 支撑 全部 全面
全程 全年 全体 管理 管道 管线 管家 车辆 车位 车库 车棚 家庭 家属 家电 家长 家政 家人 家园 应急 应当 充电 康复 康乐 严重 严格 严禁 万元 万一 万家
余额 余下 于是 于此 任务 任何 任意 史上 司机 司法 向上 向前 向阳 向导 石头 石材 光明 光纤 光线 空调 空间 空闲 空地 连接 连续 元旦 元宵 冷热 冷库
危险 危房 商业 商户 商店 商场 商量 强烈 强制 强电 弱电 广场 广告 广播 建设 建议 建筑 建立 国家 国庆 国际 江南 江边 江苏 山东 河北 河南 海南 湖南
云南 吉林 宁夏 甘肃 都是 景区 景观 曲线 武装 武术 毛巾 毛病 牛奶 皮肤 米面 粮油 花园 花草 荣誉 谷物 谢谢 贝壳 费用 钟点 钱款 闻到 阳台 阳光 阴凉
雷雨 雨水 顾客 顾问 鱼池 齐全 龙头 生活 生产 生日 林业 林荫 杨树 柳树 柏油 梅花 华人 华侨 向日 东门 东区 南门 南区 西门 北门 丁字 干净 干部 干旱
区域 区政 易燃 易腐 牧场 幸福 幸运 年龄 年度 后勤 盛大 双方 双向 古树 古城 利用 利益 计划 计算 查询 查看 相关 相应 真实 真正 解决 解释 经济 经营
经费 经常 经办 权利 权益 能力 能源 能够 原因 原来 通知 通道 通行 通过 统一 统计 公共 公开 公告 公益 公园 公司 长者 长期 长效 长廊 老年 老旧 老人`
    .split(/\s+/)
    .filter(Boolean),
)
/** Right behind a name. */
const AFTER =
  /^(?:先生|女士|小姐|阿姨|大爷|大妈|大娘|大姐|大哥|大叔|大伯|大婶|大嫂|奶奶|爷爷|叔叔|伯伯|婆婆|师傅|老师|同志|老人|本人|夫妇|夫妻|一家|家中|家里|的(?:家|儿子|女儿|母亲|父亲|丈夫|妻子|房|电话|手机))|^[\s:：,，(（]{0,2}(?:1[3-9]\d|0\d{2,3}-?\d|电话|手机)/u
/** Right before one. */
const BEFORE =
  /(?:居民|住户|业主|户主|老人|联系人|诉求人|反映人|申请人|当事人|患者|家属|姓名|联系|找|询|致电|帮助|帮|给|为|是|叫|由|同志|独居|孤寡|楼长|楼门长|网格员|志愿者|党员|委员|主任|书记)[\s:：]{0,2}$/u
/** A name stands alone between these: an item of a list, a signature. */
const EDGE = /[\s,，.。;；:：、!！?？()（）[\]【】"“”'‘’《》/|—-]/u

const isHan = (text: string): boolean => /^[\p{Script=Han}〇]+$/u.test(text)
/** 王 素 兰, 阿卜杜拉·买买提: what may stand inside of a name. */
const INSIDE = /[\s·•・‧]+/gu
/** Stands where a name would. To add one: here. */
const NOBODY = new Set('居民 群众 匿名 本人 业主 住户 市民 家属 邻居 不详 未知 某某 先生 女士'.split(' '))

/** Seven digits and more, however they are grouped; days (2026-03-02) are none. */
const NUMBERS = /(?<!\d)(?!\d{4}-\d{2}-\d{2}(?!\d|-\d))\+?\d(?:[\s\-－‐‑–—_·().（）]{0,2}\d){6,}[Xx]?/gu
const MOBILE = 11
const ID = 18

export function leakFinder({ names, phones, ids, open }: KnownPeople): LeakFinder {
  const allowed = new Set<string>()
  for (const words of open) {
    allowed.add(words.trim())
    const digits = phoneDigits(words)
    if (digits.length >= 7) allowed.add(digits)
  }
  const han = new Set<string>()
  const lengths = new Set<number>()
  const letters = new Map<string, string>()
  let mostWords = 1
  for (const written of names) {
    const name = plainSigns(written).trim()
    const bare = name.replace(INSIDE, '')
    if ([...bare].length < 2 || NOBODY.has(bare) || allowed.has(name)) continue
    if (isHan(bare)) {
      han.add(bare)
      lengths.add(bare.length)
      continue
    }
    const words = wordsOf(name)
    // A single word in letters is too often something else.
    if (words.length < 2) continue
    letters.set(words.join(' '), name)
    mostWords = Math.max(mostWords, words.length)
  }
  const numbers = new Map<string, Leak['kind']>()
  for (const phone of phones) {
    const digits = phoneDigits(phone)
    if (digits.length >= 7 && !allowed.has(digits)) numbers.set(digits, 'phone')
  }
  for (const id of ids) {
    const digits = plainSigns(id)
      .replace(/[^0-9Xx]/g, '')
      .toUpperCase()
    if (digits.length >= 6) numbers.set(digits, 'id')
  }
  const longestFirst = [...lengths].toSorted((a, b) => b - a)
  return (text) => {
    const plain = plainSigns(text)
    const found = new Map<string, Leak>()
    const note = (leak: Leak): void => {
      const before = found.get(leak.words)
      if (!before || (leak.sure && !before.sure)) found.set(leak.words, leak)
    }
    if (han.size > 0) hanNames(plain, han, longestFirst, note)
    if (letters.size > 0) letterNames(plain, letters, mostWords, note)
    if (/\d/.test(plain)) numbersIn(plain, numbers, allowed, note)
    return [...found.values()]
  }
}

type Note = (leak: Leak) => void

function hanNames(plain: string, names: ReadonlySet<string>, lengths: readonly number[], note: Note): void {
  // Positions in `joined`, where 王 素兰 stands together, and where each stood in the text.
  const at: number[] = []
  let joined = ''
  for (const { 0: run, index } of plain.matchAll(/[^\s·•・‧]+/gu)) {
    for (let i = 0; i < run.length; i++) at.push(index + i)
    joined += run
  }
  for (let i = 0; i < joined.length; i++) {
    for (const length of lengths) {
      const name = joined.slice(i, i + length)
      if (name.length < length || !names.has(name)) continue
      const [from, to] = [at[i]!, at[i + length - 1]! + 1]
      // Two words that only meet across a line are no name.
      if (/\n/.test(plain.slice(from, to))) continue
      const sure = isSure(name, plain, from, to)
      if (sure !== null) note({ kind: 'name', words: name, sure })
      // What is inside of it is no other person.
      i += length - 1
      break
    }
  }
}

/** Null: a word like any other. */
function isSure(name: string, plain: string, from: number, to: number): boolean | null {
  if ([...name].length >= 3) return true
  const [before, after] = [plain.slice(Math.max(0, from - 8), from), plain.slice(to, to + 8)]
  if (AFTER.test(after)) return true
  const isAlone = (before === '' || EDGE.test(before.at(-1)!)) && (after === '' || EDGE.test(after[0]!))
  if (COMMON.has(name)) return null
  if (BEFORE.test(before) && (after === '' || EDGE.test(after[0]!))) return true
  return isAlone
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []

function letterNames(plain: string, names: ReadonlyMap<string, string>, most: number, note: Note): void {
  const words = wordsOf(plain)
  for (let i = 0; i < words.length; i++)
    for (let n = 2; n <= most && i + n <= words.length; n++) {
      const name = names.get(words.slice(i, i + n).join(' '))
      if (name !== undefined) note({ kind: 'name', words: name, sure: true })
    }
}

function numbersIn(
  plain: string,
  known: ReadonlyMap<string, Leak['kind']>,
  open: ReadonlySet<string>,
  note: Note,
): void {
  for (const [run] of plain.matchAll(NUMBERS)) {
    const whole = run.replace(/[^0-9Xx]/g, '').toUpperCase()
    const digits = phoneDigits(whole)
    if (open.has(digits)) continue
    const kind = known.get(digits) ?? known.get(whole)
    if (kind) {
      note({ kind, words: kind === 'id' ? whole : digits, sure: true })
      continue
    }
    // Two numbers in a row, with a space between them; a number with its area code.
    let hit = false
    for (const part of [...run.split(/[\s\-－–—]+/).map((one) => one.replace(/\D/g, '')), ...windows(whole)]) {
      const of = part.length >= 7 ? known.get(phoneDigits(part)) : undefined
      if (!of) continue
      note({ kind: of, words: phoneDigits(part), sure: true })
      hit = true
    }
    if (hit) continue
    if (whole.length === ID && checkSign(whole.slice(0, ID - 1)) === whole.at(-1))
      note({ kind: 'id', words: whole, sure: true })
    else if (/^1[3-9]\d{9}$/.test(digits)) note({ kind: 'phone', words: digits, sure: false })
  }
}

/** Mobile and identity numbers wherever they begin in a longer row of digits. */
function* windows(digits: string): Generator<string> {
  for (const length of [MOBILE, ID]) for (let i = 0; i + length <= digits.length; i++) yield digits.slice(i, i + length)
}

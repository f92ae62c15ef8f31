/**
 * A message pasted from a chat, a text message or a form in a group: name, phone and address are picked out, everything
 * else is the story. Nothing is believed: the screen shows what was found, and the clerk takes it over or not.
 *
 * Known limits. A name is found where somebody says that it is one (我叫, 联系人：, 王女士), at the head of a chat line, or
 * alone on a line beside a phone; a name inside a sentence is not looked for. One phone is taken, the first mobile number.
 */
export type ChatReading = {
  readonly name: string
  readonly phone: string
  readonly place: string
  /** The message without chat heads (name and time), greetings kept: as it was said. */
  readonly text: string
  /** Its first sentence that says something, at most 40 characters. */
  readonly title: string
  /** Further numbers in it, so that the clerk sees that there was a choice. */
  readonly otherPhones: readonly string[]
}

const MOST = 20_000
const TITLE = 40

/** `label：value` on a line of its own, or several parted by spaces. To add a label: here. */
const LABELS = {
  name: '联系人姓名 联系人 姓名 名字 称呼 反映人 诉求人 报修人 来电人 业主 住户 户主',
  phone: '联系电话 联系方式 手机号码 手机号 手机 电话号码 电话 来电号码 号码',
  place: '详细地址 家庭住址 居住地址 报修地址 事发地点 事发地址 地址 住址 地点 位置 房号 门牌号 门牌',
  text: '诉求内容 反映问题 问题描述 报修内容 诉求 问题 内容 事项 情况 备注 留言',
} as const
type Label = keyof typeof LABELS
const LABELLED = new RegExp(
  `(?:^|[\\s,，;；。])(${Object.values(LABELS)
    .join(' ')
    .split(' ')
    .toSorted((a, b) => b.length - a.length)
    .join('|')})\\s*(?:[:：]|是)\\s*`,
  'g',
)
const KIND_OF: ReadonlyMap<string, Label> = new Map(
  (Object.keys(LABELS) as Label[]).flatMap((kind) => LABELS[kind].split(' ').map((word) => [word, kind] as const)),
)

/** 138 0000 1234, 138-0000-1234, +86 …; a landline with its area code, or seven to eight digits that a label announces. */
const MOBILE = /(?<![\d-])(?:\+?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/g
const LANDLINE = /(?<![\d-])(0\d{2,3})[- ]?(\d{7,8})(?!\d)/g

/** A chat program's own line above a message: `王素兰 2026/3/2 09:12:33`, `[09:12] 王素兰:`, `王素兰 9:12`. */
const HEAD_AFTER =
  /^(.{1,24}?)[\s:：]+(?:(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/.月]\d{1,2}日?|昨天|今天|前天|星期.|周.)?\s*(?:上午|下午|晚上|凌晨|中午)?\s*\d{1,2}:\d{2}(?::\d{2})?)\s*$/u
const HEAD_BEFORE =
  /^[[【(（]?(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*)?\d{1,2}:\d{2}(?::\d{2})?[\]】)）]?\s*([^:：\s]{1,20})[:：]?\s*$/u
const TIME_ONLY =
  /^[[【(（—\-\s]*(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|昨天|今天|前天|星期.|周.)?\s*(?:上午|下午|晚上|凌晨|中午)?\s*\d{1,2}:\d{2}(?::\d{2})?[\]】)）—\-\s]*$/u

const SURNAMES =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫经房裘缪干解应宗丁宣邓郁单杭洪包诸左石崔吉钮龚程邢裴陆荣翁荀羊惠甄曲封储靳段焦巴牧山谷车侯全班仰秋仲伊宫宁仇栾甘厉祖武符刘景詹束龙叶幸司韶黎乔苍双闻莘党翟谭贡劳逄姬申扶冉宰郦雍桑桂牛寿通边扈燕冀浦尚农温别庄晏柴瞿阎充慕连习艾鱼容向古易慎戈廖庾终居衡步都耿满弘匡国文寇广禄阙东欧利师巩聂晁勾敖融冷訾辛阚那简饶空曾沙养丰关相查荆游肖付闫覃'
const TITLES = '女士|先生|阿姨|叔叔|大爷|大妈|奶奶|爷爷|老师|师傅|同志|小姐|大姐|大哥|婆婆|伯伯|伯'
const NAME = `[${SURNAMES}][\\p{Script=Han}·]{1,3}`
/** 我是柳荫巷5号院的… is a place: what ends like an area and goes on with a house number. */
const NO_HOUSE = '(?!(?<=[巷路街里苑园坊弄城府庭湾])\\d{1,4}(?:[号栋幢座弄院单期区#]|[-—/]\\d))'
const SAID_NAME = new RegExp(
  `(?:我叫|我是|本人|我名叫|叫我|名字叫|姓名叫?)\\s*(${NAME}?(?:${TITLES})|${NAME})${NO_HOUSE}(?=[，,。.！!；;、\\s（(]|$|住|家住|电话|手机|\\d)`,
  'u',
)
/** 我是柳荫巷5号院的冯三乙: who lives where is said before the name. */
const OF_PLACE = new RegExp(
  `(?:我是|这里是|这边是)[^，,。.！!；;\\n]{2,40}?的\\s*(${NAME}?(?:${TITLES})|${NAME})(?=[，,。.！!；;、\\s（(]|$|电话|手机|1\\d{2})`,
  'u',
)
const POLITE = new RegExp(
  `(?:^|[\\s，,。；;（(：:是找的人])([${SURNAMES}](?:${TITLES}))(?=[，,。.！!；;、\\s）)]|$|电话|\\d)`,
  'u',
)
const ALONE = new RegExp(`^\\s*(${NAME}|[${SURNAMES}](?:${TITLES}))\\s*$`, 'u')
/** 王素兰 13800001234 and the other way round, with or without a comma. */
const BESIDE_PHONE = new RegExp(
  `(?:^|[\\s，,。；;、：:（(—-]|联系人|姓名|业主|户主)(${NAME}|[${SURNAMES}](?:${TITLES}))[\\s，,、：:]*(?:电话|手机|联系电话)?[\\s：:]*$`,
  'u',
)
const AFTER_PHONE = new RegExp(`^[\\s，,、（(]*(${NAME}|[${SURNAMES}](?:${TITLES}))(?=[\\s）)，,。；;]|$)`, 'u')
/** Surnames and everyday words look alike: 于是, 和平, 请… To add one: here. */
const NO_NAME =
  /^(?:于是|时候|时间|方便|方面|安全|安静|明天|平时|平常|应该|经常|经过|单元|单位|高空|高温|房子|房间|房东|水管|花园|山上|车位|车库|连续|通知|通过|全家|全部|万一|关于|关系|相关|向您|向你|都是|都有|房客|房主|常住|老住|空调|空闲|养狗|常常|解决|成天|包括|温度|文明|国家|广场|东西|古树|米左|满意|和我|和家|和楼|有人|谢谢|安装|安排|干净|别人|别的|石头|水电|江边|路灯|路边|路口|路面|严重|贺卡|计划|强烈|那边|那个|游客|管道|管理|金额|钱款|师傅|和邻|龙头|封闭|步行|易燃|简单|丰富|充电|边上|居民|社区|物业|党员|雷雨|雷声|黄色|白天|时常|应当|能不|容易|向阳|全体|宁可|危险|危房|花坛|马上|马桶|马路|毛病|汤水|项目|祝您|梁上|钟头|高层|高龄|夏天|田地|支付|经营|程度|司机|谈过|明显|乐器|于昨|卫生|陶瓷|金属|章程|柏油|范围|方法|许多|何时|施工|孔洞|严禁|华灯)/

const NUMERAL = '[\\d一二三四五六七八九十百零〇两]'
const AREA =
  '[\\p{Script=Han}A-Za-z0-9]{2,12}?(?:小区|社区|家园|花园|公寓|大院|新村|苑|里|巷|胡同|路|街|坊|园|城|府|庭|湾)'
/** From the neighbourhood's name on, as far as numbers and their words go: 槐树里小区3号楼2单元101. */
const PLACE = new RegExp(
  `(?:${AREA} ?)?(?:第?(?:${NUMERAL}{1,4}|[A-Za-z甲乙丙丁]) ?(?:号院|号楼|单元|栋|幢|座|区|期|弄|号|室|户|房|层|楼|门|#)[ ,，-]*)+` +
    `(?:(?:\\d{3,4}|[一二三四五六七八九零〇]{3,4})(?!\\d)(?:室|号|房)?)?`,
  'gu',
)
/** 槐树里3-2-101 */
const DASHED =
  /(?:[\p{Script=Han}]{2,10}?(?:小区|社区|家园|花园|公寓|苑|里|园|城)\s*)?\d{1,3}[-—/]\d{1,2}[-—/]\d{3,4}(?!\d)/u
const AREA_ALONE = /[\p{Script=Han}]{2,8}(?:小区|社区|家园|花园|公寓|新村|大院)(?:[东西南北]?[门侧区])?/u
/** Stand before a place and are none of it. To add one: here; longer ones first. */
const BEFORE_PLACE =
  /^.*?(?:地址是|地址在|我家住在|我家住|家住在|我住在|住在|家住|我住|住|我家在|位于|我们是|我是|我们|这里是|这边是|就在|在|是|到|来|咱们|咱|您好|你好)(?=[\p{Script=Han}\d])/u

/** Null for what is no message: nothing but blanks. Never throws; 20,000 characters are read. */
export function readChat(pasted: string): ChatReading | null {
  const whole = clean(pasted)
  if (whole === '') return null
  const { heads, lines } = withoutHeads(whole.split('\n'))
  const body = lines.join('\n')
  const labelled = labelsIn(body)
  const phones = phonesIn(body)
  const saidPhone = phonesIn(labelled.phone ?? '')[0] ?? shortPhone(labelled.phone)
  const phone = saidPhone ?? phones[0] ?? ''
  const place = placeIn(labelled.place ?? '', true) || placeIn(body, false)
  const name = nameIn(body, labelled.name, phones) || (heads.length === 1 ? headName(heads[0]!) : '')
  const text = labelled.text ? labelled.text : storyOf(body)
  return {
    name,
    phone,
    place,
    text,
    title: titleOf(text || body, name),
    otherPhones: phones.filter((one) => one !== phone),
  }
}

const clean = (text: string): string =>
  text
    .slice(0, MOST)
    // Full-width digits and letters; the marks of a sentence stay as they were written.
    .replace(/[０-９Ａ-Ｚａ-ｚ＋－]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\r\n?/g, '\n')
    // What cannot be seen, and chat programs' own signs.
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .replace(/[^\S\n]+/g, ' ')
    .split('\n')
    .map((line) => line.trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()

function withoutHeads(lines: readonly string[]): { heads: string[]; lines: string[] } {
  const heads = new Set<string>()
  const rest: string[] = []
  for (const line of lines) {
    const head = HEAD_AFTER.exec(line)?.[1] ?? HEAD_BEFORE.exec(line)?.[1]
    if (head !== undefined && phonesIn(head).length === 0) heads.add(head.trim())
    else if (!TIME_ONLY.test(line)) rest.push(line)
  }
  return { heads: [...heads], lines: rest }
}

/** A nickname such as 3-2-101王素兰 or 王素兰（3号楼） holds a name; 阳光灿烂 does not. */
function headName(head: string): string {
  const han = head
    .replace(/[^\p{Script=Han}·]+/gu, ' ')
    .trim()
    .split(' ')
  return han.map((part) => ALONE.exec(part)?.[1]).find((one) => one !== undefined && isName(one)) ?? ''
}

/** Labels that stand at a line's head, or after a blank or comma; each value ends at the next label or line end. */
function labelsIn(body: string): Partial<Record<Label, string>> {
  const found: Partial<Record<Label, string>> = {}
  const marks = [...body.matchAll(LABELLED)]
  marks.forEach((mark, i) => {
    const kind = KIND_OF.get(mark[1]!)!
    const from = mark.index + mark[0].length
    const until = marks[i + 1]?.index ?? body.length
    const piece = body.slice(from, until)
    // A story may run over several lines, the rest does not.
    const value = (kind === 'text' ? piece : piece.split('\n')[0]!).replace(/[\s,，;；。]+$/u, '').trim()
    if (value !== '' && found[kind] === undefined) found[kind] = value
  })
  return found
}

function phonesIn(text: string): string[] {
  const found = [...text.matchAll(MOBILE)].map(([, a, b, c]) => `${a}${b}${c}`)
  const land = [...text.matchAll(LANDLINE)].map(([, area, number]) => `${area}-${number}`)
  return [...new Set([...found, ...land])]
}

const shortPhone = (said: string | undefined): string | undefined => /^\d{7,8}(?!\d)/.exec(said ?? '')?.[0]

const isName = (name: string): boolean => !NO_NAME.test(name) && name.length >= 2

function nameIn(body: string, labelled: string | undefined, phones: readonly string[]): string {
  if (labelled) {
    const first = labelled.split(/[\s,，;；、(（]/)[0]!.replace(/[\d+-]+.*$/, '')
    if (first !== '' && first.length <= 20) return first
  }
  const said = SAID_NAME.exec(body)?.[1]
  if (said && isName(said)) return said
  const ofPlace = OF_PLACE.exec(body)?.[1]
  if (ofPlace && isName(ofPlace)) return ofPlace
  for (const line of body.split('\n')) {
    for (const { index, 0: number } of line.matchAll(MOBILE)) {
      const before = BESIDE_PHONE.exec(line.slice(0, index))?.[1]
      if (before && isName(before)) return before
      const after = AFTER_PHONE.exec(line.slice(index + number.length))?.[1]
      if (after && isName(after)) return after
    }
  }
  if (phones.length > 0 || /\d/.test(body))
    for (const line of body.split('\n')) {
      const alone = ALONE.exec(line)?.[1]
      if (alone && isName(alone)) return alone
    }
  return POLITE.exec(body)?.[1] ?? ''
}

/** `all`: a label says that the whole of it is a place. */
function placeIn(text: string, all: boolean): string {
  if (all) return text.slice(0, 200)
  const flat = text.replace(MOBILE, (number) => ' '.repeat(number.length))
  const candidates = [...flat.matchAll(PLACE)].map(([words]) => trimPlace(words))
  const dashed = DASHED.exec(flat)?.[0]
  if (dashed) candidates.push(trimPlace(dashed))
  const best = candidates.toSorted((a, b) => weight(b) - weight(a))[0]
  const place = best && weight(best) >= 2 ? best : trimPlace(AREA_ALONE.exec(flat)?.[0] ?? '')
  return place.slice(0, 200)
}

/** What names a door says more than what names a street. */
const weight = (place: string): number =>
  (place.match(/[\d一二三四五六七八九十]+/g)?.length ?? 0) * 2 +
  (/小区|社区|里|家园|花园|苑|园|路|街|巷/.test(place) ? 1 : 0)

const trimPlace = (place: string): string => {
  let rest = place.trim()
  for (let i = 0; i < 3; i++) rest = rest.replace(BEFORE_PLACE, '')
  return rest.replace(/^(?:小区|社区)(?=\d)/u, '').replace(/[\s,，-]+$/, '')
}

const GREETING =
  /^(?:@\S+\s*)*(?:您好|你好|大家好|早上好|上午好|下午好|晚上好|书记|主任|社区|领导|老师|请问|各位|群主)*[，,。.！!：:\s~]*/u

/** The message as it was said, without lines that are nothing but a name, a phone or a place. */
function storyOf(body: string): string {
  const kept = body.split('\n').filter((line) => {
    const rest = line.replace(LABELLED, '').replace(MOBILE, '').replace(LANDLINE, '')
    return /[\p{Script=Han}]{5,}/u.test(rest) || /[a-z]{4,}/i.test(rest)
  })
  return (kept.length > 0 ? kept : body.split('\n')).join('\n').trim()
}

/** Who, where and how to be reached have fields of their own: a clause that says nothing else is no part of the title. */
function saysWhat(clause: string, name: string): boolean {
  const bare = [SAID_NAME, PLACE, DASHED, AREA_ALONE, REACHED].reduce(
    (left, part) => left.replace(part, ''),
    name === '' ? clause : clause.replaceAll(name, ''),
  )
  if (bare === clause) return true
  const rest = bare.replace(/我家|我们|我|本人|现住|家住|住在|住|打|是|在|的/g, '')
  return /\p{Script=Han}{2}|[A-Za-z]{3}/u.test(rest)
}
const REACHED = /联系|手机|电话|座机|号码/gu

function titleOf(text: string, name: string): string {
  for (const sentence of text.split(/[\n。！!？?；;]/)) {
    const clauses = sentence
      .replace(LABELLED, '')
      .replace(GREETING, '')
      .replace(SAID_NAME, '')
      .replace(MOBILE, '')
      .replace(LANDLINE, '')
      // Each with the sign or blank before it.
      .split(/(?=[，,、\s])/u)
    const said = clauses
      .filter((clause) => saysWhat(clause, name))
      .join('')
      .replace(/^[，,、\s]+|[，,、\s]+$/gu, '')
    if ([...said].length >= 4) return [...said].slice(0, TITLE).join('')
  }
  return [...text.split('\n')[0]!].slice(0, TITLE).join('')
}

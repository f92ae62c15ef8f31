/** Matters in hand today that show what the ordinary ones do not. None of them is late or due today. To add one: at the end. */
import { story, type Story, type StoryParts } from './demo-story.ts'
import type { Step } from './demo-steps.ts'

/** All are complaints or suggestions unless the point is another: their limits are long, so no holiday makes them late. */
const STORIES: readonly ((parts: StoryParts) => Story)[] = [
  garage,
  consentTakenBack,
  gapOpen,
  gapFilled,
  order12345,
  order12345AskedBack,
  waitsForResident,
  extendedForRoof,
  extendedForTrees,
  unitAsks,
  confidentialReport,
]

export const openStories = (parts: StoryParts): Step[] => STORIES.flatMap((tell) => tell(parts).steps)

/** 主办 and two 协办, an interim report, a 退单申请 refused, 催办, and whose part is which in the shared matter. */
function garage(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 702,
    channel: 'visit' as const,
    title: '地下车库顶漏水，雨天积成水坑',
    text: '3号楼下面的车库顶漏了半年，一下雨就积水，电动车也泡过。物业说要动维修资金，业主说该物业出，想请社区牵头，把几家叫到一起说清楚。',
    place: '槐树里小区3号楼2单元301',
  }
  s.ask(7, '09:20', request, 'market', 'L020303')
  s.say(7, '09:30', (k) => ({ name: 'assign-case', input: { case: k.case, to: parts.colleagues[0]!, reason: '负责物业类' } })) // prettier-ignore
  s.send(7, '10:00', '安居物业', { demand: '先排水、挡住水坑，三天内给出维修方案', silent: true })
  s.say(7, '16:40', (k) => ({
    name: 'raise-objection',
    input: { case: k.case, referral: k.referral, reasonCode: 'out-of-duty', note: '防水层老化应动用维修资金' },
  }), 'objection') // prettier-ignore
  s.say(6, '10:10', (k) => ({
    name: 'rule-objection',
    input: {
      case: k.case,
      objection: k.objection,
      decision: 'refused',
      note: '日常养护归物业，申请维修资金也由物业提出，仍由物业承办',
      capacity: 'station',
    },
  }))
  s.hear(6, '11:00', 'accepted', '')
  s.say(6, '11:30', (k) => ({
    name: 'record-contact',
    input: { case: k.case, kind: 'first-contact', way: 'phone', reached: true, note: '已说明谁来修、哪天回话' },
  }))
  const soon = { beside: true as const, dueAt: s.moment(-2, '17:30') }
  s.send(5, '09:10', '槐树里房屋管理所', { ...soon, demand: '说明维修资金怎么申请', part: 'support' })
  s.send(5, '10:20', '槐树里居民委员会', { ...soon, demand: '入户征求业主意见', part: 'support' })
  s.say(5, '09:40', (k) => ({
    name: 'record-participation',
    input: { case: k.case, provider: s.provider('槐树里社区党总支').id, organisation: '', part: 'lead', task: '召集联席会，定责任和日期', dueAt: s.moment(-1, '17:30'), capacity: 'party' },
  })) // prettier-ignore
  s.say(5, '09:45', (k) => ({
    name: 'record-participation',
    input: { case: k.case, organisation: '街道建设办', part: 'supervise', task: '看施工方案', capacity: 'station' },
  }))
  s.hear(4, '15:00', 'interim', '积水已抽干，漏点找到两处，报价单贴在单元门口')
  s.say(2, '09:30', (k) => ({
    name: 'urge-case',
    input: { case: k.case, kind: 'urge', to: s.provider('安居物业').name, referral: k.referral, way: 'phone', note: '下周有雨，请先把漏点封上' },
  })) // prettier-ignore
  s.say(1, '14:00', (k) => ({
    name: 'record-contact',
    input: {
      case: k.case,
      kind: 'visit',
      way: 'home-visit',
      reached: true,
      note: '到车库看过，水坑已围挡，漏点还在滴',
    },
  }))
  return s
}

/** A resident takes consent back: the order is called back, and the next provider asks anew. */
function consentTakenBack(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 713,
    requestKind: 'suggestion' as const,
    channel: 'wechat' as const,
    title: '想要一个手机使用小课堂',
    text: '想请人到家教用手机挂号和打车，一次教一点，慢慢来。',
    place: '柳荫巷2号楼1单元402',
  }
  s.ask(5, '10:00', request, 'welfare', 'L080106')
  s.send(5, '11:00', '银杏为老服务中心')
  s.say(4, '09:00', (k) => ({
    name: 'withdraw-consent',
    input: { case: k.case, consent: k.consent, note: '来电说接到过推销电话，不想再让这家有号码' },
  }))
  s.hear(4, '09:10', 'recalled', '本人撤回同意，已请该单位删除电话')
  s.send(4, '10:30', '暖邻志愿服务队', { reason: '改由志愿者上门', demand: '每周四下午一次' })
  return s
}

/** Nobody does this here: a gap in service, still open. */
function gapOpen(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 724,
    requestKind: 'suggestion' as const,
    channel: 'home-visit' as const,
    title: '卫生间想装扶手和防滑',
    text: '母亲出院后腿没劲，卫生间想装扶手、铺防滑垫，问了几家都不做小活。',
    place: '桂花园小区2号楼3单元501',
  }
  s.ask(3, '09:40', request, 'welfare', 'L020205')
  s.say(3, '10:20', (k) => ({
    name: 'record-gap',
    input: { case: k.case, category: 'L020205', serviceType: 'welfare', place: '桂花园小区', ...placed(parts, '桂花园小区'), wantedBy: s.moment(-6, '17:30'), note: '没有单位做单件适老化改造' },
  })) // prettier-ignore
  return s
}

/** A gap that was filled: three days later somebody took it on. */
function gapFilled(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 735,
    requestKind: 'suggestion' as const,
    channel: 'phone' as const,
    title: '想有人周末陪父亲下棋',
    text: '父亲眼睛不好，出门不便，就爱下象棋，想有人周末来陪两盘。',
    place: '东渡口路4号楼1单元203',
  }
  s.ask(6, '14:10', request, 'welfare', 'L150101')
  s.say(6, '15:00', (k) => ({
    name: 'record-gap',
    input: { case: k.case, category: 'L150101', serviceType: 'welfare', place: '东渡口路', ...placed(parts, '东渡口路'), note: '东渡口路没有上门陪伴' },
  })) // prettier-ignore
  s.send(3, '09:30', '暖邻志愿服务队', { reason: '', demand: '探访二组新来一位会下棋的志愿者，周六上午' })
  s.hear(1, '16:00', 'interim', '周六去过一次，老人很高兴')
  return s
}

function order12345(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 746,
    channel: 'hotline-12345' as const,
    title: '夜市油烟飘进窗户',
    text: '楼下夜市摊位晚上七点后油烟很大，窗户不敢开，要求处理并电话答复。',
    place: '东渡口路2号楼',
    orderNumber: `YS${s.moment(2, '08:30').slice(0, 10).replaceAll('-', '')}3107`,
    orderAt: s.moment(2, '08:30'),
    orderDueAt: s.moment(-3, '17:30'),
    orderDemand: '电话答复诉求人，三个工作日内反馈办理结果',
    orderForm: '【工单编号】{}',
  }
  s.ask(2, '08:50', request, 'administrative', 'L050201')
  s.send(2, '09:10', '槐树里街道办事处', { demand: '请现场查看并劝离' })
  return s
}

function order12345AskedBack(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 757,
    channel: 'hotline-12345' as const,
    title: '河边步道护栏松动',
    text: '河边步道有一段护栏松动，要求加固。',
    place: '东河步道二号桥北侧',
    orderNumber: `YS${s.moment(1, '14:00').slice(0, 10).replaceAll('-', '')}4418`,
    orderAt: s.moment(1, '14:00'),
    orderDueAt: s.moment(-4, '17:30'),
    orderDemand: '反馈办理结果',
    orderForm: '【工单编号】{}',
  }
  s.ask(1, '14:20', request, 'administrative', 'L060104')
  s.say(1, '15:00', (k) => ({
    name: 'return-order',
    input: { case: k.case, step: 'applied', reasonCode: 'out-of-area', note: '二号桥以北属邻街道，现场核对过界桩' },
  }))
  return s
}

/** 暂停计时: the resident is to bring papers. */
function waitsForResident(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 768,
    channel: 'visit' as const,
    title: '楼上装修把墙面震裂了',
    text: '楼上装修敲墙，家里客厅墙裂了一道缝，要求装修公司来看。装修合同和照片回家找。',
    place: '桂花园小区4号楼2单元302',
  }
  s.ask(6, '10:30', request, 'welfare', 'L030301')
  s.send(6, '11:00', '老槐树调解工作室')
  s.say(4, '09:50', (k) => ({
    name: 'pause-case',
    input: { case: k.case, reason: 'resident', until: s.moment(-3, '09:00'), note: '等居民找到装修备案和照片' },
  }))
  return s
}

function extendedForRoof(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 779,
    channel: 'visit' as const,
    title: '顶楼屋面漏雨，墙皮掉了一片',
    text: '顶楼屋面年年补年年漏，这回卧室墙皮掉了一大片，要求彻底修。',
    place: '柳荫巷5号楼2单元602',
  }
  s.ask(11, '09:10', request, 'administrative', 'L020303')
  s.send(11, '10:00', '槐树里房屋管理所')
  s.hear(8, '14:00', 'interim', '勘查完，要搭架子整片重做')
  s.say(3, '10:00', (k) => ({
    name: 'extend-case',
    input: { case: k.case, dueAt: s.moment(-12, '17:30'), reason: '屋面整片重做，须等连续晴天施工', approver: '王主任', toldAt: s.moment(3, '09:40'), toldWay: 'phone' },
  })) // prettier-ignore
  return s
}

function extendedForTrees(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 790,
    channel: 'grid-patrol' as const,
    title: '大槐树枝条压到电线',
    text: '院里大槐树枝条压着电线，刮风就打火花，要求修剪。',
    place: '槐树里小区6号楼1单元',
  }
  s.ask(10, '08:40', request, 'administrative', 'L040201')
  s.send(10, '09:00', '槐树里街道办事处')
  s.say(9, '09:10', (k) => ({
    name: 'record-contact',
    input: { case: k.case, kind: 'visit', way: 'home-visit', reached: true, note: '已拉警戒线，供电先做了绝缘' },
  }))
  s.say(2, '11:00', (k) => ({
    name: 'extend-case',
    input: { case: k.case, dueAt: s.moment(-9, '17:30'), reason: '古树修剪须园林部门审批', approver: '王主任', toldAt: s.moment(2, '10:30'), toldWay: 'face-to-face' },
  })) // prettier-ignore
  return s
}

/** A unit asks, with somebody to talk to. */
function unitAsks(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 801,
    channel: 'letter' as const,
    title: '校门口早高峰车停两排',
    text: '早上七点半到八点，校门口接送车停成两排，学生过马路危险，希望安排人疏导。',
    place: '东渡口路',
    requesterUnit: '东渡口小学（演示）',
  }
  s.ask(4, '15:20', request, 'administrative', 'L060201')
  s.send(4, '16:00', '东渡口派出所')
  s.say(3, '07:50', (k) => ({
    name: 'record-contact',
    input: { case: k.case, kind: 'visit', way: 'face-to-face', reached: true, note: '到校门口看了一个早高峰，与学校商定分时放行' },
  })) // prettier-ignore
  return s
}

/** 举报: who said it stands in a scope of its own. */
function confidentialReport(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 812,
    requestKind: 'report' as const,
    channel: 'visit' as const,
    title: '底商饭馆夜里往雨水井倒泔水',
    text: '底商那家饭馆每晚关门后往雨水井倒泔水，味道很大，请查一查，不要说是谁讲的。',
    place: '柳荫巷12号',
    reportedUnit: '柳荫巷某小饭馆',
  }
  s.ask(3, '16:10', request, 'administrative', 'L040202')
  s.send(3, '16:30', '街道市政管理所')
  return s
}

const placed = ({ placeOf }: StoryParts, words: string): { readonly placeId?: string } => {
  const placeId = placeOf(words)
  return placeId === null ? {} : { placeId }
}

/** Matters of the last weeks that are over and show a rarer end. To add one: at the end. */
import type { RefusalReason } from '../case-file/intake-codes.ts'
import { story, type Story, type StoryParts } from './demo-story.ts'
import type { Step } from './demo-steps.ts'

/** 不予受理, said at the counter with the channel told: how many working days ago, and what. */
const REFUSED: readonly (readonly [back: number, who: number, title: string, text: string, reason: RefusalReason, told: string])[] = [
  [16, 823, '和前单位打官司，想让社区评理', '劳动争议已在法院立案，想请社区出面说服对方。', 'legal-road', '告知已在诉讼中，请向承办法官提出；法律援助窗口在街道大厅 2 号'],
  [23, 834, '家里半夜进了小偷', '半夜听到响动，抽屉被翻了。', 'emergency', '当场帮其拨打 110，民警十分钟到场'],
  [31, 845, '网上买的手机不给退', '网店不给退货，想让社区去要钱。', 'beyond-duty', '告知拨打 12315，或在平台申请介入，步骤已写给本人'],
  [44, 856, '再次要求拆掉邻居的空调外机', '上次调解过，仍要求拆。', 'same-matter', '没有新情况，已把上次的调解协议复印给本人'],
] // prettier-ignore

export const closedStories = (parts: StoryParts): Step[] =>
  [...REFUSED.map((row) => refused(parts, row)), child(parts), withdrawn(parts)].flatMap(({ steps }) => steps)

function refused(parts: StoryParts, [back, who, title, text, reason, told]: (typeof REFUSED)[number]): Story {
  const s = story(parts)
  const request = {
    who,
    requestKind: 'help' as const,
    channel: 'visit' as const,
    title,
    text,
    place: '槐树里小区',
    onTheSpot: { content: told, outcome: 'not-accepted' as const, refusalReason: reason, toldChannel: told },
  }
  s.ask(back, '10:40', request, 'administrative', 'L130204')
  s.say(back - 2, '16:00', (k) => ({
    name: 'record-revisit',
    input: { case: k.case, way: 'phone', valid: true, solved: false, scale: 'three-rates', grade: 'neutral', words: '知道该找谁了' },
  })) // prettier-ignore
  return s
}

/** 强制报告 first, then everything else (DOMAIN §3). */
function child(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 867,
    requestKind: 'help' as const,
    urgency: 'danger' as const,
    channel: 'grid-patrol' as const,
    title: '孩子胳膊上有新伤，不敢回家',
    text: '放学路上碰见孩子一个人坐在楼道里，胳膊上有几处新伤，说不敢回家。',
    place: '柳荫巷3号楼2单元',
    forWhom: '三年级男孩',
    relation: 'worker' as const,
    childReport: {
      to: ['police', 'civil-affairs'] as ('police' | 'civil-affairs')[],
      receiver: '东渡口派出所值班民警',
      note: '孩子先由工作人员陪着，没有问细节',
    },
  }
  s.ask(9, '16:05', request, 'administrative', 'L090101')
  s.send(9, '16:10', '东渡口派出所', { demand: '已电话报告，请到场' })
  s.say(9, '16:50', (k) => ({
    name: 'record-contact',
    input: {
      case: k.case,
      kind: 'first-contact',
      way: 'face-to-face',
      reached: true,
      note: '民警到场，孩子由姑姑接走',
    },
  }))
  s.hear(9, '17:10', 'fed-back', '已受案，民政部门跟进家庭监护评估', { outcome: 'solved' })
  s.say(9, '17:20', (k) => ({
    name: 'record-answer',
    input: { case: k.case, way: 'face-to-face', content: '已报告公安和民政，孩子今晚住姑姑家，明天社工上门。', answeredBy: '' },
  })) // prettier-ignore
  s.say(9, '17:30', (k) => ({ name: 'close-case', input: { case: k.case, outcome: 'solved', note: '' } }))
  s.say(6, '10:00', (k) => ({
    name: 'record-revisit',
    input: { case: k.case, way: 'home-visit', valid: true, solved: true, scale: 'three-rates', grade: 'satisfied', words: '孩子精神好多了' },
  })) // prettier-ignore
  return s
}

/** 提前终止: the resident takes it back while somebody is at work; written approval. */
function withdrawn(parts: StoryParts): Story {
  const s = story(parts)
  const request = {
    who: 878,
    requestKind: 'help' as const,
    channel: 'phone' as const,
    title: '想请人每天来做午饭',
    text: '手腕骨裂，三周不能做饭，想请人每天来做午饭。',
    place: '桂花园小区1号楼1单元202',
  }
  s.ask(20, '09:00', request, 'welfare', 'L080101')
  s.send(20, '10:00', '银杏为老服务中心')
  s.say(18, '09:30', (k) => ({
    name: 'record-answer',
    input: { case: k.case, way: 'phone', content: '女儿回来照顾，本人不再需要送餐，已停。', answeredBy: '' },
  }))
  s.say(18, '10:00', (k) => ({
    name: 'close-case',
    input: { case: k.case, outcome: 'withdrawn', note: '本人撤回', approvedBy: '王主任', approval: '终止审批单 7 号', capacity: 'station' },
  })) // prettier-ignore
  s.say(16, '15:00', (k) => ({
    name: 'record-revisit',
    input: {
      case: k.case,
      way: 'phone',
      valid: true,
      solved: true,
      scale: 'three-rates',
      grade: 'satisfied',
      words: '',
    },
  }))
  return s
}

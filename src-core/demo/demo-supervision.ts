/** 督查督办 at every step: a demand that is late, one that waits for its re-check, one closed; 督办 of two kinds. To add one: at the end. */
import { story, type Story, type StoryParts } from './demo-story.ts'
import type { Step } from './demo-steps.ts'

export const supervisionStories = (parts: StoryParts): Step[] =>
  [lateDemand(parts), rechecked(parts), summoned(parts), answered(parts)].flatMap(({ steps }) => steps)

/** Nobody called back in time; what was to be put right is late by now. */
function lateDemand(parts: StoryParts): Story {
  const s = story(parts)
  s.ask(3, '09:10', { who: 1203, title: '电动车推进楼道充电', text: '一楼天天有人推电动车进来充电，怕着火。', place: '桂花园小区4号楼' }, 'market', 'L010104') // prettier-ignore
  s.send(3, '10:00', '安居物业')
  s.say(1, '09:20', (k) => ({
    name: 'record-contact',
    input: { case: k.case, kind: 'first-contact', way: 'phone', reached: true, note: '说明已转物业，抱歉联系晚了' },
  }))
  s.say(1, '09:30', (k) => ({
    name: 'record-finding',
    input: { case: k.case, verdict: 'to-rectify', demand: '首次联系晚了一天，当天补上现场照片，并说明物业几次上门', dueAt: s.moment(1, '17:30'), capacity: 'party' },
  }), 'finding') // prettier-ignore
  return s
}

/** Sent back once, then good. */
function rechecked(parts: StoryParts): Story {
  const s = story(parts)
  s.ask(25, '10:20', { who: 1214, title: '花坛里的砖头散了一地', text: '花坛边上的砖松了，老人走过容易绊倒。', place: '槐树里小区2号楼' }, 'market', 'L040201') // prettier-ignore
  s.send(24, '11:00', '安居物业')
  s.say(22, '10:00', (k) => ({
    name: 'record-finding',
    input: { case: k.case, verdict: 'serious', demand: '存在绊倒危险，先围起来再修', dueAt: s.moment(20, '18:00'), capacity: 'committee' },
  }), 'finding') // prettier-ignore
  const turns = [
    [21, 'evidence', '已用警示带围好，照片在工单里', 'station'],
    [20, 'sent-back', '警示带被风刮走，换成围挡', 'party'],
    [18, 'evidence', '已换围挡，砖也砌好了', 'station'],
    [17, 'passed', '下午去看过，走着平整', 'party'],
  ] as const
  for (const [back, step, note, capacity] of turns)
    s.say(back, '16:30', (k) => ({
      name: 'rectify-finding',
      input: { case: k.case, finding: k.finding, step, note, capacity, ...(step === 'sent-back' && { dueAt: s.moment(17, '18:00') }) },
    })) // prettier-ignore
  s.end(16, '花坛已砌好，围挡已撤。')
  return s
}

/** 约谈: written down from the paper, held, and still to be answered. */
function summoned(parts: StoryParts): Story {
  const s = story(parts)
  s.ask(10, '08:50', { who: 1225, title: '枯树枝老往下掉', text: '一刮风就掉枯枝，修过三回还掉，砸到人怎么办。', place: '和平里北区3号楼' }, 'administrative', 'L040201') // prettier-ignore
  s.send(9, '09:40', '槐树里街道办事处')
  s.say(6, '15:00', (k) => ({
    name: 'extend-case',
    input: { case: k.case, dueAt: s.moment(-8, '18:00'), reason: '园林公司排期在下周', approver: '李明 副主任', toldAt: s.moment(6, '14:50'), toldWay: 'phone' },
  })) // prettier-ignore
  s.say(4, '10:00', (k) => ({
    name: 'receive-supervision',
    input: {
      case: k.case, from: '槐树里街道办事处', number: '槐督〔2026〕12号', kind: 'summons', trigger: 'unsolved', way: 'letter',
      demand: '三次修剪仍掉枝，请说明原因和彻底解决的办法', dueAt: s.moment(-2, '18:00'), heldAt: s.moment(3, '14:30'), heldPlace: '街道二楼会议室', capacity: 'station',
    },
  }), 'supervision') // prettier-ignore
  s.say(3, '16:00', (k) => ({
    name: 'answer-supervision',
    input: {
      case: k.case, order: k.supervision, step: 'held', place: '街道二楼会议室', attendance: '街道城管科、站长、安居物业经理',
      note: '约定本周内请园林公司逐棵检查，枯树移走', capacity: 'station',
    },
  })) // prettier-ignore
  return s
}

/** 日常督办, answered, and accepted by phone. */
function answered(parts: StoryParts): Story {
  const s = story(parts)
  s.ask(30, '09:20', { who: 1236, title: '楼前路灯整排不亮', text: '晚上一片黑，上下班看不见路。', place: '柳荫巷5号楼' }, 'administrative', 'L020302') // prettier-ignore
  s.send(29, '10:10', '槐树里街道办事处')
  s.say(20, '09:00', (k) => ({
    name: 'receive-supervision',
    input: { case: k.case, from: '槐树里街道办事处', number: '槐督〔2026〕9号', kind: 'daily', trigger: 'overdue', way: 'phone', demand: '已超期，三日内修好并答复', dueAt: s.moment(17, '18:00') },
  }), 'supervision') // prettier-ignore
  for (const [back, step, note] of [
    [18, 'answered', '电缆已换，整排灯已亮，居民当面认可'],
    [17, 'accepted', '来电：情况属实，同意结案'],
  ] as const)
    s.say(back, '11:20', (k) => ({
      name: 'answer-supervision',
      input: { case: k.case, order: k.supervision, step, note, capacity: 'station' },
    }))
  s.end(16, '楼前路灯已全部修好。')
  return s
}

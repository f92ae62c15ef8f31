/** What the demonstration tells and has learnt: notices with who was told, consents, model cases out of its own cases, policy cards. */
import { entitiesOf, readCase, readEntity, type Book } from '../book/book.ts'
import { placeTreeOf } from '../book/place-tree-of.ts'
import { isOpen, statusOf } from '../case-file/status.ts'
import type { Command, CommandInput } from '../commands.ts'
import { mayTeach } from '../learning/may-teach.ts'
import { addDays, dayOf, momentOf } from '../lib/time.ts'
import { isYoung } from '../notice/notify-consent.ts'
import { BUILT_IN_NOTICES } from '../notice/templates.ts'
import type { TellingWay } from '../notice/codes.ts'
import { personCard } from '../person/fields.ts'
import { DAY } from './demo-times.ts'

type Run = (command: Command) => Promise<string>
type Parts = { readonly run: Run; readonly book: Book; readonly now: number }
type Model = Omit<CommandInput<'save-model-case'>, 'case' | 'id' | 'read'>
type Policy = Omit<CommandInput<'save-policy-card'>, 'id' | 'date' | 'until'>

const CONTACT = '010-00000000'

/** Heading of the cases that each may come from; the newest closed one is taken. To add one: here. */
const MODELS: readonly (readonly [title: string, Model])[] = [
  ['电梯三天停了两次', { title: '电梯反复停梯：先保人，再把维保记录挂出来', situation: '一栋楼的电梯一周停了两次，其中一次困人十来分钟，居民要求彻底检修。', done: '当天请维保单位到场排查，更换门机皮带；请物业把每次维保的时间、换了什么写在轿厢里；楼门长建群，停梯先在群里说。', helpers: ['life-service', 'self-governing'], result: '两个月没有再停。', learnt: '居民最在意的是“有没有人管”。记录公开以后，来问的少了一半。', category: 'L020301', serviceType: 'market' }],
  ['楼上半夜拖椅子，楼下睡不好', { title: '楼上楼下噪声：先听两边说，再垫毛毡', situation: '楼下反映楼上夜里拖桌椅，敲门几次都吵起来。', done: '调解员分别听了两边，才知道楼上老人夜里要起来照顾病人。送去桌腿毛毡，约定十点后不挪桌椅。', helpers: ['social'], result: '双方接受，一个月后回访说睡得好了。', learnt: '不急着定谁对谁错，先把“为什么会响”弄清楚。', category: 'L030301', serviceType: 'welfare' }],
  ['楼道堆杂物，过道只剩一半', { title: '楼道堆物：约好日子一起清', situation: '楼道堆了旧家具和纸箱，担架过不去，也怕着火。', done: '楼门长逐户说明，贴出清理日期，志愿队帮老人往下搬，大件当天拉走。', helpers: ['social', 'life-service'], result: '当天清完，三个月复查没有再堆。', learnt: '帮着搬，比贴罚单管用。', category: 'L010103', serviceType: 'welfare' }],
] // prettier-ignore

const POLICIES: readonly (readonly [back: number, ahead: number | null, Policy])[] = [
  [420, 300, { title: '高龄津贴怎么领', text: '年满八十周岁、本区户籍，本人或家属带身份证、户口本、银行卡到社区登记，次月起按月发。八十九十百岁标准不同，到龄当月自动调整。', source: '示例区民政局', number: '示民发〔2025〕1 号', categories: ['L080104'], link: '社区服务站 2 号柜' }],
  [90, null, { title: '异地就医备案', text: '参保人去外地住院，先在手机上或窗口备案再看病，直接结算；急诊可后补。备案长期有效，可随时取消。', source: '示例市医疗保障局', number: '', categories: ['L110302'], link: '' }],
  [900, null, { title: '老楼加装电梯怎么商量', text: '本单元三分之二以上业主参与表决，参与的四分之三同意，公示期内异议先协商。费用由业主分摊，可用住房公积金和补贴。', source: '示例区住房和建设委员会', number: '示建发〔2023〕18 号', categories: ['L020301'], link: '' }],
  [500, -20, { title: '老旧燃气软管更换补贴', text: '六十周岁以上独居老人家中橡胶软管可申请更换不锈钢波纹管，每户补一百二十元。', source: '示例街道办事处', number: '', categories: ['L010102'], link: '' }],
] // prettier-ignore

export async function fillDemoNotices({ run, book, now }: Parts): Promise<void> {
  const today = dayOf(momentOf(now))
  const agreed = await consents(run, book, today)

  const area = placeTreeOf(book).all.find(({ kind, name }) => kind === 'neighbourhood' && name.startsWith('槐树里'))
  const write = (
    key: string,
    values: Record<string, string>,
    more: Partial<CommandInput<'write-notice'>> = {},
  ): Promise<string> => {
    // prettier-ignore
    const { id, title, body, audience, answers } = BUILT_IN_NOTICES.find(({ builtIn }) => builtIn === key)!
    return run({
      name: 'write-notice',
      input: { title, body, audience, answers, template: id, about: '', place: '槐树里小区', area: area?.id ?? '', from: addDays(today, 2), until: addDays(today, 3), contact: CONTACT, values: { 联系电话: CONTACT, ...values }, ...more }, // prettier-ignore
    })
  }
  const tell = (notice: string, way: TellingWay, where: string, count: number, back: number, result = '', persons: readonly string[] = [], leftOut = 0): Promise<string> => // prettier-ignore
    run({ name: 'record-telling', input: { notice, way, where, count, persons: [...persons], leftOut, result, at: momentOf(now - back * DAY) } }) // prettier-ignore

  const water = await write('outage', { 停什么: '停水', 原因: '供水管道检修', 地点: '槐树里小区 1、2、3 号楼', 开始时间: '后天上午 9 时', 结束时间: '下午 5 时', 准备什么: '备好生活用水' }) // prettier-ignore
  await tell(water, 'group', '槐树里业主群（三个群）', 412, 0.2, '已读 300 多')
  await tell(water, 'sms', '短信名单：槐树里小区', agreed.length, 0.15, '', agreed, 9)
  await tell(water, 'poster', '1、2、3 号楼各单元门口', 9, 0.1)
  await tell(water, 'door', '3 号楼两位独居老人', 2, 0.05, '都在家，帮着接了两桶水')

  const checkup = await write('checkup', { 年龄: '六十五', 开始时间: '下周六上午 8 时', 地点: '社区卫生服务站', 结束时间: '下周四' }, { place: '社区卫生服务站', from: addDays(today, 8), until: addDays(today, 8) }) // prettier-ignore
  await tell(checkup, 'loudspeaker', '小区广播，早晚各一次', 1, 1)
  const topic = [...entitiesOf(book, 'topic')].find((id) =>
    String(readEntity(book, id)?.['title'] ?? '').includes('门禁'),
  )
  if (topic) {
    const consult = await write('consult', { 议题: '5号楼2单元门禁换新', 结束时间: '本月底' }, { about: topic, place: '', from: '', until: addDays(today, 12) }) // prettier-ignore
    await tell(consult, 'group', '5 号楼群', 64, 2, '十一人说了看法')
  }
  const done = closedCase(book, '楼前路灯连着三晚不亮')
  const one = done === undefined ? undefined : readCase(book, done)?.fields
  if (done && one?.requesterName) {
    const told = await write('result', { 姓名: one.requesterName, 事项: one.title ?? '', 工单号: one.number ?? '', 办理结果: '已办结', 答复内容: '路灯管理单位换了灯头，当晚已亮' }, { about: done, audience: 'one', from: '', until: '', place: '' }) // prettier-ignore
    await tell(told, 'phone', '', 1, 1, '本人接的，说已经亮了')
  }

  for (const [title, model] of MODELS) {
    const from = closedCase(book, title)
    if (from) await run({ name: 'save-model-case', input: { ...model, case: from, read: true } })
  }
  for (const [back, ahead, policy] of POLICIES)
    await run({
      name: 'save-policy-card',
      input: { ...policy, date: addDays(today, -back), until: ahead === null ? '' : addDays(today, ahead) },
    })
}

/** Most of those who were asked agree; one took it back. Answers those whom a list may name. */
async function consents(run: Run, book: Book, today: string): Promise<string[]> {
  const agreed: string[] = []
  const seen = new Set<string>()
  let i = 0
  for (const id of entitiesOf(book, 'person')) {
    const card = personCard(id, readEntity(book, id) ?? {})
    if (card.left || card.phone === '' || isYoung(card, today)) continue
    i += 1
    if (i % 3 === 0) continue
    await run({ name: 'record-notify-consent', input: { person: id, given: true, way: i % 4 === 1 ? 'paper' : 'face-to-face' } }) // prettier-ignore
    if (i === 7) await run({ name: 'record-notify-consent', input: { person: id, given: false, way: 'phone' } })
    else if (!seen.has(card.phone)) agreed.push(id)
    seen.add(card.phone)
  }
  return agreed
}

/** The newest closed case of this heading that may be told. */
function closedCase(book: Book, title: string): string | undefined {
  return book.cases.findLast((id) => {
    const file = readCase(book, id)
    return file !== null && file.fields.title === title && !file.fields.anonymous && mayTeach(file) && !isOpen(statusOf(file)) // prettier-ignore
  })
}

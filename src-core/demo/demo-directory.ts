/**
 * What the invented organisations offer: services, places of service, agreements, people and activities. Written through the
 * same commands as a real station's, on the day of the demonstration. To add one: a line in its table.
 */
import type { AgreementFields } from '../agreement/agreement.ts'
import type { Command } from '../commands.ts'
import type { EntityId } from '../kernel/event.ts'
import { assert } from '../lib/assert.ts'
import { addDays, atTime, dayOf, momentOf } from '../lib/time.ts'
import { parseHours } from '../provider/hours-words.ts'
import type { Hours } from '../provider/hours.ts'
import { demoHours } from './demo-hours.ts'
import { BLANK_MEMBER, type MemberFields } from '../provider/member.ts'
import type { ProviderNoteKind } from '../provider/provider-note.ts'
import { BLANK_SERVICE, type ServiceFields } from '../provider/service.ts'
import { BLANK_SITE, type SiteFields } from '../provider/site.ts'
import { DEMO_AREAS, demoName } from './demo-people.ts'

/** `of`: the beginning of the provider's name. `at`: neighbourhoods it serves. */
type DemoService = {
  readonly of: string
  readonly name: string
  readonly at?: readonly string[]
  readonly opens?: string
} & Partial<ServiceFields>

const yuan = (n: number): number => n * 100
const OFFICE = '周一至周五 9:00-12:00、13:00-17:30；法定节假日休息'
const HUAI = '槐树里小区'
const LIU = '柳荫巷'
const GUI = '桂花园小区'

const SERVICES: readonly DemoService[] = [
  { of: '槐树里街道办事处', name: '违法建设与占道处置', categories: ['L030304', 'L040301', 'L030203'], ways: ['on-site', 'phone'], fundingMode: 'government', costFen: 0, opens: OFFICE },
  { of: '街道市政管理所', name: '路灯、井盖与道路维护', categories: ['L020302', 'L010202', 'L060101'], ways: ['phone', 'home-visit'], fundingMode: 'government', costFen: 0, opens: '全天' },
  { of: '街道民政事务窗口', name: '低保与临时救助受理', categories: ['L070101', 'L070102', 'L070103'], ways: ['on-site', 'home-visit'], fundingMode: 'government', costFen: 0, residence: ['registered'], documents: ['身份证', '户口簿', '收入证明'], opens: OFFICE },
  { of: '街道民政事务窗口', name: '高龄津贴受理', categories: ['L080104'], ways: ['on-site', 'online'], minAge: 80, fundingMode: 'government', costFen: 0, documents: ['身份证', '银行卡'], opens: OFFICE },
  { of: '社会保险服务窗口', name: '社保医保办理', categories: ['L110301', 'L110302', 'L110303'], ways: ['on-site', 'online', 'phone'], fundingMode: 'government', costFen: 0, documents: ['身份证', '社保卡'], opens: OFFICE },
  { of: '东渡口派出所', name: '户籍与身份证办理', categories: ['L130101', 'L130102'], ways: ['on-site'], fundingMode: 'government', documents: ['身份证', '户口簿'], opens: '周一至周六 9:00-17:00；法定节假日休息' },
  { of: '东渡口派出所', name: '治安与噪声处置', categories: ['L010301', 'L050102', 'L030302'], ways: ['phone', 'home-visit'], fundingMode: 'government', costFen: 0, opens: '全天' },
  { of: '社区卫生服务站', name: '家庭医生签约', categories: ['L100102'], ways: ['on-site', 'home-visit', 'phone'], languages: ['普通话', '手语'], fundingMode: 'government', costFen: 0, capacityOpen: 36, capacityMax: 400, opens: '每天 8:00-20:00' },
  { of: '社区卫生服务站', name: '疫苗接种', categories: ['L100103'], ways: ['on-site'], documents: ['预防接种证'], opens: '周二、周四 8:00-11:30' },
  { of: '槐树里居民委员会', name: '邻里调解', categories: ['L030301'], at: [HUAI, LIU], ways: ['on-site', 'home-visit'], fundingMode: 'party-service-fund', costFen: 0, opens: '周一至周五 9:00-18:00；法定节假日休息' },
  { of: '桂花园业主委员会', name: '公共收益与维修资金咨询', categories: ['L030202'], at: [GUI], ways: ['on-site'], fundingMode: 'volunteer', costFen: 0, opens: '周六 14:00-17:00' },
  { of: '暖邻志愿服务队', name: '独居老人探访', categories: ['L080103'], at: [HUAI, LIU, GUI], ways: ['home-visit', 'phone'], marks: ['living-alone', 'empty-nest'], minAge: 60, fundingMode: 'volunteer', costFen: 0, capacityOpen: 6, capacityMax: 30 },
  { of: '暖邻志愿服务队', name: '代买代办', categories: ['L160104'], at: [HUAI, LIU, GUI], ways: ['home-visit'], fundingMode: 'volunteer', costFen: 0, opens: '每天 8:00-18:00' },
  { of: '银杏为老服务中心', name: '老年助餐', categories: ['L080101'], at: [HUAI, GUI], ways: ['on-site', 'home-visit'], minAge: 60, fundingMode: 'purchased', costFen: yuan(12), costUnit: '每餐', costWords: '80 岁以上补贴 4 元', capacityOpen: 18, capacityMax: 60, opens: '每天 10:30-13:00、16:30-18:30' },
  { of: '银杏为老服务中心', name: '助浴与居家照护', categories: ['L080102'], at: [HUAI, GUI], ways: ['home-visit'], marks: ['disabled-elder', 'severe-disability'], fundingMode: 'purchased', costFen: yuan(30), costUnit: '每次', capacityOpen: 3, capacityMax: 10, opens: '周一至周六 8:00-17:00' },
  { of: '小树苗儿童成长中心', name: '四点半课堂', categories: ['L090103'], ways: ['on-site'], minAge: 6, maxAge: 12, fundingMode: 'purchased', costFen: yuan(5), costUnit: '每天', capacityOpen: 0, capacityMax: 24, opens: '周一至周五 15:30-19:00；法定节假日休息' },
  { of: '老槐树调解工作室', name: '人民调解', categories: ['L030301', 'L140101', 'L140102'], ways: ['on-site', 'phone'], fundingMode: 'purchased', costFen: 0, opens: '周二、周四、周六 9:00-11:30、14:00-17:00' },
  { of: '社区双报到党员', name: '搬抬与应急', categories: ['L150203', 'L010204'], ways: ['home-visit'], fundingMode: 'volunteer', costFen: 0, opens: '周六、周日 8:00-18:00' },
  { of: '爱心助学基金', name: '困难学生资助', categories: ['L070106', 'L090102'], ways: ['on-site', 'online'], minAge: 6, maxAge: 22, marks: ['low-income', 'hardship-child', 'orphan'], fundingMode: 'donated', costFen: 0, documents: ['学生证', '家庭情况说明'] },
  { of: '安居物业服务公司', name: '小区维修与保洁', categories: ['L030101', 'L020302', 'L030104'], at: [HUAI], ways: ['home-visit', 'phone'], fundingMode: 'resident-paid', opens: '全天' },
  { of: '桂园物业服务公司', name: '小区维修与保洁', categories: ['L030101', 'L060202', 'L030104'], at: [GUI], ways: ['home-visit', 'phone'], fundingMode: 'resident-paid', opens: '全天' },
  { of: '快手家电维修部', name: '家电上门维修', categories: ['L020203'], ways: ['home-visit', 'on-site', 'phone'], fundingMode: 'resident-paid', costFen: yuan(80), costUnit: '每次起', opens: '每天 9:00-20:00' },
  { of: '管道疏通老李头', name: '水管与下水道疏通', categories: ['L020106', 'L020202'], at: [HUAI, LIU], ways: ['home-visit'], fundingMode: 'resident-paid', costFen: yuan(100), costUnit: '每次起', opens: '每天 7:00-次日1:00' },
  { of: '好味老年餐厅', name: '老年餐与送餐', categories: ['L080101'], at: [HUAI, LIU], ways: ['on-site', 'home-visit'], fundingMode: 'compensated', costFen: yuan(15), costUnit: '每餐', capacityOpen: 25, capacityMax: 80, opens: '每天 10:30-18:30' },
  { of: '惠民开锁配钥匙', name: '开锁换锁', categories: ['L020204'], ways: ['home-visit', 'on-site'], fundingMode: 'resident-paid', costFen: yuan(60), costUnit: '每次起', documents: ['身份证'], opens: '全天' },
  { of: '城南燃气服务站', name: '燃气检修与开通', categories: ['L020103', 'L010102'], ways: ['home-visit', 'phone'], fundingMode: 'resident-paid', opens: '全天' },
  { of: '槐树里社区党总支', name: '联席协调', categories: ['L150203', 'L030204'], at: [HUAI], ways: ['on-site', 'phone'], fundingMode: 'party-service-fund', costFen: 0, opens: OFFICE },
  { of: '柳荫巷小区自管会', name: '停车与保洁自管', categories: ['L060202', 'L040104'], at: [LIU], ways: ['on-site'], fundingMode: 'volunteer', opens: '周一至周六 9:00-11:30' },
  { of: '东渡口小学', name: '操场与教室开放', categories: ['L150101'], ways: ['on-site'], fundingMode: 'volunteer', costFen: 0, opens: '周六、周日 8:00-17:00；2026-01-24至2026-02-28 休息（寒假）' },
  { of: '槐树里房屋管理所', name: '公房与公共部位维修', categories: ['L020303', 'L010201'], at: [HUAI, LIU], ways: ['home-visit', 'phone'], fundingMode: 'maintenance-fund', opens: '周一至周五 8:30-17:00；法定节假日休息' },
  { of: '益康大药房', name: '购药送药', categories: ['L170101'], at: [HUAI, GUI], ways: ['on-site', 'home-visit'], fundingMode: 'resident-paid', costFen: 0, costWords: '满 30 元免送费', opens: '每天 8:00-21:30' },
] // prettier-ignore

const SITES: readonly ({ readonly of: string; readonly opens?: string } & Pick<SiteFields, 'name'> & Partial<SiteFields>)[] = [
  { of: '槐树里街道办事处', name: '街道政务服务大厅', address: '东渡口路 1 号一层', barrierFree: 'yes', opens: OFFICE, transport: '东渡口站下车 200 米' },
  { of: '街道民政事务窗口', name: '政务服务大厅 3 号窗口', address: '东渡口路 1 号一层', barrierFree: 'yes', opens: OFFICE },
  { of: '社会保险服务窗口', name: '政务服务大厅 6 号窗口', address: '东渡口路 1 号一层', barrierFree: 'yes', opens: OFFICE },
  { of: '东渡口派出所', name: '户籍接待室', address: '东渡口路 18 号', barrierFree: 'partly' },
  { of: '社区卫生服务站', name: '全科门诊', address: '槐树里小区 2 号楼底商', barrierFree: 'yes' },
  { of: '槐树里居民委员会', name: '居民委员会', address: '槐树里小区 5 号楼 101', barrierFree: 'partly' },
  { of: '银杏为老服务中心', name: '银杏驿站', address: '槐树里小区 9 号楼底商', barrierFree: 'yes', opens: '每天 8:00-18:30' },
  { of: '小树苗儿童成长中心', name: '小树苗教室', address: '柳荫巷 7 号', barrierFree: 'no' },
  { of: '老槐树调解工作室', name: '调解室', address: '槐树里小区 5 号楼 102', barrierFree: 'partly' },
  { of: '好味老年餐厅', name: '好味餐厅', address: '柳荫巷 12 号', barrierFree: 'yes' },
  { of: '快手家电维修部', name: '门店', address: '东渡口路 33 号', barrierFree: 'no' },
  { of: '东渡口小学', name: '小学操场', address: '东渡口路 40 号西门', barrierFree: 'partly' },
  { of: '益康大药房', name: '益康大药房', address: '桂花园小区南门', barrierFree: 'yes' },
] // prettier-ignore

/** Terms in days from the day of the demonstration. */
const AGREEMENTS: readonly ({ readonly of: string; readonly begins: number; readonly ends: number } & Pick<AgreementFields, 'kind' | 'number' | 'item' | 'itemWords' | 'unit' | 'unitFen' | 'quota' | 'used'>)[] = [
  { of: '银杏为老服务中心', begins: -200, ends: 150, kind: 'contract', number: '演购-001', item: 'L080101', itemWords: '老年助餐', unit: 'times', unitFen: yuan(4), quota: 12_000, used: 7_310 },
  { of: '银杏为老服务中心', begins: -200, ends: 150, kind: 'contract', number: '演购-002', item: 'L080102', itemWords: '助浴', unit: 'times', unitFen: yuan(90), quota: 300, used: 288 },
  { of: '小树苗儿童成长中心', begins: -320, ends: 40, kind: 'contract', number: '演购-003', item: 'L090103', itemWords: '四点半课堂', unit: 'months', unitFen: yuan(6_000), quota: 12, used: 10 },
  { of: '老槐树调解工作室', begins: -100, ends: 260, kind: 'contract', number: '演购-004', item: 'L030301', itemWords: '人民调解', unit: 'times', unitFen: yuan(200), quota: 80, used: 23 },
  { of: '好味老年餐厅', begins: -60, ends: 300, kind: 'compensation', number: '演补-001', item: 'L080101', itemWords: '老年餐补贴', unit: 'times', unitFen: yuan(5), quota: 6_000, used: 940 },
] // prettier-ignore

const MEMBERS: readonly (Pick<MemberFields, 'kind'> & Partial<MemberFields> & { readonly of: string; readonly n: number })[] = [
  { of: '暖邻志愿服务队', n: 901, kind: 'volunteer', team: '探访一组', skills: ['陪聊', '量血压'], freeHours: '周一至周五上午' },
  { of: '暖邻志愿服务队', n: 912, kind: 'volunteer', team: '探访一组', skills: ['代买', '理发'], freeHours: '周末' },
  { of: '暖邻志愿服务队', n: 923, kind: 'volunteer', team: '探访二组', skills: ['水电小修'], freeHours: '晚上' },
  { of: '社区双报到党员', n: 934, kind: 'party-member', team: '应急队', from: '某设计院党支部', skills: ['搬抬', '急救'], posts: ['楼道安全员'], freeHours: '周六上午' },
  { of: '社区双报到党员', n: 945, kind: 'party-member', team: '法律队', from: '某律师事务所党支部', skills: ['法律咨询'], freeHours: '周日' },
  { of: '社区双报到党员', n: 956, kind: 'party-member', team: '课堂队', from: '某学院党总支', skills: ['辅导作业', '书法'], freeHours: '工作日下午' },
  { of: '', n: 967, kind: 'capable', capacity: 'deputy', skills: ['议事协商'] },
  { of: '', n: 978, kind: 'capable', capacity: 'owner', skills: ['园艺', '木工'] },
] // prettier-ignore

const NOTES: readonly (readonly [of: string, kind: ProviderNoteKind, daysAgo: number, words: string])[] = [
  ['银杏为老服务中心', 'contact', 12, '电话了解助餐人数，运转正常'],
  ['银杏为老服务中心', 'difficulty', 40, '送餐人手不够，周末尤其紧'],
  ['银杏为老服务中心', 'help', 33, '介绍了两名志愿者周末帮忙送餐'],
  ['小树苗儿童成长中心', 'leader-change', 75, '负责人变更，新负责人已见面'],
  ['快手家电维修部', 'contact', 230, '上门发名片，愿意给老人优惠'],
  ['柳荫巷小区自管会', 'contact', 20, '商量停车划线'],
]

/** Minutes to each of DEMO_AREAS, in their order; what nobody has timed is left out. */
const REACH: readonly { readonly of: string; readonly name: string; readonly how: 'walk' | 'arrive'; readonly minutes: readonly number[] }[] = [
  { of: '银杏为老服务中心', name: '老年助餐', how: 'walk', minutes: [4, 9, 14] },
  { of: '社区卫生服务站', name: '家庭医生签约', how: 'walk', minutes: [3, 8, 15, 12] },
  { of: '东渡口派出所', name: '治安与噪声处置', how: 'arrive', minutes: [12, 10, 8, 5] },
  { of: '城南燃气服务站', name: '燃气检修与开通', how: 'arrive', minutes: [15, 15, 20, 20] },
  { of: '安居物业服务公司', name: '小区维修与保洁', how: 'arrive', minutes: [5] },
  { of: '管道疏通老李头', name: '水管与下水道疏通', how: 'arrive', minutes: [20, 15] },
  { of: '好味老年餐厅', name: '老年餐与送餐', how: 'walk', minutes: [11, 2] },
  { of: '槐树里居民委员会', name: '邻里调解', how: 'walk', minutes: [2, 7] },
] // prettier-ignore

export type DemoDirectoryParts = {
  readonly run: (command: Command) => Promise<EntityId>
  /** Epoch milliseconds; everything here is said on this day. */
  readonly now: number
  readonly providers: readonly {
    readonly id: EntityId
    readonly name: string
    readonly serviceType: ServiceFields['serviceType']
  }[]
  /** Id of a neighbourhood; null for one that the station has not entered. */
  readonly placeOf: (name: string) => EntityId | null
}

export async function fillDemoDirectory({ run, now, providers, placeOf }: DemoDirectoryParts): Promise<void> {
  const today = dayOf(momentOf(now))
  const of = (begin: string): DemoDirectoryParts['providers'][number] => {
    const found = providers.find(({ name }) => name.startsWith(begin))
    assert(found, `the demo has no provider ${begin}`)
    return found
  }
  const service = new Map<string, EntityId>()
  for (const { of: begin, at = [], opens, ...more } of SERVICES) {
    const { id, serviceType } = of(begin)
    const area = at.map(placeOf).filter((place) => place !== null)
    const areaWords = area.length === at.length ? '' : at.join('、')
    const said = more.capacityMax === undefined ? '' : addDays(today, -9)
    const fields = { ...BLANK_SERVICE, serviceType, ...more, provider: id, area, areaWords, hours: hoursOf(opens), capacityAt: said } // prettier-ignore
    service.set(`${begin} ${more.name}`, await run({ name: 'save-service', input: fields }))
  }
  for (const { of: begin, opens, ...more } of SITES)
    await run({ name: 'save-site', input: { ...BLANK_SITE, ...more, provider: of(begin).id, hours: hoursOf(opens) } })
  for (const { of: begin, begins, ends, ...more } of AGREEMENTS) {
    const term = { from: addDays(today, begins), to: addDays(today, ends) }
    await run({ name: 'save-agreement', input: { ...more, ...term, provider: of(begin).id, longReason: '', note: '', overOnPurpose: false } }) // prettier-ignore
  }
  for (const { of: begin, name, how, minutes } of REACH)
    for (const [i, area] of DEMO_AREAS.entries()) {
      const place = placeOf(area)
      if (place === null || minutes[i] === undefined) continue
      await run({ name: 'save-reach', input: { service: service.get(`${begin} ${name}`)!, place, minutes: minutes[i], how } }) // prettier-ignore
    }
  const elders = of('银杏为老服务中心').id
  await run({ name: 'save-qualification', input: { provider: elders, name: '食品经营许可证', number: '演示 0001', issuer: '', from: addDays(today, -700), to: addDays(today, 45) } }) // prettier-ignore
  await run({ name: 'save-qualification', input: { provider: elders, name: '民办非企业单位登记证书', number: '演示 0002', issuer: '', from: '', to: addDays(today, 900) } }) // prettier-ignore
  for (const [begin, kind, ago, words] of NOTES)
    await run({ name: 'note-provider', input: { provider: of(begin).id, kind, day: addDays(today, -ago), words } })
  await people(run, today, of)
}

async function people(
  run: DemoDirectoryParts['run'],
  today: string,
  of: (begin: string) => { readonly id: EntityId },
): Promise<void> {
  const members: EntityId[] = []
  for (const { of: begin, n, ...more } of MEMBERS) {
    const input = {
      ...BLANK_MEMBER,
      skills: [],
      posts: [],
      ...more,
      provider: begin === '' ? ('' as const) : of(begin).id,
      name: demoName(n),
      phone: `1000000${String(7000 + n)}`,
      registeredAt: addDays(today, -200),
    }
    members.push(await run({ name: 'save-member', input }))
  }
  const team = of('暖邻志愿服务队').id
  const task = { provider: team, note: '', until: '', closed: false }
  const patrol = await run({ name: 'save-task', input: { ...task, kind: 'post', title: '周三晚巡楼', wanted: 3 } })
  const wish = await run({ name: 'save-task', input: { ...task, kind: 'wish', title: '修一把轮椅', wanted: 1 } })
  await run({ name: 'save-task', input: { ...task, kind: 'wish', title: '教用智能手机', wanted: 2 } })
  await run({ name: 'claim-task', input: { task: patrol, member: members[0]! } })
  await run({ name: 'claim-task', input: { task: patrol, member: members[3]! } })
  await run({ name: 'claim-task', input: { task: wish, member: members[2]! } })
  const served = (member: EntityId, ago: number, from: string, to: string, what: string, done: string) =>
    run({ name: 'record-service-time', input: { member, day: addDays(today, -ago), from, to, what, of: done } })
  await served(members[0]!, 6, '19:00', '20:30', '巡楼', patrol)
  await served(members[0]!, 13, '19:00', '20:30', '巡楼', patrol)
  await served(members[2]!, 4, '09:00', '10:00', '修轮椅', wish)
  await served(members[3]!, 20, '08:30', '11:30', '清雪', '')
  const memberFrom = (employer: string): EntityId => members[MEMBERS.findIndex(({ from }) => from === employer)]!
  for (const input of demoHours(today, memberFrom)) await run({ name: 'record-service-time', input })

  const clinic = await run({ name: 'save-activity', input: { provider: team, title: '便民集市：磨刀理发量血压', from: atTime(addDays(today, -5), '09:00:00'), to: atTime(addDays(today, -5), '11:00:00'), where: '槐树里小区中心花园', places: null, note: '', cancelled: false } }) // prettier-ignore
  await run({ name: 'save-activity', input: { provider: of('银杏为老服务中心').id, title: '健康讲座：春季养生', from: atTime(addDays(today, 6), '14:30:00'), to: atTime(addDays(today, 6), '16:00:00'), where: '银杏驿站', places: 30, note: '', cancelled: false } }) // prettier-ignore
  for (const member of [members[1]!, members[2]!]) {
    const id = await run({ name: 'sign-up', input: { activity: clinic, member, name: '', phone: '' } })
    await run({ name: 'mark-attendance', input: { signUp: id, attended: true } })
  }
}

function hoursOf(words: string | undefined): Hours | null {
  const read = parseHours(words ?? '')
  assert(read.ok, `the demo's own hours are not understood: ${words}`)
  return read.value
}

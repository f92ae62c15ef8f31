/** Words for the codes of the directory: the same on screens, in the workbook and in HSDS. To add one: the code's own list first, then both languages here. */
import type { AGREEMENT_KINDS, QUOTA_UNITS, Term } from '../agreement/agreement.ts'
import type { ServiceType } from '../case-file/codes.ts'
import type { Mark } from '../person/marks.ts'
import type { FundingMode, PROVIDER_ROLES, ProviderKind, Reach, STANDINGS } from './fields.ts'
import type { CAPACITIES, MemberKind } from './member.ts'
import type { ProviderNoteKind } from './provider-note.ts'
import type { DeliveryWay, RESIDENCES } from './service.ts'
import type { BARRIER_FREE } from './site.ts'
import type { REACH_HOWS } from './reach.ts'
import type { TASK_KINDS } from './volunteer-task.ts'

type Of<L extends readonly string[]> = L[number]
type Words<C extends string> = Readonly<Record<C, string>>

export type DirectoryWords = {
  readonly providerKind: Words<ProviderKind>
  readonly serviceType: Words<ServiceType>
  readonly fundingMode: Words<FundingMode>
  readonly reach: Words<Reach>
  readonly role: Words<Of<typeof PROVIDER_ROLES>>
  readonly standing: Words<Of<typeof STANDINGS>>
  readonly way: Words<DeliveryWay>
  readonly residence: Words<Of<typeof RESIDENCES>>
  readonly barrierFree: Words<Of<typeof BARRIER_FREE>>
  readonly mark: Words<Mark>
  readonly reachHow: Words<Of<typeof REACH_HOWS>>
  readonly noteKind: Words<ProviderNoteKind>
  readonly memberKind: Words<MemberKind>
  readonly capacity: Words<Of<typeof CAPACITIES>>
  readonly taskKind: Words<Of<typeof TASK_KINDS>>
  readonly agreementKind: Words<Of<typeof AGREEMENT_KINDS>>
  readonly quotaUnit: Words<Of<typeof QUOTA_UNITS>>
  readonly term: Words<Term>
  readonly serviceStatus: Words<'active' | 'inactive'>
  readonly onHolidays: Words<'closed' | 'as-usual'>
  readonly weekday: Words<'1' | '2' | '3' | '4' | '5' | '6' | '7'>
}

export const ZH_DIRECTORY: DirectoryWords = {
  providerKind: {
    party: '社区党组织',
    'self-governing': '社区自治组织',
    social: '社区社会组织',
    'public-affairs': '公共事务类组织',
    'life-service': '生活服务类组织',
  },
  serviceType: { administrative: '行政服务型', welfare: '公益服务型', market: '市场服务型' },
  fundingMode: {
    government: '财政保障',
    purchased: '政府购买服务',
    volunteer: '无偿',
    donated: '捐赠/募集',
    'party-service-fund': '党组织服务群众经费',
    compensated: '经济补偿',
    'resident-paid': '自费',
    'maintenance-fund': '住宅专项维修资金',
  },
  reach: { 'home-visit': '上门', phone: '电话', 'on-site': '在站', 'barrier-free': '无障碍' },
  role: { lead: '牵头协调', 'carry-out': '承办', support: '支持参与', supervise: '监督' },
  standing: { 'resident-unit': '驻区单位', 'owner-unit': '产权单位' },
  way: { 'on-site': '到站到店', 'home-visit': '上门', phone: '电话', online: '网上' },
  residence: { registered: '户籍在本社区', living: '住在本社区' },
  barrierFree: { yes: '无障碍', partly: '部分无障碍', no: '有台阶，轮椅进不去' },
  mark: {
    'living-alone': '独居老人',
    'empty-nest': '空巢老人',
    'left-behind-elder': '留守老人',
    'disabled-elder': '失能老人',
    'severe-disability': '重度残疾人',
    'low-income': '低保',
    'low-income-edge': '低保边缘',
    destitute: '特困',
    'temporary-aid': '临时救助',
    'left-behind-child': '留守儿童',
    'hardship-child': '困境儿童',
    orphan: '孤儿',
    'family-planning': '计划生育特殊家庭',
    'veteran-care': '优抚',
    'serious-illness': '重病',
  },
  reachHow: { walk: '步行', arrive: '上门到达' },
  noteKind: { contact: '联系', difficulty: '遇到困难', help: '给予帮助', 'leader-change': '负责人变更', other: '其他' },
  memberKind: { volunteer: '志愿者', 'party-member': '报到党员', capable: '社区能人' },
  capacity: { deputy: '代表', 'committee-member': '委员', charitable: '公益人士', owner: '业主' },
  taskKind: { post: '岗位', wish: '微心愿' },
  agreementKind: { contract: '购买合同', compensation: '补偿协议' },
  quotaUnit: { times: '次', hours: '小时', people: '人', months: '月', fen: '分' },
  term: { 'not-begun': '未开始', 'in-force': '履行中', ending: '快到期', over: '已到期' },
  serviceStatus: { active: '提供', inactive: '停办' },
  onHolidays: { closed: '法定节假日休息', 'as-usual': '法定节假日照常' },
  weekday: { 1: '周一', 2: '周二', 3: '周三', 4: '周四', 5: '周五', 6: '周六', 7: '周日' },
}

export const EN_DIRECTORY: DirectoryWords = {
  providerKind: {
    party: 'Party organisation',
    'self-governing': 'Self-governing body',
    social: 'Social organisation',
    'public-affairs': 'Public body',
    'life-service': 'Everyday services',
  },
  serviceType: { administrative: 'Administrative', welfare: 'Welfare', market: 'Market' },
  fundingMode: {
    government: 'Public budget',
    purchased: 'Purchased by government',
    volunteer: 'Unpaid',
    donated: 'Donated',
    'party-service-fund': 'Party service fund',
    compensated: 'Subsidised',
    'resident-paid': 'Paid by the resident',
    'maintenance-fund': 'Housing maintenance fund',
  },
  reach: { 'home-visit': 'home visit', phone: 'by phone', 'on-site': 'on site', 'barrier-free': 'barrier-free' },
  role: { lead: 'Leads', 'carry-out': 'Carries out', support: 'Supports', supervise: 'Supervises' },
  standing: { 'resident-unit': 'Unit of the neighbourhood', 'owner-unit': 'Owner of buildings' },
  way: { 'on-site': 'On site', 'home-visit': 'Home visit', phone: 'Phone', online: 'Online' },
  residence: { registered: 'Registered here', living: 'Living here' },
  barrierFree: { yes: 'Step-free', partly: 'Partly step-free', no: 'Steps, no wheelchair' },
  mark: {
    'living-alone': 'Elder living alone',
    'empty-nest': 'Empty-nest elder',
    'left-behind-elder': 'Left-behind elder',
    'disabled-elder': 'Disabled elder',
    'severe-disability': 'Severe disability',
    'low-income': 'Minimum allowance',
    'low-income-edge': 'Near minimum allowance',
    destitute: 'Destitute',
    'temporary-aid': 'Temporary aid',
    'left-behind-child': 'Left-behind child',
    'hardship-child': 'Child in hardship',
    orphan: 'Orphan',
    'family-planning': 'Bereaved family',
    'veteran-care': 'Veteran care',
    'serious-illness': 'Serious illness',
  },
  reachHow: { walk: 'on foot', arrive: 'until they arrive' },
  noteKind: {
    contact: 'Contact',
    difficulty: 'Difficulty',
    help: 'Help given',
    'leader-change': 'Change of leader',
    other: 'Other',
  },
  memberKind: { volunteer: 'Volunteer', 'party-member': 'Registered party member', capable: 'Capable resident' },
  capacity: { deputy: 'Deputy', 'committee-member': 'Committee member', charitable: 'Philanthropist', owner: 'Owner' },
  taskKind: { post: 'Post', wish: 'Small wish' },
  agreementKind: { contract: 'Purchase contract', compensation: 'Compensation agreement' },
  quotaUnit: { times: 'times', hours: 'hours', people: 'people', months: 'months', fen: 'fen' },
  term: { 'not-begun': 'Not begun', 'in-force': 'In force', ending: 'Ending soon', over: 'Over' },
  serviceStatus: { active: 'Offered', inactive: 'Not offered' },
  onHolidays: { closed: 'Closed on public holidays', 'as-usual': 'Open on public holidays' },
  weekday: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
}

/**
 * The workbook of a directory: sheets 单位 · 服务 · 地点 · 时间, one row an entry. A cell with several things separates them by 、
 * (,;, a line end do as well). Headings in either language are understood, in any order; a column that is missing leaves what
 * the station knows alone. To add one: a line here; the property test of the round trip then tries it.
 */
import { FUNDING_MODES, PROVIDER_KINDS, PROVIDER_ROLES, REACHES, STANDINGS } from '../provider/fields.ts'
import { MARKS } from '../person/marks.ts'
import { SERVICE_TYPES } from '../case-file/codes.ts'
import { DELIVERY_WAYS, RESIDENCES } from '../provider/service.ts'
import { BARRIER_FREE } from '../provider/site.ts'
import type { DirectoryWords } from '../provider/words.ts'

/** How a cell is written and read. `yuan`: a number of yuan, kept in fen. `ref`, `refs`: ids, shown as names. */
export type CellKind =
  | { readonly as: 'text' | 'number' | 'yuan' | 'yes-no' | 'list' | 'id' | 'ref' | 'refs' | 'day' }
  | { readonly as: 'code' | 'codes'; readonly words: keyof DirectoryWords; readonly codes: readonly string[] }

export type DirectoryColumn = {
  readonly field: string
  readonly zh: string
  readonly en: string
  readonly width: number
  readonly kind: CellKind
}

const column = (field: string, zh: string, en: string, width: number, kind: CellKind = { as: 'text' }): DirectoryColumn => ({ field, zh, en, width, kind }) // prettier-ignore
const code = (words: keyof DirectoryWords, codes: readonly string[]): CellKind => ({ as: 'code', words, codes })
const codes = (words: keyof DirectoryWords, list: readonly string[]): CellKind => ({ as: 'codes', words, codes: list })

const ID = column('id', '编号', 'ID', 14, { as: 'id' })
const OWNER = column('provider', '单位编号', 'Organisation ID', 14, { as: 'id' })
/** Read where there is no id; otherwise only shown. */
const OWNER_NAME = column('providerName', '单位', 'Organisation', 28)

export const PROVIDER_COLUMNS: readonly DirectoryColumn[] = [
  column('name', '名称', 'Name', 32),
  column('kind', '类别', 'Kind', 18, code('providerKind', PROVIDER_KINDS)),
  column('serviceType', '服务类型', 'Service type', 14, code('serviceType', SERVICE_TYPES)),
  column('phone', '电话', 'Phone', 18),
  column('funding', '经费', 'Funding', 18, code('fundingMode', FUNDING_MODES)),
  column('role', '分工', 'Role', 12, code('role', PROVIDER_ROLES)),
  column('standings', '身份', 'Standing', 18, codes('standing', STANDINGS)),
  column('services', '服务项目', 'Services', 32),
  column('reach', '方式', 'How', 20, codes('reach', REACHES)),
  column('hours', '服务时间', 'Hours', 24),
  column('area', '服务范围', 'Area', 28),
  column('publicContact', '对外联系人', 'Public contact', 16),
  column('creditCode', '统一社会信用代码', 'Credit code', 22),
  column('stopped', '停止服务', 'Stopped', 10, { as: 'yes-no' }),
  ID,
]

export const SERVICE_COLUMNS: readonly DirectoryColumn[] = [
  OWNER_NAME,
  column('name', '服务', 'Service', 26),
  column('serviceType', '服务类型', 'Service type', 14, code('serviceType', SERVICE_TYPES)),
  column('categories', '分类', 'Categories', 30, { as: 'refs' }),
  column('area', '服务地点范围', 'Places served', 28, { as: 'refs' }),
  column('areaWords', '范围说明', 'Area in words', 24),
  column('ways', '提供方式', 'Delivery', 20, codes('way', DELIVERY_WAYS)),
  column('languages', '语言', 'Languages', 18, { as: 'list' }),
  column('costFen', '费用（元）', 'Cost (yuan)', 12, { as: 'yuan' }),
  column('costUnit', '计费单位', 'Per', 10),
  column('costWords', '费用说明', 'Cost in words', 24),
  column('fundingMode', '经费', 'Funding', 18, code('fundingMode', FUNDING_MODES)),
  column('minAge', '最小年龄', 'Lowest age', 10, { as: 'number' }),
  column('maxAge', '最大年龄', 'Highest age', 10, { as: 'number' }),
  column('marks', '对象', 'For whom', 24, codes('mark', MARKS)),
  column('residence', '居住', 'Residence', 16, codes('residence', RESIDENCES)),
  column('documents', '所需材料', 'Documents', 28, { as: 'list' }),
  column('capacityOpen', '空余名额', 'Places free', 10, { as: 'number' }),
  column('capacityMax', '总名额', 'Places in all', 10, { as: 'number' }),
  column('capacityAt', '名额日期', 'As of', 12, { as: 'day' }),
  column('status', '状态', 'Status', 10, code('serviceStatus', ['active', 'inactive'])),
  column('note', '说明', 'Note', 30),
  OWNER,
  ID,
]

export const SITE_COLUMNS: readonly DirectoryColumn[] = [
  OWNER_NAME,
  column('name', '地点', 'Place', 26),
  column('services', '在此提供的服务', 'Services here', 28, { as: 'refs' }),
  column('place', '所在', 'Located at', 24, { as: 'ref' }),
  column('address', '地址', 'Address', 30),
  column('barrierFree', '无障碍', 'Step-free', 16, code('barrierFree', BARRIER_FREE)),
  column('phone', '电话', 'Phone', 18),
  column('transport', '怎么去', 'How to get there', 28),
  OWNER,
  ID,
]

/** 种类 is 每周, 日期 or 节假日; a date without times is closed. */
export const HOURS_COLUMNS: readonly DirectoryColumn[] = [
  OWNER_NAME,
  column('name', '服务或地点', 'Service or place', 26),
  column('rule', '种类', 'Kind', 10),
  column('day', '星期', 'Weekday', 10),
  column('fromDay', '从日期', 'From', 12, { as: 'day' }),
  column('toDay', '到日期', 'To', 12, { as: 'day' }),
  column('from', '开门', 'Opens', 10),
  column('to', '关门', 'Closes', 14),
  column('words', '说明', 'Note', 20),
  column('of', '服务或地点编号', 'Service or place ID', 14, { as: 'id' }),
]

export const SHEET_NAMES = {
  providers: { zh: '单位', en: 'Organisations' },
  services: { zh: '服务', en: 'Services' },
  sites: { zh: '地点', en: 'Places' },
  hours: { zh: '时间', en: 'Hours' },
} as const
export type DirectorySheet = keyof typeof SHEET_NAMES

export const HOURS_RULES = {
  weekly: { zh: '每周', en: 'Weekly' },
  date: { zh: '日期', en: 'Dates' },
  holidays: { zh: '节假日', en: 'Holidays' },
} as const

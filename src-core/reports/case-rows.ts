/**
 * 台账: one row per case, for .xlsx and .csv. Who reported (举报) stands in no column, whatever the case holds (DOMAIN §3.2).
 * Numbers and phones are text, so that no spreadsheet rounds them. To add a column: a line in COLUMNS.
 */
import { actsOf, roundNumber, type CaseFile } from '../case-file/case-file.ts'
import { openReferral, serviceTypeOf, statusOf } from '../case-file/status.ts'
import type { Cell } from '../sheet/sheet.ts'
import { codeWords, statusWords, type CodeWords, type Language } from './code-words.ts'

export type CaseRowParts = {
  readonly file: CaseFile
  readonly providerName: (id: string) => string
}

type Column = {
  readonly zh: string
  readonly en: string
  readonly cell: (parts: CaseRowParts, words: CodeWords) => Cell
}

const date = (moment: string | null | undefined): Cell => (moment ? { date: moment.slice(0, 19) } : null)
/** An empty text is an empty cell. */
const text = (value: string | null | undefined): Cell => value || null
const isReport = ({ file }: CaseRowParts): boolean => file.fields.requestKind === 'report'

const COLUMNS: readonly Column[] = [
  { zh: '编号', en: 'Number', cell: ({ file }) => text(file.fields.number) },
  { zh: '状态', en: 'Status', cell: ({ file }, words) => statusWords(words, statusOf(file), serviceTypeOf(file)) },
  { zh: '诉求类型', en: 'Kind', cell: ({ file }, words) => words.requestKind[file.fields.requestKind ?? 'help'] },
  {
    zh: '服务类型',
    en: 'Service type',
    cell: ({ file }, words) => words.serviceType[serviceTypeOf(file) ?? 'undecided'],
  },
  {
    zh: '分类',
    en: 'Category',
    cell: ({ file }) => text(actsOf(file.acts, 'classification').at(-1)?.category || file.fields.externalCategory),
  },
  { zh: '标题', en: 'Title', cell: ({ file }) => text(file.fields.title) },
  { zh: '内容', en: 'Text', cell: ({ file }) => text(file.fields.text) },
  { zh: '诉求人', en: 'Requester', cell: (parts) => (isReport(parts) ? null : text(parts.file.fields.requesterName)) },
  { zh: '联系电话', en: 'Phone', cell: (parts) => (isReport(parts) ? null : text(parts.file.fields.requesterPhone)) },
  { zh: '地点', en: 'Place', cell: ({ file }) => text(file.fields.place) },
  { zh: '渠道', en: 'Channel', cell: ({ file }, words) => words.channel[file.fields.channel ?? 'visit'] },
  { zh: '紧急程度', en: 'Urgency', cell: ({ file }, words) => words.urgency[file.fields.urgency ?? 'general'] },
  { zh: '诉求时间', en: 'Raised', cell: ({ file }) => date(file.fields.raisedAt) },
  { zh: '受理时间', en: 'Received', cell: ({ file }) => date(file.fields.receivedAt) },
  { zh: '办理时限', en: 'Due', cell: ({ file }) => date(file.fields.dueAt) },
  {
    zh: '承办单位',
    en: 'Provider',
    cell: ({ file, providerName }) => text(providerName(openReferral(file)?.provider ?? '')),
  },
  { zh: '派单时间', en: 'Dispatched', cell: ({ file }) => date(openReferral(file)?.at) },
  {
    zh: '首次联系',
    en: 'First contact',
    cell: ({ file }) => date(actsOf(file.acts, 'contact').find((act) => act.kind === 'first-contact')?.at),
  },
  { zh: '答复时间', en: 'Answered', cell: ({ file }) => date(actsOf(file.acts, 'answer').at(-1)?.at) },
  { zh: '答复内容', en: 'Answer', cell: ({ file }) => text(actsOf(file.acts, 'answer').at(-1)?.content) },
  { zh: '答复人', en: 'Answered by', cell: ({ file }) => text(actsOf(file.acts, 'answer').at(-1)?.answeredBy) },
  { zh: '办结时间', en: 'Closed', cell: ({ file }) => date(actsOf(file.acts, 'closing').at(-1)?.at) },
  { zh: '办理结果', en: 'Outcome', cell: ({ file }, words) => outcome(file, words) },
  { zh: '办理轮次', en: 'Round', cell: ({ file }) => roundNumber(file) },
  { zh: '回访时间', en: 'Revisited', cell: ({ file }) => date(lastRevisit(file)?.at) },
  { zh: '是否解决', en: 'Solved', cell: ({ file }, words) => solved(file, words) },
  { zh: '满意程度', en: 'Grade', cell: ({ file }, words) => text(words.grade[lastRevisit(file)?.grade ?? '']) },
  { zh: '督查结论', en: 'Finding', cell: ({ file }, words) => finding(file, words) },
  { zh: '整改要求', en: 'Demand', cell: ({ file }) => text(actsOf(file.acts, 'finding').at(-1)?.demand) },
  { zh: '来源编号', en: 'Source number', cell: ({ file }) => text(file.fields.externalId) },
]

const lastRevisit = (file: CaseFile) => actsOf(file.acts, 'revisit').findLast((act) => act.valid)

function outcome(file: CaseFile, words: CodeWords): Cell {
  const closing = actsOf(file.acts, 'closing').at(-1)
  return closing ? words.outcome[closing.outcome] : null
}

function solved(file: CaseFile, words: CodeWords): Cell {
  const said = lastRevisit(file)?.solved
  return said === undefined ? null : said ? words.yes : words.no
}

function finding(file: CaseFile, words: CodeWords): Cell {
  const last = actsOf(file.acts, 'finding').at(-1)
  return last ? words.verdict[last.verdict] : null
}

/** The header row and one row per case. */
export function caseRows(
  cases: Iterable<CaseRowParts>,
  language: Language,
): { readonly header: readonly string[]; readonly rows: readonly (readonly Cell[])[] } {
  const words = codeWords(language)
  const rows: Cell[][] = []
  for (const parts of cases) rows.push(COLUMNS.map((column) => column.cell(parts, words)))
  return { header: COLUMNS.map((column) => (language === 'en' ? column.en : column.zh)), rows }
}

/**
 * 台账: one row per case, for .xlsx and .csv. Who reported (举报) stands in no column, whatever the case holds (DOMAIN §3.2).
 * What was answered, closed and said on revisit is that of the current round. Numbers and phones are text, so that no
 * spreadsheet rounds them. To add a column: a line in COLUMNS.
 */
import { actsOf, currentRound, roundNumber, type CaseFile } from '../case-file/case-file.ts'
import { dueShown } from '../case-file/due.ts'
import { handlerOf } from '../case-file/handler.ts'
import { isConfidential } from '../case-file/confidential.ts'
import { maskedText } from '../case-file/masked.ts'
import { categoryOf, openReferral, serviceTypeOf, statusOf } from '../case-file/status.ts'
import { countingRevisits, supersededRevisits } from '../revisit/rounds.ts'
import type { Cell } from '../sheet/sheet.ts'
import type { Column as SheetColumn, SheetToWrite } from '../sheet/write-sheet.ts'
import { codeWords, statusWords, type CodeWords, type Language } from './code-words.ts'

/** Shown names by id; '' when unknown. */
export type Names = {
  readonly provider: (id: string) => string
  readonly user: (id: string) => string
  /** Code of the catalogue, or the words of older records, as people read it. */
  readonly category: (code: string) => string
  /** At an upper office: whose case it is. Left out, there is no such column. */
  readonly station?: (file: CaseFile) => string
}

type CaseRowParts = { readonly file: CaseFile; readonly names: Names }

type Column = {
  /** For whoever wants some of the columns. */
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly kind?: SheetColumn['kind']
  /** Characters of Latin text; a Chinese one takes two. */
  readonly width?: number
  readonly cell: (parts: CaseRowParts, words: CodeWords) => Cell
}

const date = (moment: string | null | undefined): Cell => (moment ? { date: moment.slice(0, 19) } : null)
/** An empty text is an empty cell. */
const text = (value: string | null | undefined): Cell => value || null
/** Words of the story: whoever reports (举报) often names themselves in it. */
const story = ({ fields }: CaseFile, value: string | undefined): Cell =>
  text(isConfidential(fields) ? maskedText(value ?? '', fields.reporterName ?? '', fields.reporterPhone ?? '') : value)
const isReport = ({ file }: CaseRowParts): boolean => isConfidential(file.fields)

const COLUMNS = [
  { name: 'number', zh: '编号', en: 'Number', width: 20, cell: ({ file }) => text(file.fields.number) },
  {
    name: 'status',
    zh: '状态',
    en: 'Status',
    cell: ({ file }, words) => statusWords(words, statusOf(file), serviceTypeOf(file)),
  },
  {
    name: 'kind',
    zh: '诉求类型',
    en: 'Kind',
    cell: ({ file }, words) => words.requestKind[file.fields.requestKind ?? 'help'],
  },
  {
    name: 'service-type',
    zh: '服务类型',
    en: 'Service type',
    cell: ({ file }, words) => words.serviceType[serviceTypeOf(file) ?? 'undecided'],
  },
  {
    name: 'category',
    zh: '分类',
    en: 'Category',
    width: 18,
    cell: ({ file, names }) => text(names.category(categoryOf(file)) || file.fields.externalCategory),
  },
  { name: 'title', zh: '标题', en: 'Title', width: 40, cell: ({ file }) => story(file, file.fields.title) },
  { name: 'text', zh: '内容', en: 'Text', width: 60, cell: ({ file }) => story(file, file.fields.text) },
  {
    name: 'requester',
    zh: '诉求人',
    en: 'Requester',
    cell: (parts) =>
      isReport(parts)
        ? null
        : text([parts.file.fields.requesterUnit, parts.file.fields.requesterName].filter(Boolean).join(' · ')),
  },
  {
    name: 'phone',
    zh: '联系电话',
    en: 'Phone',
    cell: (parts) => (isReport(parts) ? null : text(parts.file.fields.requesterPhone)),
  },
  { name: 'place', zh: '地点', en: 'Place', width: 24, cell: ({ file }) => text(file.fields.place) },
  {
    name: 'channel',
    zh: '渠道',
    en: 'Channel',
    cell: ({ file }, words) => words.channel[file.fields.channel ?? 'visit'],
  },
  {
    name: 'urgency',
    zh: '紧急程度',
    en: 'Urgency',
    cell: ({ file }, words) => words.urgency[file.fields.urgency ?? 'general'],
  },
  {
    name: 'raised',
    zh: '诉求时间',
    en: 'Raised',
    kind: 'datetime',
    width: 20,
    cell: ({ file }) => date(file.fields.raisedAt),
  },
  {
    name: 'received',
    zh: '受理时间',
    en: 'Received',
    kind: 'datetime',
    width: 20,
    cell: ({ file }) => date(file.fields.receivedAt),
  },
  {
    name: 'received-by',
    zh: '受理人',
    en: 'Received by',
    cell: ({ file, names }) => text(names.user(file.fields.receivedBy ?? '')),
  },
  {
    name: 'due',
    zh: '办理时限',
    en: 'Due',
    kind: 'datetime',
    width: 20,
    cell: ({ file }) => date(dueShown(file) ?? undefined),
  },
  {
    name: 'handler',
    zh: '经办人',
    en: 'Handled by',
    cell: ({ file, names }) => text(names.user(handlerOf(file) ?? '')),
  },
  {
    name: 'provider',
    zh: '承办单位',
    en: 'Provider',
    width: 24,
    cell: ({ file, names }) => text(names.provider(openReferral(file)?.provider ?? '')),
  },
  {
    name: 'dispatched',
    zh: '派单时间',
    en: 'Dispatched',
    kind: 'datetime',
    width: 20,
    cell: ({ file }) => date(openReferral(file)?.at),
  },
  {
    name: 'first-contact',
    zh: '首次联系',
    en: 'First contact',
    kind: 'datetime',
    width: 20,
    cell: ({ file }) => date(actsOf(currentRound(file), 'contact').find((act) => act.kind === 'first-contact')?.at),
  },
  {
    name: 'answered',
    zh: '答复时间',
    en: 'Answered',
    kind: 'datetime',
    width: 20,
    cell: ({ file }) => date(actsOf(currentRound(file), 'answer').at(-1)?.at),
  },
  {
    name: 'answer',
    zh: '答复内容',
    en: 'Answer',
    width: 60,
    cell: ({ file }) => story(file, actsOf(currentRound(file), 'answer').at(-1)?.content),
  },
  {
    name: 'answered-by',
    zh: '答复人',
    en: 'Answered by',
    cell: ({ file }) => text(actsOf(currentRound(file), 'answer').at(-1)?.answeredBy),
  },
  {
    name: 'closed',
    zh: '办结时间',
    en: 'Closed',
    kind: 'datetime',
    width: 20,
    cell: ({ file }) => date(actsOf(currentRound(file), 'closing').at(-1)?.at),
  },
  { name: 'outcome', zh: '办理结果', en: 'Outcome', cell: ({ file }, words) => outcome(file, words) },
  { name: 'round', zh: '办理轮次', en: 'Round', kind: 'number', width: 10, cell: ({ file }) => roundNumber(file) },
  {
    name: 'revisited',
    zh: '回访时间',
    en: 'Revisited',
    kind: 'datetime',
    width: 20,
    cell: ({ file }) => date(lastRevisit(file)?.at),
  },
  { name: 'solved', zh: '是否解决', en: 'Solved', cell: ({ file }, words) => solved(file, words) },
  {
    name: 'grade',
    zh: '满意程度',
    en: 'Grade',
    cell: ({ file }, words) => text(words.grade[lastRevisit(file)?.grade ?? '']),
  },
  { name: 'finding', zh: '督查结论', en: 'Finding', cell: ({ file }, words) => finding(file, words) },
  {
    name: 'demand',
    zh: '整改要求',
    en: 'Demand',
    width: 40,
    cell: ({ file }) => text(actsOf(file.acts, 'finding').at(-1)?.demand),
  },
  { name: 'station', zh: '站点', en: 'Station', width: 24, cell: ({ file, names }) => text(names.station?.(file)) },
  { name: 'source-number', zh: '来源编号', en: 'Source number', cell: ({ file }) => text(file.fields.externalId) },
] as const satisfies readonly Column[]

export type CaseColumn = (typeof COLUMNS)[number]['name']

/** As the rates count: not one to which an objection was upheld. */
const lastRevisit = (file: CaseFile) => countingRevisits(currentRound(file), supersededRevisits(file)).at(-1)

function outcome(file: CaseFile, words: CodeWords): Cell {
  const closing = actsOf(currentRound(file), 'closing').at(-1)
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

/** One row per case, ready for writeXlsx and writeCsv. `wanted`: some of the columns, in this order. */
export function caseRows(
  files: readonly CaseFile[],
  language: Language,
  names: Names,
  wanted: readonly CaseColumn[] = COLUMNS.map(({ name }) => name),
): SheetToWrite {
  const words = codeWords(language)
  const columns = wanted.flatMap((name): Column[] =>
    name === 'station' && !names.station ? [] : [COLUMNS.find((column) => column.name === name)!],
  )
  return {
    name: language === 'en' ? 'Cases' : '台账',
    columns: columns.map(({ zh, en, kind = 'text', width = 14 }) => ({
      title: language === 'en' ? en : zh,
      kind,
      width,
    })),
    rows: files.map((file) => columns.map((column) => column.cell({ file, names }, words))),
  }
}

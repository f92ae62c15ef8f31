/** The parts of a Word file, one function each. */
import {
  AlignmentType,
  Footer,
  HeadingLevel,
  ImageRun,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx'
import { withoutControls } from '../lib/clean-text.ts'
import { FONT, RULED, SIZE, twips, UNRULED } from './word-style.ts'
import type { WordDocument, WordHead, WordPart } from './word-document.ts'

type Layout = { readonly landscape: boolean; readonly language: WordDocument['language'] }
type Piece = Paragraph | Table

/** Millimetres between the margins. */
const TEXT_WIDTH = { upright: 156, across: 241 } as const
const widthOf = ({ landscape }: Layout): number => twips(landscape ? TEXT_WIDTH.across : TEXT_WIDTH.upright)

type RunStyle = { readonly size?: number; readonly bold?: boolean; readonly heading?: boolean }

/** A line end within a text becomes a line break. */
function runs(text: string, { size, bold = false, heading = false }: RunStyle = {}): TextRun[] {
  // The library's headings are blue.
  const style = { font: heading ? FONT.heading : FONT.text, bold, color: '000000', ...(size !== undefined && { size }) }
  return withoutControls(text)
    .split('\n')
    .map((line, i) => new TextRun({ ...style, text: line.replaceAll('\t', ' '), ...(i > 0 && { break: 1 }) }))
}

const paragraph = (text: string, style: RunStyle, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: runs(text, style) })

/** `isNext`: begins on a new sheet. */
export function wordHead({ station, title, copy, number }: WordHead, isNext: boolean): Piece[] {
  const line = [copy, number].filter(Boolean).length > 0
  return [
    paragraph(station, { size: SIZE.station }, { alignment: AlignmentType.CENTER, pageBreakBefore: isNext }),
    paragraph(
      title,
      { size: SIZE.title, bold: true, heading: true },
      { alignment: AlignmentType.CENTER, spacing: { before: 60, after: 200 }, heading: HeadingLevel.TITLE },
    ),
    ...(line
      ? [
          new Paragraph({
            tabStops: [{ type: TabStopType.RIGHT, position: twips(TEXT_WIDTH.upright) }],
            spacing: { after: 120 },
            children: [
              ...runs(copy, { size: SIZE.table }),
              new TextRun({ children: ['\t'] }),
              ...runs(number, { size: SIZE.table }),
            ],
          }),
        ]
      : []),
  ]
}

export function wordFoot({ heads, printed, page: [before, between, after] }: WordDocument['foot']): Footer {
  const small = { size: SIZE.foot, font: FONT.text }
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: 240 },
        children: [new TextRun({ ...small, children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] })], // prettier-ignore
      }),
      paragraph([heads, printed].filter(Boolean).join('　'), { size: 15 }, { alignment: AlignmentType.CENTER, spacing: { line: 240 } }), // prettier-ignore
    ],
  })
}

export const wordParts = (parts: readonly WordPart[], layout: Layout): Piece[] =>
  parts.flatMap((part, at) => pieces(part, layout, at))

/** `at`: which part of the document it is. */
function pieces(part: WordPart, layout: Layout, at: number): Piece[] {
  switch (part.kind) {
    case 'heading':
      return [heading(part.text)]
    case 'paragraph':
      return part.text.split('\n').map((line) => textLine(line, part.indented && layout.language === 'zh-CN'))
    case 'lines':
      return [
        ...(part.title
          ? [paragraph(part.title, { heading: true, size: SIZE.table }, { spacing: { before: 160 } })]
          : []),
        ...part.lines.map((line, i) =>
          paragraph(part.lines.length > 1 ? `${i + 1}. ${line}` : line, { size: SIZE.table }, { keepNext: true }),
        ),
      ]
    case 'boxes':
      return [boxes(part.rows, layout), gap()]
    case 'table':
      return [
        ...(part.caption
          ? [paragraph(part.caption, { size: SIZE.table, heading: true }, { keepNext: true, alignment: AlignmentType.CENTER, spacing: { before: 120, after: 60 } })] // prettier-ignore
          : []),
        table(part, layout),
        gap(),
      ]
    case 'picture':
      return picture(part, at + 1)
    case 'signing':
      return [signing(part, layout)]
    case 'sheet':
      return wordHead(part.head, true)
  }
}

const heading = (text: string): Paragraph =>
  paragraph(text, { heading: true, size: SIZE.heading }, { heading: HeadingLevel.HEADING_1, keepNext: true, spacing: { before: 200, after: 100 } }) // prettier-ignore

/** Two characters of 小四. */
const INDENT = SIZE.text * 10 * 2
const textLine = (text: string, indented: boolean): Paragraph =>
  paragraph(
    text,
    {},
    { alignment: AlignmentType.BOTH, indent: { firstLine: indented ? INDENT : 0 }, spacing: { after: 60 } },
  )

/** Two tables that touch become one. */
const gap = (): Paragraph => new Paragraph({ spacing: { line: 160, lineRule: 'exact' }, children: [] })

type CellPlan = {
  readonly text: string
  readonly width: number
  readonly span?: number
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType]
  readonly bold?: boolean
  /** One of many columns: smaller, with less room around it. */
  readonly dense?: boolean
  /** On one sheet with the next row. */
  readonly keep?: boolean
}

const cell = ({
  text,
  width,
  span = 1,
  align = AlignmentType.LEFT,
  bold = false,
  dense = false,
  keep = false,
}: CellPlan): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: span,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 40, bottom: 40, left: dense ? 45 : 80, right: dense ? 45 : 80 },
    children: [paragraph(text, { size: dense ? SIZE.dense : SIZE.table, heading: bold }, { alignment: align, keepNext: keep, spacing: { line: 280 } })], // prettier-ignore
  })

/** Percent → twips that add up. */
function widths(percent: readonly number[], whole: number): number[] {
  const sum = percent.reduce((all, one) => all + one, 0)
  return percent.map((one) => Math.floor((one / sum) * whole))
}

/** A table of more columns is set smaller; one of no more rows stays on one sheet. */
const DENSE_FROM = 7
const WHOLE = 8

function table(part: Extract<WordPart, { kind: 'table' }>, layout: Layout): Table {
  const columns = widths(part.widths, widthOf(layout))
  const align = (column: number) =>
    part.right.includes(column) ? AlignmentType.RIGHT : part.centred.includes(column) ? AlignmentType.CENTER : AlignmentType.LEFT // prettier-ignore
  const dense = columns.length > DENSE_FROM
  const head = part.head.map((text, i) => cell({ text, width: columns[i]!, align: AlignmentType.CENTER, bold: true, dense, keep: true })) // prettier-ignore
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widthOf(layout), type: WidthType.DXA },
    columnWidths: columns,
    borders: RULED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head }),
      ...part.rows.map(
        (row, at) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(
              (width, i) =>
              cell({ text: row[i] ?? '', width, align: align(i), dense, keep: part.rows.length <= WHOLE && at < part.rows.length - 1 }), // prettier-ignore
            ),
          }),
      ),
    ],
  })
}

const BOX_PERCENT = [18, 32, 18, 32] as const

function boxes(rows: Extract<WordPart, { kind: 'boxes' }>['rows'], layout: Layout): Table {
  const [label, value] = widths(BOX_PERCENT, widthOf(layout)) as [number, number]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widthOf(layout), type: WidthType.DXA },
    columnWidths: [label, value, label, value],
    borders: RULED,
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          children: row.flatMap((box) => [
            cell({ text: box.label, width: label, align: AlignmentType.CENTER, bold: true }),
            row.length === 1
              ? cell({ text: box.value, width: value * 2 + label, span: 3 })
              : cell({ text: box.value, width: value }),
          ]),
        }),
    ),
  })
}

/** A PNG's dots at 96 an inch. */
const dots = (millimetres: number): number => Math.round((millimetres * 96) / 25.4)

/** `id`: left to the library it would count all pictures since the program began. */
const picture = ({ png, width, height, caption }: Extract<WordPart, { kind: 'picture' }>, id: number): Piece[] => [
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: caption !== '',
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: dots(width), height: dots(height) },
        altText: { id: String(id), name: caption, title: caption, description: caption },
      }),
    ],
  }),
  ...(caption ? [paragraph(caption, { size: SIZE.table }, { alignment: AlignmentType.CENTER })] : []),
]

function signing(part: Extract<WordPart, { kind: 'signing' }>, layout: Layout): Table {
  const { places, seal, station, date } = part
  const [left, right] = widths([55, 45], widthOf(layout)) as [number, number]
  const line = (text: string, options: IParagraphOptions = {}): Paragraph => paragraph(text, {}, { keepNext: true, ...options }) // prettier-ignore
  const centred = { alignment: AlignmentType.CENTER } as const
  const mark = (children: Paragraph[], width: number): TableCell =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, verticalAlign: VerticalAlignTable.BOTTOM, borders: UNRULED, children }) // prettier-ignore
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: left + right, type: WidthType.DXA },
    columnWidths: [left, right],
    borders: UNRULED,
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          mark(
            places.length > 0
              ? places.flatMap((place) => [line(`${place}：＿＿＿＿＿＿＿＿`), line(date)])
              : [line('')],
            left,
          ),
          mark(
            seal ? [line('', { spacing: { before: 400 } }), line(station, centred), line(`（${seal}）`, centred), line(date, centred)] : [line('')], // prettier-ignore
            right,
          ),
        ],
      }),
    ],
  })
}

/** A small .xlsx written by hand, so that a test decides every byte of its XML. */
import { utf8 } from '#core/lib/bytes.ts'
import { zipFile, type ZipLies, type ZipPart } from './zip-file.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

export type WorkbookParts = {
  /** Inside <worksheet>. Here and below: a whole part when it begins with `<?xml` or with the root itself. */
  readonly sheet: string
  /** Inside <sst>. */
  readonly strings?: string
  /** Inside <styleSheet>. */
  readonly styles?: string
  /** Inside <workbook>. */
  readonly workbook?: string
  /** More relationships of the workbook. */
  readonly relations?: string
  readonly more?: Readonly<Record<string, string>>
}

export const ONE_SHEET = '<sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets>'

function whole(text: string | undefined, root: string): string {
  if (text !== undefined && ['<?xml', `<${root}>`, `<${root} `].some((start) => text.startsWith(start))) return text
  return `<${root} xmlns="${MAIN}" xmlns:r="${OFFICE}">${text ?? ''}</${root}>`
}

export function workbookXml(parts: WorkbookParts): Record<string, string> {
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': whole(parts.workbook ?? ONE_SHEET, 'workbook'),
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId3" Type="${OFFICE}/styles" Target="/xl/styles.xml"/>${parts.relations ?? ''}</Relationships>`,
    'xl/sharedStrings.xml': whole(parts.strings, 'sst'),
    'xl/styles.xml': whole(parts.styles, 'styleSheet'),
    'xl/worksheets/sheet1.xml': whole(parts.sheet, 'worksheet'),
    ...parts.more,
  }
}

export const zipParts = (files: Readonly<Record<string, string>>): ZipPart[] =>
  Object.entries(files).map(([name, text]) => ({ name, data: utf8(text) }))

export const workbookFile = (parts: WorkbookParts, lies?: ZipLies): Uint8Array<ArrayBuffer> =>
  zipFile(zipParts(workbookXml(parts)), lies)

/** One row with one inline text. */
export const PLAIN_ROW = '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row></sheetData>'

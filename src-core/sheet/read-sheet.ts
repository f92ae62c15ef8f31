import { err, ok, type Result } from '../lib/result.ts'
import { readCsv } from './read-csv.ts'
import { readWorksheets, readXlsx } from './read-xlsx.ts'
import { SHEET_LIMITS, type Sheet, type SheetCode, type SheetLimits } from './sheet.ts'

/**
 * The first visible sheet of an .xlsx, or a .csv. What a file is, its bytes say; `name` only tells a broken .xlsx from
 * a CSV. Never throws, whatever the bytes: work is linear in them and memory bounded by `limits`, which tests may
 * lower. People's files are read in a worker that can be killed (src-cli/read-sheet.ts,
 * src-renderer/services/open-sheet.ts).
 */
export function readSheet(
  bytes: Uint8Array,
  name: string,
  limits: SheetLimits = SHEET_LIMITS,
): Result<Sheet, SheetCode> {
  if (bytes.length === 0) return err('empty')
  if (bytes.length > limits.bytes) return err('too-big')
  const sheet = read(bytes, name, limits)
  return sheet.ok && sheet.value.rows.length === 0 ? err('empty') : sheet
}

/** Every visible sheet of an .xlsx, `most` at most; a .csv is one. A sheet without rows is among them. */
export function readSheets(
  bytes: Uint8Array,
  name: string,
  most: number,
  limits: SheetLimits = SHEET_LIMITS,
): Result<readonly Sheet[], SheetCode> {
  if (bytes.length === 0) return err('empty')
  if (bytes.length > limits.bytes) return err('too-big')
  if (starts(bytes, LOCAL_HEADER)) return readWorksheets(bytes, limits, most)
  const sheet = read(bytes, name, limits)
  return sheet.ok ? ok([sheet.value]) : sheet
}

function read(bytes: Uint8Array, name: string, limits: SheetLimits): Result<Sheet, SheetCode> {
  if (starts(bytes, LOCAL_HEADER)) return readXlsx(bytes, limits)
  if (starts(bytes, OLE)) return err(holds(bytes, ENCRYPTED_PACKAGE) ? 'encrypted' : 'old-xls')
  if (OTHERS.some((magic) => starts(bytes, magic))) return err('not-a-sheet')
  if (/\.xls[xm]$/i.test(name)) return err('not-a-sheet')
  if (WEB_PAGE.test(head(bytes))) return err('old-xls')
  return readCsv(bytes, limits)
}

const ascii = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0))
const LOCAL_HEADER = ascii('PK\u0003\u0004')
/** OLE compound file: .xls, .et, .doc, and every Office file with a password. */
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
/** Name of the stream of an OOXML file with a password, UTF-16. */
const ENCRYPTED_PACKAGE = ascii('EncryptedPackage').flatMap((code) => [code, 0])
/** What people rename to .xlsx or .csv; long enough not to be the first word of a text. To add one: here. */
const OTHERS: readonly (readonly number[])[] = [
  ascii('%PDF'),
  [0x89, ...ascii('PNG')],
  [0xff, 0xd8, 0xff],
  ascii('GIF8'),
  ascii('{\\rtf'),
  ascii('Rar!'),
  ascii('7z\u00bc\u00af'),
  [0x1f, 0x8b],
]
/** Older systems export a web page or the XML of Excel 2003 and call it .xls. */
const WEB_PAGE = /^\s*<(?:!doctype|html|head|meta|table|style|\?xml)\b/i

const starts = (bytes: Uint8Array, magic: readonly number[]): boolean => magic.every((byte, i) => bytes[i] === byte)

const head = (bytes: Uint8Array): string => new TextDecoder('utf-8').decode(bytes.subarray(0, 512))

function holds(bytes: Uint8Array, sign: readonly number[]): boolean {
  for (let at = bytes.indexOf(sign[0]!); at >= 0; at = bytes.indexOf(sign[0]!, at + 1)) {
    if (sign.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

/** Files made by hand to hurt: each with what a reader may say about it. Small enough to be made in a second. */
import { concat, utf8 } from '#core/lib/bytes.ts'
import { PLAIN_ROW, workbookXml, zipParts, type WorkbookParts } from '../core/sheet/workbook-file.ts'
import { zipFile, type ZipPart } from '../core/sheet/zip-file.ts'

/** Made when it is needed: some are large. */
export type Bomb = { readonly name: string; readonly make: () => Uint8Array; readonly allowed: readonly string[] }

/** `limit`: the bytes a file may unpack to; bombs are made in proportion to it. */
export function zipBombs(limit: number): Bomb[] {
  const bomb = (name: string, allowed: readonly string[], parts: () => readonly ZipPart[]): Bomb => ({
    name,
    allowed,
    make: () => zipFile([...zipParts(workbookXml({ sheet: PLAIN_ROW })), ...parts()]),
  })
  return [
    bomb('huge ratio', ['too-big'], () => [{ name: 'xl/media/image1.png', data: new Uint8Array(limit + 1) }]),
    bomb('many that are small', ['too-big'], () => pictures(20, limit / 10)),
    bomb('more entries than allowed', ['too-big'], () => pictures(1_001, 1)),
    bomb('one kernel, quoted by many entries', ['damaged', 'too-big'], () => quoted(30, limit / 20)),
    bomb('the same place for two names', ['damaged'], () => [{ name: 'x', data: new Uint8Array(10), says: { at: 0 } }]),
    { name: GIVES_MORE, allowed: ['damaged'], make: () => lying(limit) },
    // The inner file is never unpacked; the outer one is an ordinary workbook.
    bomb('nested', ['ok'], () => {
      const inner = zipFile([{ name: 'b', data: zipFile([{ name: 'c', data: new Uint8Array(limit) }]) }])
      return [{ name: 'xl/embeddings/a.xlsx', data: inner, stored: true }]
    }),
  ]
}

/** The directory of this one is in order; only unpacking shows it. */
export const GIVES_MORE = 'a part that gives more than it says'

const pictures = (count: number, bytes: number): ZipPart[] =>
  Array.from({ length: count }, (_, i) => ({ name: `xl/media/${i}`, data: new Uint8Array(bytes) }))

/** Overlapping entries (Fifield 2019): every directory line names the same data. */
const quoted = (count: number, bytes: number): ZipPart[] =>
  Array.from({ length: count }, (_, i) => ({
    name: 'k',
    data: new Uint8Array(bytes),
    says: { at: 0, name: String.fromCharCode(97 + i) },
  }))

/** The worksheet unpacks to twice the limit and declares 100 bytes. */
function lying(limit: number): Uint8Array {
  const name = 'xl/worksheets/sheet1.xml'
  const xml = workbookXml({ sheet: PLAIN_ROW })
  const data = concat([utf8(xml[name]!), new Uint8Array(limit * 2).fill(0x20)])
  return zipFile(zipParts(xml).map((part) => (part.name === name ? { ...part, data, says: { size: 100 } } : part)))
}

/** Within every rule of the ZIP directory: what hurts stands in the XML. `scale` 1 is about 1 MB of XML each. */
export function xmlBombs(scale: number): Bomb[] {
  const many = (text: string, perMegabyte: number): string => text.repeat(Math.max(1, Math.round(perMegabyte * scale)))
  const strings = '<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>'
  // Packing 10 MB takes longer than reading it.
  const stored = scale > 1
  const bomb = (name: string, allowed: string[], parts: WorkbookParts): Bomb => ({
    name,
    allowed,
    make: () => zipFile(zipParts(workbookXml(parts)).map((part) => ({ ...part, stored }))),
  })
  return [
    bomb('empty shared strings', ['ok', 'empty', 'too-big'], { sheet: strings, strings: many('<si/>', 200_000) }),
    bomb('one shared string of many runs', ['ok', 'too-big'], {
      sheet: strings,
      strings: `<si>${many('<r><t>a</t></r>', 66_000)}</si>`,
    }),
    bomb('one very long shared string', ['ok', 'too-big'], {
      sheet: strings,
      strings: `<si><t>${many('A', 1_000_000)}</t></si>`,
    }),
    bomb('shared strings that never end', ['ok', 'damaged'], { sheet: strings, strings: many('<si><t>a', 125_000) }),
    bomb('depth', ['empty', 'ok'], { sheet: `<sheetData>${many('<a>', 333_000)}</sheetData>` }),
    bomb('empty rows', ['empty', 'damaged'], { sheet: `<sheetData>${many('<row/>', 166_000)}</sheetData>` }),
    bomb('empty cells', ['empty', 'too-many-columns'], {
      sheet: `<sheetData><row>${many('<c/>', 250_000)}</row></sheetData>`,
    }),
    bomb('full cells', ['ok', 'too-big', 'too-many-rows', 'damaged'], {
      sheet: `<sheetData>${many('<row><c><v>1</v></c></row>', 38_000)}</sheetData>`,
    }),
    bomb('wide rows', ['ok', 'too-big', 'too-many-rows', 'damaged'], {
      sheet: `<sheetData>${many('<row><c r="XFD1"><v>1</v></c></row>', 30_000)}</sheetData>`,
    }),
    bomb('attributes', ['ok'], {
      sheet: `<sheetData><row ${many('a="1" ', 166_000)}><c><v>1</v></c></row></sheetData>`,
    }),
    bomb('merged areas', ['ok', 'damaged'], {
      sheet: `${PLAIN_ROW}<mergeCells>${many('<mergeCell ref="A1:XFD1048576"/>', 31_000)}</mergeCells>`,
    }),
    bomb('open comments', ['damaged'], { sheet: many('<!--', 250_000) }),
    bomb('open tags', ['damaged'], { sheet: many('<c r="A1"', 111_000) }),
    bomb('open quotation marks', ['damaged'], { sheet: many('<c r="', 166_000) }),
    bomb('ampersands', ['ok'], { sheet: PLAIN_ROW.replace('>a<', `>${many('&', 1_000_000)}<`) }),
    bomb('blanks', ['ok'], { sheet: PLAIN_ROW.replace('>a<', `>x${many(' ', 1_000_000)}y<`) }),
    bomb('columns and styles', ['ok', 'damaged'], {
      sheet: `<cols>${many('<col min="1" max="16384"/>', 38_000)}</cols>${PLAIN_ROW}`,
      styles: `<cellXfs>${many('<xf/>', 100_000)}</cellXfs>`,
    }),
    bomb('entities', ['damaged'], {
      sheet: strings,
      strings: `<?xml version="1.0"?><!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij'].map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'[i]!};`.repeat(10)}">`).join('')}]><sst><si><t>&j;</t></si></sst>`,
    }),
  ]
}

/** `scale` 1 is about 1 MB each. */
export function csvBombs(scale: number): Bomb[] {
  const many = (text: string): Uint8Array => utf8(text.repeat(Math.round((1_000_000 * scale) / text.length)))
  const any = ['ok', 'empty', 'damaged', 'too-big', 'too-many-rows', 'too-many-columns']
  return [',', '"', '""', '"a', '"a"b', '"a"\n', '\n', ';\n', 'a,b\n', '"\n",', ' ', '" '].map((text) => ({
    name: `CSV of ${JSON.stringify(text)}`,
    make: () => many(text),
    allowed: any,
  }))
}

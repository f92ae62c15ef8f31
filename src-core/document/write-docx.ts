/**
 * A Word file (.docx, ECMA-376) that WPS, Word and LibreOffice open: A4 with the margins of a 公文 (GB/T 9704: 37, 26, 35,
 * 28 mm), 宋体 for text, 黑体 for headings, page x of y and the data heads at every foot.
 *
 * The same values give the same bytes: the library would write the moment of packing into the properties and into every
 * entry of the ZIP, so the one is replaced (`madeAt`) and the other set to 1980. Nothing else of it is random here: no links,
 * comments or lists are used.
 *
 * Each font is named for Latin and for East Asian characters: a program that lacks one takes its own for that script alone,
 * so Chinese never becomes boxes. Controls and lone surrogates, which XML cannot hold, are gone (lib/clean-text.ts).
 */
import { Document, Packer, PageOrientation } from 'docx'
import { withoutControls } from '../lib/clean-text.ts'
import { wordFoot, wordHead, wordParts } from './word-parts.ts'
import { FONT, SIZE, twips } from './word-style.ts'
import type { WordDocument } from './word-document.ts'

const A4 = { width: twips(210), height: twips(297) } as const
const MARGIN = { top: twips(37), right: twips(26), bottom: twips(35), left: twips(28), footer: twips(22), header: twips(15), gutter: 0 } // prettier-ignore
/** Tables across the sheet need its width. */
const MARGIN_ACROSS = { ...MARGIN, top: twips(25), right: twips(28), bottom: twips(24), footer: twips(14) }

export async function writeDocx(document: WordDocument): Promise<Uint8Array> {
  const { language, landscape, head, parts, foot, madeAt } = document
  const file = new Document({
    creator: head.station,
    title: withoutControls(head.title),
    styles: {
      default: {
        document: {
          run: { font: FONT.text, size: SIZE.text, language: { value: 'en-US', eastAsia: 'zh-CN' } },
          paragraph: { spacing: { line: 360, lineRule: 'auto' } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            // The library turns the two for a sheet across.
            size: { ...A4, orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
            margin: landscape ? MARGIN_ACROSS : MARGIN,
          },
        },
        footers: { default: wordFoot(foot) },
        children: [...wordHead(head, false), ...wordParts(parts, { landscape, language })],
      },
    ],
  })
  const packed = await Packer.toArrayBuffer(file, undefined, [
    { path: 'docProps/core.xml', data: properties(head, madeAt) },
  ])
  return withoutTimes(new Uint8Array(packed))
}

const xml = (text: string): string => withoutControls(text).replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const properties = ({ title, station }: WordDocument['head'], madeAt: string): string => {
  const at = `<dcterms:NAME xsi:type="dcterms:W3CDTF">${xml(madeAt)}</dcterms:NAME>`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${xml(title)}</dc:title><dc:creator>${xml(station)}</dc:creator>`,
    at.replaceAll('NAME', 'created'),
    at.replaceAll('NAME', 'modified'),
    '</cp:coreProperties>',
  ].join('')
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
/** 1980-01-01 00:00, the first moment that a ZIP can hold. */
const FIRST_TIME = 0x00210000

/** A ZIP of the library: no comment at its end, at most 65,535 entries. Both records of every entry get one fixed time. */
function withoutTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = zip.length - 22
  if (view.getUint32(end, true) !== END) return zip
  let at = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0 && view.getUint32(at, true) === CENTRAL; left--) {
    view.setUint32(at + 12, FIRST_TIME, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_TIME, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}

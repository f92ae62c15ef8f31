/** What is in a PDF, asked of poppler: text, fonts, pages, and the pages as pictures. */
import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { ensureOffice, type OfficeProgram } from './office-programs.ts'

const ask = (program: OfficeProgram, ...words: readonly string[]): string =>
  execFileSync(ensureOffice()[program], words, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })

export type PdfWord = { readonly text: string; readonly box: readonly [x: number, y: number, x2: number, y2: number] }
/** `ink`: 0 white … 255 black, row by row; DPI dots an inch. */
export type PdfPicture = { readonly width: number; readonly height: number; readonly ink: Uint8Array }
export type Pdf = {
  /** Text of each page, in reading order. */
  readonly pages: readonly string[]
  /** Points. */
  readonly size: readonly [width: number, height: number]
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean; readonly unicode: boolean }[]
  /** Of the first page; boxes in points. */
  readonly words: readonly PdfWord[]
  readonly picture: (page: number) => PdfPicture
}

/** Without data heads (A-9c0e1f22), which are made of chance: their digits may be those that must not be there. */
export const withoutHeads = (text: string): string => text.replace(/[A-Z]-[\da-f]{8}/g, '')

const DPI = 100
const POINTS_PER_INCH = 72

export function openPdf(path: string): Pdf {
  const info = ask('pdfinfo', path)
  const count = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1])
  const size = /^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(info)!
  return {
    pages: Array.from({ length: count }, (_, i) =>
      ask('pdftotext', '-f', String(i + 1), '-l', String(i + 1), '-layout', '-enc', 'UTF-8', path, '-'),
    ),
    size: [Number(size[1]), Number(size[2])],
    fonts: fontsOf(ask('pdffonts', path)),
    words: wordsOf(ask('pdftotext', '-l', '1', '-bbox', path, '-')),
    picture: (page) => pictureOf(path, page),
  }
}

/** Columns are found by the line of dashes under the header: names may hold blanks. */
function fontsOf(table: string): Pdf['fonts'] {
  const [head = '', dashes = '', ...lines] = table.trimEnd().split('\n')
  const starts = [...dashes.matchAll(/-+/g)].map(({ index }) => index)
  const at = (title: string): number => starts.findIndex((start) => head.slice(start).startsWith(title))
  const cell = (line: string, column: number): string => line.slice(starts[column], starts[column + 1]).trim()
  return lines.map((line) => ({
    name: cell(line, 0),
    embedded: cell(line, at('emb')) === 'yes',
    unicode: cell(line, at('uni')) === 'yes',
  }))
}

const wordsOf = (html: string): PdfWord[] =>
  [...html.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g)].map(
    ([, x, y, x2, y2, text]) => ({ text: text!, box: [Number(x), Number(y), Number(x2), Number(y2)] }),
  )

function pictureOf(path: string, page: number): PdfPicture {
  const out = `${path}.${page}`
  try {
    ask('pdftoppm', '-gray', '-r', String(DPI), '-f', String(page), '-l', String(page), '-singlefile', path, out)
    const bytes = readFileSync(`${out}.pgm`)
    const [, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.subarray(0, 40).toString('latin1'))!
    const size = Number(width) * Number(height)
    return { width: Number(width), height: Number(height), ink: bytes.subarray(bytes.length - size).map((grey) => 255 - grey) } // prettier-ignore
  } finally {
    rmSync(`${out}.pgm`, { force: true })
  }
}

/** Share of a page or box (in points) that is ink, 0 … 1. */
export const inkIn = (picture: PdfPicture, box?: PdfWord['box']): number => {
  const cut = box ? crop(picture, box) : picture
  return cut.ink.reduce((sum, ink) => sum + ink, 0) / 255 / cut.ink.length
}

export function crop(picture: PdfPicture, box: PdfWord['box']): PdfPicture {
  const [x, y, x2, y2] = box.map((points) => Math.round((points * DPI) / POINTS_PER_INCH)) as [number, number, number, number] // prettier-ignore
  const ink = new Uint8Array((x2 - x) * (y2 - y))
  for (let row = y; row < y2; row++)
    ink.set(picture.ink.subarray(row * picture.width + x, row * picture.width + x2), (row - y) * (x2 - x))
  return { width: x2 - x, height: y2 - y, ink }
}

/** Mean difference of two pictures of about one size, 0 … 1: characters that no font has all look the same. */
export function difference(a: PdfPicture, b: PdfPicture): number {
  const width = Math.min(a.width, b.width)
  const height = Math.min(a.height, b.height)
  let sum = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) sum += Math.abs(a.ink[y * a.width + x]! - b.ink[y * b.width + x]!)
  return sum / 255 / (width * height)
}

/** Looking into files that the program wrote, without the program's own reader. */
import { strFromU8, unzipSync } from 'fflate'

type WrittenCell = { readonly kind: 'text' | 'number'; readonly words: string }

/** Every filled cell of every sheet, as a spreadsheet program would take it: text, or a number it may round. */
export function cellsInXlsx(bytes: Uint8Array): readonly WrittenCell[] {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const)
  const shared = parts.find(([name]) => name.endsWith('sharedStrings.xml'))?.[1] ?? ''
  const strings = [...shared.matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) => plain(item!))
  const sheets = parts.filter(([name]) => name.includes('/worksheets/'))
  return sheets.flatMap(([, sheet]) =>
    [...sheet.matchAll(/<c\b([^>]*)>(.*?)<\/c>/gs)].map(([, marks, content]): WrittenCell => {
      const words = plain(content!)
      if (/\bt="s"/.test(marks!)) return { kind: 'text', words: strings[Number(words)]! }
      return { kind: /\bt="(?:inlineStr|str)"/.test(marks!) ? 'text' : 'number', words }
    }),
  )
}

export const wordsInXlsx = (bytes: Uint8Array): string =>
  cellsInXlsx(bytes)
    .map(({ words }) => words)
    .join('\n')

const SIGNS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const plain = (xml: string): string =>
  xml.replace(/<[^>]*>/g, '').replace(/&(\w+);/g, (whole, name: string) => SIGNS[name] ?? whole)

/** The case table as bytes, for the snapshot, and back. Numbers in the machine's own order: a snapshot never leaves its PC. */
import { concat, fromUtf8, utf8 } from '#core/lib/bytes.ts'
import { BYTE_COLUMNS, newCaseTable, TEXT_COLUMNS, TIME_COLUMNS, WORD_COLUMNS, type CaseTable } from './case-table.ts'

/** u32 length of the JSON with all texts, the JSON, byte columns, time columns (f64), codes of the words (u32). */
export function packTable(table: CaseTable): Uint8Array {
  const texts = utf8(
    JSON.stringify({
      count: table.count,
      texts: TEXT_COLUMNS.map((name) => table[name]),
      words: WORD_COLUMNS.map((name) => table.words[name].words),
    }),
  )
  const head = new Uint8Array(4)
  new DataView(head.buffer).setUint32(0, texts.length, true)
  const bytes = BYTE_COLUMNS.map((name) => table[name].subarray(0, table.count))
  const times = TIME_COLUMNS.map((name) => new Uint8Array(table[name].slice(0, table.count).buffer))
  const codes = WORD_COLUMNS.map((name) => new Uint8Array(table.words[name].codes.slice(0, table.count).buffer))
  return concat([head, texts, ...bytes, ...times, ...codes])
}

export function unpackTable(plain: Uint8Array): CaseTable {
  const length = new DataView(plain.buffer, plain.byteOffset, 4).getUint32(0, true)
  const { count, texts, words } = JSON.parse(fromUtf8(plain.subarray(4, 4 + length))) as {
    count: number
    texts: string[][]
    words: string[][]
  }
  const table = newCaseTable(Math.max(1024, count))
  table.count = count
  TEXT_COLUMNS.forEach((name, i) => Object.assign(table, { [name]: texts[i] }))
  table.id.forEach((id, row) => table.rowOf.set(id, row))
  let at = 4 + length
  for (const name of BYTE_COLUMNS) {
    table[name].set(plain.subarray(at, at + count))
    at += count
  }
  for (const name of TIME_COLUMNS) {
    table[name].set(new Float64Array(plain.slice(at, at + count * 8).buffer))
    at += count * 8
  }
  WORD_COLUMNS.forEach((name, i) => {
    table.words[name].codes.set(new Uint32Array(plain.slice(at, at + count * 4).buffer))
    for (const word of words[i]!.slice(1)) table.words[name].codeOf.set(word, table.words[name].words.push(word) - 1)
    at += count * 4
  })
  return table
}

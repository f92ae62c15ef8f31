/**
 * Words that somebody typed, on a paper that leaves the station: names of residents as 王**, long numbers masked, doors cut
 * off. `names`: everybody whom requests and the register know. A name that is also a word is masked all the same: a paper
 * that hides too much can be mended by hand, one that told a name cannot.
 */
import { maskedName, maskedText } from '../case-file/masked.ts'
import { plainSigns } from '../learning/deidentify.ts'

/** Names of two to four characters are looked for; longer ones are foreign, and found whole. */
const LENGTHS = [4, 3, 2] as const
/** 3号楼2单元501, 5-2-301, 1203室. */
const DOOR = /\d+\s*(?:号楼|号院|栋|幢|座|楼|单元|[-－–])\s*\d[\d\s\-－–号楼栋单元层室]*|\d+\s*(?:室|单元|号楼)/g

export function outgoingWords(text: string, names: ReadonlySet<string>): string {
  const signs = [...plainSigns(text)]
  let out = ''
  for (let at = 0; at < signs.length;) {
    const length = LENGTHS.find((n) => at + n <= signs.length && names.has(signs.slice(at, at + n).join('')))
    out += length === undefined ? signs[at]! : maskedName(signs.slice(at, at + length).join(''))
    at += length ?? 1
  }
  return maskedText(out.replace(DOOR, '***'), '', '')
}

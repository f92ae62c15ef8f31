/** How a place may be written: 三号楼二单元, 3 栋 › 2 单元 and 3号楼2单元 are one place. Shared by the tree and the importer. */

const NUMERALS = '零一二三四五六七八九'
const SPELT = /[零一二三四五六七八九十]+(?=号|栋|幢|座|单元|门|室|层)/g
const BETWEEN = /[\s›>\-—–_,，、/·.。]+/g

/** 十二 → 12, 二十 → 20; longer ones digit by digit. */
function numberOf(words: string): number {
  const ten = words.indexOf('十')
  if (ten < 0) return Number([...words].map((sign) => NUMERALS.indexOf(sign)).join(''))
  const [before, after] = [words.slice(0, ten), words.slice(ten + 1)]
  return (before ? numberOf(before) : 1) * 10 + (after ? numberOf(after) : 0)
}

/** Half width, lower case, digits, nothing between the parts, one word for building and unit, no 室 at the end. */
export const plainPlace = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(BETWEEN, '')
    .replace(SPELT, (words) => String(numberOf(words)))
    .replace(/(\d|[a-z])(?:号楼|号院|栋|幢|座|#楼?|楼(?!道|上|下|梯))/g, '$1号楼')
    .replace(/(号楼)(\d+|[a-z])(?:单元|门(?!口))/g, '$1$2单元')
    .replace(/(\d)[号室](?=$|\D)(?!楼|院)/g, '$1')

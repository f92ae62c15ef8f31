/** How a place may be written: 三号楼二单元, 3 栋 › 2 单元 and 3号楼2单元 are one place. Shared by the tree and the importer. */

const NUMERALS = '零一二三四五六七八九'
const SPELT = /[零一二三四五六七八九十]+(?=号|栋|幢|座|单元|门|室|层)/g
const BETWEEN = /[\s›>\-—–_,，、/·.。]+/g

/** 十二 → 12, 二十 → 20, 一百零三 → 103; without 十 and 百 digit by digit: 三〇一 → 301. */
export function numberOf(words: string): number {
  const plain = words.replaceAll('〇', '零')
  if (!/[十百]/.test(plain)) return Number([...plain].map((sign) => NUMERALS.indexOf(sign)).join(''))
  let [sum, digit] = [0, 0]
  for (const sign of plain) {
    if (sign !== '十' && sign !== '百') digit = NUMERALS.indexOf(sign)
    else {
      sum += (digit || 1) * (sign === '百' ? 100 : 10)
      digit = 0
    }
  }
  return sum + digit
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

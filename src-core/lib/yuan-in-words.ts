/**
 * 人民币大写 as vouchers want it (支付结算办法, appendix 1): figures 壹 to 玖, 零 once wherever zeros stand between figures,
 * 整 after 元 and after 角, none after 分; 元 is said when there are whole yuan.
 */
const FIGURES = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/** `fen`: a safe integer. 120050 → 壹仟贰佰元伍角整; 100005 → 壹仟元零伍分; −80 → 负捌角整. */
export function yuanInWords(fen: number): string {
  if (fen === 0) return '零元整'
  const all = Math.abs(fen)
  const whole = Math.trunc(all / 100)
  const jiao = Math.trunc(all / 10) % 10
  const rest = all % 10
  const yuan = whole > 0 ? `${wholeInWords(whole)}元` : ''
  // 壹拾元零伍分; and 零 too where whole yuan end in 0 and 角 follow (壹佰元零伍角 may be said, 壹佰元伍角 is the usual way).
  const part = jiao > 0 ? `${FIGURES[jiao]}角${rest > 0 ? `${FIGURES[rest]}分` : '整'}` : rest > 0 ? `${whole > 0 ? '零' : ''}${FIGURES[rest]}分` : '整' // prettier-ignore
  return `${fen < 0 ? '负' : ''}${yuan}${part}`
}

function wholeInWords(whole: number): string {
  const groups: number[] = []
  for (let left = whole; left > 0; left = Math.trunc(left / 10_000)) groups.push(left % 10_000)
  let words = ''
  let gap = false
  for (let at = groups.length - 1; at >= 0; at--) {
    const group = groups[at]!
    if (group === 0) {
      gap = words !== ''
      continue
    }
    if (words !== '' && (gap || group < 1_000)) words += '零'
    words += `${groupInWords(group)}${GROUPS[at] ?? ''}`
    gap = false
  }
  return words
}

/** 1 … 9999. */
function groupInWords(group: number): string {
  let words = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const figure = Math.trunc(group / 10 ** place) % 10
    if (figure === 0) {
      gap = words !== ''
      continue
    }
    words += `${gap ? '零' : ''}${FIGURES[figure]}${PLACES[place]}`
    gap = false
  }
  return words
}

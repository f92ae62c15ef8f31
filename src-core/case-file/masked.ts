/** 王** and 138****2764: what people outside the station may read (DOMAIN §9.2). */

/** Family names of two characters. To add one: here. */
const COMPOUND =
  /^(?:欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|令狐|呼延|百里|东郭|南门|羊舌|微生|第五)/u

/** 王素兰 → 王**, 欧阳娜 → 欧阳*, Anna Smith → A*** S****. */
export function maskedName(name: string): string {
  if (/^[\p{Script=Latin}\s.'-]+$/u.test(name)) return name.replace(/\p{L}+/gu, (part) => part[0]! + '*'.repeat(Math.min(4, part.length - 1))) // prettier-ignore
  if (name === '') return ''
  const signs = [...name]
  const shown = COMPOUND.test(name) && signs.length > 2 ? 2 : 1
  // However long the name is: its length would tell a short list of people apart.
  return signs.slice(0, shown).join('') + '*'.repeat(Math.min(2, Math.max(1, signs.length - shown)))
}

/** 13812342764 → 138****2764; a short number keeps its last two digits. '' stays ''. */
export function maskedPhone(phone: string): string {
  if (phone === '') return ''
  return phone.length >= 8 ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `***${phone.slice(-2)}`
}

/** 幸福小区 3 号楼 2 单元 501 → 幸福小区***: from the first number on a place leads to a door. */
export function maskedPlace(place: string): string {
  const at = place.search(/[\d０-９]|[一二三四五六七八九十百]+(?:号|栋|幢|座|单元|楼|室|门)/u)
  return at < 0 ? place : `${place.slice(0, at).trimEnd()}***`
}

/** Takes the name and every long number out of a text that somebody typed. */
export function maskedText(text: string, name: string, phone: string): string {
  let masked = name.length > 1 ? text.replaceAll(name, maskedName(name)) : text
  if (phone !== '') masked = masked.replaceAll(phone, maskedPhone(phone))
  return masked.replace(/\d[\d -]{5,}\d[Xx]?/g, (number) => maskedPhone(number))
}

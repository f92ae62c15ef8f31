/** Fonts, sizes and lines of a Word file. `hint`: signs that both scripts have (“ ” — …) are taken from the Chinese font. */
import { BorderStyle } from 'docx'

const LATIN = 'Times New Roman'
const font = (eastAsia: string) => ({ ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia, hint: 'eastAsia' as const })

/** 宋体 and 黑体 by the names that every Windows, WPS and LibreOffice knows: of 宋体 the last makes a sans serif where it is missing. */
export const FONT = { text: font('SimSun'), heading: font('SimHei') } as const

/** Half points: 二号 · 四号 · 四号 · 小四 · 五号 · 小五 · 小五. */
export const SIZE = { title: 44, station: 28, heading: 28, text: 24, table: 21, dense: 18, foot: 18 } as const

/** Twentieths of a point in so many millimetres. */
export const twips = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4)

/** Half a point. */
const THIN = { style: BorderStyle.SINGLE, size: 4, color: '000000' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const around = <B>(line: B) => ({ top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }) // prettier-ignore
export const RULED = around(THIN)
export const UNRULED = around(NONE)

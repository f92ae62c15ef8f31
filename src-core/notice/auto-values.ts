/** What stands in a blank as long as nobody typed something else there. */
import type { Values } from './blanks.ts'

/** 3月5日; '' stays ''. Chinese in both languages: residents read it. */
export const dayWords = (day: string): string =>
  day === '' ? '' : `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`

type Written = { readonly place: string; readonly from: string; readonly until: string; readonly contact: string }

/** `known`: from the case, topic or survey. What the form says beats it. */
export function autoValues(known: Values, station: string, today: string, written: Written): Values {
  const said = {
    站名: station,
    日期: dayWords(today),
    联系电话: written.contact,
    地点: written.place,
    开始时间: dayWords(written.from),
    结束时间: dayWords(written.until),
  }
  return { ...known, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== '')) }
}

/** What was typed beats what the program knows; an empty blank is none. */
export const valuesOf = (auto: Values, typed: Values): Values => ({
  ...auto,
  ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value.trim() !== '')),
})

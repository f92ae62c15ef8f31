/** An amount as it stands in a form's box, in yuan; what comes out is fen. What cannot be read is the field's problem 'wrong'. */
import { z } from './schema.ts'
import { readYuan } from './yuan.ts'

/** '' is not known. */
export const yuanBox = z.string().transform((text, context) => {
  if (text.trim() === '') return null
  const read = readYuan(text)
  if (read.ok) return read.value
  context.addIssue({ code: 'custom', message: 'wrong' })
  return z.NEVER
})

/** '' is 0. */
export const yuanOrZero = yuanBox.transform((fen) => fen ?? 0)
/** Something must be there. */
export const yuanNeeded = yuanBox.transform((fen, context) => {
  if (fen !== null) return fen
  context.addIssue({ code: 'custom', message: 'needed' })
  return z.NEVER
})

/** `2`, `１．５`: whole or half units; '' is 0. */
export const unitsBox = z.string().transform((text, context) => {
  const plain = text.normalize('NFKC').replace(/[\s,，]/g, '')
  if (plain === '') return 0
  if (/^\d{1,9}(?:\.[05])?$/.test(plain)) return Number(plain)
  context.addIssue({ code: 'custom', message: 'wrong' })
  return z.NEVER
})

/** What the box opens with: `1200.5` for 120050, '' for null. */
export const boxOfFen = (fen: number | null): string =>
  fen === null ? '' : fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)

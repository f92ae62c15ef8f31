/** Whether a text that will hang on a wall names anybody whose case it is about (DOMAIN §8: publishing removes personal data). */
import type { CaseFile } from '../case-file/case-file.ts'
import { maskedName, maskedPhone } from '../case-file/masked.ts'
import { plainSigns } from '../learning/deidentify.ts'

export type Named = {
  readonly names: readonly string[]
  readonly phones: readonly string[]
  /** Numbers that lead to a door, from the building on: 3号楼2单元501 → 3, 2, 501. */
  readonly doors: readonly (readonly string[])[]
}
export type PersonalData = { readonly kind: 'name' | 'phone' | 'number' | 'door'; readonly words: string }

/** Everybody whom a case names: who asked, for whom, who reported, their numbers and the door. */
export const namedIn = ({ fields }: Pick<CaseFile, 'fields'>): Named => ({
  names: [fields.requesterName, fields.forWhom, fields.reporterName].flatMap((name) => {
    const known = plainSigns(name ?? '').replace(/[\s·•・]+/g, '')
    return [...known].length >= 2 ? [known] : []
  }),
  phones: [fields.requesterPhone, fields.reporterPhone].flatMap((phone) => {
    const digits = plainSigns(phone ?? '').replace(/\D/g, '')
    return digits.length >= 7 ? [digits] : []
  }),
  doors: [fields.place].flatMap((place) => {
    const numbers = plainSigns(place ?? '').match(/\d+/g) ?? []
    // A building alone names no household.
    return numbers.length >= 2 && /^\d{3,4}$/.test(numbers.at(-1)!) ? [numbers] : []
  }),
})

/** What may stand between the signs of a name or number: 张 一 甲, 138-0000-2764, (010)65432100. */
const GAP = String.raw`[\s\-－‐‑–—_.．·•・()（）]*`
const spread = (words: string): string =>
  [...words].map((sign) => sign.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&')).join(GAP)
/** 3号楼2单元501, 3-2-501: at most so much stands between two numbers of one door. */
const doorOf = (numbers: readonly string[]): string => String.raw`(?<!\d)${numbers.join(String.raw`\D{1,4}`)}(?!\d)室?`
/** A mobile number or an identity number of whomever, however it is spaced. */
const NUMBER = new RegExp(String.raw`(?<!\d)(?:1[3-9](?:${GAP}\d){9}|\d(?:${GAP}\d){16}${GAP}[\dXx])(?!\d)`, 'g')

/** What must be taken out, each once. Names of one character are not looked for: they are in every sentence. */
export function personalDataIn(text: string, people: readonly Named[]): readonly PersonalData[] {
  const plain = plainSigns(text)
  const found = new Map<string, PersonalData>()
  const note = (kind: PersonalData['kind'], words: string): void => void (found.has(words) || found.set(words, { kind, words })) // prettier-ignore
  for (const { names, phones, doors } of people) {
    for (const name of names) if (new RegExp(spread(name)).test(plain)) note('name', name)
    for (const phone of phones) if (new RegExp(spread(phone)).test(plain)) note('phone', phone)
    for (const door of doors) for (const [words] of plain.matchAll(new RegExp(doorOf(door), 'g'))) note('door', words)
  }
  for (const [number] of plain.matchAll(NUMBER)) {
    const digits = number.replace(/[^\dXx]/g, '')
    if (!found.has(digits)) note('number', digits)
  }
  return [...found.values()]
}

/** The same text with what was found masked as papers for outsiders mask it; whatever was found is found no more. */
export function withoutPersonalData(text: string, found: readonly PersonalData[]): string {
  if (found.length === 0) return text
  let clean = plainSigns(text)
  for (const { kind, words } of found.toSorted((a, b) => b.words.length - a.words.length)) {
    const masked = kind === 'name' ? maskedName(words) : kind === 'door' ? '***' : maskedPhone(words)
    clean = clean.replace(new RegExp(spread(words), 'g'), masked)
  }
  return clean
}

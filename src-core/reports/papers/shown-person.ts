import type { CaseFile } from '#core/case-file/case-file.ts'
import { isConfidential } from '#core/case-file/confidential.ts'
import { maskedName, maskedPhone, maskedPlace, maskedText } from '#core/case-file/masked.ts'
import type { Reader } from './paper.ts'
import type { PaperWords } from './paper-words.ts'

export type ShownPerson = {
  readonly name: string
  readonly phone: string
  /** 代他人反映; '' for oneself. */
  readonly forWhom: string
  readonly place: string
  readonly title: string
  readonly text: string
  /** Nobody may be named on the paper, nor be asked to sign it. */
  readonly nameless: boolean
}

/**
 * What a reader may see of who asked and what they told (DOMAIN §3.2, §9.2). A phone is masked on every paper: papers get
 * lost, and the resident knows the number. A report (举报) shows neither its reporter nor its text, to anybody.
 */
export function shownPerson(file: CaseFile, reader: Reader, words: PaperWords): ShownPerson {
  const { fields } = file
  const { title = '', text = '', place = '', requesterName = '', requesterPhone = '', forWhom = '' } = fields
  if (isConfidential(fields))
    return {
      name: words.reporter,
      phone: '',
      forWhom: '',
      place: maskedPlace(place),
      title: maskedWords(file, title),
      text: words.confidential,
      nameless: true,
    }
  const unit = fields.anonymous ? '' : (fields.requesterUnit ?? '')
  const name = fields.anonymous ? words.anonymous : [unit, requesterName].filter(Boolean).join(' ') || words.notFilled
  const nameless = fields.anonymous === true || requesterName === ''
  if (reader === 'outsider')
    return {
      name: nameless ? name : maskedName(requesterName),
      phone: maskedPhone(requesterPhone),
      forWhom: forWhom && maskedName(forWhom),
      place: maskedPlace(place),
      title: maskedWords(file, title),
      text: words.withheld,
      nameless,
    }
  return { name, phone: fields.anonymous ? '' : maskedPhone(requesterPhone), forWhom, place, title, text, nameless }
}

/** Words that somebody typed, for people outside: whoever asked, reported or is spoken for is masked in them. */
export function maskedWords({ fields }: CaseFile, typed: string): string {
  const { requesterName = '', requesterPhone = '', reporterName = '', reporterPhone = '', forWhom = '' } = fields
  const masked = maskedText(maskedText(typed, requesterName, requesterPhone), reporterName, reporterPhone)
  return maskedText(masked, forWhom, '')
}
